//! `GET /recycleBin`: what was deleted last comes first.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::lying;
use crate::sandbox::desk::activities::names;
use crate::sandbox::desk::answer::{Refusal, Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/recycleBin",
    &["Desk.settings.READ"],
    &["moduleId", "departmentId", "include", "from", "limit"],
    all,
)];

struct Entry {
    id: Id,
    kind: &'static str,
    name: String,
    department: Option<Id>,
    gone: (Timestamp, Id),
}

fn entries(world: &World) -> Vec<Entry> {
    let desk = &world.desk;
    let tickets = desk.tickets.under(&Key::Trashed).ids().filter_map(|id| desk.tickets.get(id));
    let mut all: Vec<Entry> = tickets
        .filter_map(|ticket| {
            let (name, department) = (ticket.subject.clone(), Some(ticket.department));
            Some(Entry { id: ticket.id, kind: "Tickets", name, department, gone: ticket.trashed? })
        })
        .collect();
    let contacts = desk.contacts.under(&Key::Trashed).ids().filter_map(|id| desk.contacts.get(id));
    all.extend(contacts.filter_map(|contact| {
        let gone = contact.trashed?;
        Some(Entry { id: contact.id, kind: "Contacts", name: contact.name(), department: None, gone })
    }));
    let accounts = desk.accounts.under(&Key::Trashed).ids().filter_map(|id| desk.accounts.get(id));
    all.extend(accounts.filter_map(|account| {
        let gone = account.trashed?;
        Some(Entry { id: account.id, kind: "Accounts", name: account.name.clone(), department: None, gone })
    }));
    let activities = desk.activities.under(&Key::Trashed).ids().filter_map(|id| desk.activities.get(id));
    all.extend(activities.filter_map(|activity| {
        let (name, department) = (activity.subject.clone(), Some(activity.department));
        Some(Entry {
            id: activity.id,
            kind: names(activity.deed).word,
            name,
            department,
            gone: activity.trashed?,
        })
    }));
    let products = desk.settings.products.iter();
    all.extend(products.filter(|product| product.trashed).filter_map(|product| {
        let department = product.departments.first().copied();
        Some(Entry {
            id: product.id,
            kind: "Products",
            name: product.name.clone(),
            department,
            gone: product.gone?,
        })
    }));
    all.sort_by_key(|entry| std::cmp::Reverse((entry.gone.0, entry.id)));
    all
}

fn row(world: &World, call: &Call, entry: &Entry, include: &[&str]) -> Value {
    let mut row = json!({
        "id": entry.id,
        "type": entry.kind,
        "displayName": entry.name,
        "departmentId": entry.department,
        "deletedById": entry.gone.1,
        "deletedTime": wire::time(entry.gone.0),
    });
    if include.contains(&"deletedBy") {
        row["deletedBy"] = wire::assignee(world, call, Some(entry.gone.1));
    }
    if include.contains(&"department") {
        row["department"] = entry.department.map_or(Value::Null, |id| wire::department(world, id));
    }
    row
}

fn all(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "setup", "recycleBin")?;
    let page = paging::of_list(&call.query, 50, 10)?;
    let include = call.query.include(&["deletedBy", "department"])?;
    let department = call.query_id("departmentId")?;
    // Ids of modules are given out by operations that are not served: whatever is asked for is none.
    if call.query.text("moduleId").is_some() {
        return Err(Refusal::bad_parameter("moduleId"));
    }
    let mut entries = entries(world);
    entries.retain(|entry| department.is_none_or(|id| entry.department == Some(id)));
    entries.retain(|entry| lying(world, call, entry.id).is_ok());
    list(page.cut(entries.iter().map(|entry| row(world, call, entry, &include))))
}
