//! Where a form sends its reader back to: a page of this site and nowhere else.

use serde::Deserialize;

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
    use super::LocalAddress;

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
