//! `balcao link` and `balcao unlink`.

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::act;
use crate::sync::{Per, Side, engine::Command};

/// Which two.
#[derive(Clone, Debug, clap::Args)]
pub struct LinkArgs {
    /// The record in Bigin: its id, e-mail or name
    #[arg(value_name = "BIGIN")]
    bigin: String,
    /// The record in Desk: its id, e-mail or name
    #[arg(value_name = "DESK")]
    desk: String,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Which pair.
#[derive(Clone, Debug, clap::Args)]
pub struct UnlinkArgs {
    /// One of the two: its id, e-mail or name
    #[arg(value_name = "RECORD")]
    record: String,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) fn link(args: &LinkArgs, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let bigin = open.one(&pairing, &args.bigin, Side::Bigin)?;
    let desk = open.one(&pairing, &args.desk, Side::Desk)?;
    if bigin.kind != desk.kind {
        return Err(Failure::new(Exit::Usage, "arguments", open.words.say("sync-not-alike")));
    }
    let ids = Per { bigin: bigin.id, desk: desk.id };
    if !act::may_link(&pairing, bigin.kind, ids) {
        return Err(Failure::new(Exit::Usage, "linked", open.words.say("sync-has-partner")));
    }
    pairing.ledger.wish(&Command::Link(bigin.kind, ids)).map_err(|error| open.unread(error))?;
    if args.json {
        return print::json(
            &json!({ "linked": { "bigin": ids.bigin.to_string(), "desk": ids.desk.to_string() } }),
        );
    }
    print::out(&format!("{}\n", open.words.say("sync-will-link")))
}

pub(super) fn unlink(args: &UnlinkArgs, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let link = open.linked(&pairing, &args.record)?.id;
    pairing.ledger.wish(&Command::Part(link)).map_err(|error| open.unread(error))?;
    if args.json {
        return print::json(&json!({ "unlinked": link.0 }));
    }
    print::out(&format!("{}\n", open.words.say("sync-will-unlink")))
}
