//! One activity.

use super::list::INCLUDE;
use super::{names, project};
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Activity;
use crate::sandbox::world::desk::activity::Deed;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tasks/{activity}", TASK, &["include"], |world, call| show(world, call, Deed::Task)),
    Route::get("/calls/{activity}", CALL, &["include"], |world, call| show(world, call, Deed::Call)),
    Route::get("/events/{activity}", EVENT, &["include"], |world, call| show(world, call, Deed::Event)),
];

/// A call may be asked for the live call that it notes (OAS Call); nobody phones here, so there is none.
const OF_CALL: &[&str] = &["contacts", "tickets", "assignee", "teams", "livecalls"];
const TASK: &[&str] = &["Desk.tasks.READ|Desk.activities.tasks.READ|Desk.activities.READ"];
const CALL: &[&str] = &["Desk.calls.READ|Desk.activities.calls.READ|Desk.activities.READ"];
const EVENT: &[&str] = &["Desk.events.READ|Desk.activities.events.READ|Desk.activities.READ"];

/// The activity of the path, which has to be of that kind, and the caller's to see.
pub fn activity<'w>(world: &'w World, call: &Call, deed: Deed) -> Result<&'w Activity, Refusal> {
    permission::may(world, call, names(deed).noun, "view")?;
    let activity = world.desk.activities.get(call.id("activity")?).filter(|one| one.deed == deed);
    let activity = activity.ok_or_else(Refusal::not_found)?;
    if permission::sees_activity(world, call, activity) { Ok(activity) } else { Err(Refusal::forbidden()) }
}

fn show(world: &mut World, call: &Call, deed: Deed) -> Served {
    let include = call.query.include(if deed == Deed::Call { OF_CALL } else { INCLUDE })?;
    found(project::full(world, call, activity(world, call, deed)?, &include))
}
