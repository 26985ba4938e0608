//! Who looks at a page, and how they wish to see it: language, theme, and the seal that their forms carry.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, Uri, header, request::Parts},
};
use maud::{Markup, html};
use rung_words::{Language, Words};
use sha2::{Digest as _, Sha256};
use std::convert::Infallible;

/// Names of the cookies. None says who somebody is: at home there is one person.
const LANGUAGE: &str = "language";
const THEME: &str = "theme";
const SEAL: &str = "seal";

/// A year: what a browser keeps at most.
const KEPT_SECONDS: u32 = 31_536_000;

/// Which colours are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// What the system wishes.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The strongest contrast.
    Contrast,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// The word in the cookie and in the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// What every page needs to know of a request.
#[derive(Clone)]
pub struct Frame {
    /// Messages in the reader's language.
    pub words: &'static Words,
    /// That language.
    pub language: Language,
    /// The colours they chose.
    pub theme: Theme,
    /// Path and query of the page.
    pub address: String,
    known_tags: String,
    seal: Seal,
}

/// A secret between the site and one browser. A form of ours carries what only who knows the seal can reckon: another
/// site can make a browser send a form, but cannot read the seal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Seal {
    secret: String,
    is_new: bool,
}

impl Seal {
    /// The browser's, or a new one for it.
    fn of(headers: &HeaderMap) -> Self {
        let is_secret = |text: &&str| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match cookie(headers, SEAL).filter(is_secret) {
            Some(secret) => Self { secret: secret.to_owned(), is_new: false },
            None => Self { secret: random_text(), is_new: true },
        }
    }

    fn token(&self) -> String {
        let hash = Sha256::digest(format!("a form of Rung {}", self.secret));
        hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// 128 random bits as 32 hexadecimal digits.
pub(super) fn random_text() -> String {
    let mut random = [0_u8; 16];
    // A system without random numbers gets a seal that matches no form: forms are refused, pages are read.
    match getrandom::fill(&mut random) {
        Ok(()) => random.iter().map(|byte| format!("{byte:02x}")).collect(),
        Err(_) => String::new(),
    }
}

/// The cookie's value.
fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(known, value)| (known == name).then_some(value))
}

fn kept(name: &str, value: &str) -> Option<HeaderValue> {
    let text = format!("{name}={value}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Strict; HttpOnly");
    HeaderValue::from_str(&text).ok()
}

impl Frame {
    /// Reads it off a request.
    pub fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let chosen = cookie(headers, LANGUAGE).and_then(Language::from_code);
        let language = chosen.unwrap_or_else(|| Language::negotiate(text(header::ACCEPT_LANGUAGE)));
        Self {
            words: Words::of(language),
            language,
            theme: cookie(headers, THEME).and_then(Theme::from_code).unwrap_or_default(),
            address: uri.path_and_query().map_or("/", |whole| whole.as_str()).to_owned(),
            known_tags: text(header::IF_NONE_MATCH).to_owned(),
            seal: Seal::of(headers),
        }
    }

    /// Whether the browser has a copy of the page with this tag.
    pub fn knows(&self, tag: &str) -> bool {
        self.known_tags.split(',').any(|known| known.trim() == tag)
    }

    /// The field that every form carries: see [`super::Posted`].
    pub fn token(&self) -> Markup {
        html! { input type="hidden" name="token" value=(self.seal.token()); }
    }

    /// Whether a form carried the token.
    pub(super) fn sealed(&self, token: &str) -> bool {
        !self.seal.is_new && !self.seal.secret.is_empty() && token == self.seal.token()
    }

    /// Names the browser among others, without telling its seal.
    pub(super) fn sealed_by(&self) -> String {
        if self.seal.is_new { String::new() } else { self.seal.token() }
    }

    /// What else than its content makes a page look as it does.
    pub(super) fn looks(&self) -> impl std::hash::Hash + '_ {
        (self.language, self.theme, &self.seal, &self.address)
    }

    /// Has a browser that has no seal keep this one.
    pub fn keep_seal(&self, headers: &mut HeaderMap) {
        if self.seal.is_new
            && let Some(cookie) = kept(SEAL, &self.seal.secret)
        {
            headers.append(header::SET_COOKIE, cookie);
        }
    }

    /// The cookie that remembers a language.
    pub fn remember_language(language: Language) -> Option<HeaderValue> {
        kept(LANGUAGE, language.code())
    }

    /// The cookie that remembers a theme.
    pub fn remember_theme(theme: Theme) -> Option<HeaderValue> {
        kept(THEME, theme.code())
    }
}

impl<S: Sync> FromRequestParts<S> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers, &parts.uri))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(cookies: &str) -> Frame {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookies.parse().unwrap());
        Frame::of(&headers, &Uri::from_static("/education?by=year"))
    }

    #[test]
    fn cookies_say_how_the_page_is_wished() {
        let frame = frame("seal=0123456789abcdef0123456789abcdef; language=es;theme=contrast");
        assert_eq!((frame.language, frame.theme), (Language::Spanish, Theme::Contrast));
        assert!(frame.sealed(&frame.seal.token()) && !frame.sealed("") && !frame.sealed("0"));
    }

    #[test]
    fn a_browser_without_a_seal_gets_one_and_no_form_of_it_is_taken_yet() {
        for cookies in
            ["", "seal=", "seal=short", "language=tlh; theme=pink; seal=0123456789abcdef0123456789abcde."]
        {
            let frame = frame(cookies);
            let mut headers = HeaderMap::new();
            frame.keep_seal(&mut headers);
            assert!(
                headers.contains_key(header::SET_COOKIE) && !frame.sealed(&frame.seal.token()),
                "{cookies}"
            );
            assert_eq!((frame.language, frame.theme), (Language::English, Theme::System));
        }
    }
}
