//! Certificates and other papers: kept, shown safely, linked, and read into credits.

use crate::{
    home::{Answer, Home},
    site::TEXAN,
};
use axum::http::{StatusCode, header};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nsample";

/// A PDF of one page with these lines of text.
pub fn pdf(lines: &[&str]) -> Vec<u8> {
    let shown: String = lines.iter().map(|line| format!("({line}) Tj 0 -20 Td ")).collect();
    let content = format!("BT /F1 12 Tf 72 700 Td {shown}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let start = file.len();
    file.push_str("xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

fn certificate() -> Vec<u8> {
    pdf(&[
        "Certificate of Completion",
        "Title: A New Law",
        "Provider: Sample University",
        "Completed on: February 11, 2026",
        "1.5 contact hours",
        "UAN 0107-0000-26-021-L03-T",
    ])
}

async fn at_home() -> Home {
    let home = Home::of(TEXAN).await;
    home.get("/").await;
    home
}

async fn add(home: &Home, belongs_to: &str, name: &str, bytes: &[u8]) -> Answer {
    home.post_files("/documents/new", &[("for", belongs_to)], &[("file", name, bytes)]).await
}

/// The version that the page's forms carry.
fn version(page: &Answer) -> String {
    page.part("name=\"version\" value=\"", "\">").split('"').nth(3).unwrap().to_owned()
}

#[tokio::test]
async fn a_certificate_is_attached_to_a_credit_and_shown_there() {
    let home = at_home().await;
    let form = home.get("/documents/new?for=credit:c1").await;
    assert!(
        form.body.contains("It will belong to") && form.body.contains("name=\"for\" value=\"credit:c1\"")
    );
    let sent = add(&home, "credit:c1", "law.png", PNG).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let credit = home.get(sent.header(header::LOCATION)).await;
    assert!(credit.body.contains(">law.png</a>") && credit.body.contains("Added the document law.png"));
    let ledger = home.get("/education/credits?documented=yes").await;
    assert!(ledger.body.contains("1 credit, 1 h."));
    let list = home.get("/documents").await;
    assert!(list.body.contains("1 document, 14 bytes."), "{}", list.part("<p class=\"summary", "</p>"));
}

#[tokio::test]
async fn a_certificate_fills_in_a_credit_and_belongs_to_it() {
    let home = at_home().await;
    let sent = add(&home, "", "A New Law.pdf", &certificate()).await;
    let page = home.get(sent.header(header::LOCATION)).await;
    assert!(page.body.contains("Title: A New Law"), "its text is shown: {}", page.body);
    let form = page.part("/education/credits/new?document=", "\"");
    let form = home.get(form.trim_end_matches('"')).await;
    for field in [
        "name=\"title\" value=\"A New Law\"",
        "name=\"provider\" value=\"Sample University\"",
        "value=\"2026-02-11\"",
        "name=\"hours\" value=\"1.5\"",
        "name=\"uan\" value=\"0107-0000-26-021-L03-T\"",
    ] {
        assert!(form.body.contains(field), "{field}");
    }
    let id = form.part("name=\"document\" value=\"", "\">").split('"').nth(3).unwrap().to_owned();
    let fields = [
        ("do", "save"),
        ("document", id.as_str()),
        ("completed", "2026-02-11"),
        ("title", "A New Law"),
        ("hours", "1.5"),
    ];
    let added = home.post_files("/education/credits/new", &fields, &[]).await;
    let credit = home.get(added.header(header::LOCATION)).await;
    assert!(credit.body.contains(">A New Law.pdf</a>"));

    // One undo takes the credit and its link; the document stays.
    let version = credit.part("action=\"/undo\"", "</form>");
    let version =
        version.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    home.post_and_follow("/undo", &[("version", &version), ("back", "/documents")]).await;
    assert_eq!(home.record().await.credits.len(), 2);
    assert!(home.get("/documents").await.body.contains("Nothing yet"));
}

#[tokio::test]
async fn a_file_with_the_form_of_a_credit_is_kept_even_when_a_field_is_wrong() {
    let home = at_home().await;
    let (fields, pdf) = ([("do", "save"), ("title", "Law")], certificate());
    let faulty = home.post_files("/education/credits/new", &fields, &[("file", "law.pdf", &pdf)]).await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faulty.body.contains("law.pdf (") && faulty.body.contains("name=\"document\""));
    let heic = home
        .post_files("/education/credits/new", &fields, &[("file", "x.heic", b"\0\0\0\x18ftypheic\0\0")])
        .await;
    assert!(heic.body.contains("This is a HEIC picture") && heic.body.contains("Most Compatible"));
}

#[tokio::test]
async fn bytes_are_handed_out_so_that_a_browser_runs_nothing_of_them() {
    let home = at_home().await;
    add(&home, "", "scan é.png", PNG).await;
    add(&home, "", "paper.pdf", &certificate()).await;
    let list = home.get("/documents").await.body;
    let addresses: Vec<&str> =
        list.split("href=\"/documents/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let ids: Vec<&&str> = addresses.iter().filter(|id| id.len() == 64).collect();
    let (pdf, png) = (
        home.get(&format!("/documents/{}/file", ids[0])).await,
        home.get(&format!("/documents/{}/file", ids[1])).await,
    );
    assert_eq!(png.header(header::CONTENT_TYPE), "image/png");
    assert_eq!(
        png.header(header::CONTENT_DISPOSITION),
        "inline; filename=\"document.png\"; filename*=UTF-8''scan%20%C3%A9%2Epng"
    );
    assert!(pdf.header(header::CONTENT_DISPOSITION).starts_with("attachment; "));
    for answer in [&png, &pdf] {
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(
            answer.header(header::CONTENT_SECURITY_POLICY),
            "default-src 'none'; sandbox; frame-ancestors 'none'"
        );
    }
    assert_eq!(home.get("/documents/0000/file").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_it_belongs_to_is_changed_and_only_what_is_free_is_removed() {
    let home = at_home().await;
    add(&home, "credit:c1", "law.png", PNG).await;
    let id = home.store.parts::<rung_store::Document>(home.store.person().await.unwrap()).await.unwrap()[0]
        .id
        .clone();
    let address = format!("/documents/{id}");
    let page = home.get(&address).await;
    assert!(!page.body.contains(&format!("{address}/remove")), "linked: no way to remove it");
    let old = version(&page);
    let linked =
        home.post_and_follow(&format!("{address}/link"), &[("version", &old), ("owner", "credit:c2")]).await;
    assert!(linked.body.contains("Linked law.png") && linked.body.contains("Old news"));
    let stale = home.post(&format!("{address}/unlink"), &[("version", &old), ("owner", "credit:c1")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.body.contains("Nothing was done."));
    for owner in ["credit:c1", "credit:c2"] {
        let now = version(&home.get(&address).await);
        home.post_and_follow(&format!("{address}/unlink"), &[("version", &now), ("owner", owner)]).await;
    }
    let now = version(&home.get(&address).await);
    let list = home.post_and_follow(&format!("{address}/remove"), &[("version", &now)]).await;
    assert!(list.body.contains("No documents yet") && list.body.contains("Removed the document law.png"));
    assert_eq!(home.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_removed_credit_frees_its_certificate_and_one_undo_brings_both_back() {
    let home = at_home().await;
    add(&home, "credit:c1", "law.png", PNG).await;
    let credit = home.get("/education/credits/c1").await;
    let removed =
        home.post_and_follow("/education/credits/c1/remove", &[("version", &version(&credit))]).await;
    assert!(home.get("/documents").await.body.contains("Nothing yet"));
    let batch = removed.part("action=\"/undo\"", "</form>");
    let batch =
        batch.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    home.post_and_follow("/undo", &[("version", &batch)]).await;
    assert!(home.get("/education/credits/c1").await.body.contains(">law.png</a>"));
}

#[tokio::test]
async fn what_is_no_document_is_refused_with_advice() {
    let home = at_home().await;
    for (bytes, told) in [
        (&b"MZ program"[..], "neither a PDF nor a PNG or JPEG picture"),
        (b"\0\0\0\x18ftypheic\0\0", "Most Compatible"),
    ] {
        let answer = add(&home, "credit:c1", "x.pdf", bytes).await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains(told), "{told}");
        assert!(answer.body.contains("name=\"for\" value=\"credit:c1\""));
    }
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(rung_store::MAX_DOCUMENT_BYTES + 1, b' ');
    assert!(add(&home, "", "large.pdf", &large).await.body.contains("The file is larger than 15 MB."));
    let none = home.post_files("/documents/new", &[], &[]).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.body.contains("Choose a file first."));
}
