//! Home, and the samples.

use crate::{home::Home, site::TEXAN};
use axum::http::StatusCode;

#[tokio::test]
async fn a_sample_is_looked_at_beside_the_own_record_and_leaves_no_trace() {
    let home = Home::empty().await;
    let first = home.get("/").await;
    assert!(first.body.matches("class=\"card sample\"").count() >= 2);
    let loaded = home.post_and_follow("/sample/load", &[("name", "ptcb-dead-zone")]).await;
    assert!(loaded.body.contains("Remove the sample"));
    let status = home.get("/education").await;
    let told = "2 credits not counted: completed after the renewal was filed and before it was approved";
    assert!(status.body.contains(told));
    let removed = home.post_and_follow("/sample/remove", &[]).await;
    assert!(!removed.body.contains("Remove the sample"));
    assert!(home.store.sample().await.unwrap().is_none());
    assert!(home.record().await == rung_record::Record::default());
}

#[tokio::test]
async fn no_such_sample_is_told() {
    let answer = Home::of(TEXAN).await.post("/sample/load", &[("name", "nobody")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
