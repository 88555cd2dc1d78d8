//! Values, records and lines of the journal, for people and for scripts.

use std::borrow::Cow;

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value as Json, json};

use crate::cli::exit::{Exit, Failure};
use crate::cli::target::Open;
use crate::pairing::{
    Pairing,
    run::{plain, word},
    show::{self, Names},
};
use crate::store::ledger::LedgerError;
use crate::sync::{
    FieldId, Kind, Millis, Per, RecordId, Side, Value,
    ledger::{Entry, Ledger, Link, LinkState, Seen, Why},
};

/// A value for people: quoted, so that blanks are seen.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Empty => "—".to_owned(),
        Value::Text(text) => format!("“{}”", text.as_str()),
        other => plain(other).as_str().map_or_else(|| plain(other).to_string(), str::to_owned),
    }
}

/// Both sides for scripts.
pub(super) fn per<T>(both: &Per<T>, shape: impl Fn(&T) -> Json) -> Json {
    json!({ "bigin": shape(&both.bigin), "desk": shape(&both.desk) })
}

/// An id for scripts.
pub(super) fn id(id: Option<&RecordId>) -> Json {
    id.map_or(Json::Null, |id| json!(id.to_string()))
}

/// A moment for people.
pub(super) fn moment(at: Millis, zone: &TimeZone) -> String {
    let at = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// A moment for scripts.
pub(super) fn time(at: Millis) -> Json {
    Timestamp::from_millisecond(at).map_or(Json::Null, |at| json!(at))
}

/// A line of the journal for scripts.
pub(super) fn entry_json(seq: i64, entry: &Entry, pairing: &Pairing, names: &Names) -> Json {
    let field = entry.field.map(|field| field_json(pairing, entry.kind, field));
    json!({
        "seq": seq, "at": time(entry.at), "op": entry.op.map(|op| op.0), "link": entry.link.map(|link| link.0),
        "side": word(entry.side), "kind": entry.kind.name(), "record": entry.record.to_string(),
        "name": names.of_id(&pairing.ledger, entry.side, entry.kind, entry.record), "field": field,
        "old": plain(&entry.old), "new": plain(&entry.new), "other": plain(&entry.other), "why": why(entry.why),
    })
}

/// A field for scripts: its names in both APIs.
pub(super) fn field_json(pairing: &Pairing, kind: Kind, field: FieldId) -> Json {
    match pairing.file.names.get(&(kind, field)) {
        Some(names) => json!({ "id": field.0, "bigin": names.bigin, "desk": names.desk }),
        None => json!({ "id": field.0, "bigin": null, "desk": null }),
    }
}

/// The word for a rule, for scripts.
pub(super) const fn why(why: Why) -> &'static str {
    match why {
        Why::Changed => "changed",
        Why::FilledIn => "filled_in",
        Why::Conflict => "conflict",
        Why::Decided => "decided",
        Why::Held => "held",
        Why::Created => "created",
        Why::Linked => "linked",
        Why::Joined => "joined",
        Why::Parted => "parted",
        Why::Gone => "gone",
        Why::Back => "back",
        Why::Refused => "refused",
        Why::NotDone => "not_done",
        Why::Turning => "turning",
        Why::Undone => "undone",
        Why::NotUndone => "not_undone",
        Why::Pinned => "pinned",
        Why::Unpinned => "unpinned",
    }
}

impl Open {
    /// The word for a rule, for people.
    pub(super) fn why(&self, why: Why) -> String {
        self.words.say(&format!("sync-why-{}", self::why(why).replace('_', "-")))
    }

    /// The ledger could not be read.
    pub(super) fn unread(&self, error: LedgerError) -> Failure {
        self.pairing_failure(&error.into())
    }

    /// The records that a word means; a failure when there is none.
    pub(super) fn meant(&self, pairing: &Pairing, wanted: &str) -> Result<Vec<Seen>, Failure> {
        let found = show::find(pairing, wanted).map_err(|error| self.unread(error))?;
        if found.is_empty() {
            let args = [("id", wanted.into())];
            return Err(Failure::new(
                Exit::NotFound,
                "no_record",
                self.words.say_with("sync-no-record", &args),
            ));
        }
        Ok(found)
    }

    /// The one record of a side that a word means.
    pub(super) fn one(&self, pairing: &Pairing, wanted: &str, side: Side) -> Result<Seen, Failure> {
        let mut found = self.meant(pairing, wanted)?;
        found.retain(|seen| seen.side == side && seen.live);
        if found.len() == 1 {
            return Ok(found.remove(0));
        }
        let known: Vec<String> = found.iter().map(|seen| seen.id.to_string()).collect();
        let args = [("id", wanted.into()), ("side", side.name().into()), ("known", known.join(", ").into())];
        let (kind, sentence) =
            if found.is_empty() { ("no_record", "sync-no-record-there") } else { ("several", "cli-several") };
        Err(Failure::new(Exit::NotFound, kind, self.words.say_with(sentence, &args))
            .with("known", json!(known)))
    }

    /// The one link that a record belongs to, unless it was parted.
    pub(super) fn linked(&self, pairing: &Pairing, wanted: &str) -> Result<Link, Failure> {
        let found = self.meant(pairing, wanted)?;
        let mut links: Vec<_> = found
            .iter()
            .filter_map(|seen| pairing.ledger.link_of(seen.side, seen.kind, seen.id))
            .filter_map(|link| pairing.ledger.link(link).map(Cow::into_owned))
            .filter(|link| link.state != LinkState::Apart)
            .collect();
        links.sort_by_key(|link| link.id);
        links.dedup_by_key(|link| link.id);
        match (links.pop(), links.is_empty()) {
            (Some(link), true) => Ok(link),
            (None, _) => {
                let said = [("id", wanted.into())];
                let sentence = self.words.say_with("sync-not-linked", &said);
                Err(Failure::new(Exit::NotFound, "not_linked", sentence))
            }
            (Some(_), false) => {
                let known: Vec<String> = found.iter().map(|seen| seen.id.to_string()).collect();
                let said = [("id", wanted.into()), ("known", known.join(", ").into())];
                let sentence = self.words.say_with("cli-several", &said);
                Err(Failure::new(Exit::NotFound, "several", sentence).with("known", json!(known)))
            }
        }
    }

    /// The field of a kind that is called so in Bigin or Desk.
    pub(super) fn field_called(
        &self,
        pairing: &Pairing,
        kind: Kind,
        wanted: &str,
    ) -> Result<FieldId, Failure> {
        let of_kind = || pairing.file.names.iter().filter(|((of, _), _)| *of == kind);
        let mut called = of_kind().filter(|(_, names)| is_called(names, wanted));
        if let Some(((_, field), _)) = called.next() {
            return Ok(*field);
        }
        let known: Vec<&str> = of_kind().map(|(_, names)| names.bigin.as_str()).collect();
        let said = [("field", wanted.into()), ("known", known.join(", ").into())];
        let sentence = self.words.say_with("sync-no-field", &said);
        Err(Failure::new(Exit::NotFound, "no_field", sentence).with("known", json!(known)))
    }
}

/// Whether a field is called so in Bigin or Desk.
pub(super) fn is_called(names: &Per<String>, wanted: &str) -> bool {
    Side::BOTH.into_iter().any(|side| names[side].eq_ignore_ascii_case(wanted))
}
