//! A line of the mapping: one field here, one there.

use crate::sync::{
    FieldId, Kind, Side, Value,
    canon::{Shape, same},
};

use super::Transform;

/// A pair of fields that shall agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: FieldId,
    /// How its values are compared.
    pub shape: Shape,
    /// The kind of record it names, when it is a lookup.
    pub lookup: Option<Kind>,
    /// Which way it goes.
    pub flow: Flow,
    /// Who wins when both sides were changed.
    pub policy: Policy,
    /// Whether records are matched by it.
    pub key: bool,
    /// How a value of one side is spelled on the other.
    pub transform: Transform,
}

/// Which way a line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// ⇄
    Both,
    /// To this side alone: → is to Desk, ← is to Bigin.
    To(Side),
    /// ×
    Off,
}

/// Who wins when both sides changed a field to different values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The later change; when the clocks cannot tell, Bigin.
    Newest,
    /// This side.
    Prefer(Side),
    /// This side, unless it is empty.
    UnlessEmpty(Side),
    /// A person.
    Ask,
}

impl Line {
    /// Text that goes both ways, the newest wins.
    pub const fn text(id: FieldId) -> Self {
        Self {
            id,
            shape: Shape::Text,
            lookup: None,
            flow: Flow::Both,
            policy: Policy::Newest,
            key: false,
            transform: Transform::Same,
        }
    }

    /// Whether two values of one side say the same.
    pub fn same(&self, a: &Value, b: &Value) -> bool {
        same(self.shape, a, b)
    }

    /// The value of `from` as the other side spells it; nothing when it cannot be said there.
    pub fn across(&self, from: Side, value: &Value) -> Option<Value> {
        self.transform.across(self.shape, from, value)
    }

    /// Whether one value of a side stands for several of the other: then they agree without being each other's.
    pub const fn stands_for_many(&self) -> bool {
        matches!(self.transform, Transform::People { .. })
    }
}
