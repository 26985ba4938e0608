//! Answers to requests that cannot be served: a page for a person, a problem document (RFC 9457) for a program.

use super::{Banner, Frame, Page, components};
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use maud::html;
use rung_record::Problems;
use rung_store::StoreError;
use serde_json::{Value, json};

/// What was wrong, and what to do.
#[derive(Clone, Debug)]
pub struct Fault {
    status: StatusCode,
    title: &'static str,
    detail: String,
    problems: Problems,
    /// Addresses and names of what may have been meant.
    near: Vec<(String, String)>,
}

impl Fault {
    fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self { status, title, detail: detail.into(), problems: Problems::default(), near: Vec::new() }
    }

    /// There is no such page.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is no such page", "The address may be mistyped, or old.")
    }

    /// The same fault, with pages that may have been meant: address and name.
    pub fn suggest(self, near: Vec<(String, String)>) -> Self {
        Self { near, ..self }
    }

    /// The page is not for this method.
    pub fn wrong_method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "This address is for a form",
            "It takes what a form sends, and cannot be opened by itself. Go back to the page with the form.",
        )
    }

    /// The server was called by a name that is not its own.
    pub fn wrong_host() -> Self {
        Self::new(
            StatusCode::MISDIRECTED_REQUEST,
            "This is not the server you are looking for",
            "Rung answers only to 127.0.0.1, localhost or [::1] with its port. Open it by the address it printed \
             when it started.",
        )
    }

    /// A page of another site sent a form.
    pub fn foreign_form() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "This form came from another site",
            "Rung takes forms only from its own pages. Nothing was changed. Open Rung and fill in the form there.",
        )
    }

    /// The form does not carry this browser's token: its page is old, or not ours.
    pub fn old_form() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "This form is too old",
            "Nothing was changed. Go back, load the page again and send the form once more. Your browser must keep \
             this site's cookies for that.",
        )
    }

    /// The form did not arrive whole.
    pub fn form_broke_off() -> Self {
        Self::unreadable("The form did not arrive whole, and nothing was changed. Go back and send it again.")
    }

    /// What the store said.
    fn of_store(error: &StoreError) -> Self {
        let (status, title) = match error {
            StoreError::Conflict(_) | StoreError::ChangedSince(_) | StoreError::Replaced => {
                (StatusCode::CONFLICT, "It was changed in the meantime")
            }
            StoreError::Refused(_) => (StatusCode::UNPROCESSABLE_ENTITY, "It cannot be kept like this"),
            StoreError::Missing(_) => (StatusCode::NOT_FOUND, "It is not there"),
            StoreError::Newer { .. }
            | StoreError::Damaged(_)
            | StoreError::File { .. }
            | StoreError::Database(_) => (StatusCode::INTERNAL_SERVER_ERROR, "The data could not be reached"),
        };
        Self::new(status, title, format!("{}.", super::words::capital(&error.to_string())))
    }

    /// The body is larger than a record can be.
    pub fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "This file is too large",
            "A record has at most 32 MB, a document 15 MB. Is it the right file?",
        )
    }

    /// The body is not a form, or broke off.
    pub fn unreadable(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "This could not be read", detail)
    }

    /// A field of the request has a value that cannot be.
    pub fn bad_value(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "A value is not right", detail)
    }

    /// The record has faults.
    pub fn faulty_record(problems: Problems) -> Self {
        let count = problems.listed.len() + problems.more;
        let detail = match count {
            1 => "The record has 1 fault.".to_owned(),
            _ => format!("The record has {count} faults."),
        };
        Self {
            problems,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "This record cannot be read yet", detail)
        }
    }

    /// Our own fault.
    pub fn broken() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something broke on our side",
            "Your record is not damaged. Try once more; if it happens again, please report it.",
        )
    }

    /// A status that a layer below answered without words.
    fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::not_found()),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::wrong_method()),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::too_large()),
            StatusCode::TOO_MANY_REQUESTS => Some(Self::new(
                status,
                "Too many wrong addresses",
                "Somebody tried many addresses that do not exist. Wait a minute, then try again.",
            )),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::new(
                status,
                "This took too long",
                "The answer was not ready in 30 seconds. Try once more, or with fewer credits.",
            )),
            status if status.is_server_error() => Some(Self { status, ..Self::broken() }),
            status if status.is_client_error() => {
                Some(Self { status, ..Self::unreadable("The request was not understood.") })
            }
            _ => None,
        }
    }

    fn as_json(&self) -> Value {
        let mut problem = json!({
            "type": "about:blank",
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        if let (false, Some(fields)) = (self.problems.listed.is_empty(), problem.as_object_mut()) {
            let error =
                |problem: &rung_record::Problem| json!({"place": problem.place, "what": problem.what});
            fields.insert("errors".into(), self.problems.listed.iter().map(error).collect());
            if self.problems.more > 0 {
                fields.insert("more".into(), json!(self.problems.more));
            }
        }
        problem
    }

    fn as_page(&self, frame: &Frame) -> Response {
        let body = html! {
            (components::empty_state(self.title, &self.detail, html! {
                @if !self.near.is_empty() {
                    p { "Did you mean" }
                    ul.near { @for (address, name) in &self.near { li { a href=(address) { (name) } } } }
                }
                a.button href="/" { "Go to the first page" }
            }))
            p.quiet.centred { "Answer " (self.status.as_u16()) }
        };
        Page::new(self.title, body).with_status(self.status).render(frame, &Banner::default())
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::of_store(&error)
    }
}

/// Carries the fault to [`show`], which knows what the asker reads.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Words every fault, and every wordless error of the layers below, as the asker reads it.
pub async fn show(request: Request, next: Next) -> Response {
    let wants_json = request.uri().path().starts_with("/api/") || prefers_json(request.headers());
    let frame = Frame::of(request.headers(), request.uri());
    let response = next.run(request).await;
    let fault = response.extensions().get::<Fault>().cloned();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|media_type| media_type.as_bytes().starts_with(b"text/html"));
    if is_page && (fault.is_none() || !wants_json) {
        return response;
    }
    let Some(fault) = fault.or_else(|| Fault::of_status(response.status())) else { return response };
    let mut shown = if wants_json {
        let problem = HeaderValue::from_static("application/problem+json");
        (fault.status, [(header::CONTENT_TYPE, problem)], fault.as_json().to_string()).into_response()
    } else {
        fault.as_page(&frame)
    };
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            shown.headers_mut().insert(name, value.clone());
        }
    }
    shown
}

/// Whether the asker names JSON and does not name pages.
fn prefers_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    (accept.contains("application/json") || accept.contains("application/problem+json"))
        && !accept.contains("text/html")
}
