//! `balcao contact show`, `company show`, `deal show`.

use jiff::Timestamp;
use serde_json::json;

use super::{find, id, keys};
use crate::app::effect::Record;
use crate::cli::exit::Failure;
use crate::cli::print;
use crate::cli::source::Source;
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
    let counts = match scope_of(&twins) {
        Some(scope) => {
            let query = TicketQuery { scope, department: None, text: String::new() };
            open.ask(move |cache| cache.counts(&query, Timestamp::now())).await?
        }
        None => TicketCounts::default(),
    };
    let id = id(&record);
    let fetched = fetch::activities_of(&open.services, &id, Timestamp::now());
    Box::pin(source.refresh(Key::Activities(id.clone()), fetched)).await?;
    let around =
        open.ask(move |cache| cache.activities(&id)).await?.map(|(list, _)| list).unwrap_or_default();
    if args.json {
        let (one, _) = keys(module);
        let desk: Vec<_> = twins.iter().map(print::twin_json).collect();
        return print::json(&json!({
            one: print::record_json(&record), "desk": desk, "tickets": counts,
            "activities": around.iter().map(print::activity_json).collect::<Vec<_>>(),
            "stale": !source.is_live(), "fetched_at": source.fetched(),
        }));
    }
    let words = &open.words;
    let mut page = print::record_page(&record, words);
    page.put("record-in-desk", &print::twins_text(&twins, words));
    let args = [("all", counts.all.into()), ("open", counts.open.into()), ("overdue", counts.overdue.into())];
    page.put("screen-tickets", &words.say_with("cli-ticket-counts", &args));
    print::out(&format!("{}{}", page.text(), print::activities(&around, words, &open.clock())))
}

/// The record that is meant, with its tickets brought up to date, and its twins in Desk.
pub async fn tickets_of(
    module: Module,
    wanted: &str,
    source: &mut Source<'_>,
) -> Result<(Record, Vec<DeskTwin>), Failure> {
    // A company's tickets are also those of its people; a deal's are those of both.
    let modules: &[Module] = match module {
        Module::Contacts => &[Module::Contacts],
        Module::Companies => &[Module::Companies, Module::Contacts],
        Module::Pipelines => &[Module::Pipelines, Module::Companies, Module::Contacts],
    };
    for module in modules {
        source.module(*module).await?;
    }
    let open = source.open;
    let record = find(module, wanted, open).await?;
    let id = id(&record);
    let fetched = fetch::tickets_of(&open.services, &id, Timestamp::now());
    source.refresh(Key::Twin(id.clone()), fetched).await?;
    let twins = open.ask(move |cache| known(cache, &id)).await?;
    Ok((record, twins))
}
