//! What a create or update body asks for, checked against the portal (sheet §10.3).

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::sandbox::desk::acts::status;
use crate::sandbox::desk::answer::Refusal;
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::{cf, files};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Status, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Word;
use crate::sandbox::world::text;

/// Everything a body may say of a ticket.
#[derive(Debug)]
pub struct Wish {
    subject: Said<String>,
    description: Said<String>,
    /// The department, known to exist.
    pub department: Said<Id>,
    /// The contact, known to exist.
    pub contact: Said<Id>,
    account: Said<Id>,
    /// The status, from the portal's table.
    pub status: Option<Status>,
    priority: Said<String>,
    classification: Said<String>,
    category: Said<String>,
    sub_category: Said<String>,
    language: Said<String>,
    channel: Said<String>,
    email: Said<String>,
    phone: Said<String>,
    /// The agent, known to be active.
    pub assignee: Said<Id>,
    team: Said<Id>,
    product: Said<Id>,
    layout: Said<Id>,
    due: Said<Timestamp>,
    response_due: Said<Timestamp>,
    resolution: Said<String>,
    secondary_contacts: Option<Vec<Id>>,
    shared: Option<Vec<(Id, Word)>>,
    escalated: Option<bool>,
    cf: BTreeMap<String, Value>,
    /// Uploads that come with it.
    pub uploads: Vec<Id>,
}

/// The keys that a body may set, custom fields apart.
const KEYS: &[&str] = &[
    "subject",
    "description",
    "departmentId",
    "contactId",
    "accountId",
    "status",
    "priority",
    "classification",
    "category",
    "subCategory",
    "language",
    "channel",
    "email",
    "phone",
    "assigneeId",
    "teamId",
    "productId",
    "layoutId",
    "dueDate",
    "responseDueDate",
    "resolution",
    "secondaryContacts",
    "sharedDepartments",
    "isEscalated",
];

impl Wish {
    /// Whether a ticket has a field of that name that can be set.
    pub fn knows(name: &str) -> bool {
        KEYS.contains(&name)
    }

    /// Reads a body; faults stay in it until it is checked.
    pub fn read(world: &World, body: &mut Body) -> Self {
        let settings = &world.desk.settings;
        if body.has("subject") {
            body.needed("subject", 1000);
        }
        for name in ["departmentId", "contactId"] {
            if body.id(name) == Said::Clear {
                body.fault(name, "missing");
            }
        }
        let status = known_status(world, body);
        let classification = body.text("classification", 100);
        if let Said::Value(word) = &classification
            && !["Problem", "Request", "Question", "Others"].contains(&word.as_str())
        {
            body.fault("classification", "invalid");
        }
        let channel = body.text("channel", 100);
        if let Said::Value(name) = &channel
            && !settings.channels.iter().any(|known| &*known.name == name.as_str())
        {
            body.fault("channel", "invalid");
        }
        Self {
            subject: body.text("subject", 1000),
            description: body.text("description", 65_535),
            department: known(body, "departmentId", |id| {
                settings.departments.iter().any(|d| d.id == id && d.enabled)
            }),
            contact: known(body, "contactId", |id| {
                world.desk.contacts.get(id).is_some_and(|contact| contact.trashed.is_none())
            }),
            account: known(body, "accountId", |id| world.desk.accounts.get(id).is_some()),
            status,
            priority: choice(world, body, "priority"),
            classification,
            category: choice(world, body, "category"),
            sub_category: choice(world, body, "subCategory"),
            language: body.text("language", 120),
            channel,
            email: body.address("email", 150),
            phone: body.text("phone", 120),
            assignee: known(body, "assigneeId", |id| world.desk.agent(id).is_some_and(|agent| agent.active)),
            team: known(body, "teamId", |id| settings.teams.iter().any(|team| team.id == id)),
            product: known(body, "productId", |id| settings.products.iter().any(|product| product.id == id)),
            layout: known(body, "layoutId", |id| settings.layouts.iter().any(|layout| layout.id == id)),
            due: body.time("dueDate"),
            response_due: body.time("responseDueDate"),
            resolution: body.text("resolution", 65_535),
            secondary_contacts: secondary(world, body),
            shared: shared(world, body),
            escalated: body.flag("isEscalated"),
            cf: cf::read(world, "tickets", body),
            uploads: files::uploads(world, body, "uploads"),
        }
    }

    /// Writes what was said into a ticket.
    pub fn grant(self, ticket: &mut Ticket, at: Timestamp) {
        if let Said::Value(subject) = self.subject {
            ticket.subject = subject;
        }
        self.description.map(text::Body::html).into_field(&mut ticket.description);
        if let Said::Value(department) = self.department {
            ticket.department = department;
        }
        if let Said::Value(contact) = self.contact {
            ticket.contact = contact;
        }
        self.account.into_field(&mut ticket.account);
        if let Some(status) = &self.status {
            status::set(ticket, status, at);
        }
        self.priority.map(Word::from).into_field(&mut ticket.priority);
        if let Said::Value(channel) = self.channel {
            ticket.channel = channel.into();
        }
        self.email.into_field(&mut ticket.email);
        self.assignee.into_field(&mut ticket.assignee);
        self.due.into_field(&mut ticket.due);
        self.response_due.into_field(&mut ticket.response_due);
        if let Some(escalated) = self.escalated {
            ticket.escalated = escalated;
        }
        let mut more = ticket.more.take().unwrap_or_default();
        self.classification.map(Word::from).into_field(&mut more.classification);
        self.category.map(Word::from).into_field(&mut more.category);
        self.sub_category.map(Word::from).into_field(&mut more.sub_category);
        self.language.map(Word::from).into_field(&mut more.language);
        self.phone.into_field(&mut more.phone);
        self.team.into_field(&mut more.team);
        self.product.into_field(&mut more.product);
        self.layout.into_field(&mut more.layout);
        self.resolution.into_field(&mut more.resolution);
        if let Some(contacts) = self.secondary_contacts {
            more.secondary_contacts = contacts;
        }
        if let Some(shared) = self.shared {
            more.shared = shared;
        }
        more.cf.extend(self.cf);
        ticket.more = (*more != crate::sandbox::world::desk::ticket::More::default()).then_some(more);
    }
}

/// An id that has to name something.
fn known(body: &mut Body, name: &str, exists: impl Fn(Id) -> bool) -> Said<Id> {
    let said = body.id(name);
    if let Said::Value(id) = said
        && !exists(id)
    {
        body.fault(name, "invalid");
        return Said::Nothing;
    }
    said
}

/// A status by its exact name; an empty one is no status.
fn known_status(world: &World, body: &mut Body) -> Option<Status> {
    let name = match body.text("status", 120) {
        Said::Nothing => return None,
        Said::Clear => String::new(),
        Said::Value(name) => name,
    };
    let status = world.desk.status(&name).cloned();
    if status.is_none() {
        body.fault("status", "invalid");
    }
    status
}

/// A picklist's value: one of its choices, when the portal lists them.
fn choice(world: &World, body: &mut Body, name: &str) -> Said<String> {
    let said = body.text(name, 120);
    let field =
        world.desk.settings.fields.iter().find(|field| field.noun == "tickets" && field.api_name == name);
    if let (Said::Value(value), Some(field)) = (&said, field)
        && !field.allowed.is_empty()
        && !field.allowed.contains(value)
    {
        body.fault(name, "invalid");
    }
    said
}

/// The secondary contacts, each known to exist.
fn secondary(world: &World, body: &mut Body) -> Option<Vec<Id>> {
    let ids = body.ids("secondaryContacts")?;
    let known = |id: &Id| world.desk.contacts.get(*id).is_some_and(|contact| contact.trashed.is_none());
    if !ids.iter().all(known) {
        body.fault("secondaryContacts", "invalid");
    }
    Some(ids)
}

fn shared(world: &World, body: &mut Body) -> Option<Vec<(Id, Word)>> {
    let Value::Array(rows) = body.raw("sharedDepartments")? else {
        body.fault("sharedDepartments", "invalid");
        return None;
    };
    let read = |row: &Value| {
        let row: &Map<String, Value> = row.as_object()?;
        let id = row.get("id")?.as_str()?.parse().ok().filter(|id| world.desk.department(*id).is_some())?;
        let kind = row.get("type").and_then(Value::as_str).unwrap_or("READ_ONLY");
        ["READ_ONLY", "READ_WRITE", "RESTRICTED_ACCESS"].contains(&kind).then(|| (id, Word::from(kind)))
    };
    let shared: Option<Vec<_>> = rows.iter().map(read).collect();
    if shared.is_none() {
        body.fault("sharedDepartments", "invalid");
    }
    shared
}

/// The fields that the layout asks for and a new ticket does not have (sheet §10.3): subject, department and
/// contact are asked for by the API itself.
pub fn needed(world: &World, body: &mut Body) -> Result<(), Refusal> {
    const HAVE_A_DEFAULT: &[&str] =
        &["subject", "departmentId", "contactId", "status", "channel", "email", "accountId", "layoutId"];
    let given = body.object("cf").cloned().unwrap_or_default();
    for field in world.desk.settings.fields.iter().filter(|field| field.noun == "tickets" && field.mandatory)
    {
        let name = field.api_name.as_str();
        let there = if field.custom {
            given.get(name).is_some_and(|value| !value.is_null() && value != "")
        } else {
            HAVE_A_DEFAULT.contains(&name) || body.has(name)
        };
        if !there {
            let pointer = if field.custom { format!("cf/{name}") } else { name.to_owned() };
            body.fault(&pointer, "missing");
        }
    }
    body.check()
}
