//! Forms that arrive: only our own, whole, and within limits.

use super::{Fault, Frame};
use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};
use rung_words::say;
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::HashMap;

/// A form without files is no larger than this.
const MAX_FORM_BYTES: usize = 1024 * 1024;
/// More files than this are not taken at once.
const MAX_FILES: usize = 50;

/// A form without files. It was sent by a page of ours: it carries the browser's token.
pub struct Posted<T>(pub T);

/// What a form brings that is only a button.
#[derive(Deserialize)]
pub struct Nothing {}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Posted<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let frame = Frame::of(request.headers(), request.uri());
        let body = Bytes::from_request(request, state).await.map_err(|refused| match refused.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Fault::too_large(),
            _ => Fault::form_broke_off(),
        })?;
        if body.len() > MAX_FORM_BYTES {
            return Err(Fault::too_large());
        }
        let fields: HashMap<String, Vec<String>> =
            serde_html_form::from_bytes(&body).map_err(|_| Fault::form_broke_off())?;
        let token = fields.get("token").and_then(|tokens| tokens.first());
        if !frame.sealed(token.map_or("", String::as_str)) {
            return Err(Fault::old_form());
        }
        serde_html_form::from_bytes(&body).map(Self).map_err(|error| Fault::unreadable(error.to_string()))
    }
}

/// A form with files, under the same conditions.
#[derive(Default)]
pub struct PostedFiles {
    texts: HashMap<String, String>,
    /// The files that were chosen; fields that were left empty are not among them.
    pub files: Vec<PostedFile>,
}

/// One file of a form.
pub struct PostedFile {
    /// The form's field.
    pub field: String,
    /// The name that it has on the sender's machine, without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

impl PostedFiles {
    /// The text field with this name, trimmed; empty when there is none.
    pub fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", |text| text.trim())
    }

    /// The first file of this field.
    pub fn file(&self, field: &str) -> Option<&PostedFile> {
        self.files.iter().find(|file| file.field == field)
    }

    async fn read(frame: &Frame, mut form: Multipart) -> Result<Self, Fault> {
        let mut posted = Self::default();
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            let file =
                field.file_name().map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned());
            let bytes = field.bytes().await.map_err(broken)?;
            match file {
                Some(file) if !(bytes.is_empty() && file.is_empty()) => {
                    if posted.files.len() == MAX_FILES {
                        let fault = say!(frame.words, "shell-fault-most-files", count = MAX_FILES);
                        return Err(Fault::bad_value(fault));
                    }
                    posted.files.push(PostedFile { field: name, name: file, bytes });
                }
                Some(_) => {}
                None => {
                    posted.texts.insert(name, String::from_utf8_lossy(&bytes).into_owned());
                }
            }
        }
        if frame.sealed(posted.text("token")) { Ok(posted) } else { Err(Fault::old_form()) }
    }
}

fn broken(error: MultipartError) -> Fault {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::too_large(),
        _ => Fault::form_broke_off(),
    }
}

impl<S: Send + Sync> FromRequest<S> for PostedFiles {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let frame = Frame::of(request.headers(), request.uri());
        let form = Multipart::from_request(request, state).await.map_err(|_| Fault::form_broke_off())?;
        Self::read(&frame, form).await
    }
}
