//! How far the feeds of the two services were read.

use serde::{Deserialize, Serialize};

use crate::sync::{Kind, Millis, RecordId, Seconds, Side};

/// A feed of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Feed {
    /// Records of a kind by modified time.
    Changed(Side, Kind),
    /// Deleted records; Desk's one feed holds all kinds, and goes by its first.
    Gone(Side, Kind),
}

impl Feed {
    /// Whose it is.
    pub const fn side(self) -> Side {
        match self {
            Self::Changed(side, _) | Self::Gone(side, _) => side,
        }
    }
}

/// How far a feed was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Everything before this was read: the service's clock when the last complete pass began.
    pub read_to: Seconds,
    /// When the last complete pass began, by our clock.
    pub last_pass: Millis,
    /// When the complete pass before it began, by our clock.
    pub pass_before: Millis,
    /// Where a pass was interrupted.
    pub page: Option<PageMark>,
    /// When everything was listed last, by our clock; zero when it has to be listed.
    #[serde(default)]
    pub swept: Millis,
}

impl Cursor {
    /// The next pass lists everything: what was listed before was looked at with another mapping.
    #[must_use]
    pub const fn anew(self) -> Self {
        Self { page: None, swept: 0, ..self }
    }
}

/// A place between two pages of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageMark {
    /// The service's clock when the pass began.
    pub began: Seconds,
    /// Our clock when the pass began.
    pub began_here: Millis,
    /// The next page holds records modified at this second or later …
    pub from: Seconds,
    /// … after leaving out so many of them …
    pub skip: u32,
    /// … and begins with this one, or the second is read again.
    pub anchor: Option<(RecordId, Seconds)>,
    /// Everything is listed, not only what is new.
    #[serde(default)]
    pub full: bool,
}
