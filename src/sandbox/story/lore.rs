//! What the story knows besides the world: its texts, read once.

use std::sync::LazyLock;

use super::house::{self, House};
use super::pattern::{self, Pattern};
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
}

/// A constant: what is compiled in, in a form that is quick to use. Told messages are told one at a time, and reading
/// all texts again for each would take longer than telling it.
static LORE: LazyLock<Lore> =
    LazyLock::new(|| Lore { house: house::house(), words: Words::read(), patterns: pattern::patterns() });

/// The texts.
pub fn lore() -> &'static Lore {
    &LORE
}
