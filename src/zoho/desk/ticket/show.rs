//! One ticket.

use super::wire::WireTicket;
use crate::{
    model::{Ticket, TicketId},
    zoho::{
        Desk, Error, Service,
        transport::{Answer, Call},
    },
};

impl Desk {
    /// One ticket with its people. One that is not there, or lies in the recycle bin, is [`Error::NotFound`].
    pub async fn ticket(&self, id: &TicketId) -> Result<Ticket, Error> {
        let call = Call::desk(&["tickets", id.as_str()])
            .with("include", "contacts,assignee,departments,team,isRead");
        read(&self.transport.send(&call).await?)
    }

    /// After a change: the answer to one leaves people out, so the ticket is read once more. The change stands even if
    /// that fails.
    pub(super) async fn complete(&self, changed: Ticket) -> Ticket {
        self.ticket(&changed.id).await.unwrap_or(changed)
    }
}

pub(super) fn read(answer: &Answer) -> Result<Ticket, Error> {
    let ticket = answer.record::<WireTicket>()?;
    if ticket.is_gone() {
        let message = "the ticket is in the recycle bin.".to_owned();
        return Err(Error::NotFound { service: Service::Desk, message });
    }
    ticket.into_model().ok_or_else(|| answer.odd("the ticket has no id"))
}
