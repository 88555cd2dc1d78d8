//! The keymap: in which context which chord asks for which action.
//!
//! One table for each context, one entry for each chord; a person's own file is laid over the built-in one:
//!
//! ```toml
//! [list]
//! "j" = "next-row"
//! "g g" = "first-row"
//! "q" = false          # in one's own file: takes the built-in entry away
//! ```

mod error;
mod parse;
mod resolve;

pub use error::{KeymapError, Origin, Problem};
pub use resolve::Resolution;

use super::Chord;

/// Which chord asks for which action, in contexts of type `C` and with actions of type `A`.
///
/// Both are the caller's enums, written in kebab-case in the file through their `FromStr`.
#[derive(Clone, Debug)]
pub struct Keymap<C, A> {
    bindings: Vec<Binding<C, A>>,
}

/// One entry of the file.
#[derive(Clone, Debug)]
struct Binding<C, A> {
    context: C,
    chord: Chord,
    action: A,
}

impl<C: Clone + Eq, A: Clone + Eq> Keymap<C, A> {
    /// Every entry, in the order of the files: for the help, the palette and `docs/keys.md`.
    pub fn entries(&self) -> impl Iterator<Item = (&C, &Chord, &A)> {
        self.bindings.iter().map(|entry| (&entry.context, &entry.chord, &entry.action))
    }

    /// The first chord that asks for `action` in these contexts (innermost first) and is not covered by
    /// another meaning further inside; what a hint line or a menu shows beside the action.
    pub fn chord_of(&self, contexts: &[C], action: &A) -> Option<&Chord> {
        contexts.iter().enumerate().find_map(|(depth, context)| {
            self.of(context)
                .find(|entry| entry.action == *action && !self.covered(&contexts[..depth], &entry.chord))
                .map(|entry| &entry.chord)
        })
    }

    /// The entries of one context.
    fn of(&self, context: &C) -> impl Iterator<Item = &Binding<C, A>> {
        self.bindings.iter().filter(move |entry| entry.context == *context)
    }

    /// Whether a context further inside catches `chord`, or a part of it, first.
    fn covered(&self, inner: &[C], chord: &Chord) -> bool {
        let keys = chord.keys();
        inner.iter().flat_map(|context| self.of(context)).any(|entry| {
            let other = entry.chord.keys();
            keys.starts_with(other) || other.starts_with(keys)
        })
    }
}
