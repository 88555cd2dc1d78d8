//! The two systems, and the kinds of records that travel between them.

use serde::{Deserialize, Serialize};

use std::ops::{Index, IndexMut};

/// One of the two systems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// Zoho Bigin.
    Bigin,
    /// Zoho Desk.
    Desk,
}

impl Side {
    /// Both, Bigin first.
    pub const BOTH: [Self; 2] = [Self::Bigin, Self::Desk];

    /// The one across.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Bigin => Self::Desk,
            Self::Desk => Self::Bigin,
        }
    }

    /// The name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bigin => "Bigin",
            Self::Desk => "Desk",
        }
    }
}

/// What a record is. The order is the order of work: a contact can name its company only when that is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Bigin's `Accounts`, Desk's accounts.
    Company,
    /// A person.
    Contact,
    /// A product; off until somebody asks for it.
    Product,
}

impl Kind {
    /// All, in the order of work.
    pub const ALL: [Self; 3] = [Self::Company, Self::Contact, Self::Product];

    /// The word of the mapping file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Contact => "contact",
            Self::Product => "product",
        }
    }
}

/// One of each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Per<T> {
    /// Bigin's.
    pub bigin: T,
    /// Desk's.
    pub desk: T,
}

impl<T> Per<T> {
    /// Made by a function of the side.
    pub fn of(mut make: impl FnMut(Side) -> T) -> Self {
        Self { bigin: make(Side::Bigin), desk: make(Side::Desk) }
    }

    /// `mine` on `side`, `theirs` across.
    pub fn seen_from(side: Side, mine: T, theirs: T) -> Self {
        match side {
            Side::Bigin => Self { bigin: mine, desk: theirs },
            Side::Desk => Self { bigin: theirs, desk: mine },
        }
    }
}

impl<T> Index<Side> for Per<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::Bigin => &self.bigin,
            Side::Desk => &self.desk,
        }
    }
}

impl<T> IndexMut<Side> for Per<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Bigin => &mut self.bigin,
            Side::Desk => &mut self.desk,
        }
    }
}
