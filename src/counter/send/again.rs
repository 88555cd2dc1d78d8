//! Before a message leaves although its ticket has grown: who gets it is compared with the newest message.

use crate::compose::{self, Concern};
use crate::counter::{Result, Services};
use crate::model::{Address, OutgoingId};
use crate::store::cache::{self as store, Cache, Slot};

/// Reads the ticket again and tells whom the message adds, leaves out, or reaches outside. Nothing to tell when it is not
/// in the outbox any more.
pub async fn check_again(services: &Services, id: &OutgoingId) -> Result<Vec<Concern>> {
    let asked = id.clone();
    let read = move |cache: &mut Cache| {
        let Some(outgoing) = cache.outgoing(&asked)? else { return Ok(None) };
        let ticket = cache.ticket(&outgoing.draft.ticket)?;
        let sites = match ticket.as_ref().and_then(|ticket| ticket.account.as_ref()) {
            Some(account) => cache.websites_of(account)?,
            None => Vec::new(),
        };
        let from = cache.get(&Slot::FROM_ADDRESSES)?.map(|(from, _)| from).unwrap_or_default();
        Ok::<_, store::Error>(Some((outgoing.draft, ticket, sites, from)))
    };
    let Some((draft, ticket, sites, from)) = services.keeper.ask(read).await? else { return Ok(Vec::new()) };
    let said = services.zoho.desk.conversation(&draft.ticket).await?;
    let own: Vec<Address> = from.into_iter().map(|from| Address::bare(from.email)).collect();
    let customer = ticket.map(|ticket| compose::customer_domains(&ticket, &sites)).unwrap_or_default();
    let concerns = compose::check(&draft, &said, &own, &customer);
    Ok(concerns.into_iter().filter(Concern::is_about_people).collect())
}
