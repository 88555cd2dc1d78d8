//! Which sides may be written. A write request can be made with a `Pen` alone, a pen only here, and a mode that must
//! not write a side has no field to keep its pen in: there is no flag to forget.

use super::Side;

/// The right to write one side.
#[derive(Debug)]
pub struct Pen {
    side: Side,
}

impl Pen {
    const BIGIN: Self = Self { side: Side::Bigin };
    const DESK: Self = Self { side: Side::Desk };

    /// The side it writes.
    pub const fn side(&self) -> Side {
        self.side
    }
}

/// How far the two systems are brought together.
pub trait Mode {
    /// The pen of a side, if this mode has one.
    fn pen(&self, side: Side) -> Option<&Pen>;
    /// The word in settings and journal.
    const NAME: &'static str;
    /// Its number in the ledger, from one to three: in another mode everything is planned anew.
    const NUMBER: u32;
}

/// Both sides are written.
#[derive(Debug)]
pub struct TwoWay {
    bigin: Pen,
    desk: Pen,
}

/// Bigin is only read.
#[derive(Debug)]
pub struct OneWay {
    desk: Pen,
}

/// Nothing is written; records that belong together are only known.
#[derive(Debug, Default)]
pub struct NoSync;

impl Default for TwoWay {
    fn default() -> Self {
        Self { bigin: Pen::BIGIN, desk: Pen::DESK }
    }
}

impl Default for OneWay {
    fn default() -> Self {
        Self { desk: Pen::DESK }
    }
}

impl Mode for TwoWay {
    const NAME: &'static str = "two-way";
    const NUMBER: u32 = 1;

    fn pen(&self, side: Side) -> Option<&Pen> {
        Some(match side {
            Side::Bigin => &self.bigin,
            Side::Desk => &self.desk,
        })
    }
}

impl Mode for OneWay {
    const NAME: &'static str = "one-way";
    const NUMBER: u32 = 2;

    fn pen(&self, side: Side) -> Option<&Pen> {
        match side {
            Side::Bigin => None,
            Side::Desk => Some(&self.desk),
        }
    }
}

impl Mode for NoSync {
    const NAME: &'static str = "none";
    const NUMBER: u32 = 3;

    fn pen(&self, _: Side) -> Option<&Pen> {
        None
    }
}
