//! Merging contacts into one: their tickets, comments, ratings and companies come with them (sheet §8).

use serde_json::Value;

use super::{project, show};
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::body::{Body, sources};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::comment::Place;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::desk::{Contact, Turn};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::post("/contacts/{contact}/merge", &["Desk.contacts.UPDATE"], &[], merge)];

const FIELDS: &[&str] = &[
    "lastName",
    "firstName",
    "email",
    "secondaryEmail",
    "phone",
    "mobile",
    "type",
    "title",
    "description",
    "accountId",
    "street",
    "city",
    "state",
    "zip",
    "country",
    "twitter",
    "facebook",
    "customFields",
];

/// Puts one contact's value of a field into another.
fn take(into: &mut Contact, from: &Contact, field: &str) {
    let theirs = from.more.as_deref().cloned().unwrap_or_default();
    match field {
        "lastName" => into.last_name.clone_from(&from.last_name),
        "firstName" => into.first_name.clone_from(&from.first_name),
        "email" => into.email.clone_from(&from.email),
        "phone" => into.phone.clone_from(&from.phone),
        "mobile" => into.mobile.clone_from(&from.mobile),
        "type" => into.kind.clone_from(&from.kind),
        "accountId" => into.account = from.account,
        "secondaryEmail" => into.more_mut().secondary_email = theirs.secondary_email,
        "title" => into.more_mut().title = theirs.title,
        "description" => into.more_mut().description = theirs.description,
        "street" => into.more_mut().street = theirs.street,
        "city" => into.more_mut().city = theirs.city,
        "state" => into.more_mut().state = theirs.state,
        "zip" => into.more_mut().zip = theirs.zip,
        "country" => into.more_mut().country = theirs.country,
        "twitter" => into.more_mut().twitter = theirs.twitter,
        "facebook" => into.more_mut().facebook = theirs.facebook,
        _ if field.starts_with("cf_") => {
            let value = theirs.cf.get(field).cloned().unwrap_or(Value::Null);
            into.more_mut().cf.insert(field.to_owned(), value);
        }
        _ => {}
    }
}

fn merge(world: &mut World, call: &Call) -> Served {
    let master = show::contact(world, call)?.clone();
    permission::may(world, call, "contacts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("ids");
    // People with an account in the help center can not be merged.
    let good = |id: &Id| {
        world.desk.contacts.get(*id).is_some_and(|contact| contact.trashed.is_none() && !contact.end_user)
    };
    let distinct = ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id));
    if !ids.iter().all(good) || ids.contains(&master.id) || !distinct {
        body.fault("ids", "invalid");
    }
    let among: Vec<Id> = ids.iter().copied().chain([master.id]).collect();
    let sources = sources(&mut body, &among, FIELDS);
    body.check()?;
    let mut whole = master;
    for (field, id) in sources {
        if let Some(from) = world.desk.contacts.get(id) {
            take(&mut whole, from, &field);
        }
    }
    for id in ids {
        if let Some(other) = world.desk.contacts.remove(id) {
            for link in other.ties() {
                if whole.account.is_none() {
                    whole.account = Some(link.account);
                } else if !whole.ties().iter().any(|held| held.account == link.account) {
                    let link =
                        crate::sandbox::world::desk::contact::Link { id: world.desk.make_id(), ..link };
                    whole.more_mut().links.push(link);
                }
            }
            hand_over(world, id, whole.id);
        }
    }
    whole.modified = call.now;
    let id = whole.id;
    world.desk.contacts.insert(whole);
    let contact = world.desk.contacts.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, contact, &["accounts", "owner"]))
}

/// What one contact had is another's.
fn hand_over(world: &mut World, from: Id, to: Id) {
    let tickets: Vec<Id> = world.desk.tickets.under(&Key::Contact(from)).ids().collect();
    let trashed: Vec<Id> = world.desk.tickets.under(&Key::Trashed).ids().collect();
    for id in tickets.into_iter().chain(trashed) {
        let Some(ticket) = world.desk.tickets.get(id).filter(|ticket| ticket.contact == from) else {
            continue;
        };
        for turn in ticket.conversation.clone() {
            match turn {
                Turn::Thread(id)
                    if world.desk.threads.get(id).is_some_and(|t| t.author == Author::Contact(from)) =>
                {
                    world.desk.threads.edit(id, |thread| thread.author = Author::Contact(to));
                }
                Turn::Comment(id)
                    if world.desk.comments.get(id).is_some_and(|c| c.author == Author::Contact(from)) =>
                {
                    world.desk.comments.edit(id, |comment| comment.author = Author::Contact(to));
                }
                _ => {}
            }
        }
        world.desk.tickets.edit(id, |ticket| ticket.contact = to);
    }
    let comments: Vec<Id> = world.desk.comments.under(&Key::Contact(from)).ids().collect();
    for id in comments {
        world.desk.comments.edit(id, |comment| comment.place = Place::Contact(to));
    }
    let ratings: Vec<Id> = world.desk.ratings.iter().filter(|r| r.contact == from).map(|r| r.id).collect();
    for id in ratings {
        world.desk.ratings.edit(id, |rating| rating.contact = to);
    }
}
