//! The tickets of a Bigin record: its twin in Desk is looked up, then what that twin ever asked.

use jiff::Timestamp;

use crate::counter::twin;
use crate::counter::{Error, Result, Services};
use crate::model::{DeskTwin, RecordId, Ticket, TicketId, TicketScope};
use crate::store::cache::Key;
use crate::zoho::RowAt;

/// A customer's tickets are read to this depth.
const DEEPEST: u32 = 1_000;

/// Fetches them. A record without a twin has none, and that is remembered.
pub async fn tickets_of(services: &Services, record: &RecordId, now: Timestamp) -> Result<bool> {
    let twins = twin::find(services, record, now).await?;
    for twin in &twins {
        if matches!(twin, DeskTwin::Contact(_) | DeskTwin::Account(_)) {
            tickets_of_twin(services, twin, now).await?;
        }
    }
    let record = record.clone();
    services.keeper.put(move |cache| cache.set_fetched(&Key::Twin(record), now)).await?;
    Ok(true)
}

/// Fetches the tickets of one of several that match: to be looked at. Nothing is remembered about whose twin it is.
pub async fn tickets_of_candidate(services: &Services, twin: &DeskTwin, now: Timestamp) -> Result<bool> {
    tickets_of_twin(services, twin, now).await?;
    if let Some(scope) = scope_of(std::slice::from_ref(twin)) {
        services.keeper.put(move |cache| cache.set_fetched(&Key::Tickets(scope, None), now)).await?;
    }
    Ok(true)
}

/// Reads a twin's list; what is here and not in it was moved to somebody else, or thrown away.
async fn tickets_of_twin(services: &Services, twin: &DeskTwin, now: Timestamp) -> Result<()> {
    let Some(scope) = scope_of(std::slice::from_ref(twin)) else { return Ok(()) };
    let (desk, mut seen, mut from) = (&services.zoho.desk, Vec::new(), RowAt::default());
    let complete = loop {
        let page = match twin {
            DeskTwin::Contact(id) => desk.tickets_of_contact(id, &from).await?,
            DeskTwin::Account(id) => desk.tickets_of_account(id, &from).await?,
            DeskTwin::None | DeskTwin::Ambiguous(_) => return Ok(()),
        };
        seen.extend(page.rows.iter().map(|ticket| ticket.id.clone()));
        let (rows, listed) = (page.rows, scope.clone());
        services.keeper.put(move |cache| cache.put_tickets(&rows, Some(&listed))).await?;
        match page.next {
            Some(next) if next.from < DEEPEST => from = next,
            next => break next.is_none() && !page.cut,
        }
    };
    let today = services.zoho.time(now);
    services.keeper.put(move |cache| cache.reconcile_scope(&scope, None, &seen, complete, today)).await?;
    Ok(())
}

/// Which tickets belong to these twins; none while there is no twin.
pub fn scope_of(twins: &[DeskTwin]) -> Option<TicketScope> {
    let (mut contacts, mut accounts) = (Vec::new(), Vec::new());
    for twin in twins {
        match twin {
            DeskTwin::Contact(id) if !contacts.contains(id) => contacts.push(id.clone()),
            DeskTwin::Account(id) if !accounts.contains(id) => accounts.push(id.clone()),
            _ => {}
        }
    }
    (!contacts.is_empty() || !accounts.is_empty()).then_some(TicketScope::Of { contacts, accounts })
}

/// A ticket by the number people say: from the cache, else from Desk.
pub async fn ticket_by_number(services: &Services, number: &str) -> Result<Ticket> {
    let number = number.trim().trim_start_matches('#').to_owned();
    let asked = number.clone();
    if let Some(ticket) = services.keeper.ask(move |cache| cache.ticket_by_number(&asked)).await? {
        return Ok(ticket);
    }
    let found = services.zoho.desk.ticket_by_number(&number).await?;
    let ticket = found.ok_or(Error::NoTicket(number))?;
    let row = ticket.clone();
    services.keeper.put(move |cache| cache.put_tickets(&[row], None)).await?;
    Ok(ticket)
}

/// A ticket by its id, from Desk.
pub async fn ticket(services: &Services, id: &TicketId) -> Result<Ticket> {
    let ticket = services.zoho.desk.ticket(id).await?;
    let row = ticket.clone();
    services.keeper.put(move |cache| cache.put_tickets(&[row], None)).await?;
    Ok(ticket)
}
