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
        Err(error) if error.is_unknown() => match look_up(services, new, now).await? {
            Some(ticket) => ticket,
            None => return Err(error.into()),
        },
        Err(error) => return Err(error.into()),
    };
    let row = ticket.clone();
    // Desk has it, whether or not it can be noted here.
    if let Err(error) = services.keeper.put(move |cache| cache.put_tickets(&[row], None)).await {
        tracing::warn!(%error, "a new ticket could not be kept");
    }
    Ok(ticket)
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
