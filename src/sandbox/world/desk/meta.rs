//! Statuses, channels, fields, layouts, views.

use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::super::shelf::Word;

/// What a status means to clocks and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StatusType {
    /// Somebody has to act.
    Open,
    /// Waits for something; the due time rests.
    OnHold,
    /// Done.
    Closed,
}

impl StatusType {
    /// As on tickets.
    pub fn text(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::OnHold => "On Hold",
            Self::Closed => "Closed",
        }
    }

    /// As in counts.
    pub fn count_text(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::OnHold => "ONHOLD",
            Self::Closed => "CLOSED",
        }
    }
}

/// A status of tickets.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Status {
    /// Its name, as people see it and as it is written.
    pub name: Word,
    /// What it means.
    pub kind: StatusType,
    /// Whether a customer's answer reopens a ticket that has it.
    pub reopens: bool,
}

/// A channel of tickets.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Channel {
    /// As on threads: `EMAIL`.
    pub code: String,
    /// As on tickets: `Email`.
    pub name: Word,
    /// `SYSTEM`, `INTEGRATION` or `INSTANT_MESSAGE`.
    pub kind: String,
    /// Whether agents can answer through it.
    pub accepts_replies: bool,
}

/// The module that a field, layout or view belongs to: `tickets`, `contacts`, `accounts`.
pub type Noun = String;

/// A field.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Field {
    /// Its id.
    pub id: Id,
    /// Its module.
    pub noun: Noun,
    /// Its name in bodies; custom ones begin with `cf_`.
    pub api_name: String,
    /// Its name on the screen.
    pub label: String,
    /// `Text`, `Picklist`, `Date`, … (sheet §7).
    pub kind: String,
    /// The longest value, in characters, when there is a limit.
    pub max_length: Option<u32>,
    /// Whether the portal added it.
    pub custom: bool,
    /// Whether a new record needs it.
    pub mandatory: bool,
    /// The choices of a picklist.
    pub allowed: Vec<String>,
    /// The profiles that do not see it; field security drops it from their answers.
    pub hidden_from: Vec<Id>,
}

/// A part of a layout.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub name: String,
    /// API names of its fields.
    pub fields: Vec<String>,
}

/// A layout.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Layout {
    /// Its id.
    pub id: Id,
    /// Its module.
    pub noun: Noun,
    /// Its name.
    pub name: String,
    /// Its department; `None` outside tickets.
    pub department: Option<Id>,
    /// Whether new records get it.
    pub default: bool,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A view: a named filter of tickets.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct View {
    /// Its id.
    pub id: Id,
    /// Its module.
    pub noun: Noun,
    /// Its name.
    pub name: String,
    /// Its department; `None` = all.
    pub department: Option<Id>,
    /// Only tickets with one of these status types; empty = all.
    pub statuses: Vec<StatusType>,
    /// Only overdue tickets.
    pub overdue: bool,
    /// Only tickets of the caller.
    pub mine: bool,
    /// Only tickets without an assignee.
    pub unassigned: bool,
}

/// Behaviours that no source settles; the control plane turns them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Switches {
    /// Replies and comments move a ticket's `modifiedTime` (sheet §20: by default they do not).
    pub talk_moves_modified: bool,
    /// Query parameters that an operation does not know are refused (sheet §3; by default they are ignored).
    pub strict_query: bool,
    /// A webhook's `ignoreSourceId` is refused, as was seen once (sheet §18; by default a UUID is taken).
    pub refuse_source_id: bool,
    /// JSON that is called `application/x-www-form-urlencoded` is 415 (by default it is read: `curl -d` and others
    /// call it so on their own).
    pub strict_content_type: bool,
}
