//! The site without a socket, and what it answers.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use rung_app::{Site, router};
use rung_catalog::Catalog;
use rung_record::Date;
use tower::ServiceExt;

pub const HOST: &str = "127.0.0.1:7864";

pub fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

pub fn site() -> Router {
    router(Site::new(Catalog::shipped(), today), HOST.parse().unwrap())
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The text between the first `start` and the `end` after it, both included, a line for each element.
    pub fn part(&self, start: &str, end: &str) -> String {
        let from = self.body.find(start).unwrap_or_else(|| panic!("no {start} in {}", self.body));
        let length = self.body[from..].find(end).unwrap() + end.len();
        self.body[from..from + length].replace("><", ">\n<")
    }
}

pub async fn ask(site: &Router, request: Request<Body>) -> Answer {
    let response = site.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
}
