//! A ticket with what was said, laid out for a width.

use crate::app::effect::{Said, TicketPage};
use crate::model::{Body, BodyKind, Entry, TicketId};
use crate::store::Keeper;
use crate::store::cache::{Error, Key};
use crate::text::letter;

pub(super) async fn load(keeper: &Keeper, id: TicketId, width: u16) -> Result<Option<TicketPage>, Error> {
    let read = keeper.ask(move |cache| {
        let ticket = cache.ticket(&id)?;
        let conversation = cache.conversation(&id)?;
        let fetched = cache.fetched_at(&Key::Conversation(id))?;
        Ok::<_, Error>((ticket, conversation, fetched))
    });
    let (ticket, conversation, fetched) = read.await?;
    let Some(ticket) = ticket else { return Ok(None) };
    let entries = conversation.map(|conversation| conversation.entries).unwrap_or_default();
    let laid_out =
        tokio::task::spawn_blocking(move || entries.into_iter().map(|one| lay_out(one, width)).collect());
    let entries = laid_out.await.expect("laying out text does not panic");
    Ok(Some(TicketPage { ticket, entries, fetched }))
}

fn lay_out(entry: Entry, width: u16) -> Said {
    let letter = match (&entry, entry.body().kind) {
        // Until the text is here, its beginning stands for it.
        (Entry::Thread(thread), BodyKind::Missing) => {
            letter(&Body { kind: BodyKind::Plain, text: thread.summary.clone() }, width)
        }
        _ => letter(entry.body(), width),
    };
    Said { entry, letter }
}
