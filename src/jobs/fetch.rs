//! Asking Zoho.

use std::sync::Arc;

use jiff::Timestamp;

use super::Desk;
use crate::app::effect::Hit;
use crate::app::{Fetch, Message};
use crate::counter;
use crate::model::Ticket;
use crate::text::Standard;

pub(super) async fn fetch(desk: Arc<Desk>, fetch: Fetch) {
    let (services, now) = (&desk.services, Timestamp::now());
    let more = || {
        desk.tell_time();
        desk.tell(Message::Progressed(fetch.clone()));
    };
    let result = match &fetch {
        Fetch::Module(module) => counter::fetch::module(services, *module, now, more).await,
        Fetch::TicketsOf(id) => counter::fetch::tickets_of(services, id, now).await,
        Fetch::TicketsOfCandidate(_, twin) => counter::fetch::tickets_of_candidate(services, twin, now).await,
        Fetch::DealsOf(id) => counter::fetch::deals_of(services, id).await,
        Fetch::ActivitiesOf(id) => counter::fetch::activities_of(services, id, now).await,
        Fetch::Queue(scope) => counter::fetch::queue(services, scope, now, more).await,
        Fetch::Search(text) => search(&desk, text).await,
        Fetch::Totals(me) => counter::fetch::totals(services, me, now).await,
        Fetch::Conversation(id) => counter::fetch::conversation(services, id, now, more).await,
        Fetch::Furniture => counter::fetch::furniture(services, now, more).await,
    };
    let result = result.map_err(|error| desk.trouble(&error));
    desk.tell_time();
    desk.tell(Message::Fetched { fetch, result });
}

/// What Desk finds goes to the screen as well as into the cache.
async fn search(desk: &Desk, text: &str) -> counter::Result<bool> {
    let found = counter::fetch::search(&desk.services, text).await?;
    let status = |ticket: &Ticket| desk.words.standard(Standard::Status, &ticket.status);
    let hits = found.into_iter().map(|ticket| Hit {
        snippet: [ticket.contact_name.as_str(), &ticket.account_name, &status(&ticket)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        at: ticket.created,
        ticket: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        in_desk: true,
    });
    desk.tell(Message::Found(text.to_owned(), hits.collect()));
    Ok(false)
}
