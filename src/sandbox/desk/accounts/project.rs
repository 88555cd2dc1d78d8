//! An account's three faces. The postal code is `code` here, and `zip` on a contact.

use serde_json::{Value, json};

use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::{happiness, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;
use crate::sandbox::world::id::Id;

/// The list row.
pub fn row(world: &World, call: &Call, account: &Account) -> Value {
    let mut row = json!({
        "id": account.id,
        "accountName": account.name,
        "website": account.website,
        "phone": account.phone,
        "email": account.email,
        "webUrl": wire::web_url(world, call, "Accounts", account.id),
        "createdTime": wire::time(account.created),
        "zohoCRMAccount": account.crm.as_ref().map(|(id, _)| json!({"id": id})),
        "customerHappiness": happiness::of_account(world, call, account.id),
    });
    wire::conceal(world, call, "accounts", &mut row);
    row
}

fn layout(world: &World) -> Option<(Id, &str)> {
    let layouts = &world.desk.settings.layouts;
    layouts.iter().find(|layout| layout.noun == "accounts").map(|layout| (layout.id, layout.name.as_str()))
}

/// What single answers and search rows have in common.
fn record(world: &World, call: &Call, account: &Account) -> Value {
    let mut record = json!({
        "id": account.id,
        "accountName": account.name,
        "website": account.website,
        "phone": account.phone,
        "fax": account.fax,
        "email": account.email,
        "industry": account.industry,
        "annualrevenue": account.annual_revenue,
        "code": account.code,
        "description": account.description,
        "street": account.street,
        "city": account.city,
        "state": account.state,
        "country": account.country,
        "ownerId": account.owner,
        "layoutId": layout(world).map(|(id, _)| id),
        "webUrl": wire::web_url(world, call, "Accounts", account.id),
        "createdTime": wire::time(account.created),
        "modifiedTime": wire::time(account.modified),
    });
    if let Value::Object(map) = &mut record {
        wire::custom_fields(world, "accounts", Some(&account.cf), map);
    }
    record
}

/// The whole record; `include=owner` adds it.
pub fn full(world: &World, call: &Call, account: &Account, include: &[&str]) -> Value {
    let mut record = record(world, call, account);
    record["associatedSLAIds"] = json!([]);
    record["zohoCRMAccount"] = json!(account.crm.as_ref().map(|(id, _)| json!({"id": id})));
    record["layoutDetails"] =
        layout(world).map_or(Value::Null, |(id, name)| json!({"id": id, "layoutName": name}));
    record["isFollowing"] = json!(account.followers.contains(&call.agent));
    record["isDeleted"] = json!(false);
    record["isTrashed"] = json!(account.trashed.is_some());
    if include.contains(&"owner") {
        let owner = account.owner.and_then(|id| world.desk.agent(id));
        record["owner"] = owner.map_or(
            Value::Null,
            |agent| json!({"id": agent.id, "firstName": agent.first_name, "lastName": agent.last_name}),
        );
    }
    wire::conceal(world, call, "accounts", &mut record);
    record
}

/// The search row.
pub fn searched(world: &World, call: &Call, account: &Account) -> Value {
    let mut record = record(world, call, account);
    record["owner"] = wire::searched_agent(world, call, account.owner);
    wire::conceal(world, call, "accounts", &mut record);
    record
}
