//! The documents that are made of the code: that they are current. `UPDATE_DOCS=1 cargo test docs` writes them anew.

mod commands;
mod keys;
mod pages;
mod sandbox;
mod settings;

use std::path::{Path, PathBuf};

/// A file of the package.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// Compares a document with what it should be, or writes it.
fn is_current(name: &str, wanted: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some_and(|set| set == "1") {
        std::fs::write(path(name), wanted).expect("written");
        return;
    }
    assert!(read(name) == wanted, "{name} is out of date: run `UPDATE_DOCS=1 cargo test docs`");
}
