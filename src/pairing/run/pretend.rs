//! Which writes leave: all of them, none (they are pretended, on a copy of the ledger), or those of a plan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::pairing::wire::{Wire, module};
use crate::sync::{
    Kind, Millis, RecordId, Side, Value,
    engine::{Answer, Outcome, Write, WriteRow},
};

/// Ids of records that are only pretended begin here; no service has such long ones yet.
const PRETENDED: u64 = 1 << 62;

/// What a record that is not in the plan is told.
pub const NOT_PLANNED: &str = "not in the plan, or changed since it was made";

/// A write, as a plan has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// `bigin` or `desk`: the side that is written.
    pub side: String,
    /// `company` or `contact`.
    pub kind: String,
    /// The record that is changed; none when one is created.
    pub target: Option<String>,
    /// The record of the other side that it comes from.
    pub source: String,
    /// What each field becomes, by its name on that side. A record that is itself new is named by the one it comes from.
    pub fields: BTreeMap<String, Json>,
}

/// Which writes leave.
#[derive(Debug, Default)]
pub struct Only {
    which: Which,
    /// Records made in this run, and what they come from.
    made: BTreeMap<RecordId, RecordId>,
}

#[derive(Debug, Default)]
enum Which {
    #[default]
    All,
    None,
    These(Vec<Act>),
}

impl Only {
    /// None: they are answered as if they had been done.
    pub fn nothing() -> Self {
        Self { which: Which::None, made: BTreeMap::new() }
    }

    /// Those of a plan; others are refused.
    pub fn these(acts: Vec<Act>) -> Self {
        Self { which: Which::These(acts), made: BTreeMap::new() }
    }

    /// Whether nothing is really written.
    pub fn pretends(&self) -> bool {
        matches!(self.which, Which::None)
    }

    /// The answer of a write that is not to leave. What is pretended or refused is added to `acts`.
    pub(super) fn answer(
        &mut self,
        write: &Write,
        wire: &Wire,
        at: Millis,
        acts: &mut Vec<Act>,
    ) -> Option<Answer> {
        if !self.pretends() {
            return None;
        }
        let outcomes = write.rows().iter().map(|row| {
            acts.push(self.act(write, wire, row));
            let id = row.target.unwrap_or_else(|| {
                let id = RecordId(PRETENDED + self.made.len() as u64);
                self.made.insert(id, row.mark);
                id
            });
            Outcome::Done { id, version: at.div_euclid(1000), fields: None }
        });
        Some(Answer::Written(outcomes.collect()))
    }

    /// Which rows of a write are not to leave, because the plan does not have them; they are added to `acts`.
    pub(super) fn left_out(&self, write: &Write, wire: &Wire, acts: &mut Vec<Act>) -> Vec<usize> {
        let Which::These(planned) = &self.which else { return Vec::new() };
        let mut left = Vec::new();
        for (at, row) in write.rows().iter().enumerate() {
            let act = self.act(write, wire, row);
            if !planned.contains(&act) {
                left.push(at);
                acts.push(act);
            }
        }
        left
    }

    /// Remembers what was made.
    pub(super) fn made(&mut self, write: &Write, answer: &Answer) {
        let Answer::Written(outcomes) = answer else { return };
        for (row, outcome) in write.rows().iter().zip(outcomes) {
            if let (None, Outcome::Done { id, .. }) = (row.target, outcome) {
                self.made.insert(*id, row.mark);
            }
        }
    }

    fn act(&self, write: &Write, wire: &Wire, row: &WriteRow) -> Act {
        let (side, kind) = (write.side(), write.kind());
        let names = wire.kind(kind);
        let field = |(field, to): &(crate::sync::FieldId, Value)| {
            let name = names.and_then(|names| names.name(side, *field)).unwrap_or_default();
            (name.to_owned(), self.said(to))
        };
        Act {
            side: word(side).to_owned(),
            kind: kind.name().to_owned(),
            target: row.target.map(|id| id.to_string()),
            source: row.mark.to_string(),
            fields: row.fields.iter().map(field).collect(),
        }
    }

    fn said(&self, value: &Value) -> Json {
        match value {
            Value::Record(id) => match self.made.get(id) {
                Some(source) => Json::from(format!("new:{source}")),
                None => Json::from(id.to_string()),
            },
            other => plain(other),
        }
    }
}

/// A value for people and scripts.
pub fn plain(value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) => Json::from(text.as_str()),
        Value::Number(number) => Json::from(number.to_string()),
        Value::Bool(yes) => Json::from(*yes),
        Value::Day(day) => Json::from(*day),
        Value::Record(id) => Json::from(id.to_string()),
    }
}

/// A side as scripts read it.
pub const fn word(side: Side) -> &'static str {
    match side {
        Side::Bigin => "bigin",
        Side::Desk => "desk",
    }
}

impl Act {
    /// The kind that it is about.
    pub fn of_kind(&self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == self.kind)
    }

    /// The module of Bigin, for links.
    pub fn module(&self) -> &'static str {
        self.of_kind().map_or("", module)
    }
}
