//! Both objectives with their certificates.
fn main() {
    divan::main();
}
