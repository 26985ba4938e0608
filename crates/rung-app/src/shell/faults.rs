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
use rung_words::{Language, Words, say};
use serde_json::{Value, json};

/// What was wrong, and what to do.
#[derive(Clone, Debug)]
pub struct Fault {
    status: StatusCode,
    title: Message,
    detail: Detail,
    problems: Problems,
    /// Addresses and names of what may have been meant.
    near: Vec<(String, String)>,
}

/// Said when it is known who reads it.
type Message = fn(&Words) -> String;

#[derive(Clone, Debug)]
enum Detail {
    Message(Message),
    /// In the reader's language already.
    Said(String),
    /// Of the store, or of a reader of requests: in English.
    English(String),
    /// So many faults of the record.
    Faults(usize),
}

impl Detail {
    fn said(&self, words: &Words) -> String {
        match self {
            Self::Message(message) => message(words),
            Self::Said(text) => text.clone(),
            Self::English(text) => words.english(text).into_owned(),
            Self::Faults(count) => say!(words, "shell-fault-record-text", count = *count),
        }
    }
}

impl Fault {
    fn new(status: StatusCode, title: Message, detail: Message) -> Self {
        Self::with(status, title, Detail::Message(detail))
    }

    fn with(status: StatusCode, title: Message, detail: Detail) -> Self {
        Self { status, title, detail, problems: Problems::default(), near: Vec::new() }
    }

    /// There is no such page.
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            |words| say!(words, "shell-fault-not-found"),
            |words| say!(words, "shell-fault-not-found-text"),
        )
    }

    /// The same fault, with pages that may have been meant: address and name.
    pub fn suggest(self, near: Vec<(String, String)>) -> Self {
        Self { near, ..self }
    }

    /// The page is not for this method.
    pub fn wrong_method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            |words| say!(words, "shell-fault-form-only"),
            |words| say!(words, "shell-fault-form-only-text"),
        )
    }

    /// The server was called by a name that is not its own.
    pub fn wrong_host() -> Self {
        Self::new(
            StatusCode::MISDIRECTED_REQUEST,
            |words| say!(words, "shell-fault-host"),
            |words| say!(words, "shell-fault-host-text"),
        )
    }

    /// A page of another site sent a form.
    pub fn foreign_form() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            |words| say!(words, "shell-fault-foreign"),
            |words| say!(words, "shell-fault-foreign-text"),
        )
    }

    /// The form does not carry this browser's token: its page is old, or not ours.
    pub fn old_form() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            |words| say!(words, "shell-fault-old"),
            |words| say!(words, "shell-fault-old-text"),
        )
    }

    /// The form did not arrive whole.
    pub fn form_broke_off() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            |words| say!(words, "shell-fault-unreadable"),
            |words| say!(words, "shell-fault-broke-off-text"),
        )
    }

    /// What the store said.
    fn of_store(error: &StoreError) -> Self {
        let (status, title): (StatusCode, Message) = match error {
            StoreError::Conflict(_) | StoreError::ChangedSince(_) | StoreError::Replaced => {
                (StatusCode::CONFLICT, |words| say!(words, "shell-fault-conflict"))
            }
            StoreError::Refused(_) => {
                (StatusCode::UNPROCESSABLE_ENTITY, |words| say!(words, "shell-fault-refused"))
            }
            StoreError::Missing(_) => (StatusCode::NOT_FOUND, |words| say!(words, "shell-fault-missing")),
            StoreError::Newer { .. }
            | StoreError::Damaged(_)
            | StoreError::File { .. }
            | StoreError::Database(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, |words| say!(words, "shell-fault-store"))
            }
        };
        let detail = format!("{}.", super::words::capital(&error.to_string()));
        Self::with(status, title, Detail::English(detail))
    }

    /// The body is larger than a record can be.
    pub fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            |words| say!(words, "shell-fault-too-large"),
            |words| say!(words, "shell-fault-too-large-text"),
        )
    }

    /// The body is not a form, or broke off: why, in English.
    pub fn unreadable(detail: impl Into<String>) -> Self {
        let detail = Detail::English(detail.into());
        Self::with(StatusCode::BAD_REQUEST, |words| say!(words, "shell-fault-unreadable"), detail)
    }

    /// A field of the request has a value that cannot be: which, in the reader's language.
    pub fn bad_value(detail: impl Into<String>) -> Self {
        let detail = Detail::Said(detail.into());
        Self::with(StatusCode::UNPROCESSABLE_ENTITY, |words| say!(words, "shell-fault-value"), detail)
    }

    /// The record has faults.
    pub fn faulty_record(problems: Problems) -> Self {
        let count = problems.listed.len() + problems.more;
        let title: Message = |words| say!(words, "shell-fault-record");
        Self { problems, ..Self::with(StatusCode::UNPROCESSABLE_ENTITY, title, Detail::Faults(count)) }
    }

    /// Our own fault.
    pub fn broken() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            |words| say!(words, "shell-fault-broken"),
            |words| say!(words, "shell-fault-broken-text"),
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
                |words| say!(words, "shell-fault-too-many"),
                |words| say!(words, "shell-fault-too-many-text"),
            )),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::new(
                status,
                |words| say!(words, "shell-fault-too-long"),
                |words| say!(words, "shell-fault-too-long-text"),
            )),
            status if status.is_server_error() => Some(Self { status, ..Self::broken() }),
            status if status.is_client_error() => Some(Self::new(
                status,
                |words| say!(words, "shell-fault-unreadable"),
                |words| say!(words, "shell-fault-unreadable-text"),
            )),
            _ => None,
        }
    }

    /// Programs read English, whatever their user speaks.
    fn as_json(&self) -> Value {
        let words = Words::of(Language::English);
        let mut problem = json!({
            "type": "about:blank",
            "title": (self.title)(words),
            "status": self.status.as_u16(),
            "detail": self.detail.said(words),
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
        let words = frame.words;
        let title = (self.title)(words);
        let body = html! {
            (components::empty_state(&title, &self.detail.said(words), html! {
                @if !self.near.is_empty() {
                    p { (say!(words, "shell-fault-near")) }
                    ul.near { @for (address, name) in &self.near { li { a href=(address) { (frame.english(name)) } } } }
                }
                a.button href="/" { (say!(words, "shell-fault-home")) }
            }))
            p.quiet.centred { (say!(words, "shell-fault-answer", status = self.status.as_str())) }
        };
        Page::new(title, body).with_status(self.status).render(frame, &Banner::default())
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
