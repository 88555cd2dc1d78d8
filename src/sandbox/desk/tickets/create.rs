//! A new ticket: `POST /tickets`. It answers 200, not 201 (sheet §10.3).

use serde_json::{Map, Value};

use super::full;
use super::wish::{Wish, needed};
use crate::sandbox::desk::acts::person::{Somebody, find_or_make};
use crate::sandbox::desk::acts::{open, status};
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Ticket};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::post("/tickets", &["Desk.tickets.CREATE"], &[], create)];

fn create(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "create")?;
    let map = call.json()?;
    let mut body = Body::new(map, "");
    body.needed("subject", 1000);
    let wish = Wish::read(world, &mut body);
    if wish.department == Said::Nothing && !body.has("departmentId") {
        body.fault("departmentId", "missing");
    }
    let inline = if body.has("contactId") { None } else { inline_contact(world, &mut body) };
    needed(world, &mut body)?;
    let Some(department) = said(&wish.department) else {
        return Err(Refusal::field("/departmentId", "invalid"));
    };
    permission::may_place(world, call, department)?;
    let contact = match (said(&wish.contact), inline) {
        (Some(contact), _) => contact,
        (None, Some(who)) => find_or_make(world, &who, call.now),
        (None, None) => return Err(Refusal::field("/contactId", "missing")),
    };
    let ticket = blank(world, call, department, contact)?;
    let uploads = wish.uploads.clone();
    let mut ticket = ticket;
    wish.grant(&mut ticket, call.now);
    let id = open::file(world, ticket, None, uploads, Actor::Agent(call.agent), call.now);
    let ticket = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?;
    found(full::body(world, call, ticket))
}

fn said(said: &Said<Id>) -> Option<Id> {
    match said {
        Said::Value(id) => Some(*id),
        Said::Nothing | Said::Clear => None,
    }
}

/// The `contact` object of a body. Without `contactId` it has to be there, with a last name or an address.
fn inline_contact(world: &World, body: &mut Body) -> Option<Somebody> {
    let Some(map) = body.object("contact") else {
        body.fault("contactId", "missing");
        return None;
    };
    let map: &Map<String, Value> = map;
    let mut inner = Body::new(map, "/contact");
    let who = Somebody {
        first_name: inner.text("firstName", 40).value(),
        last_name: inner.text("lastName", 200).value(),
        email: inner.text("email", 255).value(),
        phone: inner.text("phone", 50).value(),
        account: inner.id("accountId").value(),
    };
    if who.account.is_some_and(|id| world.desk.accounts.get(id).is_none()) {
        inner.fault("accountId", "invalid");
    }
    if who.email.as_deref().is_some_and(|address| !address.contains('@')) {
        inner.fault("email", "invalid");
    }
    if who.last_name.is_none() && who.email.is_none() {
        inner.fault("lastName", "missing");
    }
    body.absorb(inner);
    Some(who)
}

/// A ticket before anything was said of it: open, by web, unassigned.
fn blank(world: &mut World, call: &Call, department: Id, contact: Id) -> Result<Ticket, Refusal> {
    let open = status::first_open(world).ok_or_else(|| Refusal::field("/status", "missing"))?;
    let asks = world.desk.contacts.get(contact);
    let (account, email) = (asks.and_then(|who| who.account), asks.and_then(|who| who.email.clone()));
    Ok(Ticket {
        id: world.desk.make_id(),
        number: 0,
        subject: String::new(),
        description: None,
        status: open.name,
        status_type: open.kind,
        priority: None,
        channel: "Web".into(),
        department,
        contact,
        account,
        assignee: None,
        email,
        due: None,
        response_due: None,
        created: call.now,
        modified: call.now,
        customer_response: call.now,
        closed: None,
        on_hold: None,
        escalated: false,
        spam: false,
        trashed: None,
        created_by: Some(call.agent),
        modified_by: Some(call.agent),
        conversation: Vec::new(),
        more: None,
    })
}
