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

const TASK: &[&str] = &["Desk.tasks.READ|Desk.activities.tasks.READ|Desk.activities.READ"];
const CALL: &[&str] = &["Desk.calls.READ|Desk.activities.calls.READ|Desk.activities.READ"];
const EVENT: &[&str] = &["Desk.events.READ|Desk.activities.events.READ|Desk.activities.READ"];

/// The activity of the path, which has to be of that kind.
pub fn activity<'w>(world: &'w World, call: &Call, deed: Deed) -> Result<&'w Activity, Refusal> {
    permission::may(world, call, names(deed).noun, "view")?;
    let activity = world.desk.activities.get(call.id("activity")?).filter(|one| one.deed == deed);
    activity.ok_or_else(Refusal::not_found)
}

fn show(world: &mut World, call: &Call, deed: Deed) -> Served {
    let include = call.query.include(INCLUDE)?;
    found(project::full(world, call, activity(world, call, deed)?, &include))
}
