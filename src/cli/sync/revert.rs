//! `balcao revert`.

use std::collections::BTreeSet;

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{Pairing, act::undoable, run::Report};
use crate::store::ledger::Lines;
use crate::sync::{
    OpId,
    engine::Command,
    ledger::{Entry, Ledger},
};

/// What is taken back.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// A write by its number in `history`, a whole run as `run:N` (`history --runs`), or the last write of a record: its
    /// id, e-mail or name
    #[arg(value_name = "OP|run:N|RECORD")]
    what: String,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Numbers of writes are shorter than ids of records.
const ID: usize = 12;

pub(super) fn run(args: &Args, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let ops = meant(&args.what, &pairing, open)?;
    if ops.is_empty() {
        let said = [("what", args.what.as_str().into())];
        let sentence = open.words.say_with("sync-nothing-to-revert", &said);
        return Err(Failure::new(Exit::NotFound, "nothing_to_revert", sentence));
    }
    // Of several writes of one field the last one counts: only what that wrote can still stand.
    for op in &ops {
        pairing.ledger.wish(&Command::Revert(*op)).map_err(|error| open.unread(error))?;
    }
    if args.json {
        let ops: Vec<u64> = ops.iter().map(|op| op.0).collect();
        return print::json(&json!({ "reverted": ops }));
    }
    print::out(&format!("{}\n", open.words.say_with("sync-will-revert", &[("count", ops.len().into())])))
}

fn meant(what: &str, pairing: &Pairing, open: &Open) -> Result<BTreeSet<OpId>, Failure> {
    let journal = |lines: &Lines| {
        let lines = pairing.ledger.journal(lines, usize::MAX).map_err(|error| open.unread(error))?;
        Ok::<Vec<Entry>, Failure>(lines.into_iter().map(|(_, entry)| entry).collect())
    };
    if let Some(number) = what.strip_prefix("run:") {
        let runs = pairing.ledger.runs::<Report>(usize::MAX).map_err(|error| open.unread(error))?;
        let Some((_, run)) = runs.into_iter().find(|(id, _)| id.to_string() == number) else {
            let said = [("what", number.into())];
            return Err(Failure::new(Exit::NotFound, "no_run", open.words.say_with("sync-no-run", &said)));
        };
        let mut lines = journal(&Lines::default())?;
        lines.retain(|entry| (run.began..=run.ended).contains(&entry.at));
        return Ok(undoable(&lines).collect());
    }
    if what.len() < ID
        && let Ok(op) = what.parse().map(OpId)
    {
        let mut lines = Vec::new();
        pairing.ledger.written(op, &mut lines);
        return Ok(undoable(&lines).collect());
    }
    let found = open.meant(pairing, what)?;
    let links = found.iter().filter_map(|seen| pairing.ledger.link_of(seen.side, seen.kind, seen.id));
    let lines = journal(&Lines { links: Some(links.collect()), ..Lines::default() })?;
    Ok(undoable(&lines).last().into_iter().collect())
}
