//! The jurisdictions as tiles of equal size, about where they lie.

use rung_catalog::{Authority, Catalog};

/// One jurisdiction's place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile<'a> {
    /// Whose.
    pub authority: &'a Authority,
    /// From the left, from 0.
    pub column: usize,
    /// From the top, from 0.
    pub row: usize,
}

/// Every jurisdiction that the catalogue places, row by row. One that it does not place (an overlay's) comes after the
/// last row.
pub fn tiles(catalog: &Catalog) -> Vec<Tile<'_>> {
    let jurisdictions = || catalog.authorities.iter().filter(|authority| authority.is_jurisdiction);
    let mut tiles = Vec::new();
    for (row, line) in catalog.tile_rows.iter().enumerate() {
        for (column, code) in line.split_whitespace().enumerate() {
            let authority = jurisdictions().find(|authority| authority.id.eq_ignore_ascii_case(code));
            tiles.extend(authority.map(|authority| Tile { authority, column, row }));
        }
    }
    let placed: Vec<&str> = tiles.iter().map(|tile| tile.authority.id.as_str()).collect();
    let others: Vec<&Authority> =
        jurisdictions().filter(|other| !placed.contains(&other.id.as_str())).collect();
    let below = catalog.tile_rows.len();
    tiles.extend(others.into_iter().enumerate().map(|(column, authority)| Tile {
        authority,
        column,
        row: below,
    }));
    tiles
}
