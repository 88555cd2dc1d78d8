//! A new account, a change, the recycle bin (sheet §9).

use serde_json::json;

use super::{project, show};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, result};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::write::longest;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{cf, one_field, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/accounts", &["Desk.contacts.CREATE"], &[], create),
    Route::patch("/accounts/{account}", &["Desk.contacts.UPDATE"], update),
    Route::post("/accounts/moveToTrash", &["Desk.contacts.DELETE"], &[], trash),
    Route::post("/accounts/updateMany", &["Desk.contacts.UPDATE"], &[], update_many),
];

/// What one field of many may be.
const FIELDS: &[&str] = &[
    "accountName",
    "website",
    "phone",
    "email",
    "ownerId",
    "fax",
    "industry",
    "annualrevenue",
    "street",
    "city",
    "state",
    "code",
    "country",
    "description",
];

/// Reads a body's fields and gives what writes them into an account. Lengths are the spec's.
fn read(world: &World, body: &mut Body) -> impl FnOnce(&mut Account) + use<> {
    if body.has("accountName") {
        body.needed("accountName", 200);
    }
    let name = body.text("accountName", 200);
    let website = body.text("website", 120);
    let phone = body.text("phone", 30);
    let email = body.address("email", 255);
    let owner = body.id("ownerId");
    if matches!(owner, Said::Value(id) if world.desk.agent(id).is_none()) {
        body.fault("ownerId", "invalid");
    }
    let [fax, industry, revenue, street, city, state, code, country] =
        ["fax", "industry", "annualrevenue", "street", "city", "state", "code", "country"]
            .map(|name| body.text(name, longest(name)));
    let description = body.text("description", 65_535);
    let fields = cf::read(world, "accounts", body);
    move |account| {
        if let Said::Value(name) = name {
            account.name = name;
        }
        website.into_field(&mut account.website);
        phone.into_field(&mut account.phone);
        email.into_field(&mut account.email);
        owner.into_field(&mut account.owner);
        fax.into_field(&mut account.fax);
        industry.into_field(&mut account.industry);
        revenue.into_field(&mut account.annual_revenue);
        street.into_field(&mut account.street);
        city.into_field(&mut account.city);
        state.into_field(&mut account.state);
        code.into_field(&mut account.code);
        country.into_field(&mut account.country);
        description.into_field(&mut account.description);
        account.cf.extend(fields);
    }
}

fn create(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "create")?;
    let mut body = Body::new(call.json()?, "");
    body.needed("accountName", 200);
    let write = read(world, &mut body);
    body.check()?;
    let mut account = Account::new(world.desk.make_id(), "", call.now);
    account.owner = Some(call.agent);
    write(&mut account);
    let id = account.id;
    world.desk.accounts.insert(account);
    let account = world.desk.accounts.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, account, &[]))
}

fn update(world: &mut World, call: &Call) -> Served {
    let id = show::account(world, call)?.id;
    permission::may(world, call, "accounts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let write = read(world, &mut body);
    body.check()?;
    world.desk.accounts.edit(id, |account| {
        write(account);
        account.modified = call.now;
    });
    let account = world.desk.accounts.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, account, &[]))
}

fn trash(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "delete")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("accountIds");
    if ids.iter().any(|id| world.desk.accounts.get(*id).is_none()) {
        body.fault("accountIds", "invalid");
    }
    body.check()?;
    for id in ids {
        world.desk.accounts.edit(id, |account| {
            account.trashed.get_or_insert((call.now, call.agent));
        });
    }
    Ok(Answer::Nothing)
}

/// One field of many accounts: 200 with a result for each, some of which may have failed.
fn update_many(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "edit")?;
    let mut body = Body::new(call.json()?, "");
    let one = one_field::read(&mut body, |name| FIELDS.contains(&name));
    let ids = body.needed_ids("ids");
    body.check()?;
    let mut results = Vec::new();
    for id in ids {
        let mut body = Body::new(&one, "");
        let write = read(world, &mut body);
        let outcome = body.check().and_then(|()| {
            let changed = world.desk.accounts.edit(id, |account| {
                write(account);
                account.modified = call.now;
            });
            changed.ok_or_else(Refusal::forbidden)
        });
        results.push(result(id, outcome.as_ref().err()));
    }
    found(json!({"results": results}))
}
