//! Keys pressed one after the other.

use std::fmt;
use std::str::FromStr;

use super::{InvalidKey, Key};

/// One or two keys that mean something together: `enter`, `g g`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord(Vec<Key>);

/// A text that names no chord.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidChord {
    /// A part of it is no key.
    #[error(transparent)]
    Key(#[from] InvalidKey),
    /// No key, or more than two.
    #[error("`{0}` has {1} keys; a chord is one key or two, with a space between them, as `g g`")]
    Length(String, usize),
}

impl Chord {
    /// The keys, in the order in which they are pressed; one or two.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether `pressed` is the beginning of this chord, but not all of it.
    pub fn continues(&self, pressed: &[Key]) -> bool {
        self.0.len() > pressed.len() && self.0.starts_with(pressed)
    }
}

impl FromStr for Chord {
    type Err = InvalidChord;

    fn from_str(text: &str) -> Result<Self, InvalidChord> {
        let keys = text.split_ascii_whitespace().map(str::parse).collect::<Result<Vec<Key>, _>>()?;
        match keys.len() {
            1 | 2 => Ok(Self(keys)),
            count => Err(InvalidChord::Length(text.to_owned(), count)),
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, key) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{key}")?;
        }
        Ok(())
    }
}
