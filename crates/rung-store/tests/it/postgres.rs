//! A server on another machine: as far as Rung can tell, 0.0.0.0 is one, and Linux finds this machine there.

#![cfg(target_os = "linux")]

use crate::home::{at, postgres_of_its_own, scratch};
use rung_store::{Place, Store, StoreError};
use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    thread,
};

/// Answers the first question of whoever comes with `answer`, and gives all that they sent.
fn server(answer: u8) -> (u16, thread::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut sent = vec![0; 8];
        stream.read_exact(&mut sent).unwrap();
        stream.write_all(&[answer]).unwrap();
        let _ = stream.read_to_end(&mut sent);
        sent
    });
    (port, served)
}

async fn refusal(port: u16) -> StoreError {
    let url = format!("postgres://me:secret@0.0.0.0:{port}/rung");
    let place = Place::new(scratch()).with_postgres(&url).unwrap();
    let error = Store::open(&place, at(0)).await.unwrap_err();
    std::fs::remove_dir_all(place.folder()).unwrap();
    error
}

#[tokio::test]
async fn a_server_without_tls_is_told_nothing() {
    let (port, served) = server(b'N');
    let error = refusal(port).await.to_string();
    assert!(
        error.starts_with("the connection to the database on 0.0.0.0 cannot be protected: ")
            && error.contains("sslmode=disable"),
        "{error}"
    );
    let asked_for_tls = [0, 0, 0, 8, 4, 210, 22, 47];
    assert_eq!(served.join().unwrap(), asked_for_tls);
}

/// A server with a certificate of an authority that nobody knows, and that authority's own; a schema for the test.
async fn server_with_tls() -> Option<(String, String)> {
    let (Ok(url), Ok(root)) =
        (std::env::var("RUNG_TEST_POSTGRES_TLS"), std::env::var("RUNG_TEST_POSTGRES_ROOT"))
    else {
        eprintln!("skipped: RUNG_TEST_POSTGRES_TLS names no PostgreSQL (tests/with-postgres.sh starts one)");
        return None;
    };
    let own = postgres_of_its_own().await?;
    let (_, schema) = own.split_once("&options").expect("the schema is among the options");
    Some((format!("{url}?options{schema}"), root))
}

async fn open(url: &str) -> Result<Store, StoreError> {
    Store::open(&Place::new(scratch()).with_postgres(url).unwrap(), at(0)).await
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let Some((url, _)) = server_with_tls().await else { return };
    let error = open(&url).await.unwrap_err().to_string();
    assert!(error.contains("cannot be protected: ") && error.contains("sslrootcert=FILE"), "{error}");
}

#[tokio::test]
async fn a_certificate_of_an_authority_that_the_address_names_is_taken_for_its_own_name_only() {
    let Some((url, root)) = server_with_tls().await else { return };
    let url = format!("{url}&sslrootcert={root}");
    let store = open(&url).await.unwrap();
    assert!(store.person().await.is_ok());
    store.close().await;
    // The same server by another name than the one on its certificate.
    let other = url.replace("0.0.0.0", "127.0.0.1") + "&sslmode=verify-full";
    let error = open(&other).await.unwrap_err().to_string();
    assert!(error.contains("cannot be protected: "), "{error}");
}

#[tokio::test]
async fn the_address_may_say_that_any_certificate_will_do() {
    let Some((url, _)) = server_with_tls().await else { return };
    let store = open(&format!("{url}&sslmode=require")).await.unwrap();
    assert!(store.person().await.is_ok());
    store.close().await;
}
