//! The message, as the screen would start it, with what the arguments say over it.

use std::path::PathBuf;

use jiff::Timestamp;
use serde_json::json;

use super::show::read;
use crate::cli::exit::{Exit, Failure};
use crate::cli::furniture::Furniture;
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::compose::{self, Concern, Writer};
use crate::counter::files;
use crate::model::{Address, Conversation, Draft, DraftKind, Entry, Ticket};
use crate::text;

/// What the arguments say; what they leave out is as the screen would start it.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// One of the portal's own addresses.
    pub from: Option<String>,
    /// To.
    pub to: Option<String>,
    /// Copy.
    pub cc: Option<String>,
    /// Blind copy.
    pub bcc: Option<String>,
    /// The text.
    pub body: String,
    /// Files of this machine.
    pub files: Vec<PathBuf>,
}

/// Starts the message on the conversation as it is now; says what is to be asked before it leaves.
pub async fn draft(
    kind: DraftKind,
    ticket: Ticket,
    wishes: Wishes,
    source: &mut Source<'_>,
    furniture: &Furniture,
) -> Result<(Draft, Vec<Concern>), Failure> {
    let open = source.open;
    let (ticket, entries) = read(ticket, source).await?;
    let conversation = Conversation { ticket: ticket.id.clone(), entries };
    let quote = match compose::natural(&conversation) {
        Some(thread) if kind == DraftKind::Forward => {
            text::quote(&Entry::Thread(thread.clone()), &ticket.subject, &open.words, &open.clock())
        }
        _ => String::new(),
    };
    let writer = Writer { from: &furniture.from, quote: &quote, now: Timestamp::now() };
    let id = open.ask(|cache| Ok(cache.new_draft_id())).await?;
    let mut draft = compose::start(id, kind, &ticket, &conversation, None, writer);
    if let Some(wanted) = &wishes.from {
        draft.from = Some(sender(wanted, &ticket, furniture, open)?);
    }
    draft.to = wishes.to.unwrap_or(draft.to);
    draft.cc = wishes.cc.unwrap_or(draft.cc);
    draft.bcc = wishes.bcc.unwrap_or(draft.bcc);
    // Of a forward, the quoted original stands below the writer's words already.
    draft.body = format!("{}{}", wishes.body, draft.body);
    let home = directories::BaseDirs::new();
    for path in &wishes.files {
        let file = files::stat(path, home.as_ref().map(directories::BaseDirs::home_dir)).await;
        draft.files.push(file.map_err(|error| open.failure(&error))?);
    }
    let own: Vec<Address> = furniture.from.iter().map(|one| Address::bare(one.email.as_str())).collect();
    let account = ticket.account.clone();
    let sites = open.ask(move |cache| account.map_or(Ok(Vec::new()), |id| cache.websites_of(&id))).await?;
    let concerns = compose::check(&draft, &conversation, &own, &compose::customer_domains(&ticket, &sites));
    Ok((draft, concerns))
}

/// Desk takes only the addresses of the ticket's own department.
fn sender(wanted: &str, ticket: &Ticket, furniture: &Furniture, open: &Open) -> Result<Address, Failure> {
    let email = Address::bare(wanted.trim());
    let own = furniture.from.iter().filter(|one| one.department == ticket.department);
    let known = own.map(|one| Address { name: one.name.clone(), email: one.email.clone() });
    let known: Vec<Address> = known.collect();
    if let Some(one) = known.iter().find(|one| one.same_mailbox(&email)) {
        return Ok(one.clone());
    }
    let names: Vec<String> = known.into_iter().map(|one| one.email).collect();
    let args = [("name", wanted.into()), ("known", names.join(", ").into())];
    let sentence = open.words.say_with("cli-no-such-sender", &args);
    Err(Failure::new(Exit::NotFound, "no_sender", sentence).with("known", json!(names)))
}
