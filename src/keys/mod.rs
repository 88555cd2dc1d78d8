//! Keys, chords and the keymap: what was pressed, and what that means where the person is.
//!
//! Nothing here knows a terminal: `term::input` turns the terminal's events into `Key`s, and the
//! actions and contexts of a `Keymap` are types of its caller.

mod chord;
mod key;
mod keymap;

pub use chord::{Chord, InvalidChord};
pub use key::{Code, InvalidKey, Key};
pub use keymap::{Keymap, KeymapError, Origin, Problem, Resolution};
