//! `balcao contact list`, `company list`, `deal list`.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{keys, never, read};
use crate::app::effect::Record;
use crate::cli::exit::Failure;
use crate::cli::ground::at_least_one;
use crate::cli::print;
use crate::cli::source::{Source, Told};
use crate::cli::target::Open;
use crate::model::Module;
use crate::store::cache::{Cache, Error};

/// Rows that the cache gives at once.
const WINDOW: usize = 200;

/// Which records.
#[derive(Clone, Debug, clap::Args)]
pub struct ListArgs {
    /// Only those that match this text, best first (case and accents aside)
    #[arg(value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub text: String,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = at_least_one)]
    pub limit: usize,
    /// Read what is cached; ask Zoho nothing
    #[arg(long)]
    pub cached: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Lists the records of a module.
pub async fn list(module: Module, args: ListArgs, open: &Open) -> Result<(), Failure> {
    let mut source = Source::reading(open, args.cached);
    let told = source.module(module).await?;
    let (text, limit) = (args.text, args.limit);
    let (total, records) = open.ask(move |cache| rows(cache, module, &text, limit)).await?;
    if told == Told::Never {
        source.miss(never(module), &[]);
        if records.is_empty() {
            return source.end();
        }
    }
    if args.json {
        let (_, many) = keys(module);
        let list: Vec<Value> = records.iter().map(print::record_json).collect();
        print::json(&json!({
            many: list, "total": total, "stale": !source.is_live(), "fetched_at": source.fetched(),
        }))?;
        return source.end();
    }
    if records.is_empty() {
        print::note(&open.words.say("cli-none-found"));
        return Ok(());
    }
    let words = &open.words;
    let titles: &[&str] = match module {
        Module::Contacts => &["cli-id", "cli-name", "record-email", "record-company"],
        Module::Companies => &["cli-id", "cli-name", "record-website", "record-phone"],
        Module::Pipelines => &["cli-id", "cli-name", "record-stage", "record-amount", "record-company"],
    };
    let titles: Vec<String> = titles.iter().map(|id| words.say(id)).collect();
    let cells: Vec<_> = records.iter().map(|record| print::record_row(record, words)).collect();
    print::out(&print::table(&titles, &cells, print::columns()))?;
    if total > records.len() {
        print::note(&words.say_with("cli-more", &[("count", (total - records.len()).into())]));
    }
    source.end()
}

fn rows(cache: &Cache, module: Module, text: &str, limit: usize) -> Result<(usize, Vec<Record>), Error> {
    let mut records = Vec::new();
    loop {
        let room = (limit - records.len()).min(WINDOW);
        let window = cache.record_rows(module, text, records.len(), room, Timestamp::now())?;
        let before = records.len();
        for row in window.rows {
            records.extend(read(cache, &row.id)?);
        }
        if records.len() == before || records.len() >= limit {
            return Ok((window.total, records));
        }
    }
}
