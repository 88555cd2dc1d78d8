//! How far the two systems are brought together, as a person says it.

use std::{fmt, str::FromStr};

use crate::sync::mode::{Mode, NoSync, OneWay, TwoWay};

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Both are written.
    Both,
    /// Desk is written, Bigin only read.
    One,
    /// Neither is written.
    None,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Both, Self::One, Self::None];

    /// The word in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Both => TwoWay::NAME,
            Self::One => OneWay::NAME,
            Self::None => NoSync::NAME,
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Way {
    type Err = NoWay;

    fn from_str(word: &str) -> Result<Self, NoWay> {
        Self::ALL.into_iter().find(|way| way.name() == word).ok_or_else(|| NoWay(word.to_owned()))
    }
}

/// Not one of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not one of: two-way, one-way, none")]
pub struct NoWay(pub String);
