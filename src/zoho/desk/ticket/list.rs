//! Lists of tickets. `from` counts from 1 in lists and from 0 in the search; both are hidden here: `from` of this
//! module is how many rows to skip.

use jiff::Timestamp;

use super::wire::WireTicket;
use crate::{
    model::{AccountId, AgentId, DepartmentId, DeskContactId, Ticket},
    zoho::{
        Desk, Error, Page,
        transport::{Call, query_time},
        wire::Data,
    },
};

/// The most a list gives at once in every version of the documents (desk.md §21.2).
const LIMIT: u32 = 50;
/// The most a search gives at once, and where it ends (desk.md §11).
const SEARCH_LIMIT: u32 = 100;
const SEARCH_END: u32 = 5_000;

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
    /// How many rows to skip: [`Page::next`] of the page before, 0 for the first.
    pub from: u32,
    /// How many rows at most, 1 to 50; 0 = 50.
    pub limit: u32,
}

impl Desk {
    /// A page of tickets, newest first (`GET /tickets`).
    pub async fn tickets(&self, list: &TicketList) -> Result<Page<Ticket, u32>, Error> {
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
        let mut page = self.page(call, list.from, limit).await?;
        if !list.departments.is_empty() {
            page.rows.retain(|ticket| list.departments.contains(&ticket.department));
        }
        Ok(page)
    }

    /// The tickets of a contact, closed ones included, newest first. Scopes contacts, tickets and search.
    pub async fn tickets_of_contact(
        &self,
        contact: &DeskContactId,
        from: u32,
    ) -> Result<Page<Ticket, u32>, Error> {
        let call = Call::desk(&["contacts", contact.as_str(), "tickets"])
            .with("include", "departments,team,assignee,isRead")
            .with("sortBy", "-createdTime");
        let mut page = self.page(call, from, LIMIT).await?;
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
        from: u32,
    ) -> Result<Page<Ticket, u32>, Error> {
        let call = Call::desk(&["accounts", account.as_str(), "tickets"])
            .with("include", "contacts,departments,team,assignee,isRead")
            .with("sortBy", "-createdTime");
        let mut page = self.page(call, from, LIMIT).await?;
        for ticket in &mut page.rows {
            ticket.account.get_or_insert_with(|| account.clone());
        }
        Ok(page)
    }

    /// The tickets changed since, oldest change first, from the search index, which lags behind by up to minutes: ask
    /// from some minutes before the last answer. Whether a reply or comment counts as a change is not documented. The
    /// search ends at 5 000 rows: then [`Page::cut`] is set, and lists tell the rest.
    pub async fn tickets_changed_since(
        &self,
        since: Timestamp,
        from: u32,
    ) -> Result<Page<Ticket, u32>, Error> {
        // An end in the future takes in what changes while we walk; a day covers any difference of clocks.
        let until = Timestamp::now() + jiff::SignedDuration::from_hours(24);
        let limit = SEARCH_LIMIT.min(SEARCH_END.saturating_sub(from)).max(1);
        let call = Call::desk(&["tickets", "search"])
            .with("modifiedTimeRange", format!("{},{}", query_time(since), query_time(until)))
            .with("sortBy", "modifiedTime")
            .with("from", from)
            .with("limit", limit);
        let mut page = self.read(&call, from, limit).await?;
        page.cut = page.next.is_some_and(|next| next >= SEARCH_END);
        page.next = page.next.filter(|next| *next < SEARCH_END);
        Ok(page)
    }

    async fn page(&self, call: Call, from: u32, limit: u32) -> Result<Page<Ticket, u32>, Error> {
        self.read(&call.with("from", from + 1).with("limit", limit), from, limit).await
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
