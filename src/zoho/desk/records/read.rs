//! One record by id, from the database and not from an index.

use serde_json::{Map, Value};

use super::{Sort, record};
use crate::zoho::{Error, desk::Desk, records::Record, transport::Call, wire};

impl Desk {
    /// The record, whole; none when it is gone, or lies in the recycle bin.
    pub async fn record_by_id(&self, sort: Sort, id: &str) -> Result<Option<Record>, Error> {
        let answer = match self.transport.send(&Call::desk(&[sort.path(), id])).await {
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error @ Error::Forbidden { .. }) => return self.gone_or(sort, error).await.map(|()| None),
            other => other?,
        };
        let Some(fields) = answer.json::<Map<String, Value>>()? else { return Ok(None) };
        let gone = |name: &str| match fields.get(name) {
            Some(Value::Bool(gone)) => *gone,
            other => other.and_then(wire::text).is_some_and(|said| said == "true"),
        };
        Ok(if gone("isTrashed") || gone("isDeleted") { None } else { record(fields) })
    }

    /// Desk says *not allowed* of an account that does not exist (desk.md §4): it is gone when others may be seen.
    async fn gone_or(&self, sort: Sort, error: Error) -> Result<(), Error> {
        if sort != Sort::Accounts {
            return Err(error);
        }
        let any = Call::desk(&[sort.path()]).with("from", 1).with("limit", 1);
        self.transport.send(&any).await.map_err(|_| error).map(drop)
    }
}
