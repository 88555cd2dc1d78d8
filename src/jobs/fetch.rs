//! Asking Zoho.

use std::sync::Arc;

use jiff::Timestamp;

use super::Desk;
use crate::app::{Fetch, Message};
use crate::counter;

pub(super) async fn fetch(desk: Arc<Desk>, fetch: Fetch) {
    let (services, now) = (&desk.services, Timestamp::now());
    let more = || {
        desk.tell_time();
        desk.tell(Message::Progressed(fetch.clone()));
    };
    let result = match &fetch {
        Fetch::Module(module) => counter::fetch::module(services, *module, now, more).await,
        Fetch::TicketsOf(id) => counter::fetch::tickets_of(services, id, now).await,
        Fetch::ActivitiesOf(id) => counter::fetch::activities_of(services, id, now).await,
        Fetch::Queue(scope) => counter::fetch::queue(services, scope, now, more).await,
        Fetch::Conversation(id) => counter::fetch::conversation(services, id, now, more).await,
        Fetch::Furniture => counter::fetch::furniture(services, now, more).await,
    };
    let result = result.map_err(|error| desk.trouble(&error));
    desk.tell_time();
    desk.tell(Message::Fetched { fetch, result });
}
