//! A new contact, a change, the recycle bin, one field of many (sheet §8).

use serde_json::json;

use super::{project, show};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, result};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::tickets::update::change;
use crate::sandbox::desk::{cf, one_field, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::{Key, Word};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/contacts", &["Desk.contacts.CREATE"], &[], create),
    Route::patch("/contacts/{contact}", &["Desk.contacts.UPDATE"], update),
    Route::post("/contacts/moveToTrash", &["Desk.contacts.DELETE"], &[], trash),
    Route::post("/contacts/updateMany", &["Desk.contacts.UPDATE"], &[], update_many),
    Route::post("/contacts/markSpam", &["Desk.contacts.UPDATE"], &[], spam),
];

/// What one field of many may be.
const FIELDS: &[&str] = &[
    "lastName",
    "firstName",
    "email",
    "secondaryEmail",
    "phone",
    "mobile",
    "type",
    "accountId",
    "ownerId",
    "title",
    "street",
    "city",
    "state",
    "zip",
    "country",
    "twitter",
    "facebook",
    "description",
];

/// Reads a body's fields and gives what writes them into a contact. Lengths are the spec's.
fn read(world: &World, body: &mut Body) -> impl FnOnce(&mut Contact) + use<> {
    if body.has("lastName") {
        body.needed("lastName", 200);
    }
    let last_name = body.text("lastName", 200);
    let first_name = body.text("firstName", 40);
    let email = body.address("email", 255);
    let second = body.address("secondaryEmail", 100);
    let (phone, mobile) = (body.text("phone", 50), body.text("mobile", 50));
    let kind = body.text("type", 100);
    let account = body.id("accountId");
    if matches!(account, Said::Value(id) if world.desk.accounts.get(id).is_none()) {
        body.fault("accountId", "invalid");
    }
    let owner = body.id("ownerId");
    if matches!(owner, Said::Value(id) if world.desk.agent(id).is_none()) {
        body.fault("ownerId", "invalid");
    }
    let [title, street, city, state, zip, country, twitter, facebook] =
        ["title", "street", "city", "state", "zip", "country", "twitter", "facebook"]
            .map(|name| body.text(name, longest(name)));
    let description = body.text("description", 65_535);
    let fields = cf::read(world, "contacts", body);
    move |contact| {
        if let Said::Value(name) = last_name {
            contact.last_name = name;
        }
        first_name.into_field(&mut contact.first_name);
        email.into_field(&mut contact.email);
        phone.into_field(&mut contact.phone);
        mobile.into_field(&mut contact.mobile);
        kind.map(Word::from).into_field(&mut contact.kind);
        account.into_field(&mut contact.account);
        owner.into_field(&mut contact.owner);
        let mut more = contact.more.take().unwrap_or_default();
        second.into_field(&mut more.secondary_email);
        title.into_field(&mut more.title);
        description.into_field(&mut more.description);
        street.into_field(&mut more.street);
        city.into_field(&mut more.city);
        state.into_field(&mut more.state);
        zip.into_field(&mut more.zip);
        country.into_field(&mut more.country);
        twitter.into_field(&mut more.twitter);
        facebook.into_field(&mut more.facebook);
        more.cf.extend(fields);
        contact.more = (*more != crate::sandbox::world::desk::contact::More::default()).then_some(more);
    }
}

/// How long a text may be (OAS Contact, Account).
pub fn longest(name: &str) -> usize {
    match name {
        "city" | "state" | "country" | "zip" | "code" | "fax" => 30,
        "title" | "twitter" | "facebook" | "annualrevenue" => 100,
        "industry" => 120,
        _ => 250,
    }
}

fn create(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "create")?;
    let mut body = Body::new(call.json()?, "");
    body.needed("lastName", 200);
    let write = read(world, &mut body);
    body.check()?;
    let mut contact = Contact::new(world.desk.make_id(), "", call.now);
    contact.owner = Some(call.agent);
    write(&mut contact);
    let id = contact.id;
    world.desk.contacts.insert(contact);
    let contact = world.desk.contacts.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, contact, &[]))
}

fn update(world: &mut World, call: &Call) -> Served {
    let id = show::contact(world, call)?.id;
    permission::may(world, call, "contacts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let write = read(world, &mut body);
    body.check()?;
    world.desk.contacts.edit(id, |contact| {
        write(contact);
        contact.modified = call.now;
    });
    let contact = world.desk.contacts.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, contact, &[]))
}

fn trash(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "delete")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("contactIds");
    if ids.iter().any(|id| world.desk.contacts.get(*id).is_none()) {
        body.fault("contactIds", "invalid");
    }
    body.check()?;
    for id in ids {
        world.desk.contacts.edit(id, |contact| {
            contact.trashed.get_or_insert((call.now, call.agent));
        });
    }
    Ok(Answer::Nothing)
}

/// One field of many contacts: 200 with a result for each, some of which may have failed.
fn update_many(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let one = one_field::read(&mut body, |name| FIELDS.contains(&name));
    let ids = body.needed_ids("ids");
    body.check()?;
    let mut results = Vec::new();
    for id in ids {
        let mut body = Body::new(&one, "");
        let write = read(world, &mut body);
        let outcome = body.check().and_then(|()| {
            let changed = world.desk.contacts.edit(id, |contact| {
                write(contact);
                contact.modified = call.now;
            });
            changed.ok_or_else(Refusal::not_found)
        });
        results.push(result(id, outcome.as_ref().err()));
    }
    found(json!({"results": results}))
}

/// Marks contacts, and their tickets with them when that is wished.
fn spam(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let spam = body.flag("isSpam").unwrap_or(true);
    let tickets = body.flag("handleExistingTickets").unwrap_or(false);
    let ids = body.needed_ids("ids");
    body.check()?;
    let mut results = Vec::new();
    for id in ids {
        let marked = world.desk.contacts.edit(id, |contact| {
            contact.spam = spam;
            contact.modified = call.now;
        });
        if marked.is_some() && tickets {
            let theirs: Vec<Id> = world.desk.tickets.under(&Key::Contact(id)).ids().collect();
            for ticket in theirs {
                change(world, call, ticket, |ticket| ticket.spam = spam)?;
            }
        }
        results.push(result(id, marked.ok_or_else(Refusal::not_found).as_ref().err()));
    }
    found(json!({"results": results}))
}
