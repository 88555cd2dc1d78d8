//! Telling: each webhook in its order, one delivery at a time, five seconds to answer 200. What fails is tried
//! again after ten seconds, a minute and five minutes of the sandbox's time, while those behind it wait; then it is
//! given up. (Zoho documents neither number nor times of retries.) 410 removes the webhook.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::Client;
use reqwest::header::CONTENT_TYPE;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::check;
use super::mishap::Fate;
use super::sign::Key as Signature;
use super::write::{forget, remove};
use crate::sandbox::desk::wire;
use crate::sandbox::faults::Mishap;
use crate::sandbox::gate::Service;
use crate::sandbox::server::Shared;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Delivery;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// How long after a failure the next try comes, in seconds of the sandbox's time.
const AGAIN: [i64; 3] = [10, 60, 300];
/// How often the clock is looked at while something waits for it.
const LOOK: Duration = Duration::from_millis(100);

/// What telling needs; a part of what every route shares.
pub struct Post {
    seed: u64,
    wake: Notify,
    client: OnceLock<Option<Client>>,
    key: Arc<OnceLock<Option<Arc<Signature>>>>,
    fate: Mutex<Option<Fate>>,
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Post").field("seed", &self.seed).finish_non_exhaustive()
    }
}

impl Post {
    /// Of a sandbox with this seed.
    pub fn new(seed: u64) -> Self {
        let (wake, client, key, fate) = Default::default();
        Self { seed, wake, client, key, fate }
    }

    /// Something waits to be told.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// From now on asks this what goes wrong; see [`Fate`].
    pub fn decide(&self, fate: Fate) {
        *self.fate.lock().unwrap_or_else(PoisonError::into_inner) = Some(fate);
    }

    /// The sandbox's key, made the first time.
    pub async fn key(&self) -> Option<Arc<Signature>> {
        let (seed, key) = (self.seed, Arc::clone(&self.key));
        let made = move || key.get_or_init(|| Signature::of(seed).map(Arc::new)).clone();
        tokio::task::spawn_blocking(made).await.ok().flatten()
    }

    /// The client that calls; `None` when none can be made.
    pub fn client(&self) -> Option<&Client> {
        self.client.get_or_init(check::client).as_ref()
    }

    fn mishaps(&self, url: &str, event: &str) -> Vec<Mishap> {
        let mut fate = self.fate.lock().unwrap_or_else(PoisonError::into_inner);
        fate.as_mut().map(|fate| fate(url, event)).unwrap_or_default()
    }
}

/// Tells until the sandbox stops.
pub async fn run(shared: Shared) {
    let mut under_way: JoinSet<Id> = JoinSet::new();
    let mut busy: HashSet<Id> = HashSet::new();
    loop {
        let waiting = !shared.world().desk.deliveries.is_empty();
        for (hook, url, delivery) in heads(&shared, &busy) {
            busy.insert(hook);
            let shared = shared.clone();
            under_way.spawn(async move {
                carry(&shared, &url, delivery).await;
                hook
            });
        }
        tokio::select! {
            () = shared.stop.cancelled() => return,
            () = shared.post.wake.notified() => {}
            Some(hook) = under_way.join_next(), if !under_way.is_empty() => {
                if let Ok(hook) = hook {
                    busy.remove(&hook);
                }
            }
            () = tokio::time::sleep(LOOK), if waiting => {}
        }
    }
}

/// The first of each webhook's line that is due, unless the webhook is being told already.
fn heads(shared: &Shared, busy: &HashSet<Id>) -> Vec<(Id, String, Delivery)> {
    let mut world = shared.world();
    let now = world.now();
    let hooks: Vec<(Id, String)> =
        world.desk.settings.webhooks.iter().map(|hook| (hook.id, hook.url.clone())).collect();
    let mut heads = Vec::new();
    for (hook, url) in hooks.into_iter().filter(|(hook, _)| !busy.contains(hook)) {
        let line: Vec<Id> = world.desk.deliveries.under(&Key::Parent(hook)).ids().collect();
        for id in line {
            if let Some(delivery) = world.desk.deliveries.get(id).filter(|delivery| !delivery.met).cloned() {
                let mut mishaps = shared.post.mishaps(&url, &delivery.event);
                mishaps.extend(shared.faults().mishaps(Service::Desk, &delivery.event));
                meet(&mut world, delivery, &mishaps);
            }
            match world.desk.deliveries.get(id) {
                Some(delivery) if delivery.due <= now => {
                    heads.push((hook, url, delivery.clone()));
                    let_pass(&mut world, hook, now);
                    break;
                }
                Some(delivery) if !delivery.aside => break,
                _ => {}
            }
        }
    }
    heads
}

/// Who let one pass has waited long enough.
fn let_pass(world: &mut World, hook: Id, now: Timestamp) {
    let line: Vec<Id> = world.desk.deliveries.under(&Key::Parent(hook)).ids().collect();
    for id in line {
        if world.desk.deliveries.get(id).is_some_and(|delivery| delivery.aside) {
            world.desk.deliveries.edit(id, |delivery| {
                delivery.due = now;
                delivery.aside = false;
            });
        }
    }
}

/// Lets mishaps befall a delivery.
fn meet(world: &mut World, mut delivery: Delivery, mishaps: &[Mishap]) {
    delivery.met = true;
    let now = world.now();
    for mishap in mishaps {
        match mishap {
            Mishap::Lose => {
                world.desk.deliveries.remove(delivery.id);
                return;
            }
            Mishap::Duplicate => {
                let id = world.desk.make_id();
                world.desk.deliveries.insert(Delivery { id, ..delivery.clone() });
            }
            Mishap::Reorder => {
                delivery.aside = true;
                delivery.due = now + SignedDuration::from_secs(1);
            }
            Mishap::Delay(by) => delivery.due = now.checked_add(*by).unwrap_or(now),
        }
    }
    world.desk.deliveries.insert(delivery);
}

/// One try.
async fn carry(shared: &Shared, url: &str, delivery: Delivery) {
    let status = send(shared, url, &delivery).await;
    {
        let mut world = shared.world();
        let now = world.now();
        match status {
            Some(410) => remove(&mut world, delivery.webhook),
            Some(200) => drop(world.desk.deliveries.remove(delivery.id)),
            _ => {
                tracing::info!(url, event = &*delivery.event, ?status, "a webhook was not told");
                let enabled = world
                    .desk
                    .settings
                    .webhooks
                    .iter()
                    .any(|hook| hook.id == delivery.webhook && hook.enabled);
                let again = usize::try_from(delivery.tries).ok().and_then(|tries| AGAIN.get(tries));
                match again {
                    _ if !enabled => forget(&mut world, delivery.webhook),
                    Some(seconds) => drop(world.desk.deliveries.edit(delivery.id, |delivery| {
                        delivery.tries += 1;
                        delivery.due = now + SignedDuration::from_secs(*seconds);
                    })),
                    None => drop(world.desk.deliveries.remove(delivery.id)),
                }
            }
        }
    }
    shared.keep().await;
}

/// Sends a delivery; the status of the answer, `None` when none came in time.
async fn send(shared: &Shared, url: &str, delivery: &Delivery) -> Option<u16> {
    let (client, url) = (shared.post.client()?, check::loopback(url)?);
    let (org, now) = {
        let world = shared.world();
        (wire::org(&world), world.now())
    };
    let token = shared.post.key().await?.token(&org, delivery.webhook, now);
    let body = serde_json::Value::Array(vec![delivery.body.clone()]).to_string();
    let sent = client.post(url).header(CONTENT_TYPE, "application/json").header("X-ZDesk-JWT", token);
    let answer = sent.body(body).send().await.ok()?;
    Some(answer.status().as_u16())
}
