//! Drafts and the outbox. The questions to the cache are asked before the tasks start, so that their order is the order
//! of the effects.

use std::sync::Arc;

use jiff::Timestamp;

use super::Desk;
use crate::app::Message;
use crate::app::message::Delivery;
use crate::counter::Error;
use crate::counter::send::{self, Around, Delivered};
use crate::model::{Draft, DraftId, OutgoingId, TicketForm};

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
        let result = queued.await.map(drop).map_err(|error| desk.trouble(&Error::from(error)));
        desk.tell(Message::Queued(id, result));
    }
}

pub(super) fn take_back(desk: Arc<Desk>, id: OutgoingId) -> impl Future<Output = ()> + Send {
    let taken = desk.services.keeper.ask(move |cache| cache.take_back(&id, Timestamp::now()));
    async move { changed(&desk, taken.await.map(drop).map_err(Error::from)) }
}

pub(super) fn drop_outgoing(desk: Arc<Desk>, id: OutgoingId) -> impl Future<Output = ()> + Send {
    let dropped = desk.services.keeper.ask(move |cache| cache.drop_outgoing(&id));
    async move { changed(&desk, dropped.await.map(drop).map_err(Error::from)) }
}

pub(super) async fn deliver(desk: Arc<Desk>, id: OutgoingId, despite_news: bool) {
    // How long a look-up takes, the screen counts for itself.
    let moved = || desk.tell(Message::WritingChanged);
    let around = Around { now: Timestamp::now, moved, checking: |_| {} };
    let delivery = match send::deliver(&desk.services, &id, despite_news, &around).await {
        Ok(Delivered::Sent(ticket)) => Delivery::Sent(ticket),
        Ok(Delivered::Stale(ticket, news)) => Delivery::Stale(ticket, news),
        Ok(Delivered::Taken) => Delivery::Taken,
        Ok(Delivered::Waiting(error)) => Delivery::Waiting(desk.trouble(&error)),
        Ok(Delivered::Unknown(error)) => Delivery::Unknown(desk.trouble(&error)),
        Ok(Delivered::Failed(error)) | Err(error) => Delivery::Failed(desk.trouble(&error)),
    };
    desk.tell(Message::Delivered(id, delivery));
}

fn changed(desk: &Desk, result: Result<(), Error>) {
    if let Err(error) = result {
        desk.tell(Message::Notice(desk.trouble(&error)));
    }
    desk.tell(Message::WritingChanged);
}
