use crate::{
    change::credit,
    documents::PNG,
    home::{Home, at, note, on_both},
};
use rung_store::{Change, Finding, Health, Note, examine};

on_both!(
    a_healthy_home_is_found_good,
    a_clock_that_went_back_is_named,
    a_lost_document_is_named,
    others_who_can_look_in_are_named,
);

async fn faults(home: &Home, now: jiff::Timestamp) -> Vec<Finding> {
    let mut findings = examine(home.store.place(), now).await;
    findings.retain(|finding| finding.health != Health::Good);
    findings
}

async fn a_healthy_home_is_found_good(home: Home) {
    home.store.backup(None, at(0)).await.unwrap();
    let now = jiff::Timestamp::now();
    assert_eq!(faults(&home, now).await, []);
    let checks: Vec<_> = examine(home.store.place(), now).await.iter().map(|it| it.check).collect();
    for check in
        ["permissions", "disk", "file-system", "versions", "integrity", "clock", "documents", "backups"]
    {
        assert!(checks.contains(&check), "{check} in {checks:?}");
    }
}

async fn a_clock_that_went_back_is_named(home: Home) {
    let tomorrow = Note::new("Tomorrow", at(24 * 60));
    home.store.change(home.me, &tomorrow, Change::new().add(&credit("c1", "2026-02-11"))).await.unwrap();
    let faults = faults(&home, at(0)).await;
    let clock = faults.iter().find(|finding| finding.check == "clock").unwrap();
    assert_eq!(clock.health, Health::Bad);
    assert_eq!(
        clock.found,
        "the last change was made at 2026-11-28T12:00:00Z, but this machine says that it is 2026-11-27T12:00:00Z"
    );
}

async fn a_lost_document_is_named(home: Home) {
    let kept = home.store.add_document(home.me, "x.png", PNG.to_vec(), &[], &note("Added")).await.unwrap();
    let folder = home.store.place().documents();
    std::fs::rename(folder.join(&kept.id), folder.join("renamed")).unwrap();
    let missing = faults(&home, at(9)).await;
    let missing = missing.iter().find(|finding| finding.check == "documents").unwrap();
    assert_eq!(missing.found, "1 of 1 documents are missing or not as they were");
}

async fn others_who_can_look_in_are_named(home: Home) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(home.folder(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let faults = faults(&home, at(0)).await;
        let open = faults.iter().find(|finding| finding.check == "permissions").unwrap();
        assert!(open.what_to_do.as_ref().unwrap().starts_with("run: chmod 700"), "{open:?}");
    }
}

#[tokio::test]
async fn a_file_that_is_broken_is_named() {
    let home = Home::sqlite().await;
    let many = (0..200).fold(Change::new(), |change, n| change.add(&credit(&format!("c{n}"), "2026-02-11")));
    home.store.change(home.me, &note("Many"), many).await.unwrap();
    home.store.close().await;
    let file = home.store.place().data_file();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x55);
    std::fs::write(&file, bytes).unwrap();
    let faults = faults(&home, at(9)).await;
    assert!(faults.iter().any(|finding| finding.health == Health::Bad), "{faults:?}");
    assert!(faults.iter().all(|finding| finding.what_to_do.is_some()));
}
