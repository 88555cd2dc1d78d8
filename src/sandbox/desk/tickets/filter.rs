//! What a list of tickets is narrowed by (sheet §10.1), and the shortest index that holds the answer.

use jiff::{SignedDuration, Timestamp};

use super::parts;
use crate::sandbox::desk::answer::Refusal;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::days::{self, Stretch};
use crate::sandbox::desk::metadata::views;
use crate::sandbox::desk::permission;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Ticket, View};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::{Key, Word};

/// When a ticket is due.
#[derive(Debug, Clone, Copy)]
enum Due {
    Over,
    In(Stretch),
}

/// The filters of a list; each that says something has to hold.
#[derive(Debug, Default)]
pub struct Filter {
    /// One contact.
    pub contact: Option<Id>,
    /// One account.
    pub account: Option<Id>,
    /// One product.
    pub product: Option<Id>,
    /// One tag.
    pub tag: Option<Id>,
    departments: Vec<Id>,
    statuses: Vec<String>,
    assignees: Vec<Option<Id>>,
    teams: Vec<Id>,
    channels: Vec<String>,
    priorities: Vec<String>,
    due: Option<Due>,
    closed: Option<Stretch>,
    heard_since: Option<Timestamp>,
    spam: Option<bool>,
    view: Option<View>,
}

fn owned(words: Vec<&str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// The words of `closedTime`.
const CLOSED: &[&str] = &[
    "today",
    "yesterday",
    "currentWeek",
    "currentMonth",
    "last3days",
    "last7days",
    "last15days",
    "last30days",
];

impl Filter {
    /// What the query says, every value checked.
    pub fn read(world: &World, call: &Call) -> Result<Self, Refusal> {
        let query = &call.query;
        let mut departments = call.query_ids("departmentIds")?;
        departments.extend(call.query_ids("departmentId")?);
        let due =
            match query.word("dueDate", &["overdue", "today", "tomorrow", "currentWeek", "currentMonth"])? {
                Some("overdue") => Some(Due::Over),
                Some(day) => days::named(world, call.now, day).map(Due::In),
                None => None,
            };
        let closed = query.word("closedTime", CLOSED)?.and_then(|word| days::named(world, call.now, word));
        let heard_since = query
            .word("receivedInDays", &["15", "30", "90"])?
            .and_then(|text| text.parse().ok())
            .map(|count: i64| call.now - SignedDuration::from_hours(24 * count));
        Ok(Self {
            departments,
            statuses: owned(query.list("status")),
            assignees: assignees(call)?,
            teams: call.query_ids("teamIds")?,
            channels: owned(query.list("channel")),
            priorities: owned(query.list("priority")),
            due,
            closed,
            heard_since,
            spam: query.flag("isSpam")?,
            view: views::named(world, call, "tickets")?.cloned(),
            ..Self::default()
        })
    }

    /// Whether a ticket is in the list; what the caller may not see is not.
    pub fn holds(&self, world: &World, call: &Call, ticket: &Ticket) -> bool {
        let one_of = |list: &[String], value: Option<&str>| {
            list.is_empty() || value.is_some_and(|value| list.iter().any(|word| word == value))
        };
        (self.departments.is_empty() || self.departments.contains(&ticket.department))
            && one_of(&self.statuses, Some(&ticket.status))
            && one_of(&self.channels, Some(&ticket.channel))
            && one_of(&self.priorities, ticket.priority.as_deref())
            && (self.assignees.is_empty() || self.assignees.contains(&ticket.assignee))
            && self.contact.is_none_or(|id| id == ticket.contact)
            && self.account.is_none_or(|id| Some(id) == ticket.account)
            && (self.teams.is_empty()
                || parts::more(ticket).team.is_some_and(|team| self.teams.contains(&team)))
            && self.product.is_none_or(|id| parts::more(ticket).product == Some(id))
            && self.tag.is_none_or(|id| parts::more(ticket).tags.contains(&id))
            && ticket.spam == self.spam.unwrap_or(false)
            && self.closed.is_none_or(|when| ticket.closed.is_some_and(|at| days::within(when, at)))
            && self.heard_since.is_none_or(|since| ticket.customer_response >= since)
            && self.due.is_none_or(|due| match due {
                Due::Over => ticket.is_overdue(call.now),
                Due::In(when) => ticket.due.is_some_and(|at| days::within(when, at)),
            })
            && self.view.as_ref().is_none_or(|view| in_view(view, call, ticket))
            && permission::sees(world, call, ticket)
    }

    /// The shortest index that holds every ticket of the list, if one of the filters has an index.
    pub fn key(&self, world: &World) -> Option<Key> {
        let mut keys: Vec<Key> = Vec::new();
        keys.extend(self.contact.map(Key::Contact));
        keys.extend(self.account.map(Key::Account));
        keys.extend(self.product.map(Key::Product));
        keys.extend(self.tag.map(Key::Tag));
        if let [one] = self.departments[..] {
            keys.push(Key::Department(one));
        }
        if let [one] = self.assignees[..] {
            keys.push(Key::Assignee(one));
        }
        if let [one] = &self.statuses[..] {
            keys.push(Key::Status(Word::from(one.as_str())));
        }
        keys.into_iter().min_by_key(|key| world.desk.tickets.under(key).len())
    }
}

fn assignees(call: &Call) -> Result<Vec<Option<Id>>, Refusal> {
    let parse = |word: &str| match word {
        "Unassigned" | "${empty}" => Ok(None),
        id => id.parse().map(Some).map_err(|_| Refusal::bad_parameter("assignee")),
    };
    call.query.list("assignee").into_iter().map(parse).collect()
}

fn in_view(view: &View, call: &Call, ticket: &Ticket) -> bool {
    view.department.is_none_or(|id| id == ticket.department)
        && (view.statuses.is_empty() || view.statuses.contains(&ticket.status_type))
        && (!view.overdue || ticket.is_overdue(call.now))
        && (!view.mine || ticket.assignee == Some(call.agent))
        && (!view.unassigned || ticket.assignee.is_none())
}
