//! Records as the services tell them, for the integration: fields by API name, values as they stand on the wire. What they
//! mean is the mapping's business. Bigin's side is in `zoho::bigin`, Desk's in `zoho::desk`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::wire;

/// One record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// When it was changed last, to the second; the beginning of time where the service does not say.
    pub modified: Timestamp,
    /// Its fields. One that is missing was not told, which is not the same as `null`: services leave out what a profile may
    /// not see (bigin.md §9, trap 16).
    pub fields: Map<String, Value>,
}

impl Record {
    /// A record of Bigin or Desk; none when it has no id.
    pub(super) fn read(fields: Map<String, Value>, modified: &str) -> Option<Self> {
        let id = fields.get("id").and_then(wire::text)?;
        let modified = fields.get(modified).and_then(wire::time).unwrap_or(Timestamp::UNIX_EPOCH);
        Some(Self { id, modified, fields })
    }
}

/// A field, as a service describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// Its name in the API.
    pub name: String,
    /// Its name on the service's screen.
    pub label: String,
    /// Its type, in the service's word: `text`, `picklist` in Bigin, `Text`, `Picklist` in Desk.
    pub kind: String,
    /// Whether the portal made it.
    pub custom: bool,
    /// Whether no two records have the same value in it.
    pub unique: bool,
    /// Whether nobody can write it.
    pub fixed: bool,
    /// Whether a record cannot be without it.
    pub required: bool,
    /// What can be chosen, where that is a list.
    pub choices: Vec<String>,
    /// The longest text that it takes, in characters, if the service says so.
    #[serde(default)]
    pub room: Option<u32>,
}

/// A part of a longer list.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice<Row> {
    /// The rows, in the service's order.
    pub rows: Vec<Row>,
    /// Whether more follow.
    pub more: bool,
    /// The service's clock when the first answer was given.
    pub at: Timestamp,
}

/// A record that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Its id.
    pub id: String,
    /// What it was, in the service's word: a module of Bigin, `Contacts` or `Accounts` in Desk's recycle bin.
    pub what: String,
    /// When; the beginning of time where the service does not say.
    pub at: Timestamp,
}

/// What became of one record of a write.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// It is written.
    Done {
        /// Its id.
        id: String,
        /// When it was changed, by the service's clock.
        modified: Timestamp,
        /// The record as it is now, where the service says so: Desk does, Bigin does not.
        record: Option<Record>,
    },
    /// The service does not take it, in its words.
    Refused {
        /// Its word for the reason, such as `DUPLICATE_DATA`.
        code: String,
        /// What it says.
        message: String,
        /// The field that is to blame, if it names one.
        field: Option<String>,
    },
    /// There is no such record.
    Missing,
}

/// A record to be written: with its id to change one, without to create one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which; none creates.
    pub id: Option<String>,
    /// The fields to be set; `null` clears one.
    pub fields: Map<String, Value>,
}
