//! What the story knows besides the world: its texts, read once.

use std::sync::LazyLock;

use super::assets;
use super::house::{self, House};
use super::pattern::{self, Pattern};
use super::table::{column, rows};
use super::words::Words;

/// The texts, read.
#[derive(Debug)]
pub struct Lore {
    /// The house.
    pub house: House,
    /// The lists of words.
    pub words: Words,
    /// The conversations with slots.
    pub patterns: Vec<Pattern>,
    /// How many people of the story are in Bigin.
    pub known: u32,
}

/// A constant: what is compiled in, in a form that is quick to use. Told messages are told one at a time, and reading
/// all texts again for each would take longer than telling it.
static LORE: LazyLock<Lore> = LazyLock::new(|| Lore {
    house: house::house(),
    words: Words::read(),
    patterns: pattern::patterns(),
    known: known(),
});

/// How many people of the story are in Bigin.
fn known() -> u32 {
    let known = rows(assets::PEOPLE).filter(|row| column(row, 6) != Some("desk")).count();
    u32::try_from(known).unwrap_or(0)
}

/// The texts.
pub fn lore() -> &'static Lore {
    &LORE
}
