//! What the services say a field can hold, and whether two fields go together.

use crate::sync::{Kind, Per, Side};

use super::{Flow, Line, Transform};

/// What a field can hold, by its service's metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text of at most so many characters.
    Text(u32),
    /// An e-mail.
    Email,
    /// A telephone.
    Phone,
    /// An address in the web.
    Website,
    /// One of these.
    Choice(Vec<String>),
    /// A number.
    Number,
    /// Yes or no.
    Bool,
    /// A day.
    Day,
    /// A record of a kind.
    Lookup(Kind),
    /// One of the people who work with it.
    Person,
}

/// A field as its service describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// What it can hold.
    pub holds: Holds,
    /// Whether it can be written: formulas and counters cannot.
    pub writable: bool,
    /// Whether a record must have it.
    pub required: bool,
}

/// What is wrong with a line, by what the services say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Written, but not writable.
    #[error("{}'s field cannot be written; let the line go the other way, or take it out", .0.name())]
    ReadOnly(Side),
    /// Values of one cannot stand in the other.
    #[error("what {} holds there cannot stand in {}'s field; give the line a table, or take it out", .0.name(), .0.other().name())]
    Apart(Side),
    /// A choice of one side that the table does not name.
    #[error("{}'s choice “{word}” is not in the table; records with it would not cross", .side.name())]
    NotInTable {
        /// Whose choice.
        side: Side,
        /// Which.
        word: String,
    },
    /// A word of the table that is no choice.
    #[error("“{word}” of the table is not one of {}'s choices", .side.name())]
    NoSuchChoice {
        /// Whose.
        side: Side,
        /// The word.
        word: String,
    },
    /// Longer texts would be refused.
    #[error("{}'s field takes {room} characters, the other one {}; longer texts would be refused", .side.name(), .other)]
    Shorter {
        /// The shorter one's side.
        side: Side,
        /// Its characters.
        room: u32,
        /// The other one's.
        other: u32,
    },
    /// What crosses would not come back as it was.
    #[error("what crosses would not come back as it was; let the line go one way")]
    DoesNotComeBack,
}

impl Unfit {
    /// Whether the mapping cannot be used with it; otherwise it is worth knowing.
    pub const fn is_fatal(&self) -> bool {
        matches!(self, Self::ReadOnly(_) | Self::Apart(_) | Self::DoesNotComeBack)
    }
}

/// All that is unfit in a line.
pub fn check(line: &Line, fields: Per<&Described>) -> Vec<Unfit> {
    let mut unfit = Vec::new();
    if line.flow == Flow::Both && !line.transform.comes_back(line.shape) {
        unfit.push(Unfit::DoesNotComeBack);
    }
    for from in Side::BOTH {
        let to = from.other();
        let goes = match line.flow {
            Flow::Both => true,
            Flow::To(side) => side == to,
            Flow::Off => false,
        };
        if !goes {
            continue;
        }
        if !fields[to].writable {
            unfit.push(Unfit::ReadOnly(to));
        }
        match &line.transform {
            Transform::Table(rows) => table(rows, from, fields, &mut unfit),
            Transform::Same if !stands(&fields[from].holds, &fields[to].holds) => {
                unfit.push(Unfit::Apart(from));
            }
            _ => {}
        }
        if let (Holds::Text(other), Holds::Text(room)) = (&fields[from].holds, &fields[to].holds)
            && room < other
        {
            unfit.push(Unfit::Shorter { side: to, room: *room, other: *other });
        }
    }
    unfit
}

/// Whether whatever stands in one can stand in the other as it is.
fn stands(from: &Holds, to: &Holds) -> bool {
    match (from, to) {
        (Holds::Choice(mine), Holds::Choice(theirs)) => mine.iter().all(|word| theirs.contains(word)),
        (
            Holds::Text(_) | Holds::Email | Holds::Phone | Holds::Website | Holds::Choice(_),
            Holds::Text(_),
        ) => true,
        (Holds::Text(_), Holds::Phone) => true,
        // People of the two systems have nothing in common but a table.
        (Holds::Person, _) => false,
        (from, to) => from == to,
    }
}

/// Every choice that may cross is in the table, and every word of it is a choice.
fn table(
    rows: &[(crate::sync::Value, crate::sync::Value)],
    from: Side,
    fields: Per<&Described>,
    unfit: &mut Vec<Unfit>,
) {
    let words = |side: Side| {
        rows.iter().filter_map(move |(bigin, desk)| {
            let value = if side == Side::Bigin { bigin } else { desk };
            value.as_text()
        })
    };
    if let Holds::Choice(choices) = &fields[from].holds {
        let missing = choices.iter().filter(|choice| !words(from).any(|word| word == choice.as_str()));
        unfit.extend(missing.map(|word| Unfit::NotInTable { side: from, word: word.clone() }));
    }
    let to = from.other();
    if let Holds::Choice(choices) = &fields[to].holds {
        let strange = words(to).filter(|word| !choices.iter().any(|choice| choice == word));
        unfit.extend(strange.map(|word| Unfit::NoSuchChoice { side: to, word: word.to_owned() }));
    }
}
