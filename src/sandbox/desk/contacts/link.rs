//! Tying contacts to accounts: `associateAccounts`, `dissociateAccounts`, and what a tie says. The first account of a
//! contact is the `PRIMARY` one; its tie has the contact's id.

use serde_json::{Value, json};

use super::{linked, show};
use crate::sandbox::desk::answer::{Refusal, Served, found, result};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;
use crate::sandbox::world::desk::contact::Link;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/contacts/{contact}/associateAccounts", UPDATE, &[], associate),
    Route::post("/contacts/{contact}/dissociateAccounts", UPDATE, &[], dissociate),
    Route::patch("/accountContactMapping/{mapping}", UPDATE, update),
];

const UPDATE: &[&str] = &["Desk.contacts.UPDATE"];

/// Makes a tie; a contact without an account gets its first one.
fn tie(contact: &mut Contact, link: Link) {
    if contact.account.is_none() {
        contact.account = Some(link.account);
        contact.more_mut().sees_account = link.sees;
    } else {
        contact.more_mut().links.push(link);
    }
}

fn associate(world: &mut World, call: &Call) -> Served {
    let contact = show::contact(world, call)?.id;
    permission::may(world, call, "contacts", "edit")?;
    let rows = call.json()?.get("data").ok_or_else(|| Refusal::field("/data", "missing"))?;
    let rows = rows.as_array().filter(|rows| !rows.is_empty());
    let rows = rows.ok_or_else(|| Refusal::field("/data", "invalid"))?;
    let mut wishes = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let row = row.as_object().ok_or_else(|| Refusal::field(format!("/data/{at}"), "invalid"))?;
        let mut body = Body::new(row, format!("/data/{at}"));
        let id = body.id("id").value();
        if id.is_none() {
            body.fault("id", "missing");
        }
        let sees = body.flag("isAccountTicketsViewable").unwrap_or(false);
        body.check()?;
        wishes.push((id.unwrap_or_default(), sees));
    }
    let mut results = Vec::new();
    for (account, sees) in wishes {
        let known = world.desk.accounts.get(account).is_some_and(|account| account.trashed.is_none());
        let held = world.desk.contacts.get(contact).map(Contact::ties).unwrap_or_default();
        let twice = held.iter().any(|link| link.account == account);
        let refusal = match (known, twice) {
            (false, _) => Some(Refusal::field("/id", "invalid")),
            (true, true) => Some(Refusal::field("/id", "duplicate")),
            (true, false) => None,
        };
        if refusal.is_none() {
            let link = Link { id: world.desk.make_id(), account, sees };
            world.desk.contacts.edit(contact, |contact| {
                tie(contact, link);
                contact.modified = call.now;
            });
        }
        results.push(result(account, refusal.as_ref()));
    }
    found(json!({"results": results}))
}

/// Unties a contact from an account; the next one becomes the first.
pub fn untie(contact: &mut Contact, account: Id) {
    if contact.account == Some(account) {
        let more = contact.more_mut();
        let next = if more.links.is_empty() { None } else { Some(more.links.remove(0)) };
        more.sees_account = next.is_some_and(|link| link.sees);
        contact.account = next.map(|link| link.account);
    } else {
        contact.more_mut().links.retain(|link| link.account != account);
    }
}

fn dissociate(world: &mut World, call: &Call) -> Served {
    let contact = show::contact(world, call)?.id;
    permission::may(world, call, "contacts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("ids");
    body.check()?;
    let mut results = Vec::new();
    for account in ids {
        let held = world.desk.contacts.get(contact).map(Contact::ties).unwrap_or_default();
        let tied = held.iter().any(|link| link.account == account);
        if tied {
            world.desk.contacts.edit(contact, |contact| {
                untie(contact, account);
                contact.modified = call.now;
            });
        }
        results.push(result(account, (!tied).then(|| Refusal::field("/id", "invalid")).as_ref()));
    }
    found(json!({"results": results}))
}

/// Changes a tie: a second company may become the first.
fn update(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "edit")?;
    let id = call.id("mapping")?;
    let holds = |contact: &&Contact| contact.ties().iter().any(|link| link.id == id);
    let own = world.desk.contacts.get(id).filter(holds);
    let contact = own.or_else(|| world.desk.contacts.iter().find(holds)).ok_or_else(Refusal::not_found)?.id;
    let mut body = Body::new(call.json()?, "");
    let kind = body.text("mappingType", 20).value();
    if !matches!(kind.as_deref(), None | Some("PRIMARY")) {
        body.fault("mappingType", "invalid");
    }
    let sees = body.flag("isAccountTicketsViewable");
    body.check()?;
    let account = world.desk.contacts.get(contact).map(Contact::ties).unwrap_or_default();
    let account = account.into_iter().find(|link| link.id == id).ok_or_else(Refusal::not_found)?.account;
    let fresh = world.desk.make_id();
    world.desk.contacts.edit(contact, |contact| {
        let mut ties = contact.ties();
        if let (Some(sees), Some(link)) = (sees, ties.iter_mut().find(|link| link.account == account)) {
            link.sees = sees;
        }
        if kind.is_some() {
            ties.sort_by_key(|link| link.account != account);
        }
        let own = contact.id;
        contact.account = ties.first().map(|link| link.account);
        let more = contact.more_mut();
        more.sees_account = ties.first().is_some_and(|link| link.sees);
        more.links = ties.into_iter().skip(1).collect();
        for link in more.links.iter_mut().filter(|link| link.id == own) {
            link.id = fresh;
        }
        contact.modified = call.now;
    });
    let contact = world.desk.contacts.get(contact).ok_or_else(Refusal::not_found)?;
    let link =
        contact.ties().into_iter().find(|link| link.account == account).ok_or_else(Refusal::not_found)?;
    let mut data: Value = linked::mapping(contact, &link);
    data["contactId"] = json!(contact.id);
    data["accountId"] = json!(account);
    found(json!({"data": data}))
}
