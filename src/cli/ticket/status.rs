//! `balcao ticket status`.

use serde_json::json;

use super::find::find;
use crate::cli::exit::{Exit, Failure};
use crate::cli::furniture::{Furniture, STATUS};
use crate::cli::print;
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::counter::{fetch, status};
use crate::model::{Status, StatusKind};
use crate::text::Standard;

/// Which ticket, and what it shall be.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Its number (1042 or #1042), or its id
    #[arg(value_name = "NUMBER|ID")]
    number: String,
    /// One of the portal's own statuses, custom ones included, or the word of the screen for it (case and accents aside)
    #[arg(value_name = "STATUS")]
    status: String,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let done = change(&args, open).await;
    done.map_err(|failure| unchanged(failure, args.number.trim().trim_start_matches('#'), open))
}

async fn change(args: &Args, open: &Open) -> Result<(), Failure> {
    let mut source = Source::writing(open);
    let mut furniture = Furniture::ready(&mut source).await?;
    furniture.allow(&mut source, "refused-edit", |may| may.edit_tickets).await?;
    let list = |known: &Furniture| known.statuses.iter().map(|one| (one.name.clone(), one.clone())).collect();
    let wanted: Status = furniture.named(&mut source, &args.status, STATUS, list).await?;
    if wanted.kind == StatusKind::Closed {
        furniture.allow(&mut source, "refused-close", |may| may.close_tickets).await?;
    }
    let found = find(&args.number, &source).await?;
    // What the cache says may be old; what it was before is part of the answer.
    let before = fetch::ticket(&open.services, &found.id).await.map_err(|error| open.failure(&error))?;
    let after = if before.status == wanted.name {
        before.clone()
    } else {
        status::set(&open.services, &before.id, &wanted.name).await.map_err(|error| open.failure(&error))?
    };
    if args.json {
        return print::json(&json!({
            "ticket": { "id": after.id, "number": after.number }, "before": before.status,
            "status": after.status, "changed": before.status != after.status,
        }));
    }
    let word = |status: &str| open.words.standard(Standard::Status, status);
    let said = [
        ("number", after.number.as_str().into()),
        ("before", word(&before.status).into()),
        ("after", word(&after.status).into()),
    ];
    print::out(&format!("{}\n", open.words.say_with("cli-status-changed", &said)))
}

/// The failure of a service or of the way there, with the sentence that nothing was changed before its reason. (When the
/// answer was lost, nobody knows; whatever is wrong with the command says so itself.)
fn unchanged(failure: Failure, number: &str, open: &Open) -> Failure {
    if !matches!(failure.exit, Exit::Away | Exit::Refused) {
        return failure;
    }
    let args = [("number", number.into()), ("why", failure.sentence.as_str().into())];
    Failure { sentence: open.words.say_with("notice-status-not-set", &args), ..failure }
}
