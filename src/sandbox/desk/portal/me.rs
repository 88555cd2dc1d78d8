//! The caller: who they are and what their profile lets them do.

use super::{agents, profiles};
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/myinfo", READ, &["include"], info),
    Route::get("/myProfile", READ, &[], profile),
    Route::get("/myProfilePermissions", READ, &[], profile),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];

fn info(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(agents::INCLUDE)?;
    let agent = world.desk.agent(call.agent).ok_or_else(Refusal::forbidden)?;
    found(agents::alone(world, call, agent, &include, true))
}

fn profile(world: &mut World, call: &Call) -> Served {
    let agent = world.desk.agent(call.agent).ok_or_else(Refusal::forbidden)?;
    let profile = world.desk.profile(agent.profile).ok_or_else(Refusal::not_found)?;
    found(profiles::row(profile))
}
