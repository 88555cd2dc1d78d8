//! An agent's signature, and the pictures of people.

use serde_json::json;

use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::show;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/agents/{agent}/signatures", &["Desk.settings.READ|Desk.basic.READ"], &[], signatures),
    Route::get("/agents/{agent}/photo", &["Desk.settings.READ|Desk.basic.READ"], &[], agent),
    Route::get("/contacts/{contact}/photo", &["Desk.contacts.READ"], &[], contact),
];

/// Nobody has a picture: 204, as for those who brought none.
fn agent(world: &mut World, call: &Call) -> Served {
    world.desk.agent(call.id("agent")?).ok_or_else(Refusal::not_found)?;
    Ok(Answer::Nothing)
}

fn contact(world: &mut World, call: &Call) -> Served {
    show::contact(world, call)?;
    Ok(Answer::Nothing)
}

/// The signature is made from who they are; there is none for a single department.
fn signatures(world: &mut World, call: &Call) -> Served {
    let agent = world.desk.agent(call.id("agent")?).ok_or_else(Refusal::not_found)?;
    let house = world.desk.settings.organizations.first().map_or("", |org| org.company_name.as_str());
    let signature = format!("<div>--<br />{}<br />{house}</div>", agent.name());
    found(json!({
        "id": agent.id,
        "agentId": agent.id,
        "isActive": true,
        "defaultSignature": signature,
        "customizedSignatures": [],
    }))
}
