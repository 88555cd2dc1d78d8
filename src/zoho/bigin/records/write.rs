//! Writing up to a hundred records of a module at once (bigin.md §4.3–4.5): each has its own result, whatever the status
//! of the answer.

use jiff::Timestamp;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::zoho::{
    Error,
    bigin::Bigin,
    records::{Change, Written},
    transport::Call,
    wire::{self, List, Maybe, Text},
};

/// So many records at once.
pub const AT_ONCE: usize = 100;

#[derive(Deserialize)]
struct Results {
    #[serde(default)]
    data: List<Entry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Entry {
    code: Text,
    message: Text,
    details: Maybe<Map<String, Value>>,
}

impl Bigin {
    /// Creates or changes records, all of one sort: either each has an id or none has. No automation of the portal is run
    /// by it. The results are in the order of the records; where the answer is short, nobody knows about the rest. Scopes
    /// `ZohoBigin.modules.{m}.CREATE` and `.UPDATE`.
    pub async fn write_records(&self, module: &str, changes: &[Change]) -> Result<Vec<Written>, Error> {
        let method =
            if changes.iter().all(|change| change.id.is_some()) { Method::PUT } else { Method::POST };
        self.send_records(Call::bigin_records(method, &[module]), changes, None).await
    }

    /// Creates records, or changes those that have the same value in `unique`, a field that Bigin keeps unique: doing it
    /// twice makes no second record.
    pub async fn upsert_records(
        &self,
        module: &str,
        unique: &str,
        changes: &[Change],
    ) -> Result<Vec<Written>, Error> {
        let call = Call::bigin_records(Method::POST, &[module, "upsert"]).harmless_twice();
        self.send_records(call, changes, Some(unique)).await
    }

    async fn send_records(
        &self,
        call: Call,
        changes: &[Change],
        unique: Option<&str>,
    ) -> Result<Vec<Written>, Error> {
        let rows = changes.iter().map(|change| {
            let mut row = change.fields.clone();
            if let Some(id) = &change.id {
                row.insert("id".to_owned(), json!(id));
            }
            row
        });
        let mut body = json!({ "data": rows.collect::<Vec<_>>(), "trigger": [] });
        if let Some(unique) = unique {
            body["duplicate_check_fields"] = json!([unique]);
        }
        let results: Results = self.transport.send(&call.json(&body)).await?.record()?;
        Ok(results.data.0.into_iter().map(Entry::written).collect())
    }
}

impl Entry {
    fn written(self) -> Written {
        let details = self.details.0.unwrap_or_default();
        let id = details.get("id").and_then(wire::text);
        let code = self.code.or_empty();
        let message = self.message.or_empty();
        match (code.as_str(), id) {
            ("SUCCESS", Some(id)) => {
                let modified = details.get("Modified_Time").and_then(wire::time);
                Written::Done { id, modified: modified.unwrap_or(Timestamp::UNIX_EPOCH), record: None }
            }
            // The id was ours: it is the record that is wrong, not a field of it (bigin.md §4.4).
            ("INVALID_DATA", _)
                if details.get("api_name").is_none_or(|name| name == "id")
                    && message.contains("id given") =>
            {
                Written::Missing
            }
            _ => {
                let field = details.get("api_name").and_then(wire::text);
                Written::Refused { code, message, field }
            }
        }
    }
}
