//! `balcao resolve`.

use serde_json::json;

use super::value;
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::model::pairing::Act;
use crate::pairing::{
    act,
    run::word,
    show::{self, Item, List},
};
use crate::sync::Side;

/// What is decided, and for whom.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Which record: its id, e-mail or name
    #[arg(value_name = "RECORD", required_unless_present = "release")]
    record: Option<String>,
    /// Only this field, by its name in Bigin or Desk; else all that are in conflict
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// Bigin's value stands
    #[arg(long, conflicts_with = "desk")]
    bigin: bool,
    /// Desk's value stands
    #[arg(long)]
    desk: bool,
    /// Unusually many records are gone, and that is right: go on
    #[arg(long, conflicts_with_all = ["record", "field", "bigin", "desk"])]
    release: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &Args, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    if args.release {
        let mut pairing = pairing;
        act::act(&mut pairing, &Act::Release).map_err(|error| open.pairing_failure(&error))?;
        if args.json {
            return print::json(&json!({ "released": true }));
        }
        return print::out(&format!("{}\n", open.words.say("sync-released")));
    }
    let wanted = args.record.as_deref().unwrap_or_default();
    let found = open.meant(&pairing, wanted)?;
    let status = show::status(&pairing, false).map_err(|error| open.unread(error))?;
    let named = |item: &Item| {
        let Some((field, _)) = &item.conflict else { return false };
        let names = pairing.file.names.get(&(item.kind, *field));
        args.field.as_ref().is_none_or(|name| names.is_some_and(|names| value::is_called(names, name)))
    };
    let of =
        |item: &Item| found.iter().any(|seen| item.kind == seen.kind && item.ids[seen.side] == Some(seen.id));
    let items: Vec<&Item> =
        status.items.iter().filter(|item| item.list == List::Conflict && of(item) && named(item)).collect();
    if items.is_empty() {
        let args = [("id", wanted.into())];
        return Err(Failure::new(
            Exit::NotFound,
            "no_conflict",
            open.words.say_with("sync-no-conflict", &args),
        ));
    }
    let winner = match (args.bigin, args.desk) {
        (true, _) => Side::Bigin,
        (_, true) => Side::Desk,
        _ => return Err(asked(&items, open, &pairing)),
    };
    let conflict = |item: &&Item| {
        let (field, shown) = item.conflict.clone()?;
        Some((item.link?, field, shown))
    };
    let conflicts: Vec<_> = items.iter().filter_map(conflict).collect();
    act::decide(&pairing, &conflicts, winner).map_err(|error| open.unread(error))?;
    if args.json {
        return print::json(&json!({ "decided": items.len(), "winner": word(winner) }));
    }
    let said = [("count", items.len().into()), ("side", winner.name().into())];
    print::out(&format!("{}\n", open.words.say_with("sync-decided", &said)))
}

/// Nobody said who wins: both values are shown.
fn asked(items: &[&Item], open: &Open, pairing: &crate::pairing::Pairing) -> Failure {
    let lines: Vec<String> = items
        .iter()
        .filter_map(|item| {
            let (field, values) = item.conflict.as_ref()?;
            let name = pairing.field(item.kind, *field);
            Some(format!("{name}: {} / {}", value::shown(&values.bigin), value::shown(&values.desk)))
        })
        .collect();
    let args = [("conflicts", lines.join("; ").into())];
    Failure::new(Exit::Asked, "asked", open.words.say_with("sync-who-wins", &args))
        .with("conflicts", json!(lines))
}
