//! The rating that an answer got, as a message shows it: a link to the icon.

use serde_json::{Value, json};

use super::call::Call;
use super::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Thread;
use crate::sandbox::world::shelf::Key;

/// `lastRatingIconURL`: `null` for a message that was not rated.
pub fn icon(world: &World, call: &Call, thread: &Thread) -> Value {
    let ratings = &world.desk.ratings;
    let mut last = ratings.under(&Key::Parent(thread.ticket)).ids().rev().filter_map(|id| ratings.get(id));
    last.find(|rating| rating.thread == Some(thread.id)).map_or(Value::Null, |rating| {
        let org = wire::org(world);
        json!(format!("{}/api/v1/ratingOptions/{}/logo?orgId={org}", call.base, rating.mood.text()))
    })
}
