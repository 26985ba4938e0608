//! A site with data of its own and one browser in front of it, without a socket.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use rung_app::{Clock, Site, router};
use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_store::{Note, Place, Store};
use std::{
    collections::BTreeMap,
    sync::{Mutex, OnceLock},
};
use tempfile::TempDir;
use tower::ServiceExt;

pub const HOST: &str = "127.0.0.1:7864";

pub fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

/// The shipped catalogue, read once.
pub fn catalog() -> Catalog {
    static READ: OnceLock<Catalog> = OnceLock::new();
    READ.get_or_init(Catalog::shipped).clone()
}

/// Data in a folder that is thrown away, the site over it, and a browser that keeps its cookies.
pub struct Home {
    pub site: Router,
    pub store: Store,
    cookies: Mutex<BTreeMap<String, String>>,
    _folder: TempDir,
}

impl Home {
    /// Nothing is kept yet.
    pub async fn empty() -> Self {
        Self::with_catalog(catalog()).await
    }

    /// Nothing is kept yet, and other rules hold.
    pub async fn with_catalog(catalog: Catalog) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-23T12:00:00Z".parse().unwrap();
        let store = Store::open(&Place::new(folder.path()), now).await.unwrap();
        let site = Site::new(catalog, store.clone(), Clock::standing_at(today()));
        let site = router(site, HOST.parse().unwrap());
        Self { site, store, cookies: Mutex::default(), _folder: folder }
    }

    /// This record is kept.
    pub async fn of(record: &str) -> Self {
        let home = Self::empty().await;
        let record = Record::from_json(record.as_bytes()).unwrap();
        let note = Note::new("Imported", "2026-11-23T12:00:00Z".parse().unwrap());
        home.store.replace_record(home.store.person().await.unwrap(), &record, None, &note).await.unwrap();
        home
    }

    /// The same site before another browser, which has no cookies yet.
    pub fn another_browser(&self) -> Browser<'_> {
        Browser { site: &self.site }
    }

    /// The record as it is kept now.
    pub async fn record(&self) -> Record {
        (*self.store.record(self.store.person().await.unwrap()).await.unwrap().record).clone()
    }

    /// Opens a page.
    pub async fn get(&self, address: &str) -> Answer {
        self.ask(request(Method::GET, address).body(Body::empty()).unwrap()).await
    }

    /// Sends a form of ours, as a browser does.
    pub async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token().await;
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("token", token.as_str())]).collect();
        self.ask(form(address).body(Body::from(encoded(&fields))).unwrap()).await
    }

    /// Sends a form with files: field, file name, content.
    pub async fn post_files(
        &self,
        address: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let token = self.token().await;
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("token", token.as_str())]) {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        for (name, file, content) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n"
            );
            body.extend(head.bytes().chain(content.iter().copied()).chain(*b"\r\n"));
        }
        body.extend(b"--edge--\r\n");
        let form = form(address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.ask(form.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form and follows it to the page that it leads to.
    pub async fn post_and_follow(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(address, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}: {}", answer.body);
        self.get(answer.header(header::LOCATION)).await
    }

    /// The token that the browser's forms carry.
    pub async fn token(&self) -> String {
        let page = self.get("/rules").await.body;
        let field = "name=\"token\" value=\"";
        let start = page.find(field).unwrap() + field.len();
        page[start..].split('"').next().unwrap().to_owned()
    }

    /// Sends any request, with the browser's cookies.
    pub async fn ask(&self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let answer = ask(&self.site, request).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        answer
    }
}

/// A browser that has never been here.
pub struct Browser<'a> {
    site: &'a Router,
}

impl Browser<'_> {
    /// Opens a page.
    pub async fn get(&self, address: &str) -> Answer {
        ask(self.site, request(Method::GET, address).body(Body::empty()).unwrap()).await
    }
}

/// A request to the site by its name.
pub fn request(method: Method, address: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(address).header(header::HOST, HOST)
}

/// A form that the site's own page sends.
pub fn form(address: &str) -> axum::http::request::Builder {
    request(Method::POST, address).header(header::ORIGIN, format!("http://{HOST}"))
}

fn encoded(fields: &[(&str, &str)]) -> String {
    serde_html_form::to_string(fields).unwrap()
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
