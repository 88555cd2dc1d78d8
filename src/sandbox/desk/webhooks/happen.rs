//! From the records that changed to what webhooks have to be told. It looks at the world, not at operations: what
//! the control plane lets happen is told like what a client does.

use serde_json::{Value, json};

use super::occasion::{self, Changes, Occasion};
use super::subscription::{Traits, wants};
use crate::sandbox::desk::acts::overshoot;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::wire;
use crate::sandbox::server::Shared;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Delivery, Webhook};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::{Key, Word};

/// The most that may wait to be told; what comes then is lost, and the log says so.
const MOST: usize = 1000;

/// Lets something happen in the world, and has the webhooks told of what changed. `source` is the `sourceId` of the
/// call.
pub fn watched<R>(shared: &Shared, source: Option<&str>, act: impl FnOnce(&mut World) -> R) -> R {
    let mut world = shared.world();
    overshoot::sweep(&mut world);
    let on = world.desk.settings.webhooks.iter().any(|webhook| webhook.enabled);
    occasion::watch(&mut world, on);
    let outcome = act(&mut world);
    if on {
        let changes = Changes::take(&mut world);
        if !changes.is_empty() {
            tell(&mut world, &shared.base_url, source, &changes);
        }
    }
    let waiting = !world.desk.deliveries.is_empty();
    drop(world);
    if waiting {
        shared.post.wake();
    }
    outcome
}

fn tell(world: &mut World, base: &str, source: Option<&str>, changes: &Changes) {
    let hooks: Vec<Webhook> =
        world.desk.settings.webhooks.iter().filter(|webhook| webhook.enabled).cloned().collect();
    for hook in hooks {
        if source.is_some() && source == hook.ignore_source_id.as_deref() {
            continue;
        }
        let call = Call::of_system(hook.created_by, base, world.now());
        for occasion in occasion::all(world, &call, changes) {
            queue(world, &hook, occasion);
        }
    }
}

fn queue(world: &mut World, hook: &Webhook, occasion: Occasion) {
    let Occasion { event, department, incoming, payload, before, changed } = occasion;
    let traits = Traits { department, incoming, changed: &changed };
    let Some(with_before) = wants(hook, event, &traits) else { return };
    if world.desk.deliveries.len() >= MOST {
        tracing::warn!(event, webhook = %hook.id, "too much waits to be told: an event is lost");
        return;
    }
    let now = world.now();
    let mut body = json!({
        "payload": payload,
        "eventTime": now.as_millisecond().to_string(),
        "eventType": event,
        "orgId": wire::org(world),
    });
    if with_before {
        body["prevState"] = before.unwrap_or(Value::Null);
    }
    let last = world.desk.deliveries.under(&Key::All).rows().last().map_or(0, |(turn, _)| *turn);
    let id: Id = world.desk.make_id();
    world.desk.deliveries.insert(Delivery {
        id,
        webhook: hook.id,
        event: Word::from(event),
        turn: last + 1,
        at: now,
        body,
        tries: 0,
        due: now,
        met: false,
        aside: false,
    });
}
