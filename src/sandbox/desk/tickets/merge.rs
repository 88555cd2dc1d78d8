//! Merging tickets into one (sheet §10.4). The merged ones are gone afterwards: what was said in them stands in the
//! one that stays.

use serde_json::Value;

use super::{full, parts};
use crate::sandbox::desk::acts::history;
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::body::{Body, sources};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::comment::Place;
use crate::sandbox::world::desk::{Actor, Host, Ticket, Turn};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::post("/tickets/{ticket}/merge", &["Desk.tickets.UPDATE"], &[], merge)];

const FIELDS: &[&str] = &[
    "subject",
    "description",
    "status",
    "priority",
    "assigneeId",
    "contactId",
    "email",
    "phone",
    "dueDate",
    "channel",
    "category",
    "subCategory",
    "classification",
    "productId",
    "resolution",
    "secondaryContacts",
    "entitySkills",
    "customFields",
];

/// Puts one ticket's value of a field into another.
fn take(into: &mut Ticket, from: &Ticket, field: &str) {
    let theirs = parts::more(from);
    match field {
        "subject" => into.subject.clone_from(&from.subject),
        "description" => into.description.clone_from(&from.description),
        "status" => {
            into.status = from.status.clone();
            into.status_type = from.status_type;
            (into.closed, into.on_hold) = (from.closed, from.on_hold);
        }
        "priority" => into.priority.clone_from(&from.priority),
        "assigneeId" => into.assignee = from.assignee,
        "contactId" => (into.contact, into.account) = (from.contact, from.account),
        "email" => into.email.clone_from(&from.email),
        "dueDate" => into.due = from.due,
        "channel" => into.channel = from.channel.clone(),
        "phone" => into.more_mut().phone = theirs.phone,
        "category" => into.more_mut().category = theirs.category,
        "subCategory" => into.more_mut().sub_category = theirs.sub_category,
        "classification" => into.more_mut().classification = theirs.classification,
        "productId" => into.more_mut().product = theirs.product,
        "resolution" => into.more_mut().resolution = theirs.resolution,
        "secondaryContacts" => into.more_mut().secondary_contacts = theirs.secondary_contacts,
        _ if field.starts_with("cf_") => {
            let value = theirs.cf.get(field).cloned().unwrap_or(Value::Null);
            into.more_mut().cf.insert(field.to_owned(), value);
        }
        _ => {}
    }
}

fn merge(world: &mut World, call: &Call) -> Served {
    let master = permission::ticket(world, call)?.id;
    permission::may(world, call, "tickets", "edit")?;
    permission::may(world, call, "tickets", "mergeTickets")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("ids");
    let alive = |id: &Id| world.desk.tickets.get(*id).is_some_and(|ticket| ticket.trashed.is_none());
    let distinct = ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id));
    if !ids.iter().all(alive) || ids.contains(&master) || !distinct {
        body.fault("ids", "invalid");
    }
    let among: Vec<Id> = ids.iter().copied().chain([master]).collect();
    let sources = sources(&mut body, &among, FIELDS);
    body.check()?;
    for id in &ids {
        permission::ticket_of(world, call, *id)?;
    }
    let before = world.desk.tickets.get(master).ok_or_else(Refusal::not_found)?.clone();
    let mut whole = before.clone();
    for (field, id) in sources {
        if let Some(from) = world.desk.tickets.get(id) {
            take(&mut whole, from, &field);
        }
    }
    let actor = Actor::Agent(call.agent);
    for id in ids {
        let Some(child) = world.desk.tickets.remove(id) else { continue };
        let note = vec![history::fact("Merged Ticket", child.number.to_string())];
        history::note(world, master, "TicketMergedMaster", actor, "None", call.now, note);
        let note = vec![history::fact("Master Ticket", before.number.to_string())];
        history::note(world, id, "TicketMergedChild", actor, "None", call.now, note);
        join(world, &mut whole, &child);
    }
    whole.modified = call.now;
    whole.modified_by = Some(call.agent);
    let info = history::differences(world, &before, &whole);
    world.desk.tickets.insert(whole);
    if !info.is_empty() {
        history::note(world, master, "TicketUpdated", actor, "None", call.now, info);
    }
    let ticket = world.desk.tickets.get(master).ok_or_else(Refusal::not_found)?;
    found(full::body(world, call, ticket))
}

/// What was said in one ticket now stands in the other, in the order of time.
fn join(world: &mut World, whole: &mut Ticket, child: &Ticket) {
    for turn in &child.conversation {
        match turn {
            Turn::Thread(id) => drop(world.desk.threads.edit(*id, |thread| {
                thread.ticket = whole.id;
                thread.description = false;
            })),
            Turn::Comment(id) => {
                world.desk.comments.edit(*id, |comment| comment.place = Place::Ticket(whole.id));
            }
        }
    }
    whole.conversation.extend(&child.conversation);
    let said_at = |turn: &Turn| match turn {
        Turn::Thread(id) => world.desk.threads.get(*id).map(|thread| thread.created),
        Turn::Comment(id) => world.desk.comments.get(*id).map(|comment| comment.created),
    };
    whole.conversation.sort_by_key(said_at);
    whole.customer_response = whole.customer_response.max(child.customer_response);
    let theirs = parts::more(child);
    let id = whole.id;
    let more = whole.more_mut();
    for file in theirs.attachments {
        world.desk.attachments.edit(file, |file| file.host = Host::Ticket(id));
        more.attachments.push(file);
    }
    for (mine, theirs) in [
        (&mut more.tags, theirs.tags),
        (&mut more.followers, theirs.followers),
        (&mut more.secondary_contacts, theirs.secondary_contacts),
    ] {
        let new: Vec<Id> = theirs.into_iter().filter(|id| !mine.contains(id)).collect();
        mine.extend(new);
    }
    if child.contact != whole.contact && !whole.more_mut().secondary_contacts.contains(&child.contact) {
        whole.more_mut().secondary_contacts.push(child.contact);
    }
}
