//! Contacts and accounts for the integration: what changed, what was deleted, by id, by value, and writing them one by one.
//! Fields are named as in the API, custom ones inside `cf`.

mod changed;
mod deleted;
mod fields;
mod find;
mod read;
mod write;

use serde_json::{Map, Value};

use super::Desk;
use crate::zoho::{Error, records::Record, transport::Call};

/// What the integration exchanges with Desk, in the words of its paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// People.
    Contacts,
    /// Companies.
    Accounts,
}

impl Sort {
    /// The noun in paths.
    pub fn path(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Accounts => "accounts",
        }
    }
}

/// A record out of an answer.
fn record(fields: Map<String, Value>) -> Option<Record> {
    Record::read(fields, "modifiedTime")
}

impl Desk {
    /// The records of one answer, and the service's clock.
    async fn records(&self, call: &Call) -> Result<(Vec<Record>, jiff::Timestamp), Error> {
        let answer = self.transport.send(call).await?;
        let rows = answer.json::<crate::zoho::wire::Data<Map<String, Value>>>()?;
        let rows = rows.map(|rows| rows.data.0).unwrap_or_default();
        Ok((rows.into_iter().filter_map(record).collect(), answer.at()))
    }
}
