//! `/organizations`, `/accessibleOrganizations`: the portals of the caller; no `orgId` is needed.

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Organization;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/organizations", READ, &["includeCustomDomain"], all),
    Route::get("/accessibleOrganizations", READ, &[], all),
    Route::get("/organizations/{organization}", READ, &["includeCustomDomain"], one),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];

fn row(world: &World, call: &Call, org: &Organization) -> Value {
    let admin = world.desk.agent(call.agent).is_some_and(|agent| agent.role_permission == "Admin");
    let first = world.desk.settings.organizations.first().is_some_and(|first| first.id == org.id);
    json!({
        "id": org.id,
        "portalName": org.portal_name,
        "companyName": org.company_name,
        "alias": null,
        "edition": org.edition,
        "isDefault": first,
        "isAdminInOrg": admin,
        "isSandboxPortal": false,
        "isPayloadEncryptionEnabled": false,
        "portalURL": format!("{}/support/{}", call.base, org.portal_name),
        "logoURL": format!("{}/api/v1/organizations/{}/logo", call.base, org.id),
        "faviconURL": format!("{}/api/v1/organizations/{}/favicon", call.base, org.id),
        "primaryContact": null,
        "website": org.website,
        "phoneNumber": org.phone,
        "mobile": null,
        "fax": null,
        "street": null,
        "city": org.city,
        "state": null,
        "zip": null,
        "country": org.country,
        "currencyCode": org.currency_code,
        "currencySymbol": currency(&org.currency_code),
        "currencyLocale": null,
        "employeeCount": null,
        "description": null,
    })
}

fn currency(code: &str) -> &str {
    match code {
        "BRL" => "R$",
        "USD" => "$",
        "EUR" => "€",
        other => other,
    }
}

fn all(world: &mut World, call: &Call) -> Served {
    let rows: Vec<Value> =
        world.desk.settings.organizations.iter().map(|org| row(world, call, org)).collect();
    found(json!({"data": rows}))
}

fn one(world: &mut World, call: &Call) -> Served {
    let id = call.id("organization")?;
    let org =
        world.desk.settings.organizations.iter().find(|org| org.id == id).ok_or_else(Refusal::forbidden)?;
    found(row(world, call, org))
}
