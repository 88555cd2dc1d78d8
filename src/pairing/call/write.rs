//! Writing. Each record has its own fate; where nobody knows about one, neither does anybody about those behind it.

use super::{Caller, Verb};
use crate::pairing::wire::{module, sort};
use crate::sync::{
    Kind, RecordId, Side,
    engine::{Answer, Outcome, Write},
};
use crate::zoho::records::{Change, Written};

/// What Bigin says when it does not know itself what became of a record.
const ITS_OWN_FAULT: [&str; 2] = ["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"];

impl Caller {
    pub(super) async fn write(&self, write: &Write) -> Verb {
        let (side, kind) = (write.side(), write.kind());
        let Some(sort) = sort(kind) else { return Ok((Answer::Written(Vec::new()), 0)) };
        let changes: Vec<Change> = write.rows().iter().map(|row| self.wire.change(side, kind, row)).collect();
        let (written, calls) = match side {
            Side::Bigin => (self.write_bigin(kind, &changes).await?, 1),
            Side::Desk => {
                let mut written = Vec::with_capacity(changes.len());
                for change in &changes {
                    written.push(self.zoho.desk.write_record(sort, change).await?);
                }
                (written, changes.len() as u64)
            }
        };
        let written = written.into_iter().map_while(|written| self.outcome(side, kind, written));
        Ok((Answer::Written(written.collect()), calls))
    }

    /// Creates go by our key where Bigin keeps it unique: made twice, they make one record.
    async fn write_bigin(&self, kind: Kind, changes: &[Change]) -> Result<Vec<Written>, crate::zoho::Error> {
        let creates = changes.iter().all(|change| change.id.is_none());
        match self.wire.kind(kind).and_then(|names| names.unique_mark(Side::Bigin)).filter(|_| creates) {
            Some(unique) => self.zoho.bigin.upsert_records(module(kind), unique, changes).await,
            None => self.zoho.bigin.write_records(module(kind), changes).await,
        }
    }

    fn outcome(&self, side: Side, kind: Kind, written: Written) -> Option<Outcome> {
        Some(match written {
            Written::Done { id, modified, record } => Outcome::Done {
                id: RecordId(id.parse().ok()?),
                version: modified.as_second(),
                fields: record.map(|record| self.wire.fields(side, kind, &record)),
            },
            Written::Refused { code, .. } if ITS_OWN_FAULT.contains(&code.as_str()) => return None,
            Written::Refused { code, message, field } => {
                let at = field.map(|field| format!(", {field}")).unwrap_or_default();
                Outcome::Refused(format!("{} ({code}{at})", message.trim_end_matches('.')))
            }
            Written::Missing => Outcome::Missing,
        })
    }
}
