//! Merging accounts into one: their contacts, tickets and comments come with them (sheet §9).

use serde_json::Value;

use super::{project, show};
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::body::{Body, sources};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;
use crate::sandbox::world::desk::comment::Place;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::post("/accounts/{account}/merge", &["Desk.contacts.UPDATE"], &[], merge)];

const FIELDS: &[&str] = &[
    "accountName",
    "website",
    "phone",
    "fax",
    "email",
    "industry",
    "annualrevenue",
    "street",
    "city",
    "state",
    "code",
    "country",
    "description",
    "customFields",
];

/// Puts one account's value of a field into another.
fn take(into: &mut Account, from: &Account, field: &str) {
    match field {
        "accountName" => into.name.clone_from(&from.name),
        "website" => into.website.clone_from(&from.website),
        "phone" => into.phone.clone_from(&from.phone),
        "fax" => into.fax.clone_from(&from.fax),
        "email" => into.email.clone_from(&from.email),
        "industry" => into.industry.clone_from(&from.industry),
        "annualrevenue" => into.annual_revenue.clone_from(&from.annual_revenue),
        "street" => into.street.clone_from(&from.street),
        "city" => into.city.clone_from(&from.city),
        "state" => into.state.clone_from(&from.state),
        "code" => into.code.clone_from(&from.code),
        "country" => into.country.clone_from(&from.country),
        "description" => into.description.clone_from(&from.description),
        _ if field.starts_with("cf_") => {
            let value = from.cf.get(field).cloned().unwrap_or(Value::Null);
            into.cf.insert(field.to_owned(), value);
        }
        _ => {}
    }
}

fn merge(world: &mut World, call: &Call) -> Served {
    let mut whole = show::account(world, call)?.clone();
    permission::may(world, call, "accounts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("ids");
    let good = |id: &Id| world.desk.accounts.get(*id).is_some_and(|account| account.trashed.is_none());
    let distinct = ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id));
    if !ids.iter().all(good) || ids.contains(&whole.id) || !distinct {
        body.fault("ids", "invalid");
    }
    let among: Vec<Id> = ids.iter().copied().chain([whole.id]).collect();
    let sources = sources(&mut body, &among, FIELDS);
    body.check()?;
    for (field, id) in sources {
        if let Some(from) = world.desk.accounts.get(id) {
            take(&mut whole, from, &field);
        }
    }
    for id in ids {
        world.desk.accounts.remove(id);
        hand_over(world, id, whole.id);
    }
    whole.modified = call.now;
    let id = whole.id;
    world.desk.accounts.insert(whole);
    let account = world.desk.accounts.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, account, &["owner"]))
}

/// What one account had is another's.
fn hand_over(world: &mut World, from: Id, to: Id) {
    let contacts: Vec<Id> = world.desk.contacts.under(&Key::Account(from)).ids().collect();
    for id in contacts {
        world.desk.contacts.edit(id, |contact| {
            if contact.account == Some(from) {
                contact.account = Some(to);
            }
            let first = contact.account;
            let links = &mut contact.more_mut().links;
            for link in links.iter_mut().filter(|link| link.account == from) {
                link.account = to;
            }
            let mut held: Vec<Id> = first.into_iter().collect();
            links.retain(|link| {
                let new = !held.contains(&link.account);
                held.push(link.account);
                new
            });
        });
    }
    let tickets: Vec<Id> = world.desk.tickets.under(&Key::Account(from)).ids().collect();
    for id in tickets {
        world.desk.tickets.edit(id, |ticket| ticket.account = Some(to));
    }
    let comments: Vec<Id> = world.desk.comments.under(&Key::Account(from)).ids().collect();
    for id in comments {
        world.desk.comments.edit(id, |comment| comment.place = Place::Account(to));
    }
}
