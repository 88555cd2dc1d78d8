//! A ticket with what was said, laid out for a width.

use std::borrow::Cow;

use crate::app::effect::{Said, TicketPage};
use crate::compose;
use crate::model::{Body, Entry, TicketId};
use crate::store::Keeper;
use crate::store::cache::{Error, Key};
use crate::text::letters;

pub(super) async fn load(keeper: &Keeper, id: TicketId, width: u16) -> Result<Option<TicketPage>, Error> {
    let read = keeper.ask(move |cache| {
        let ticket = cache.ticket(&id)?;
        let conversation = cache.conversation(&id)?;
        let fetched = cache.fetched_at(&Key::Conversation(id))?;
        let sites = match ticket.as_ref().and_then(|ticket| ticket.account.as_ref()) {
            Some(account) => cache.websites_of(account)?,
            None => Vec::new(),
        };
        Ok::<_, Error>((ticket, conversation, fetched, sites))
    });
    let (ticket, conversation, fetched, sites) = read.await?;
    let Some(ticket) = ticket else { return Ok(None) };
    let customer = compose::customer_domains(&ticket, &sites);
    let entries = conversation.map(|conversation| conversation.entries).unwrap_or_default();
    let laid_out = tokio::task::spawn_blocking(move || lay_out(entries, width));
    let entries = laid_out.await.expect("laying out text does not panic");
    Ok(Some(TicketPage { ticket, entries, fetched, customer }))
}

fn lay_out(entries: Vec<Entry>, width: u16) -> Vec<Said> {
    let bodies: Vec<Cow<'_, Body>> = entries.iter().map(Entry::readable).collect();
    let letters = letters(bodies.iter().map(AsRef::as_ref), width);
    drop(bodies);
    entries.into_iter().zip(letters).map(|(entry, letter)| Said { entry, letter }).collect()
}
