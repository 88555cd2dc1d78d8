//! A question for tickets as a condition of SQL. What is asked is always a parameter, never part of the text.

use rusqlite::types::Value;

use super::super::json::At;
use crate::model::{AccountId, DepartmentId, DeskContactId, TicketQuery, TicketScope};
use jiff::Timestamp;
use rusqlite::ToSql;

/// A condition, its order and its parameters.
#[derive(Clone, Debug)]
pub(super) struct Where {
    /// The condition.
    pub holds: String,
    /// The order of the list, and its reverse.
    pub order: (&'static str, &'static str),
    /// What stands for `?1`, `?2`, …
    pub values: Vec<Value>,
}

const NEWEST: (&str, &str) = ("created DESC, seq DESC", "created, seq");
const MOST_OVERDUE: (&str, &str) = ("due, seq", "due DESC, seq DESC");

/// Not closed, and not missing from the last complete answer.
const LIVE: &str = "kind < 2 AND doubt = 0";

impl Where {
    pub fn of(query: &TicketQuery, now: Timestamp) -> Self {
        Self::scope(&query.scope, query.department.as_ref(), now)
    }

    pub fn scope(scope: &TicketScope, department: Option<&DepartmentId>, now: Timestamp) -> Self {
        let (mut holds, order, mut values) = match scope {
            TicketScope::Mine(agent) => {
                (format!("assignee = ?1 AND {LIVE}"), NEWEST, vec![agent.as_str().to_owned().into()])
            }
            TicketScope::Unassigned => (format!("assignee IS NULL AND {LIVE}"), NEWEST, vec![]),
            TicketScope::AllOpen => (LIVE.to_owned(), NEWEST, vec![]),
            TicketScope::Overdue => (
                "kind = 0 AND doubt = 0 AND due IS NOT NULL AND due < ?1".to_owned(),
                MOST_OVERDUE,
                vec![micros(now)],
            ),
            TicketScope::Of { contacts, accounts } => (
                "(contact IN (SELECT value FROM json_each(?1)) OR account IN (SELECT value FROM json_each(?2)))"
                    .to_owned(),
                NEWEST,
                vec![
                    list(contacts.iter().map(DeskContactId::as_str)),
                    list(accounts.iter().map(AccountId::as_str)),
                ],
            ),
        };
        if let Some(department) = department {
            values.push(department.as_str().to_owned().into());
            // The plus keeps the department from choosing the index where the scope itself is far narrower.
            let column = if *scope == TicketScope::AllOpen { "department" } else { "+department" };
            holds = format!("{holds} AND {column} = ?{}", values.len());
        }
        Self { holds, order, values }
    }

    /// The number of the next parameter, after pushing `value`.
    pub fn push(&mut self, value: impl Into<Value>) -> usize {
        self.values.push(value.into());
        self.values.len()
    }

    pub fn params(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(|value| value as &dyn ToSql).collect()
    }
}

/// A time as a parameter.
pub(super) fn micros(at: Timestamp) -> Value {
    At(at).0.as_microsecond().into()
}

/// A list of ids as a parameter for `json_each`.
pub(super) fn list<'a>(ids: impl Iterator<Item = &'a str>) -> Value {
    ids.collect::<serde_json::Value>().to_string().into()
}

/// One of each kind of question, for tests that prepare every statement.
#[cfg(test)]
pub(super) fn samples() -> Vec<(TicketScope, Where)> {
    use crate::model::AgentId;
    let of = TicketScope::Of { contacts: vec![], accounts: vec![] };
    let mine = TicketScope::Mine(AgentId::new("1"));
    let department = DepartmentId::new("7");
    let mut all = Vec::new();
    for scope in [mine, TicketScope::Unassigned, TicketScope::Overdue, TicketScope::AllOpen, of] {
        for department in [None, Some(&department)] {
            all.push((scope.clone(), Where::scope(&scope, department, Timestamp::UNIX_EPOCH)));
        }
    }
    all
}
