use crate::{
    change::credit,
    home::{Home, note, on_both},
};
use rung_store::{Basis, Change, Document, Kind, MAX_DOCUMENT_BYTES, StoreError};

on_both!(
    a_certificate_is_kept_and_comes_back_as_it_was,
    the_same_file_is_kept_once_with_both_links,
    what_is_linked_stays_and_what_is_removed_can_come_back,
    what_belonged_to_a_credit_that_is_gone_can_be_removed,
    the_content_says_what_it_is,
    bytes_that_changed_are_noticed,
);

pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\nsample";

fn link(id: &str) -> Vec<(Kind, String)> {
    vec![(Kind::Credit, id.to_owned())]
}

async fn add(home: &Home, name: &str, bytes: &[u8], credit: &str) -> rung_store::Kept<Document> {
    home.store.add_document(home.me, name, bytes.to_vec(), &link(credit), &note("Certificate")).await.unwrap()
}

async fn a_certificate_is_kept_and_comes_back_as_it_was(home: Home) {
    home.store
        .change(home.me, &note("Credit"), Change::new().add(&credit("c1", "2026-02-11")))
        .await
        .unwrap();
    let kept = add(&home, "C:\\scans\\law: \"2026\".png", PNG, "c1").await;
    assert_eq!(kept.value.name, "law 2026.png");
    assert_eq!(kept.value.media_type.name(), "image/png");
    assert_eq!(kept.value.links, link("c1"));
    assert_eq!(home.store.document_bytes(home.me, &kept.id).await.unwrap(), PNG);
    assert_eq!(home.store.parts::<Document>(home.me).await.unwrap(), [kept]);
}

async fn the_same_file_is_kept_once_with_both_links(home: Home) {
    let first = add(&home, "law.png", PNG, "c1").await;
    let second = add(&home, "copy.png", PNG, "c2").await;
    assert_eq!((&second.id, second.value.name.as_str()), (&first.id, "law.png"));
    assert_eq!(second.value.links, [link("c1"), link("c2")].concat());
    assert_eq!(std::fs::read_dir(home.store.place().documents()).unwrap().count(), 1);
    // The version that was handed out is the one to change it with.
    let unlinked = Document { links: vec![], ..second.value };
    let change = Change::new().put(&second.id, &unlinked, rung_store::Basis::At(second.version));
    home.store.change(home.me, &note("Unlinked"), change).await.unwrap();
}

async fn what_is_linked_stays_and_what_is_removed_can_come_back(home: Home) {
    let credit = Change::new().add(&credit("c1", "2026-02-11"));
    home.store.change(home.me, &note("Credit"), credit).await.unwrap();
    let linked = add(&home, "law.png", PNG, "c1").await;
    let error = home.store.remove_document(home.me, &linked.id, linked.version, &note("Removed")).await;
    assert_eq!(
        error.unwrap_err().to_string(),
        "the document still belongs to 1 of your credits and credentials; unlink it there first"
    );
    let free = Document { links: vec![], ..linked.value };
    let change = Change::new().put(&linked.id, &free, rung_store::Basis::At(linked.version));
    let unlinked = home.store.change(home.me, &note("Unlinked"), change).await.unwrap();
    let removed =
        home.store.remove_document(home.me, &linked.id, unlinked.version, &note("Removed")).await.unwrap();
    assert!(home.store.parts::<Document>(home.me).await.unwrap().is_empty());

    home.store.undo(home.me, removed.version, &note("Undo")).await.unwrap();
    assert_eq!(home.store.parts::<Document>(home.me).await.unwrap().len(), 1);
    assert_eq!(home.store.document_bytes(home.me, &linked.id).await.unwrap(), PNG);
}

async fn what_belonged_to_a_credit_that_is_gone_can_be_removed(home: Home) {
    let credit = Change::new().add(&credit("c1", "2026-02-11"));
    home.store.change(home.me, &note("Credit"), credit).await.unwrap();
    let linked = add(&home, "law.png", PNG, "c1").await;
    let remove = Change::new().remove(Kind::Credit, "c1", Basis::Whatever);
    home.store.change(home.me, &note("Removed"), remove).await.unwrap();
    home.store.remove_document(home.me, &linked.id, linked.version, &note("Removed")).await.unwrap();
}

async fn the_content_says_what_it_is(home: Home) {
    let refusal = async |bytes: Vec<u8>| {
        let error = home.store.add_document(home.me, "x.pdf", bytes, &[], &note("Bad")).await.unwrap_err();
        assert!(matches!(error, StoreError::Refused(_)), "{error}");
        error.to_string()
    };
    assert!(refusal(b"\0\0\0\x18ftypheic\0\0".to_vec()).await.contains("Most Compatible"));
    assert!(refusal(b"MZ not a picture".to_vec()).await.starts_with("this file is neither a PDF"));
    assert!(refusal(b"<html>".to_vec()).await.starts_with("this file is neither a PDF"));
    assert!(refusal(Vec::new()).await.starts_with("the file is empty"));
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(MAX_DOCUMENT_BYTES + 1, b' ');
    assert!(refusal(large).await.starts_with("the file is larger than 15 MB"));
    assert_eq!(std::fs::read_dir(home.store.place().documents()).unwrap().count(), 0);

    // An entry cannot speak of bytes that were never given.
    let made_up = Document {
        sha256: "0".repeat(64),
        name: "x".to_owned(),
        media_type: rung_store::MediaType::Pdf,
        size: 1,
        added: crate::at(0),
        links: vec![],
    };
    let error = home.store.change(home.me, &note("Bad"), Change::new().add(&made_up)).await.unwrap_err();
    assert!(error.to_string().contains("no such document"), "{error}");
}

async fn bytes_that_changed_are_noticed(home: Home) {
    let kept = add(&home, "law.png", PNG, "c1").await;
    std::fs::write(home.store.place().documents().join(&kept.id), b"something else").unwrap();
    let error = home.store.document_bytes(home.me, &kept.id).await.unwrap_err();
    assert!(matches!(error, StoreError::Damaged(_)), "{error}");
    // Adding the file again mends it.
    add(&home, "law.png", PNG, "c1").await;
    assert_eq!(home.store.document_bytes(home.me, &kept.id).await.unwrap(), PNG);
}
