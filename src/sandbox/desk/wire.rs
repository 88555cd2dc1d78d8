//! The small pieces of every answer: times, counts, agents, contacts and departments inside other records.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::call::Call;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Agent, Contact, Department};
use crate::sandbox::world::id::Id;

/// A time as Desk writes it: UTC, milliseconds, `Z`.
pub fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// A time that may be absent.
pub fn maybe_time(at: Option<Timestamp>) -> Value {
    at.map_or(Value::Null, |at| Value::String(time(at)))
}

/// A count inside a record: a string.
pub fn count(number: usize) -> Value {
    Value::String(number.to_string())
}

/// The portal's number, for links.
pub fn org(world: &World) -> String {
    world.desk.settings.organizations.first().map_or_else(String::new, |org| org.id.to_string())
}

/// The portal's name in web addresses.
pub fn portal(world: &World) -> &str {
    world.desk.settings.organizations.first().map_or("", |org| org.portal_name.as_str())
}

/// A record's page in the web interface; `tab` is `Cases`, `Contacts` or `Accounts`.
pub fn web_url(world: &World, call: &Call, tab: &str, id: Id) -> String {
    format!("{}/support/{}/ShowHomePage.do#{tab}/dv/{id}", call.base, portal(world))
}

/// An agent's picture.
pub fn agent_photo(world: &World, call: &Call, agent: Id) -> String {
    format!("{}/api/v1/agents/{agent}/photo?orgId={}", call.base, org(world))
}

/// A contact's picture.
pub fn contact_photo(world: &World, call: &Call, contact: Id) -> String {
    format!("{}/api/v1/contacts/{contact}/photo?orgId={}", call.base, org(world))
}

/// The assignee inside a ticket row or body.
pub fn assignee(world: &World, call: &Call, agent: Option<Id>) -> Value {
    agent.and_then(|id| world.desk.agent(id)).map_or(Value::Null, |agent| {
        json!({
            "id": agent.id, "email": agent.email, "firstName": agent.first_name, "lastName": agent.last_name,
            "photoURL": agent_photo(world, call, agent.id),
        })
    })
}

/// An agent inside a search row: with `emailId` and `zuid`.
pub fn searched_agent(world: &World, call: &Call, agent: Option<Id>) -> Value {
    agent.and_then(|id| world.desk.agent(id)).map_or(Value::Null, |agent: &Agent| {
        json!({
            "id": agent.id, "emailId": agent.email, "firstName": agent.first_name, "lastName": agent.last_name,
            "zuid": agent.zuid.to_string(), "photoURL": agent_photo(world, call, agent.id),
        })
    })
}

/// The department inside a record.
pub fn department(world: &World, id: Id) -> Value {
    world.desk.department(id).map_or(Value::Null, |d: &Department| json!({"id": d.id, "name": d.name}))
}

/// The team inside a record.
pub fn team(world: &World, id: Option<Id>) -> Value {
    id.and_then(|id| world.desk.settings.teams.iter().find(|team| team.id == id))
        .map_or(Value::Null, |team| json!({"id": team.id, "name": team.name, "logoUrl": null}))
}

/// The product inside a record.
pub fn product(world: &World, id: Option<Id>) -> Value {
    id.and_then(|id| world.desk.settings.products.iter().find(|product| product.id == id))
        .map_or(Value::Null, |product| json!({"id": product.id, "productName": product.name}))
}

/// The account inside a contact.
pub fn account(world: &World, id: Option<Id>) -> Value {
    id.and_then(|id| world.desk.accounts.get(id)).map_or(
        Value::Null,
        |account| json!({"id": account.id, "accountName": account.name, "website": account.website}),
    )
}

/// The contact inside a ticket.
pub fn contact(world: &World, id: Id) -> Value {
    world.desk.contacts.get(id).map_or(Value::Null, |contact: &Contact| {
        json!({
            "id": contact.id, "firstName": contact.first_name, "lastName": contact.last_name,
            "email": contact.email, "phone": contact.phone, "mobile": contact.mobile,
            "type": contact.kind, "account": account(world, contact.account),
        })
    })
}

/// Custom fields under both names: `cf` by API name and the older `customFields` by label; every field of
/// the module is there, `null` when it has no value.
pub fn custom_fields(
    world: &World,
    noun: &str,
    values: Option<&std::collections::BTreeMap<String, Value>>,
    into: &mut Map<String, Value>,
) {
    let (mut by_name, mut by_label) = (Map::new(), Map::new());
    for field in world.desk.settings.fields.iter().filter(|field| field.custom && field.noun == noun) {
        let value = values.and_then(|values| values.get(&field.api_name)).cloned().unwrap_or(Value::Null);
        by_name.insert(field.api_name.clone(), value.clone());
        by_label.insert(field.label.clone(), value);
    }
    into.insert("cf".into(), Value::Object(by_name));
    into.insert("customFields".into(), Value::Object(by_label));
}

/// Drops what the caller's profile does not see (field security): keys vanish, they are not `null`.
pub fn conceal(world: &World, call: &Call, noun: &str, record: &mut Value) {
    let Some(profile) = world.desk.agent(call.agent).map(|agent| agent.profile) else { return };
    let Value::Object(record) = record else { return };
    let hidden = |field: &&crate::sandbox::world::desk::Field| {
        field.noun == noun && field.hidden_from.contains(&profile)
    };
    for field in world.desk.settings.fields.iter().filter(hidden) {
        record.remove(&field.api_name);
        for (key, name) in [("cf", &field.api_name), ("customFields", &field.label)] {
            if let Some(Value::Object(inner)) = record.get_mut(key) {
                inner.remove(name);
            }
        }
    }
}

/// Turns a `json!` object into its map.
pub fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
