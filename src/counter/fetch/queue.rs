//! A shelf of the agent's queue.

use jiff::Timestamp;

use crate::counter::{Result, Services};
use crate::model::{StatusKind, TicketId, TicketScope};
use crate::store::cache::{Key, Slot};
use crate::zoho::TicketList;

/// A shelf is read to this depth: beyond 2 000 rows each call costs more than three times as much (desk.md §5).
const DEEPEST: u32 = 2_000;

/// Fetches it, newest first; `more` is called whenever a page has been put away and others follow.
pub async fn queue(
    services: &Services,
    scope: &TicketScope,
    now: Timestamp,
    more: impl Fn(),
) -> Result<bool> {
    let mut list = question(services, scope).await?;
    let mut seen: Vec<TicketId> = Vec::new();
    let complete = loop {
        let page = services.zoho.desk.tickets(&list).await?;
        seen.extend(page.rows.iter().map(|ticket| ticket.id.clone()));
        let (rows, listed) = (page.rows, scope.clone());
        services.keeper.put(move |cache| cache.put_tickets(&rows, Some(&listed))).await?;
        match page.next {
            Some(next) if next.from < DEEPEST => list.from = next,
            next => break next.is_none() && !page.cut,
        }
        more();
    };
    let (scope, today) = (scope.clone(), services.zoho.time(now));
    services
        .keeper
        .put(move |cache| {
            cache.reconcile_scope(&scope, None, &seen, complete, today)?;
            let key = Key::Tickets(scope, None);
            if complete {
                cache.set_cursor(&key, now)?;
            }
            cache.set_fetched(&key, now)
        })
        .await?;
    Ok(true)
}

async fn question(services: &Services, scope: &TicketScope) -> Result<TicketList> {
    let mut list = TicketList::default();
    match scope {
        TicketScope::Mine(agent) => list.assignee = Some(agent.clone()),
        TicketScope::Unassigned => list.unassigned = true,
        TicketScope::Overdue => list.overdue = true,
        TicketScope::AllOpen | TicketScope::Of { .. } => {}
    }
    // The portal's own names of all that is not closed; without them the list would hold years of closed tickets.
    let known = services.keeper.ask(|cache| cache.get(&Slot::STATUSES)).await?;
    let statuses = match known {
        Some((statuses, _)) => statuses,
        None => services.zoho.desk.statuses().await?,
    };
    list.status =
        statuses.into_iter().filter(|one| one.kind != StatusKind::Closed).map(|one| one.name).collect();
    Ok(list)
}
