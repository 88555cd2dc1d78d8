//! `balcao mapping lint`: what the records that were seen say about the written mapping.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::cli::exit::Failure;
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Pairing,
    check::descriptions,
    known,
    run::{plain, word},
    show::Names,
};
use crate::sync::{
    FieldId, Kind, Side,
    ledger::Ledger,
    mapping::lint::{Finding, What, lint},
};
use crate::text::line;

/// Records that are named for each thing that is found.
const SOME: usize = 3;

pub(super) async fn run(pairing: &Pairing, json: bool, open: &Open) -> Result<(), Failure> {
    let (_, file) = pairing.place().draft().map_err(|error| open.pairing_failure(&error))?;
    let known = known::metadata(&open.services.zoho, &pairing.ledger, pairing.revision).await;
    let known = known.map_err(|error| open.pairing_failure(&error))?;
    let records = pairing.ledger.records(|seen| seen.live).map_err(|error| open.unread(error))?;
    let found = lint(&file.mapping, &descriptions(&file, &known), &records);
    let names = Names::of(&pairing.file);
    if json {
        let all: Vec<Json> = found.iter().map(|one| finding_json(one, pairing, &names)).collect();
        return print::json(&json!({ "records": records.len(), "findings": all }));
    }
    let mut groups: BTreeMap<(Kind, FieldId, Side, String), Vec<String>> = BTreeMap::new();
    for one in &found {
        let name = names.of_id(&pairing.ledger, one.side, one.kind, one.record);
        groups.entry((one.kind, one.field, one.side, said(one.what, open))).or_default().push(name);
    }
    let mut text = String::new();
    for ((kind, field, side, what), records) in &groups {
        let some: Vec<&str> = records.iter().take(SOME).map(String::as_str).collect();
        let more = if records.len() > SOME { ", …" } else { "" };
        let (kind, field, count) = (open.kind(*kind), pairing.field(*kind, *field), records.len());
        text += &format!(
            "{kind}: {field}: {}: {what}: {count} ({}{more})\n",
            side.name(),
            line(&some.join(", "))
        );
    }
    let args = [("records", records.len().into()), ("count", found.len().into())];
    print::out(&format!("{text}{}\n", open.words.say_with("sync-linted", &args)))
}

fn said(what: What, open: &Open) -> String {
    open.words.say(match what {
        What::NotAlone => "sync-lint-not-alone",
        What::CannotCross => "sync-lint-cannot-cross",
        What::DoesNotComeBack => "sync-lint-does-not-come-back",
        What::TooLong => "sync-lint-too-long",
        What::Missing => "sync-lint-missing",
    })
}

fn finding_json(one: &Finding, pairing: &Pairing, names: &Names) -> Json {
    let what = match one.what {
        What::NotAlone => "not_alone",
        What::CannotCross => "cannot_cross",
        What::DoesNotComeBack => "does_not_come_back",
        What::TooLong => "too_long",
        What::Missing => "missing",
    };
    let seen = pairing.ledger.seen(one.side, one.kind, one.record);
    let value = seen.as_ref().and_then(|seen| seen.cell(one.field)).map(|cell| plain(&cell.value));
    json!({
        "what": what, "kind": one.kind.name(), "side": word(one.side), "record": one.record.to_string(),
        "name": names.of_id(&pairing.ledger, one.side, one.kind, one.record), "id": one.field.0,
        "field": super::value::field_json(pairing, one.kind, one.field), "value": value,
    })
}
