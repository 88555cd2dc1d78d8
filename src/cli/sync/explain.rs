//! `balcao explain`.

use serde_json::{Value as Json, json};

use super::{history, value};
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::cli::ticket;
use crate::pairing::{
    Pairing,
    run::{plain, word},
    show::{self, Account, Names},
};
use crate::sync::Side;
use crate::text::line;

/// Which record.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Its e-mail, name or id; or the number of a ticket, for its customer
    #[arg(value_name = "EMAIL|TICKET|RECORD")]
    record: String,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Lines of the journal that are shown.
const LINES: usize = 12;

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let wanted = match number(&args.record) {
        Some(number) => customer(number, open).await?,
        None => args.record.clone(),
    };
    let found = open.meant(&pairing, &wanted)?;
    let accounts = show::explain(&pairing, &found, LINES).map_err(|error| open.unread(error))?;
    let names = Names::of(&pairing.file);
    if args.json {
        let all: Vec<Json> = accounts.iter().map(|one| account_json(one, open, &pairing, &names)).collect();
        return print::json(&json!({ "records": all }));
    }
    let texts: Vec<String> = accounts.iter().map(|one| account_text(one, open, &pairing, &names)).collect();
    print::out(&texts.join("\n"))
}

/// Ids of records are longer than numbers of tickets.
const ID: usize = 12;

/// The number of a ticket, with or without its mark.
fn number(word: &str) -> Option<&str> {
    let digits = word.trim().trim_start_matches('#');
    (!digits.is_empty() && digits.len() < ID && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some(digits)
}

/// The record of whoever a ticket is of.
async fn customer(number: &str, open: &Open) -> Result<String, Failure> {
    let source = Source::reading(open, false);
    let ticket = ticket::find(number, &source).await?;
    ticket.contact.map(|contact| contact.to_string()).ok_or_else(|| {
        let sentence = open.words.say_with("sync-no-customer", &[("id", number.into())]);
        Failure::new(Exit::NotFound, "no_contact", sentence)
    })
}

/// What it is like, in a word for scripts, and what can be done.
fn state(account: &Account) -> (&'static str, Option<&'static str>) {
    let state = account.state();
    let action = match state {
        "conflict" => Some("sync-do-resolve"),
        "failing" => Some("sync-do-retry"),
        "excluded" => Some("sync-do-filter"),
        "pinned" => Some("sync-do-unpin"),
        "deleted" => Some("sync-do-restore"),
        "apart" => Some("sync-do-link"),
        "ambiguous" => Some("sync-do-choose"),
        "alone" => Some("sync-do-sync"),
        _ => None,
    };
    (state, action)
}

fn account_text(account: &Account, open: &Open, pairing: &Pairing, names: &Names) -> String {
    let words = &open.words;
    let ids: Vec<String> = Side::BOTH
        .into_iter()
        .filter_map(|side| account.seen[side].as_ref().map(|seen| format!("{} {}", side.name(), seen.id)))
        .collect();
    let (state, action) = state(account);
    let mut text = format!("{} {} ({})\n", open.kind(account.kind), line(&account.name), ids.join(" ⇄ "));
    text += &format!("{}\n", words.say(&format!("sync-state-{state}")));
    if let Some((side, said)) = account.refused() {
        text += &format!("  {}: {}\n", side.name(), line(said));
    }
    if let Some(side) = account.gone() {
        text += &format!("  {}\n", words.say_with("sync-gone-in", &[("side", side.name().into())]));
    }
    for (side, id, name) in &account.rivals {
        text += &format!("  {} {id} {}\n", side.name(), line(name));
    }
    let titles =
        ["sync-col-field", "sync-col-bigin", "sync-col-desk", "sync-col-agreed"].map(|id| words.say(id));
    let rows: Vec<Vec<String>> = account
        .fields
        .iter()
        .filter(|field| is_worth(field))
        .map(|field| {
            let now = |side: Side| field.now[side].as_ref().map(value::shown).unwrap_or_default();
            let base = field.base.as_ref().map(|base| value::shown(&base.bigin)).unwrap_or_default();
            let mark = if field.held.is_some() { "! " } else { "" };
            let kept =
                if field.pinned { format!(" ({})", words.say("sync-pinned-field")) } else { String::new() };
            vec![
                format!("{mark}{}{kept}", pairing.field(account.kind, field.field)),
                now(Side::Bigin),
                now(Side::Desk),
                base,
            ]
        })
        .collect();
    text += &print::table(&titles, &rows, print::columns());
    for (_, entry) in &account.lines {
        let cells: Vec<String> =
            history::row(entry, open, pairing, names).into_iter().filter(|cell| !cell.is_empty()).collect();
        text += &format!("  {}\n", line(&cells.join(" · ")));
    }
    if let Some(action) = action {
        text += &format!("→ {}\n", words.say(action));
    }
    text
}

/// A field that both sides leave empty says nothing.
fn is_worth(field: &show::FieldState) -> bool {
    Side::BOTH.into_iter().any(|side| field.now[side].as_ref().is_some_and(|value| !value.is_empty()))
}

fn account_json(account: &Account, open: &Open, pairing: &Pairing, names: &Names) -> Json {
    let (state, action) = state(account);
    let refused = account.refused();
    let fields: Vec<Json> = account
        .fields
        .iter()
        .map(|field| {
            json!({
                "field": value::field_json(pairing, account.kind, field.field),
                "now": value::per(&field.now, |value| value.as_ref().map_or(Json::Null, plain)),
                "agreed": field.base.as_ref().map(|base| value::per(base, plain)),
                "held": field.held.as_ref().is_some_and(|held| held.decision.is_none()), "pinned": field.pinned,
            })
        })
        .collect();
    let lines: Vec<Json> =
        account.lines.iter().map(|(seq, entry)| value::entry_json(*seq, entry, pairing, names)).collect();
    json!({
        "kind": account.kind.name(), "name": account.name, "state": state,
        "ids": value::per(&account.seen, |seen| value::id(seen.as_ref().map(|seen| &seen.id))),
        "live": value::per(&account.seen, |seen| json!(seen.as_ref().map(|seen| seen.live))),
        "link": account.link.as_ref().map(|link| link.id.0), "fields": fields, "history": lines,
        "refused_by": refused.map(|(side, _)| word(side)), "words": refused.map(|(_, words)| words),
        "rivals": account.rivals.iter().map(|(side, id, name)| {
            json!({ "side": word(*side), "id": id.to_string(), "name": name })
        }).collect::<Vec<_>>(),
        "do": action.map(|id| open.words.say(id)),
    })
}
