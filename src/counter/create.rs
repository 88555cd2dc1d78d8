//! `+ Ticket`.

use jiff::Timestamp;

use super::{CLOCKS, Result, Services};
use crate::model::{NewTicket, Ticket};
use crate::zoho::TicketList;

/// Creates the ticket, once: when the answer is lost, the newest tickets are looked through for it before anybody is
/// told that it failed.
pub async fn create(services: &Services, new: &NewTicket, now: Timestamp) -> Result<Ticket> {
    let ticket = match services.zoho.desk.create_ticket(new).await {
        Ok(ticket) => ticket,
        // Whatever keeps it from being looked for: that the answer was lost is what there is to know.
        Err(error) if error.is_unknown() => match look_up(services, new, now).await {
            Ok(Some(ticket)) => ticket,
            Ok(None) | Err(_) => return Err(error.into()),
        },
        Err(error) => return Err(error.into()),
    };
    note(services, &ticket).await;
    Ok(ticket)
}

/// Looks for a ticket whose answer was lost, among those created since then; it creates nothing. The newest of Desk's
/// list may come minutes late, so that nothing found means *not there, or not yet*.
pub async fn look_for(services: &Services, new: &NewTicket, since: Timestamp) -> Result<Option<Ticket>> {
    let found = look_up(services, new, since).await?;
    if let Some(ticket) = &found {
        note(services, ticket).await;
    }
    Ok(found)
}

async fn note(services: &Services, ticket: &Ticket) {
    let row = ticket.clone();
    // Desk has it, whether or not it can be noted here.
    if let Err(error) = services.keeper.put(move |cache| cache.put_tickets(&[row], None)).await {
        tracing::warn!(%error, "a new ticket could not be kept");
    }
}

async fn look_up(services: &Services, new: &NewTicket, since: Timestamp) -> Result<Option<Ticket>> {
    let known = services.zoho.time(since);
    let list = TicketList { departments: vec![new.department.clone()], ..TicketList::default() };
    let page = services.zoho.desk.tickets(&list).await?;
    let ours = |ticket: &Ticket| {
        ticket.subject == new.subject
            && ticket.created > known - CLOCKS
            && (new.contact.is_none() || ticket.contact == new.contact)
    };
    Ok(page.rows.into_iter().find(ours))
}
