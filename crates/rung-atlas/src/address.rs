//! Where a reader finds something, for good.

use std::{fmt, str::FromStr};

/// The stable address of a page of the catalogue, or of one fact on it.
///
/// Ids never change, so neither do addresses. As text it is `credentials/tx-pharmacy-technician/current/law`; a web
/// page puts a slash before it, a command takes it as it is.
///
/// ```
/// use rung_atlas::Address;
/// let law: Address = "credentials/tx-pharmacy-technician/current/law".parse()?;
/// assert_eq!(law, Address::credential("tx-pharmacy-technician").at(["current", "law"]));
/// assert_eq!(law.page().to_string(), "credentials/tx-pharmacy-technician");
/// assert_eq!(law.anchor(), "current.law");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    shelf: String,
    id: String,
    place: Vec<String>,
}

/// The kinds of page.
const SHELVES: [&str; 8] =
    ["jurisdictions", "bodies", "credentials", "roles", "settings", "actions", "organizations", "feeds"];

impl Address {
    /// The page of a shelf's item: `Address::on("roles", "lead-technician")`.
    pub fn on(shelf: &str, id: &str) -> Self {
        Self { shelf: shelf.to_owned(), id: id.to_owned(), place: Vec::new() }
    }

    /// A credential's page.
    pub fn credential(id: &str) -> Self {
        Self::on("credentials", id)
    }

    /// The page of a board or of a certifying body.
    pub fn authority(authority: &rung_catalog::Authority) -> Self {
        Self::on(if authority.is_jurisdiction { "jurisdictions" } else { "bodies" }, &authority.id)
    }

    /// A place on this page.
    pub fn at<T: Into<String>>(&self, place: impl IntoIterator<Item = T>) -> Self {
        Self { place: place.into_iter().map(Into::into).collect(), ..self.clone() }
    }

    /// A place inside this one.
    pub(crate) fn below(&self, part: &str) -> Self {
        self.at(self.place.iter().map(String::as_str).chain([part]))
    }

    /// The kind of page: `credentials`.
    pub fn shelf(&self) -> &str {
        &self.shelf
    }

    /// Whose page: `tx-pharmacy-technician`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The page alone.
    pub fn page(&self) -> Self {
        self.at::<String>([])
    }

    /// The parts of the place: `current`, `law`; none for the page itself.
    pub fn place(&self) -> &[String] {
        &self.place
    }

    /// The place on the page as one word: `current.law`; empty for the page itself.
    pub fn anchor(&self) -> String {
        self.place.join(".")
    }

    /// Whether it is a place on a page.
    pub fn is_place(&self) -> bool {
        !self.place.is_empty()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.shelf, self.id)?;
        self.place.iter().try_for_each(|part| write!(f, "/{part}"))
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split('/').filter(|part| !part.is_empty());
        let (shelf, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if !SHELVES.contains(&shelf) || id.is_empty() {
            let shelves = SHELVES.join(", ");
            return Err(format!(
                "\"{text}\" is not an address (it starts with one of {shelves}, then an id)"
            ));
        }
        Ok(Self::on(shelf, id).at(parts))
    }
}
