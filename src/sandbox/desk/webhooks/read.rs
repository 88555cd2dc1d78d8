//! `GET /webhooks` and one of them.

use super::project;
use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Webhook;

/// What is served here. The spec and the webhook pages name different scopes (sheet §2.9): either set will do.
pub const ROUTES: &[Route] =
    &[Route::get("/webhooks", READ, &[], all), Route::get("/webhooks/{webhook}", READ, &[], one)];

const READ: &[&str] = &["Desk.settings.READ|Desk.webhooks.READ", "Desk.events.READ|Desk.webhooks.READ"];

/// The webhook of the path.
pub fn webhook<'w>(world: &'w World, call: &Call) -> Result<&'w Webhook, Refusal> {
    permission::may(world, call, "setup", "webhooks")?;
    let id = call.id("webhook")?;
    world.desk.settings.webhooks.iter().find(|webhook| webhook.id == id).ok_or_else(Refusal::not_found)
}

fn all(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "setup", "webhooks")?;
    list(world.desk.settings.webhooks.iter().map(project::row).collect())
}

fn one(world: &mut World, call: &Call) -> Served {
    found(project::row(webhook(world, call)?))
}
