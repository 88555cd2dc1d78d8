//! Writing one record (desk.md §8, §9): Desk answers with the whole record.

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Sort, record};
use crate::zoho::{
    Error,
    desk::Desk,
    records::{Change, Written},
    transport::Call,
};

impl Desk {
    /// Creates the record, or changes what is given of it. An error is one of the whole call (the network, too many calls,
    /// a missing right); what is wrong with the record is in the result. Scopes `Desk.contacts.CREATE` and `.UPDATE`.
    pub async fn write_record(&self, sort: Sort, change: &Change) -> Result<Written, Error> {
        let call = match &change.id {
            Some(id) => Call::change(Method::PATCH, &[sort.path(), id]),
            None => Call::change(Method::POST, &[sort.path()]),
        };
        let answer = match self.transport.send(&call.json(&change.fields)).await {
            Err(Error::NotFound { .. }) if change.id.is_some() => return Ok(Written::Missing),
            Err(Error::Refused { code, message, fields, .. }) => {
                let field = fields.into_iter().next().map(|(name, _)| name);
                return Ok(Written::Refused { code, message, field });
            }
            Err(error @ Error::Forbidden { .. }) => {
                // Of an account that is gone Desk says so too; of one that is there, it is meant.
                let gone = match &change.id {
                    Some(id) => matches!(self.record_by_id(sort, id).await, Ok(None)),
                    None => false,
                };
                return if gone { Ok(Written::Missing) } else { Err(error) };
            }
            other => other?,
        };
        let written =
            record(answer.record::<Map<String, Value>>()?).ok_or_else(|| answer.odd("it has no id"))?;
        Ok(Written::Done { id: written.id.clone(), modified: written.modified, record: Some(written) })
    }

    /// Puts a record into the recycle bin. Scope `Desk.contacts.DELETE`.
    pub async fn trash_record(&self, sort: Sort, id: &str) -> Result<(), Error> {
        let name = match sort {
            Sort::Contacts => "contactIds",
            Sort::Accounts => "accountIds",
        };
        let call = Call::change(Method::POST, &[sort.path(), "moveToTrash"]).harmless_twice();
        self.transport.send(&call.json(&serde_json::json!({ name: [id] }))).await?;
        Ok(())
    }
}
