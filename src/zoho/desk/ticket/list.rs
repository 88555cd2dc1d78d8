//! Lists of tickets. `from` counts from 1 in lists and from 0 in the search; both are hidden here: `from` of this
//! module is how many rows to skip.

use super::wire::WireTicket;
use crate::{
    model::{AccountId, AgentId, DepartmentId, DeskContactId, Ticket},
    zoho::{Desk, Error, Page, RowAt, transport::Call, wire::Data},
};

/// The most a list gives at once in every version of the documents (desk.md §21.2).
const LIMIT: u32 = 50;

/// Which tickets, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketList {
    /// Only this agent's.
    pub assignee: Option<AgentId>,
    /// Only nobody's; outweighs `assignee`.
    pub unassigned: bool,
    /// Only those past their due time.
    pub overdue: bool,
    /// Only with one of these statuses, spelled as the portal does; empty = all, closed ones included.
    pub status: Vec<String>,
    /// Only of these departments; empty = all that the agent can see.
    pub departments: Vec<DepartmentId>,
    /// Where to begin: [`Page::next`] of the page before.
    pub from: RowAt,
    /// How many rows at most, 1 to 50; 0 = 50.
    pub limit: u32,
}

impl Desk {
    /// A page of tickets, newest first (`GET /tickets`).
    pub async fn tickets(&self, list: &TicketList) -> Result<Page<Ticket, RowAt>, Error> {
        let limit = if list.limit == 0 { LIMIT } else { list.limit.min(LIMIT) };
        let departments: Vec<_> = list.departments.iter().map(DepartmentId::as_str).collect();
        let assignee =
            if list.unassigned { Some("Unassigned") } else { list.assignee.as_ref().map(AgentId::as_str) };
        let call = Call::desk(&["tickets"])
            .with("include", "contacts,assignee,departments,team,isRead")
            .with("sortBy", "-createdTime")
            .with_some("assignee", assignee)
            .with_some("dueDate", list.overdue.then_some("overdue"))
            .with_some("status", (!list.status.is_empty()).then(|| list.status.join(",")))
            // The documents say `departmentId`, the service listens to `departmentIds` (desk.md §21.1).
            .with_some("departmentIds", (!departments.is_empty()).then(|| departments.join(",")));
        let mut page = self.page(&call, &list.from, limit).await?;
        if !list.departments.is_empty() {
            page.rows.retain(|ticket| list.departments.contains(&ticket.department));
        }
        Ok(page)
    }

    /// The tickets of a contact, closed ones included, newest first. Scopes contacts, tickets and search.
    pub async fn tickets_of_contact(
        &self,
        contact: &DeskContactId,
        from: &RowAt,
    ) -> Result<Page<Ticket, RowAt>, Error> {
        let call = Call::desk(&["contacts", contact.as_str(), "tickets"])
            .with("include", "departments,team,assignee,isRead")
            .with("sortBy", "-createdTime");
        let mut page = self.page(&call, from, LIMIT).await?;
        for ticket in &mut page.rows {
            // This list does not repeat whose it is.
            ticket.contact.get_or_insert_with(|| contact.clone());
        }
        Ok(page)
    }

    /// The tickets of an account with all its contacts, closed ones included, newest first.
    pub async fn tickets_of_account(
        &self,
        account: &AccountId,
        from: &RowAt,
    ) -> Result<Page<Ticket, RowAt>, Error> {
        let call = Call::desk(&["accounts", account.as_str(), "tickets"])
            .with("include", "contacts,departments,team,assignee,isRead")
            .with("sortBy", "-createdTime");
        let mut page = self.page(&call, from, LIMIT).await?;
        for ticket in &mut page.rows {
            ticket.account.get_or_insert_with(|| account.clone());
        }
        Ok(page)
    }

    /// A page of a list that is sorted by when its tickets were made, newest first. A ticket that leaves the list meanwhile
    /// (closed, given away) moves all after it, one that comes in as well: the last row is asked for again, and the walk
    /// goes back until the page begins no later than behind it.
    async fn page(&self, call: &Call, at: &RowAt, limit: u32) -> Result<Page<Ticket, RowAt>, Error> {
        let Some((created, last)) = &at.after else {
            return self.rows_from(call, at.from, limit).await;
        };
        let limit = limit.max(2);
        let mut skip = at.from.saturating_sub(1);
        loop {
            let mut page = self.rows_from(call, skip, limit).await?;
            let place = page.rows.iter().position(|ticket| ticket.id == *last);
            let before = page.rows.first().is_some_and(|first| first.created > *created);
            if place.is_some() || before || skip == 0 {
                match place {
                    Some(place) => drop(page.rows.drain(..=place)),
                    None => page.rows.retain(|ticket| ticket.created <= *created),
                }
                if let Some(next) = page.next.as_mut().filter(|_| page.rows.is_empty()) {
                    next.after.clone_from(&at.after);
                }
                return Ok(page);
            }
            skip = skip.saturating_sub(limit - 1);
        }
    }

    async fn rows_from(&self, call: &Call, from: u32, limit: u32) -> Result<Page<Ticket, RowAt>, Error> {
        let call = call.clone().with("from", from + 1).with("limit", limit);
        let Page { rows, next, cut, at } = self.read(&call, from, limit).await?;
        let after = rows.last().map(|ticket| (ticket.created, ticket.id.clone()));
        Ok(Page { rows, next: next.map(|from| RowAt { from, after }), cut, at })
    }

    pub(super) async fn read(&self, call: &Call, from: u32, limit: u32) -> Result<Page<Ticket, u32>, Error> {
        let answer = self.transport.send(call).await?;
        let rows = answer.json::<Data<WireTicket>>()?.map(|data| data.data.0).unwrap_or_default();
        // Neither a total nor a "more": a full page may be the last one, and the next is then empty.
        let full = u32::try_from(rows.len()).is_ok_and(|count| count >= limit);
        let rows = rows.into_iter().filter_map(WireTicket::into_model).collect();
        Ok(Page { rows, next: full.then(|| from + limit), cut: false, at: answer.at() })
    }
}
