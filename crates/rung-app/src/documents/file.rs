//! The bytes of a document. They come from anywhere, so that a browser is told to run nothing of them.

use crate::shell::{Fault, Visit};
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rung_store::{Document, MediaType};

/// Nothing of a document is loaded, run or framed, whatever its bytes say.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// `GET /documents/{id}/file`: a picture is shown, a PDF is handed over to be kept.
pub async fn send(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    let document = visit.kept().documents.iter().find(|document| document.id == id);
    let document = document.ok_or_else(Fault::not_found)?.value.clone();
    // Equal bytes have an equal hash, and it is the document's id.
    let tag = format!("\"{}\"", document.sha256);
    let kept = [(header::CACHE_CONTROL, "private, no-cache".to_owned()), (header::ETAG, tag.clone())];
    if visit.frame.knows(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let bytes = visit.site.store().document_bytes(visit.person, &id).await?;
    let mut response = (kept, [(header::CONTENT_TYPE, document.media_type.name())], bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CONTENT_DISPOSITION, disposition(&document));
    Ok(response)
}

/// RFC 6266: shown or kept, and under which name; the plain name is for programs that know no other.
fn disposition(document: &Document) -> HeaderValue {
    let how = if document.media_type == MediaType::Pdf { "attachment" } else { "inline" };
    let encoded = utf8_percent_encode(&document.name, NON_ALPHANUMERIC);
    let text =
        format!("{how}; filename=\"document.{}\"; filename*=UTF-8''{encoded}", document.media_type.ending());
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("attachment"))
}
