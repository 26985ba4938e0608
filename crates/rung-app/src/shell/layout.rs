//! The frame around every page.

use super::{Frame, Theme, assets, components, frame};
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use maud::{DOCTYPE, Markup, html};
use rung_store::Version;
use rung_words::{Language, say};

/// Where the worker that keeps copies of pages puts the moment of the copy.
const WHEN_COPIED: &str = "{when}";

/// A room that the menu opens. An area that is not built yet is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What to do now.
    Today,
    /// The way up.
    Plan,
    /// What is held, and what could be.
    Certifications,
    /// Credits, obligations, what to take.
    Education,
    /// Settings and roles.
    Explore,
    /// The catalogue.
    Rules,
    /// The record as a whole: files, history, backups, settings.
    Record,
}

/// The rooms of the menu, the most used first; on a phone they are at the thumb.
const MENU: [Room; 6] =
    [Room::Today, Room::Plan, Room::Explore, Room::Certifications, Room::Education, Room::Rules];

impl Room {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Plan,
        Self::Certifications,
        Self::Education,
        Self::Explore,
        Self::Rules,
        Self::Record,
    ];

    /// The letter that opens it after `g`: the same in every language.
    pub fn key(self) -> char {
        match self {
            Self::Today => 't',
            Self::Plan => 'p',
            Self::Certifications => 'c',
            Self::Education => 'e',
            Self::Explore => 'x',
            Self::Rules => 'r',
            Self::Record => 'm',
        }
    }

    /// Where it begins.
    pub fn address(self) -> &'static str {
        match self {
            Self::Today => "/",
            Self::Plan => "/plan",
            Self::Certifications => "/certifications",
            Self::Education => "/education",
            Self::Explore => "/explore",
            Self::Rules => "/rules",
            Self::Record => "/record",
        }
    }

    /// What it is called.
    pub fn name(self, frame: &Frame) -> String {
        match self {
            Self::Today => say!(frame.words, "shell-room-today"),
            Self::Plan => say!(frame.words, "shell-room-plan"),
            Self::Certifications => say!(frame.words, "shell-room-certifications"),
            Self::Education => say!(frame.words, "shell-room-education"),
            Self::Explore => say!(frame.words, "shell-room-explore"),
            Self::Rules => say!(frame.words, "shell-room-rules"),
            Self::Record => say!(frame.words, "shell-room-record"),
        }
    }

    /// What is drawn for it in a 24 × 24 field.
    fn strokes(self) -> &'static str {
        match self {
            Self::Today => "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
            Self::Plan => "M5 19c5 0 3-7 7-7s2-7 7-7M16 5h3v3",
            Self::Certifications => "M12 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM9 14l-2 7 5-3 5 3-2-7",
            Self::Education => "M3 9l9-4 9 4-9 4-9-4zM7 11v5c3 2.5 7 2.5 10 0v-5M21 9v6",
            Self::Explore => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.5 8.5l-2 5-5 2 2-5z",
            Self::Rules => "M5 4h9a4 4 0 0 1 4 4v12H9a4 4 0 0 1-4-4zM9 9h5M9 13h5",
            Self::Record => {
                "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.5 20c.7-3.4 3.7-5.3 7.5-5.3s6.8 1.9 7.5 5.3"
            }
        }
    }
}

/// What a page says, without its frame.
pub struct Page {
    title: String,
    here: Option<Room>,
    status: StatusCode,
    body: Markup,
}

/// What was done just now, and can be undone.
#[derive(Clone, Debug)]
pub struct Toast {
    /// In words, as in the history.
    pub title: String,
    /// The batch.
    pub version: Version,
}

/// What stands around the page that depends on what is kept; nothing on pages that are the same for everybody.
#[derive(Clone, Copy, Default)]
pub struct Banner<'a> {
    /// The sample technician that is loaded.
    pub sample: Option<&'a str>,
    /// What was done just now.
    pub toast: Option<&'a Toast>,
    /// As of when the page is, so that its script can notice what is newer.
    pub stamp: Option<&'a str>,
}

impl Page {
    /// A page with this title, which is also its heading's text, and this content.
    pub fn new(title: impl Into<String>, body: Markup) -> Self {
        Self { title: title.into(), here: None, status: StatusCode::OK, body }
    }

    /// Marks the menu's entry that the reader is in.
    #[must_use]
    pub fn within(self, here: Room) -> Self {
        Self { here: Some(here), ..self }
    }

    /// Answered with another status than 200, as for a form with faults.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The whole page as it travels.
    pub fn render(self, frame: &Frame, banner: &Banner<'_>) -> Response {
        let html = Html(self.whole(frame, banner).into_string());
        let mut response = (self.status, html).into_response();
        frame.keep_seal(response.headers_mut());
        response
    }

    /// The whole page.
    pub fn whole(&self, frame: &Frame, banner: &Banner<'_>) -> Markup {
        let words = frame.words;
        html! {
            (DOCTYPE)
            html lang=(frame.language.code()) data-theme=[(frame.theme != Theme::System).then(|| frame.theme.code())] {
                head {
                    meta charset="utf-8";
                    title { (self.title) " · Rung" }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf9f5";
                    meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101514";
                    link rel="icon" type="image/svg+xml" href=(assets::ICON.address());
                    link rel="manifest" href="/manifest.webmanifest";
                    link rel="stylesheet" href=(assets::STYLE.address());
                    script type="module" src=(assets::SCRIPT.address()) {}
                }
                body data-stamp=[banner.stamp] {
                    a.skip href="#main" { (say!(words, "shell-skip-to-page")) }
                    p.offline role="status" { (say!(words, "shell-offline", when = WHEN_COPIED)) }
                    @if let Some(sample) = banner.sample { (sample_banner(frame, sample)) }
                    header.site { div.frame {
                        a.brand href="/" aria-label=(say!(words, "shell-brand-label")) { (components::ladder()) span { "Rung" } }
                        (self.menu(frame))
                        nav.tools aria-label=(say!(words, "shell-tools")) {
                            a href="/search" title=(say!(words, "shell-search")) data-palette=(assets::PALETTE.address()) { (stroke_icon("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20")) span.sr { (say!(words, "shell-search")) } }
                            a href=(Room::Record.address()) data-key=(Room::Record.key()) title=(Room::Record.name(frame)) aria-current=[self.current(Room::Record)] { (stroke_icon(Room::Record.strokes())) span.sr { (Room::Record.name(frame)) } }
                        }
                    } }
                    main.frame #main tabindex="-1" { (self.body) }
                    @if let Some(toast) = banner.toast { (toast_of(frame, toast)) }
                    @if banner.stamp.is_some() {
                        div.toast #changed role="status" hidden {
                            p { (say!(words, "shell-changed-elsewhere")) }
                            a.button.quiet.small href=(frame.address_without_done()) { (say!(words, "shell-load-again")) }
                        }
                    }
                    footer.site { div.frame {
                        p { (rung_rules::words::disclaimer(words)) }
                        p { (say!(words, "shell-runs-here")) }
                        (look(frame))
                    } }
                }
            }
        }
    }

    fn current(&self, room: Room) -> Option<&'static str> {
        (self.here == Some(room)).then_some("page")
    }

    fn menu(&self, frame: &Frame) -> Markup {
        html! {
            nav.menu aria-label=(say!(frame.words, "shell-menu")) {
                @for room in MENU {
                    a href=(room.address()) data-key=(room.key()) aria-current=[self.current(room)] { (stroke_icon(room.strokes())) span { (room.name(frame)) } }
                }
            }
        }
    }
}

fn stroke_icon(strokes: &str) -> Markup {
    html! { svg.glyph viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(strokes) {} } }
}

fn sample_banner(frame: &Frame, sample: &str) -> Markup {
    html! {
        aside.sample-banner aria-label=(say!(frame.words, "shell-sample-loaded")) { div.frame {
            p { strong { (say!(frame.words, "shell-sample-loaded")) } " " (say!(frame.words, "shell-sample-loaded-is", name = sample)) }
            (frame.form("/sample/remove", html! { button.button.quiet.small { (say!(frame.words, "shell-sample-remove")) } }))
        } }
    }
}

/// What was done, with the way back. Without script it stays until the next page; with it, it goes by itself.
fn toast_of(frame: &Frame, toast: &Toast) -> Markup {
    html! {
        div.toast role="status" {
            p { (toast.title) }
            (frame.form("/undo", html! {
                input type="hidden" name="version" value=(toast.version);
                input type="hidden" name="back" value=(frame.address_without_done());
                button.button.quiet.small { (say!(frame.words, "shell-undo")) }
            }))
        }
    }
}

/// Language and colours, chosen at the foot of every page.
fn look(frame: &Frame) -> Markup {
    html! {
        (frame.form("/look", html! {
            input type="hidden" name="back" value=(frame.address_without_done());
            fieldset.look {
                legend.sr { (say!(frame.words, "shell-look-language")) }
                @for language in Language::ALL {
                    button name="language" value=(language.code()) lang=(language.code()) aria-pressed=(language == frame.language) { (language.name()) }
                }
            }
            fieldset.look {
                legend.sr { (say!(frame.words, "shell-look-theme")) }
                @for theme in frame::Theme::ALL {
                    button name="theme" value=(theme.code()) aria-pressed=(theme == frame.theme) { (theme_name(frame, theme)) }
                }
            }
        }))
    }
}

fn theme_name(frame: &Frame, theme: Theme) -> String {
    match theme {
        Theme::System => say!(frame.words, "shell-theme-system"),
        Theme::Light => say!(frame.words, "shell-theme-light"),
        Theme::Dark => say!(frame.words, "shell-theme-dark"),
        Theme::Contrast => say!(frame.words, "shell-theme-contrast"),
    }
}

impl Frame {
    /// A form that changes something: it carries the token, see [`super::Posted`].
    pub fn form(&self, action: &str, fields: Markup) -> Markup {
        html! { form method="post" action=(action) { (self.token()) (fields) } }
    }

    /// A form that changes something and carries files, see [`super::PostedFiles`].
    pub fn form_with_files(&self, action: &str, fields: Markup) -> Markup {
        html! { form method="post" action=(action) enctype="multipart/form-data" { (self.token()) (fields) } }
    }

    /// A form with files that takes what is dropped anywhere on the page, or pasted onto it, as if it had been chosen;
    /// it holds [`components::bring`]. The script says what the attributes hold.
    pub fn drop_form(&self, action: &str, class: &str, fields: Markup) -> Markup {
        let words = self.words;
        html! {
            form class=(class) method="post" action=(action) enctype="multipart/form-data"
                data-drop=(say!(words, "shell-drop-here")) data-hint=(say!(words, "shell-drop-hint"))
                data-one=(say!(words, "shell-drop-one")) data-large=(say!(words, "shell-drop-large")) {
                (self.token()) (fields)
            }
        }
    }

    /// The page's address, without what it says was done just now.
    pub fn address_without_done(&self) -> String {
        let Some((path, query)) = self.address.split_once('?') else { return self.address.clone() };
        let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("done=")).collect();
        if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
    }
}
