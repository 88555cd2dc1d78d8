//! A contact's three faces: list rows lack `modifiedTime`, `cf`, owner and address; search rows have them.

use serde_json::{Map, Value, json};

use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::happiness;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;
use crate::sandbox::world::desk::contact::More;

fn more(contact: &Contact) -> More {
    contact.more.as_deref().cloned().unwrap_or_default()
}

/// The linked record of the CRM family.
fn crm(contact: &Contact) -> Value {
    contact.crm.as_ref().map_or(Value::Null, |(id, kind)| json!({"id": id, "type": kind}))
}

/// The list row; `include=accounts` adds `account`.
pub fn row(world: &World, call: &Call, contact: &Contact, include: &[&str]) -> Value {
    let mut row = json!({
        "id": contact.id,
        "firstName": contact.first_name,
        "lastName": contact.last_name,
        "email": contact.email,
        "secondaryEmail": more(contact).secondary_email,
        "phone": contact.phone,
        "mobile": contact.mobile,
        "type": contact.kind,
        "accountId": contact.account,
        "ownerId": contact.owner,
        "photoURL": wire::contact_photo(world, call, contact.id),
        "webUrl": wire::web_url(world, call, "Contacts", contact.id),
        "createdTime": wire::time(contact.created),
        "zohoCRMContact": crm(contact),
        "customerHappiness": happiness::of_contact(world, call, contact.id),
        "isSpam": contact.spam,
        "isEndUser": contact.end_user,
        "isAnonymous": contact.anonymous,
        "accountCount": wire::count(contact.ties().len()),
    });
    if include.contains(&"accounts") {
        row["account"] = wire::account(world, contact.account);
    }
    wire::conceal(world, call, "contacts", &mut row);
    row
}

/// What lists do not show: address, words, custom fields.
fn details(world: &World, contact: &Contact, into: &mut Map<String, Value>) {
    let more = more(contact);
    into.extend(wire::object(json!({
        "title": more.title,
        "description": more.description,
        "street": more.street,
        "city": more.city,
        "state": more.state,
        "zip": more.zip,
        "country": more.country,
        "twitter": more.twitter,
        "facebook": more.facebook,
        "modifiedTime": wire::time(contact.modified),
        "layoutId": layout(world).map(|(id, _)| id),
    })));
    wire::custom_fields(world, "contacts", Some(&more.cf), into);
}

fn layout(world: &World) -> Option<(crate::sandbox::world::id::Id, &str)> {
    let layouts = &world.desk.settings.layouts;
    layouts.iter().find(|layout| layout.noun == "contacts").map(|layout| (layout.id, layout.name.as_str()))
}

/// The whole record; `include=accounts,owner` adds those.
pub fn full(world: &World, call: &Call, contact: &Contact, include: &[&str]) -> Value {
    let mut record = row(world, call, contact, include);
    if let Value::Object(map) = &mut record {
        details(world, contact, map);
    }
    record["layoutDetails"] =
        layout(world).map_or(Value::Null, |(id, name)| json!({"id": id, "layoutName": name}));
    record["isFollowing"] = json!(more(contact).followers.contains(&call.agent));
    record["isDeleted"] = json!(false);
    record["isTrashed"] = json!(contact.trashed.is_some());
    if include.contains(&"owner") {
        let owner = contact.owner.and_then(|id| world.desk.agent(id));
        record["owner"] = owner.map_or(
            Value::Null,
            |agent| json!({"id": agent.id, "firstName": agent.first_name, "lastName": agent.last_name}),
        );
    }
    wire::conceal(world, call, "contacts", &mut record);
    record
}

/// The search row: owner and account always there.
pub fn searched(world: &World, call: &Call, contact: &Contact) -> Value {
    let mut record = row(world, call, contact, &["accounts"]);
    if let Value::Object(map) = &mut record {
        for key in ["isSpam", "isAnonymous", "accountCount"] {
            map.remove(key);
        }
        details(world, contact, map);
    }
    record["owner"] = wire::searched_agent(world, call, contact.owner);
    wire::conceal(world, call, "contacts", &mut record);
    record
}
