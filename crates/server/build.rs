//! Words are compiled in, so a new or changed file in `locales/` has to build the crate again.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
