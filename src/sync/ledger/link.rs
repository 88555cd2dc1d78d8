//! Links: two records that belong together, and what was last agreed about them.

use serde::{Deserialize, Serialize};

use crate::sync::{FieldId, Kind, LinkId, Millis, Per, RecordId, Side, Value};

use super::Moved;

/// Two records that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its number.
    pub id: LinkId,
    /// What they are.
    pub kind: Kind,
    /// Their ids.
    pub ids: Per<RecordId>,
    /// Whether it is worked.
    pub state: LinkState,
    /// What was last agreed, sorted by field. A field that is not here was never agreed.
    pub bases: Vec<Base>,
    /// Conflicts that wait for a person, sorted by field.
    pub held: Vec<Held>,
    /// How often fields were written lately, sorted by field.
    pub heat: Vec<Heat>,
    /// Writes whose answer was lost and whose target was gone before it could be read. Should it come back, they are
    /// judged then.
    pub tried: Vec<(Side, Moved)>,
    /// What a person keeps as it is.
    pub pins: Pins,
    /// Writes that a person wants undone.
    pub wishes: Vec<Wish>,
}

/// What a person keeps as it is: neither side is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pins {
    /// Everything.
    pub record: bool,
    /// These fields, sorted.
    pub fields: Vec<FieldId>,
}

/// A write of a field that shall be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Whose record was written.
    pub side: Side,
    /// Which field.
    pub field: FieldId,
    /// What was written. If anything else stands there by now, nothing is undone.
    pub was: Value,
    /// What stood there before, and shall again.
    pub to: Value,
}

/// Whether a link is worked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkState {
    /// It is.
    Active,
    /// Known only: the mode writes nothing.
    Soft,
    /// A record of it is gone. The other one stays untouched; both ids are kept, so that the survivor does not look new.
    Tombstone,
    /// A person parted them: both are left alone, and neither gets another partner by itself.
    Apart,
    /// A service refused what was written; it rests until one of the records changes.
    Refused {
        /// The side that refused.
        side: Side,
        /// In the service's words.
        words: String,
    },
}

/// The last agreed value of a field, as each side spelled it. Two spellings, because services rewrite what they are sent:
/// a change on a side is a difference from its own spelling. Written without names, like a `Cell`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(FieldId, Value, Value)", into = "(FieldId, Value, Value)")]
pub struct Base {
    /// Which field.
    pub field: FieldId,
    /// Its values.
    pub values: Per<Value>,
}

/// A conflict that waits for a person. It is neither written nor reported again while both values stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Which field.
    pub field: FieldId,
    /// The values that stand against each other.
    pub values: Per<Value>,
    /// What a person decided about exactly these.
    pub decision: Option<Decision>,
    /// Why it waits.
    pub cause: Cause,
}

/// Why a field waits for a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// Both sides changed it, and its line says to ask.
    #[default]
    Conflict,
    /// Both sides kept turning it over.
    Turning,
}

/// A person's word on a held conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whose value shall stand.
    pub winner: Side,
}

/// How often a field was turned over lately: written one way after it was written the other way, or with what it was
/// written with before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heat {
    /// Which field.
    pub field: FieldId,
    /// How often.
    pub turns: u8,
    /// Since when, by our clock.
    pub since: Millis,
    /// Which side was written last.
    pub side: Side,
    /// With what.
    pub to: Value,
}

impl From<(FieldId, Value, Value)> for Base {
    fn from((field, bigin, desk): (FieldId, Value, Value)) -> Self {
        Self { field, values: Per { bigin, desk } }
    }
}

impl From<Base> for (FieldId, Value, Value) {
    fn from(Base { field, values: Per { bigin, desk } }: Base) -> Self {
        (field, bigin, desk)
    }
}

impl Link {
    /// A link about which nothing was agreed yet.
    pub const fn new(id: LinkId, kind: Kind, ids: Per<RecordId>) -> Self {
        Self {
            id,
            kind,
            ids,
            state: LinkState::Active,
            bases: Vec::new(),
            held: Vec::new(),
            heat: Vec::new(),
            tried: Vec::new(),
            pins: Pins { record: false, fields: Vec::new() },
            wishes: Vec::new(),
        }
    }

    /// Whether a field is kept as it is.
    pub fn pinned(&self, field: FieldId) -> bool {
        self.pins.record || self.pins.fields.contains(&field)
    }

    /// Keeps a field as it is, or everything; or no longer.
    pub fn pin(&mut self, field: Option<FieldId>, on: bool) {
        let Some(field) = field else {
            self.pins.record = on;
            return;
        };
        self.pins.fields.retain(|other| *other != field);
        if on {
            self.pins.fields.push(field);
            self.pins.fields.sort_unstable();
        }
    }

    /// How often a field was turned over.
    pub fn heat(&self, field: FieldId) -> Option<&Heat> {
        self.heat.iter().find(|heat| heat.field == field)
    }

    /// The base of a field.
    pub fn base(&self, field: FieldId) -> Option<&Base> {
        self.bases.binary_search_by_key(&field, |base| base.field).ok().map(|at| &self.bases[at])
    }

    /// Sets a base.
    pub fn settle(&mut self, base: Base) {
        match self.bases.binary_search_by_key(&base.field, |base| base.field) {
            Ok(at) => self.bases[at] = base,
            Err(at) => self.bases.insert(at, base),
        }
    }

    /// Counts the turns of a field.
    pub fn warm(&mut self, heat: Heat) {
        self.heat.retain(|other| other.field != heat.field);
        self.heat.push(heat);
    }

    /// It is worked again, unless a record of it is gone.
    pub fn wake(&mut self) {
        if matches!(self.state, LinkState::Soft | LinkState::Refused { .. }) {
            self.state = LinkState::Active;
        }
    }

    /// The held conflict of a field.
    pub fn held(&self, field: FieldId) -> Option<&Held> {
        self.held.iter().find(|held| held.field == field)
    }

    /// Sets or ends the held conflict of a field.
    pub fn hold(&mut self, field: FieldId, held: Option<Held>) {
        self.held.retain(|held| held.field != field);
        self.held.extend(held);
        self.held.sort_by_key(|held| held.field);
    }
}
