//! `balcao pin` and `balcao unpin`.

use serde_json::json;

use crate::cli::exit::Failure;
use crate::cli::print;
use crate::cli::target::Open;
use crate::sync::engine::Command;

/// What is kept as it is.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// One of the two records: its id, e-mail or name
    #[arg(value_name = "RECORD")]
    record: String,
    /// Only this field, by its name in Bigin or Desk; else the whole record
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// `on` is to keep, else to let go.
pub(super) fn run(args: &Args, on: bool, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let link = open.linked(&pairing, &args.record)?;
    let field = args.field.as_ref().map(|name| open.field_called(&pairing, link.kind, name)).transpose()?;
    let wish = Command::Pin { link: link.id, field, on };
    pairing.ledger.wish(&wish).map_err(|error| open.unread(error))?;
    let name = field.map(|field| pairing.field(link.kind, field));
    if args.json {
        let word = if on { "pinned" } else { "unpinned" };
        return print::json(&json!({ word: link.id.0, "field": name }));
    }
    let said = match (on, name) {
        (true, None) => open.words.say("sync-will-pin"),
        (false, None) => open.words.say("sync-will-unpin"),
        (true, Some(name)) => open.words.say_with("sync-will-pin-field", &[("field", name.into())]),
        (false, Some(name)) => open.words.say_with("sync-will-unpin-field", &[("field", name.into())]),
    };
    print::out(&format!("{said}\n"))
}
