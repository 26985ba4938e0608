//! Addresses of this site: how they are written, and where a form sends its reader back to.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// What stands for itself in a part of a path: RFC 3986, unreserved.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A name as one part of a path, whatever is in it.
pub fn path_part(name: &str) -> String {
    utf8_percent_encode(name, PLAIN).to_string()
}

/// Where the page of a credit is.
pub fn credit_address(id: &str) -> String {
    // The form for a new one has this name: written otherwise, it is a credit's.
    let part = if id == "new" { "%6Eew".to_owned() } else { path_part(id) };
    format!("/education/credits/{part}")
}

/// A path with a query; pairs without a value are left out.
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<(&str, &str)> = pairs.iter().copied().filter(|(_, value)| !value.is_empty()).collect();
    match serde_html_form::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// The page of a credential that is held, by its entry.
pub fn held_address(id: &str) -> String {
    format!("/certifications/held/{}", path_part(id))
}

/// Path and query of a page of this site; the first page for anything else.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct LocalAddress(String);

impl LocalAddress {
    /// As it is written in an address field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for LocalAddress {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl From<String> for LocalAddress {
    fn from(text: String) -> Self {
        // `//host` and `/\host` name another site, and control characters could end the header that this goes into.
        let is_local = text.starts_with('/') && !text.starts_with("//") && !text.contains('\\');
        if is_local && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Self(text)
        } else {
            Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LocalAddress, path_part, with_query};

    #[test]
    fn names_are_parts_of_paths_and_values_of_queries() {
        assert_eq!(path_part("CE 1/2 é?#"), "CE%201%2F2%20%C3%A9%3F%23");
        assert_eq!(with_query("/a", &[("q", "law & order"), ("year", "")]), "/a?q=law+%26+order");
        assert_eq!(with_query("/a", &[("q", "")]), "/a");
    }

    #[test]
    fn only_pages_of_this_site_are_gone_back_to() {
        let back = |text: &str| LocalAddress::from(text.to_owned()).as_str().to_owned();
        assert_eq!(back("/education?year=2026#c1"), "/education?year=2026#c1");
        for elsewhere in [
            "",
            "//rung.example",
            "/\\rung.example",
            "https://rung.example/",
            "javascript:1",
            "/a\r\nb",
            "/ä",
        ] {
            assert_eq!(back(elsewhere), "/", "{elsewhere}");
        }
    }
}
