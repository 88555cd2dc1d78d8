//! `balcao ticket show`.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::find::find;
use crate::cli::exit::Failure;
use crate::cli::furniture::Furniture;
use crate::cli::print::{self, Names, Page};
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::counter::fetch;
use crate::model::{Entry, Ticket};
use crate::store::cache::Key;

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
    let (ticket, entries) = read(ticket, &mut source).await?;
    if args.json {
        let said: Vec<Value> = entries.iter().map(|entry| print::entry_json(entry, COLUMNS)).collect();
        return print::json(&json!({
            "ticket": print::ticket_json(&ticket, &furniture.names(), &open.due_clock()), "entries": said,
            "stale": !source.is_live(), "fetched_at": source.fetched(),
        }));
    }
    let clock = open.clock();
    let head = head(&ticket, &furniture.names(), open);
    let talk = print::talk(&entries, args.quotes, print::measure(), &open.words, &clock);
    print::out(&format!("{head}{talk}"))
}

/// The ticket and what was said on it, brought up to date.
pub(super) async fn read(ticket: Ticket, source: &mut Source<'_>) -> Result<(Ticket, Vec<Entry>), Failure> {
    let open = source.open;
    let id = ticket.id.clone();
    let fetched = fetch::conversation(&open.services, &id, Timestamp::now(), || ());
    source.refresh(Key::Conversation(id.clone()), fetched).await?;
    let (known, said) = open.ask(move |cache| Ok((cache.ticket(&id)?, cache.conversation(&id)?))).await?;
    Ok((known.unwrap_or(ticket), said.map(|said| said.entries).unwrap_or_default()))
}

fn head(ticket: &Ticket, names: &Names, open: &Open) -> String {
    let (words, clock) = (&open.words, open.clock());
    let mut page = Page::new(words, &format!("#{} {}", ticket.number, ticket.subject));
    page.put("ticket-status", &ticket.status);
    if ticket.due.is_some() {
        page.put("ticket-due", &open.due_clock().due(words, ticket.due, ticket.kind));
    }
    page.put("ticket-priority", ticket.priority.as_deref().unwrap_or_default());
    page.put("ticket-channel", &print::channel(&ticket.channel, words));
    let nobody = words.say("ticket-unassigned");
    page.put("ticket-assignee", ticket.assignee.as_ref().map_or(nobody.as_str(), |one| one.name.as_str()));
    page.put("ticket-department", names.department(&ticket.department));
    let email = ticket.email.as_ref().map(|email| format!(" <{email}>")).unwrap_or_default();
    page.put("ticket-customer", &format!("{}{email}", ticket.contact_name));
    page.put("record-company", &ticket.account_name);
    page.put("record-created", &clock.exact(words, ticket.created));
    page.text()
}
