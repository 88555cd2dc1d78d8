//! Changing a ticket's status.

use super::{Result, Services};
use crate::model::{Ticket, TicketId};

/// Changes it. Saying it twice is harmless, so a lost answer is settled by looking at the ticket.
pub async fn set(services: &Services, id: &TicketId, status: &str) -> Result<Ticket> {
    let ticket = match services.zoho.desk.set_status(id, status).await {
        Ok(ticket) => ticket,
        Err(error) if error.is_unknown() => {
            let ticket = services.zoho.desk.ticket(id).await?;
            if ticket.status != status {
                return Err(error.into());
            }
            ticket
        }
        Err(error) => return Err(error.into()),
    };
    let row = ticket.clone();
    // It is changed, whether or not that can be noted here.
    if let Err(error) = services.keeper.put(move |cache| cache.put_tickets(&[row], None)).await {
        tracing::warn!(%error, "a changed ticket could not be kept");
    }
    Ok(ticket)
}
