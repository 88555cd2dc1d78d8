//! Drafts and the outbox. The questions to the cache are asked before the tasks start, so that their order is the order
//! of the effects.

use std::sync::Arc;

use jiff::Timestamp;

use super::Desk;
use crate::app::Message;
use crate::app::message::{Delivery, Late};
use crate::counter::Error;
use crate::counter::send::{self, Around, Delivered, Word};
use crate::model::{Draft, DraftId, Fate, OutgoingId, TicketForm};
use crate::store::cache::{self, Cache};

pub(super) fn save(desk: Arc<Desk>, draft: Draft) -> impl Future<Output = ()> + Send {
    let id = draft.id.clone();
    let saved = desk.services.keeper.ask(move |cache| cache.save_draft(&draft));
    async move {
        let result = saved.await.map(drop).map_err(|error| desk.trouble(&Error::from(error)));
        desk.tell(Message::DraftKept(id, result));
    }
}

pub(super) fn drop_draft(desk: Arc<Desk>, id: DraftId) -> impl Future<Output = ()> + Send {
    let dropped = desk.services.keeper.ask(move |cache| cache.drop_draft(&id));
    async move { changed(&desk, dropped.await.map(drop).map_err(Error::from)) }
}

pub(super) fn save_form(desk: Arc<Desk>, form: TicketForm) -> impl Future<Output = ()> + Send {
    let key = form.key();
    let saved = desk.services.keeper.ask(move |cache| cache.save_form(&form));
    async move {
        let result = saved.await.map_err(|error| desk.trouble(&Error::from(error)));
        desk.tell(Message::FormKept(key, result));
    }
}

pub(super) fn drop_form(desk: Arc<Desk>, key: String) -> impl Future<Output = ()> + Send {
    let dropped = desk.services.keeper.ask(move |cache| cache.drop_form(&key));
    async move { changed(&desk, dropped.await.map_err(Error::from)) }
}

pub(super) fn queue(desk: Arc<Desk>, draft: Draft, until: Timestamp) -> impl Future<Output = ()> + Send {
    let id = draft.id.clone();
    let queued = desk.services.keeper.ask(move |cache| cache.queue(&draft, until, Timestamp::now()));
    async move {
        let queued = match queued.await {
            Ok(queued) => queued,
            Err(error) => return desk.tell(Message::Queued(id, Err(desk.trouble(&Error::from(error))))),
        };
        desk.tell(Message::Queued(id, Ok(())));
        // That the ticket has grown is asked while the writer is still there. (A private comment is not held: it is
        // leaving already.)
        let now = Timestamp::now();
        if until > now
            && let Ok(Some(news)) = send::look(&desk.services, &queued, now).await
        {
            let ticket = queued.draft.ticket.clone();
            desk.tell(Message::Delivered(queued.id, Delivery::Stale(ticket, news)));
        }
    }
}

pub(super) fn take_back(desk: Arc<Desk>, id: OutgoingId) -> impl Future<Output = ()> + Send {
    let asked = id.clone();
    let taken = desk.services.keeper.ask(move |cache| {
        let taken = cache.take_back(&asked, Timestamp::now())?.is_some();
        late(cache, &asked, taken)
    });
    async move { answered(&desk, id, taken.await) }
}

pub(super) fn drop_outgoing(desk: Arc<Desk>, id: OutgoingId) -> impl Future<Output = ()> + Send {
    let asked = id.clone();
    let dropped = desk.services.keeper.ask(move |cache| {
        let dropped = cache.drop_outgoing(&asked)?;
        late(cache, &asked, dropped)
    });
    async move { answered(&desk, id, dropped.await) }
}

pub(super) async fn deliver(desk: Arc<Desk>, id: OutgoingId, despite_news: bool) {
    // How long a look-up takes, the screen counts for itself.
    let moved = || desk.tell(Message::WritingChanged);
    let around = Around { now: Timestamp::now, moved, checking: |_| {} };
    let word = if despite_news { Word::SendAnyway } else { Word::Due };
    let delivery = match send::deliver(&desk.services, &id, word, &around).await {
        Ok(Delivered::Sent(ticket)) => Delivery::Sent(ticket),
        Ok(Delivered::Stale(ticket, news)) => Delivery::Stale(ticket, news),
        Ok(Delivered::Taken) => Delivery::Taken,
        Ok(Delivered::Waiting(error)) => Delivery::Waiting(desk.trouble(&error)),
        Ok(Delivered::Unknown(error)) => Delivery::Unknown(desk.trouble(&error)),
        Ok(Delivered::Failed(error)) | Err(error) => Delivery::Failed(desk.trouble(&error)),
    };
    // Only a person is told: what was merely due is somebody else's now.
    if word != Word::Due && delivery == Delivery::Taken {
        let asked = id.clone();
        let why = desk.services.keeper.ask(move |cache| late(cache, &asked, false)).await;
        answered(&desk, id.clone(), why);
    }
    desk.tell(Message::Delivered(id, delivery));
}

pub(super) async fn check_again(desk: Arc<Desk>, id: OutgoingId) {
    let result = send::check_again(&desk.services, &id).await.map_err(|error| desk.trouble(&error));
    desk.tell(Message::CheckedAgain(id, result));
}

/// Why an answer about a message had no effect; none when it had.
fn late(cache: &Cache, id: &OutgoingId, done: bool) -> Result<Option<Late>, cache::Error> {
    if done {
        return Ok(None);
    }
    Ok(Some(match cache.outgoing(id)?.map(|outgoing| outgoing.fate) {
        None => Late::Gone,
        Some(Fate::Sent { .. }) => Late::Sent,
        Some(Fate::Sending { .. } | Fate::Unknown { .. }) => Late::Leaving,
        Some(_) => Late::Elsewhere,
    }))
}

fn answered(desk: &Desk, id: OutgoingId, result: Result<Option<Late>, cache::Error>) {
    match result {
        Ok(Some(late)) => desk.tell(Message::TooLate(id, late)),
        Ok(None) => {}
        Err(error) => desk.tell(Message::Notice(desk.trouble(&Error::from(error)))),
    }
    desk.tell(Message::WritingChanged);
}

fn changed(desk: &Desk, result: Result<(), Error>) {
    if let Err(error) = result {
        desk.tell(Message::Notice(desk.trouble(&error)));
    }
    desk.tell(Message::WritingChanged);
}
