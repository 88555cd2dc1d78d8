//! How a value of one side is spelled on the other.

use super::day;
use crate::sync::{
    Side, Value,
    canon::{Shape, canon, same},
};

/// How a value of one side is spelled on the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transform {
    /// The same way.
    Same,
    /// By a table, Bigin's word first: a choice from a list. A word that is not in it cannot cross.
    Table(Vec<(Value, Value)>),
    /// By a table of people, Bigin's users first. Who is not in it becomes the one that is named for it.
    People {
        /// Users and agents.
        rows: Vec<(Value, Value)>,
        /// Who stands for everybody else: a Bigin user, a Desk agent.
        otherwise: crate::sync::Per<Value>,
    },
    /// A telephone in its one form: digits with a plus.
    Phone,
    /// In small or in capital letters. Going both ways it needs a shape that does not see the difference.
    Case(Case),
    /// A day that one side keeps as text.
    Day {
        /// The side of the text.
        text: Side,
        /// The order of the numbers.
        order: day::Order,
    },
    /// Always this, whatever stands there. One way only.
    Always(Value),
}

/// Small or capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// abc
    Small,
    /// ABC
    Capital,
}

impl Transform {
    /// The value of `from` as the other side spells it; nothing when it cannot be said there.
    pub fn across(&self, shape: Shape, from: Side, value: &Value) -> Option<Value> {
        match self {
            Self::Same => Some(value.clone()),
            Self::Always(always) => Some(always.clone()),
            _ if value.is_empty() => Some(Value::Empty),
            Self::Table(rows) => look_up(rows, shape, from, value),
            Self::People { rows, otherwise } => {
                let found = look_up(rows, shape, from, value);
                found.or_else(|| Some(otherwise[from.other()].clone()).filter(|who| !who.is_empty()))
            }
            Self::Phone => Some(canon(Shape::Phone, value)),
            Self::Case(case) => Some(match (case, value.as_text()) {
                (Case::Small, Some(text)) => Value::text(&text.to_lowercase()),
                (Case::Capital, Some(text)) => Value::text(&text.to_uppercase()),
                (_, None) => value.clone(),
            }),
            Self::Day { text, order } if *text == from => day::read(value.as_text()?, *order).map(Value::Day),
            Self::Day { order, .. } => match value {
                Value::Day(day) => Some(Value::text(&day::write(*day, *order))),
                _ => None,
            },
        }
    }

    /// Whether every value that crosses comes back as the same: asked of lines that go both ways. A table has to be one to
    /// one for it.
    pub fn comes_back(&self, shape: Shape) -> bool {
        match self {
            Self::Same | Self::Day { .. } => true,
            Self::Table(rows) => {
                let twice = |pick: fn(&(Value, Value)) -> &Value| {
                    rows.iter()
                        .enumerate()
                        .any(|(at, row)| rows[..at].iter().any(|other| same(shape, pick(other), pick(row))))
                };
                !twice(|row| &row.0) && !twice(|row| &row.1)
            }
            // Who is not in the table agrees with who stands for him, in either direction.
            Self::People { .. } => true,
            Self::Phone => shape == Shape::Phone,
            Self::Case(_) => shape == Shape::Email,
            Self::Always(_) => false,
        }
    }
}

fn look_up(rows: &[(Value, Value)], shape: Shape, from: Side, value: &Value) -> Option<Value> {
    let value = canon(shape, value);
    rows.iter().find_map(|(bigin, desk)| {
        let (mine, theirs) = match from {
            Side::Bigin => (bigin, desk),
            Side::Desk => (desk, bigin),
        };
        (canon(shape, mine) == value).then(|| theirs.clone())
    })
}
