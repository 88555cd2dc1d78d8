//! `balcao retry`.

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    act,
    show::{self, Item},
};

/// What is tried again.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Only this record: its id, e-mail or name; else all that failed
    #[arg(value_name = "RECORD")]
    record: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &Args, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let status = show::status(&pairing, false).map_err(|error| open.unread(error))?;
    let mut items: Vec<&Item> = status.items.iter().filter(|item| act::can_retry(item.list)).collect();
    if let Some(word) = &args.record {
        let found = open.meant(&pairing, word)?;
        items.retain(|item| {
            found.iter().any(|seen| item.kind == seen.kind && item.ids[seen.side] == Some(seen.id))
        });
        if items.is_empty() {
            let args = [("id", word.as_str().into())];
            return Err(Failure::new(
                Exit::NotFound,
                "not_failing",
                open.words.say_with("sync-not-failing", &args),
            ));
        }
    }
    act::retry_items(&pairing, &items).map_err(|error| open.unread(error))?;
    if args.json {
        return print::json(&json!({ "retried": items.len() }));
    }
    print::out(&format!("{}\n", open.words.say_with("sync-retried", &[("count", items.len().into())])))
}
