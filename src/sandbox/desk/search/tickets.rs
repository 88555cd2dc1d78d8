//! `GET /tickets/search`.

use jiff::Timestamp;

use super::pattern::{Pattern, holds};
use super::{SMALL, answer, custom_fields, fits, in_range, indexed, page};
use crate::sandbox::desk::answer::{Refusal, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::tickets::{found, parts};
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{StatusType, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::get("/tickets/search", &["Desk.tickets.READ", "Desk.search.READ"], PARAMS, search)];

const PARAMS: &[&str] = &[
    "id",
    "ticketNumber",
    "subject",
    "description",
    "status",
    "priority",
    "category",
    "channel",
    "email",
    "phone",
    "tag",
    "departmentId",
    "departmentIds",
    "contactId",
    "contactName",
    "accountId",
    "accountName",
    "assigneeId",
    "productId",
    "productName",
    "_all",
    "customField1",
    "customField2",
    "customField3",
    "customField4",
    "customField5",
    "customField6",
    "customField7",
    "customField8",
    "customField9",
    "customField10",
    "createdTimeRange",
    "modifiedTimeRange",
    "customerResponseTimeRange",
    "dueDateRange",
    "sortBy",
    "from",
    "limit",
];
const SORTS: &[&str] = &["relevance", "modifiedTime", "createdTime", "customerResponseTime"];

type Range = Option<(Timestamp, Timestamp)>;

/// What is searched for.
pub struct Wanted {
    ids: Option<Pattern>,
    number: Option<Pattern>,
    subject: Option<Pattern>,
    description: Option<Pattern>,
    status: Option<Pattern>,
    open: bool,
    priority: Option<Pattern>,
    category: Option<Pattern>,
    channel: Option<Pattern>,
    email: Option<Pattern>,
    phone: Option<Pattern>,
    tag: Option<Pattern>,
    departments: Vec<Id>,
    contact: Option<Id>,
    contact_name: Option<Pattern>,
    account: Option<Id>,
    account_name: Option<Pattern>,
    assignee: Option<Pattern>,
    product: Option<Pattern>,
    product_name: Option<Pattern>,
    all: Option<Pattern>,
    custom: Vec<(String, Pattern)>,
    created: Range,
    modified: Range,
    answered: Range,
    due: Range,
}

impl Wanted {
    /// Reads the query; `all` is the parameter that looks everywhere (`_all`, or `searchStr` across modules).
    pub fn read(call: &Call, all: &str) -> Result<Self, Refusal> {
        let query = &call.query;
        let mut departments = call.query_ids("departmentId")?;
        departments.extend(call.query_ids("departmentIds")?);
        let open = query.text("status") == Some("${open}");
        Ok(Self {
            ids: Pattern::word(query, "id"),
            number: Pattern::word(query, "ticketNumber"),
            subject: Pattern::text(query, "subject")?,
            description: Pattern::text(query, "description")?,
            status: Pattern::word(query, "status").filter(|_| !open),
            open,
            priority: Pattern::word(query, "priority"),
            category: Pattern::word(query, "category"),
            channel: Pattern::word(query, "channel"),
            email: Pattern::text(query, "email")?,
            phone: Pattern::text(query, "phone")?,
            tag: Pattern::word(query, "tag"),
            departments,
            contact: call.query_id("contactId")?,
            contact_name: Pattern::text(query, "contactName")?,
            account: call.query_id("accountId")?,
            account_name: Pattern::text(query, "accountName")?,
            assignee: Pattern::word(query, "assigneeId"),
            product: Pattern::word(query, "productId"),
            product_name: Pattern::text(query, "productName")?,
            all: Pattern::text(query, all)?,
            custom: custom_fields(call)?,
            created: query.range("createdTimeRange")?,
            modified: query.range("modifiedTimeRange")?,
            answered: query.range("customerResponseTimeRange")?,
            due: query.range("dueDateRange")?,
        })
    }

    fn holds(&self, world: &World, ticket: &Ticket) -> bool {
        let text = |id: Option<Id>| id.map(|id| id.to_string());
        holds(self.ids.as_ref(), |p| p.equals(Some(&ticket.id.to_string())))
            && holds(self.number.as_ref(), |p| p.equals(Some(&ticket.number.to_string())))
            && (self.departments.is_empty() || self.departments.contains(&ticket.department))
            && self.contact.is_none_or(|id| id == ticket.contact)
            && self.account.is_none_or(|id| Some(id) == ticket.account)
            && (!self.open || ticket.status_type == StatusType::Open)
            && holds(self.status.as_ref(), |p| p.equals(Some(&ticket.status)))
            && holds(self.priority.as_ref(), |p| p.equals(ticket.priority.as_deref()))
            && holds(self.channel.as_ref(), |p| p.equals(Some(&ticket.channel)))
            && holds(self.assignee.as_ref(), |p| p.equals(text(ticket.assignee).as_deref()))
            && holds(self.email.as_ref(), |p| p.equals(ticket.email.as_deref()))
            && in_range(self.created, Some(ticket.created))
            && in_range(self.modified, Some(ticket.modified))
            && in_range(self.answered, Some(ticket.customer_response))
            && in_range(self.due, ticket.due)
            && holds(self.subject.as_ref(), |p| p.contains(Some(&ticket.subject)))
            && self.holds_rarely(world, ticket)
    }

    /// What is asked for seldom and costs more to look up.
    fn holds_rarely(&self, world: &World, ticket: &Ticket) -> bool {
        let more = parts::more(ticket);
        let desk = &world.desk;
        let account =
            || ticket.account.and_then(|id| desk.accounts.get(id)).map(|account| account.name.clone());
        let contact = || desk.contacts.get(ticket.contact).map(crate::sandbox::world::desk::Contact::name);
        let product = |id: Id| desk.settings.products.iter().find(|product| product.id == id);
        let said = || ticket.description.as_ref().map(|body| world.text(body).content.clone());
        holds(self.category.as_ref(), |p| p.equals(more.category.as_deref()))
            && holds(self.phone.as_ref(), |p| p.dials(more.phone.as_deref()))
            && holds(self.product.as_ref(), |p| p.equals(more.product.map(|id| id.to_string()).as_deref()))
            && holds(self.product_name.as_ref(), |p| {
                p.equals(more.product.and_then(product).map(|product| product.name.as_str()))
            })
            && holds(self.tag.as_ref(), |p| {
                let known = |id: &Id| desk.settings.tags.iter().find(|tag| tag.id == *id);
                let mut names = more.tags.iter().filter_map(known).map(|tag| tag.name.as_str());
                names.any(|name| p.equals(Some(name))) || (more.tags.is_empty() && p.equals(None))
            })
            && holds(self.contact_name.as_ref(), |p| p.equals(contact().as_deref()))
            && holds(self.account_name.as_ref(), |p| p.equals(account().as_deref()))
            && holds(self.description.as_ref(), |p| p.contains(said().as_deref()))
            && holds(self.all.as_ref(), |p| {
                p.contains(Some(&ticket.subject))
                    || p.equals(Some(&ticket.number.to_string()))
                    || p.contains(ticket.email.as_deref())
                    || p.contains(contact().as_deref())
                    || p.contains(account().as_deref())
                    || (desk.tickets.len() <= SMALL && p.contains(said().as_deref()))
            })
            && fits(&self.custom, Some(&more.cf))
    }

    /// The shortest list that holds every hit.
    fn candidates(&self, world: &World) -> Vec<Id> {
        let tickets = &world.desk.tickets;
        if let Some(id) = self.contact {
            return tickets.under(&Key::Contact(id)).ids().collect();
        }
        if let Some(id) = self.account {
            return tickets.under(&Key::Account(id)).ids().collect();
        }
        if let Some(number) =
            self.number.as_ref().and_then(Pattern::words).and_then(|(text, _)| text.parse().ok())
        {
            return tickets.under(&Key::Number(number)).ids().collect();
        }
        if let Some((from, _)) = self.modified {
            return tickets
                .order("modifiedTime")
                .since(from.as_millisecond())
                .iter()
                .map(|(_, id)| *id)
                .collect();
        }
        let big = tickets.len() > SMALL;
        if let (true, Some((text, goes_on))) = (big, self.subject.as_ref().and_then(Pattern::words)) {
            return tickets.words().all_of(text, goes_on).unwrap_or_default();
        }
        if let (true, Some((text, goes_on))) = (big, self.all.as_ref().and_then(Pattern::words)) {
            return everywhere(world, text, goes_on);
        }
        tickets.order("createdTime").ids().collect()
    }
}

/// Tickets by subject, address, number, or by who asks.
fn everywhere(world: &World, text: &str, goes_on: bool) -> Vec<Id> {
    let (tickets, contacts) = (&world.desk.tickets, &world.desk.contacts);
    let mut ids = tickets.words().all_of(text, goes_on).unwrap_or_default();
    for contact in contacts.words().all_of(text, goes_on).unwrap_or_default() {
        ids.extend(tickets.under(&Key::Contact(contact)).ids());
    }
    for account in world.desk.accounts.words().all_of(text, goes_on).unwrap_or_default() {
        ids.extend(tickets.under(&Key::Account(account)).ids());
    }
    if let Ok(number) = text.parse() {
        ids.extend(tickets.under(&Key::Number(number)).ids());
    }
    ids
}

/// Everything that is found and that the caller may see.
pub fn hits<'w>(world: &'w World, call: &Call, wanted: &Wanted) -> Vec<&'w Ticket> {
    indexed(&world.desk.tickets, wanted.candidates(world))
        .filter(|ticket| ticket.trashed.is_none() && !ticket.spam)
        .filter(|ticket| wanted.holds(world, ticket) && permission::sees(world, call, ticket))
        .collect()
}

/// A ticket's place for a `sortBy` field.
pub fn place(ticket: &Ticket, field: &str) -> (Timestamp, Id) {
    let at = match field {
        "createdTime" => ticket.created,
        "customerResponseTime" => ticket.customer_response,
        _ => ticket.modified,
    };
    (at, ticket.id)
}

fn search(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "view")?;
    let cut = paging::of_search(&call.query)?;
    let by = call.query.sort(SORTS)?;
    let wanted = Wanted::read(call, "_all")?;
    let found_all = hits(world, call, &wanted);
    let count = found_all.len();
    let rows = page(found_all, by, cut, place);
    answer(rows.into_iter().map(|ticket| found::row(world, call, ticket)).collect(), count)
}
