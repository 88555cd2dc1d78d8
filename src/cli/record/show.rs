//! `balcao contact show`, `company show`, `deal show`.

use jiff::Timestamp;
use serde_json::json;

use super::{find, id, keys, name, never};
use crate::app::effect::Record;
use crate::cli::exit::Failure;
use crate::cli::print;
use crate::cli::source::{Source, Told};
use crate::cli::target::Open;
use crate::counter::fetch::{self, scope_of};
use crate::counter::twin::known;
use crate::model::{DeskTwin, Module, TicketCounts, TicketQuery};
use crate::store::cache::Key;

/// Which record.
#[derive(Clone, Debug, clap::Args)]
pub struct ShowArgs {
    /// Its id, its name, or a contact's e-mail
    #[arg(value_name = "ID|NAME|EMAIL")]
    pub wanted: String,
    /// Read what is cached; ask Zoho nothing
    #[arg(long)]
    pub cached: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Shows a record, where it stands in Desk, and how many tickets it has, and what happened around it.
pub async fn show(module: Module, args: ShowArgs, open: &Open) -> Result<(), Failure> {
    let mut source = Source::reading(open, args.cached);
    let (record, twins) = tickets_of(module, &args.wanted, &mut source).await?;
    let counts = counts(twins.as_deref(), open).await?;
    if twins.is_none() {
        source.miss("cli-never-desk", &[("name", name(&record).into())]);
    }
    let id = id(&record);
    let fetched = fetch::activities_of(&open.services, &id, Timestamp::now());
    let told = Box::pin(source.refresh(Key::Activities(id.clone()), fetched)).await?;
    let around = open.ask(move |cache| cache.activities(&id)).await?.map(|(list, _)| list);
    if told == Told::Never && around.is_none() {
        source.miss("cli-never-activities", &[("name", name(&record).into())]);
    }
    if args.json {
        let (one, _) = keys(module);
        let desk = twins.map(|twins| twins.iter().map(print::twin_json).collect::<Vec<_>>());
        let around = around.map(|around| around.iter().map(print::activity_json).collect::<Vec<_>>());
        print::json(&json!({
            one: print::record_json(&record), "desk": desk, "tickets": counts, "activities": around,
            "stale": !source.is_live(), "fetched_at": source.fetched(),
        }))?;
        return source.end();
    }
    let words = &open.words;
    let unknown = || words.say("cli-not-fetched");
    let mut page = print::record_page(&record, words);
    let uncounted = if twins.is_some() { "cli-whose-tickets" } else { "cli-not-fetched" };
    page.put("record-in-desk", &twins.map_or_else(unknown, |twins| print::twins_text(&twins, words)));
    let counts = counts.map_or_else(
        || words.say(uncounted),
        |of| {
            let args = [("all", of.all.into()), ("open", of.open.into()), ("overdue", of.overdue.into())];
            words.say_with("cli-ticket-counts", &args)
        },
    );
    page.put("screen-tickets", &counts);
    let around = print::activities(&around.unwrap_or_default(), words, &open.clock());
    print::out(&format!("{}{around}", page.text()))?;
    source.end()
}

/// How many tickets the twins have; none when nobody looked for twins yet, or when there are several to choose from.
async fn counts(twins: Option<&[DeskTwin]>, open: &Open) -> Result<Option<TicketCounts>, Failure> {
    let Some(twins) = twins else { return Ok(None) };
    let Some(scope) = scope_of(twins) else {
        // Of one of several nobody knows whose tickets count.
        let several = twins.iter().any(|twin| matches!(twin, DeskTwin::Ambiguous(_)));
        return Ok((!several).then(TicketCounts::default));
    };
    let query = TicketQuery { scope, department: None, text: String::new(), meant: Vec::new() };
    open.ask(move |cache| cache.counts(&query, Timestamp::now())).await.map(Some)
}

/// The record that is meant, with its tickets brought up to date, and its twins in Desk; none when nobody ever looked
/// for them.
pub async fn tickets_of(
    module: Module,
    wanted: &str,
    source: &mut Source<'_>,
) -> Result<(Record, Option<Vec<DeskTwin>>), Failure> {
    // A company's tickets are also those of its people; a deal's are those of both.
    let modules: &[Module] = match module {
        Module::Contacts => &[Module::Contacts],
        Module::Companies => &[Module::Companies, Module::Contacts],
        Module::Pipelines => &[Module::Pipelines, Module::Companies, Module::Contacts],
    };
    let mut listed = Told::Known;
    for &one in modules {
        let told = source.module(one).await?;
        if one == module {
            listed = told;
        }
    }
    let open = source.open;
    let record = find(module, wanted, open).await.map_err(|failure| match listed {
        // What is in no list that was read may be there all the same.
        Told::Never if failure.kind != "several" => source.never(&[open.words.say(never(module))]),
        _ => failure,
    })?;
    let id = id(&record);
    let fetched = fetch::tickets_of(&open.services, &id, Timestamp::now());
    let told = source.refresh(Key::Twin(id.clone()), fetched).await?;
    let twins = match told {
        Told::Known => Some(open.ask(move |cache| known(cache, &id)).await?),
        Told::Never => None,
    };
    Ok((record, twins))
}
