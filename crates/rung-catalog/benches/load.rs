//! How long the catalogue takes to load.

fn main() {
    divan::main();
}

#[divan::bench]
fn the_whole_catalogue() -> usize {
    rung_catalog::Catalog::shipped().credentials.len()
}

#[divan::bench]
fn the_field() -> usize {
    rung_catalog::Catalog::shipped().field().roles.roles.len()
}
