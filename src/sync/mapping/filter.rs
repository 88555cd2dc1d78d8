//! Which records take part, and what it means that one leaves.

use crate::sync::{FieldId, Value, canon::Shape, canon::same, ledger::Seen};

/// Which records of a side take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The field that is looked at.
    pub field: FieldId,
    /// What it has to have.
    pub test: Test,
    /// What becomes of a pair when its record does not pass any more.
    pub leaving: Leaving,
}

/// What a field has to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Something.
    Something,
    /// One of these.
    OneOf(Vec<Value>),
    /// None of these.
    NoneOf(Vec<Value>),
}

/// What becomes of a pair when its record does not pass any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It goes on: the filter is for new ones.
    GoesOn,
    /// It rests, both records as they are, until the record passes again.
    Rests,
}

impl Filter {
    /// Whether a record passes. One whose field was never told does not.
    pub fn passes(&self, seen: &Seen, shape: Shape) -> bool {
        let Some(cell) = seen.cell(self.field) else { return false };
        let among = |values: &[Value]| values.iter().any(|value| same(shape, value, &cell.value));
        match &self.test {
            Test::Something => !cell.value.is_empty(),
            Test::OneOf(values) => among(values),
            Test::NoneOf(values) => !among(values),
        }
    }
}
