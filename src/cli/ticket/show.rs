//! `balcao ticket show`.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::find::find;
use crate::cli::exit::Failure;
use crate::cli::furniture::Furniture;
use crate::cli::print::{self, Names, Page};
use crate::cli::source::{Source, Told};
use crate::cli::target::Open;
use crate::counter::fetch;
use crate::model::{Entry, Ticket};
use crate::store::cache::Key;
use crate::text::Standard;

/// Columns that the text of a message is set in for scripts.
const COLUMNS: u16 = 100;

/// Which ticket.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Its number (1042 or #1042), or its id
    #[arg(value_name = "NUMBER|ID")]
    number: String,
    /// Show trailing quotes as well
    #[arg(long)]
    quotes: bool,
    /// Read what is cached; ask Zoho nothing
    #[arg(long)]
    cached: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let mut source = Source::reading(open, args.cached);
    let furniture = Furniture::ready(&mut source).await?;
    let ticket = find(&args.number, &source).await?;
    let (ticket, entries) = known(ticket, &mut source).await?;
    if entries.is_none() {
        source.miss("cli-never-talk", &[("number", ticket.number.as_str().into())]);
    }
    if args.json {
        let said = entries.map(|entries| -> Vec<Value> {
            entries.iter().map(|entry| print::entry_json(entry, COLUMNS)).collect()
        });
        print::json(&json!({
            "ticket": print::ticket_json(&ticket, &furniture.names(), &open.due_clock()), "entries": said,
            "stale": !source.is_live(), "fetched_at": source.fetched(),
        }))?;
        return source.end();
    }
    let clock = open.clock();
    let head = head(&ticket, &furniture.names(), open);
    let entries = entries.unwrap_or_default();
    let talk = print::talk(&entries, args.quotes, print::measure(), &open.words, &clock);
    print::out(&format!("{head}{talk}"))?;
    source.end()
}

/// The ticket and what was said on it, brought up to date.
pub(super) async fn read(ticket: Ticket, source: &mut Source<'_>) -> Result<(Ticket, Vec<Entry>), Failure> {
    let (ticket, entries) = known(ticket, source).await?;
    let Some(entries) = entries else {
        let args = [("number", ticket.number.as_str().into())];
        return Err(source.never(&[source.open.words.say_with("cli-never-talk", &args)]));
    };
    Ok((ticket, entries))
}

/// The same; no entries when they were never fetched.
async fn known(ticket: Ticket, source: &mut Source<'_>) -> Result<(Ticket, Option<Vec<Entry>>), Failure> {
    let open = source.open;
    let id = ticket.id.clone();
    let fetched = fetch::conversation(&open.services, &id, Timestamp::now(), || ());
    let told = source.refresh(Key::Conversation(id.clone()), fetched).await?;
    let (known, said) = open.ask(move |cache| Ok((cache.ticket(&id)?, cache.conversation(&id)?))).await?;
    let entries = match told {
        Told::Known => Some(said.map(|said| said.entries).unwrap_or_default()),
        Told::Never => None,
    };
    Ok((known.unwrap_or(ticket), entries))
}

fn head(ticket: &Ticket, names: &Names, open: &Open) -> String {
    let (words, clock) = (&open.words, open.clock());
    let mut page = Page::new(words, &format!("#{} {}", ticket.number, ticket.subject));
    page.put("ticket-status", &words.standard(Standard::Status, &ticket.status));
    if ticket.due.is_some() {
        page.put("ticket-due", &open.due_clock().due(words, ticket.due, ticket.kind));
    }
    let priority = ticket.priority.as_deref().unwrap_or_default();
    page.put("ticket-priority", &words.standard(Standard::Priority, priority));
    page.put("ticket-channel", &words.standard(Standard::Channel, &ticket.channel));
    let nobody = words.say("ticket-unassigned");
    page.put("ticket-assignee", ticket.assignee.as_ref().map_or(nobody.as_str(), |one| one.name.as_str()));
    page.put("ticket-department", names.department(&ticket.department));
    let email = ticket.email.as_ref().map(|email| format!(" <{email}>")).unwrap_or_default();
    page.put("ticket-customer", &format!("{}{email}", ticket.contact_name));
    page.put("record-company", &ticket.account_name);
    page.put("record-created", &clock.exact(words, ticket.created));
    page.text()
}
