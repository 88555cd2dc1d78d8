//! A new webhook, a change, a removal. The address has to answer before it counts; the edition says how many there
//! may be.

use serde_json::{Map, Value};

use super::{check, project, read, subscription};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Webhook;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post(
        "/webhooks",
        &["Desk.settings.CREATE|Desk.webhooks.CREATE", "Desk.events.CREATE|Desk.webhooks.CREATE"],
        &[],
        create,
    ),
    Route::patch(
        "/webhooks/{webhook}",
        &["Desk.settings.UPDATE|Desk.webhooks.UPDATE", "Desk.events.UPDATE|Desk.webhooks.UPDATE"],
        update,
    ),
    Route::delete(
        "/webhooks/{webhook}",
        &["Desk.settings.DELETE|Desk.webhooks.DELETE", "Desk.events.DELETE|Desk.webhooks.DELETE"],
        delete,
    ),
];

/// The most webhooks that may be set up, enabled or not.
const CONFIGURED: usize = 20;

/// How many may be enabled (sheet §18).
fn enabled_of(edition: &str) -> usize {
    match edition {
        "PROFESSIONAL" => 5,
        "ENTERPRISE" => 10,
        _ => 0,
    }
}

/// What a body says; every key may be missing.
struct Wish {
    name: Said<String>,
    url: Said<String>,
    description: Said<String>,
    enabled: Option<bool>,
    subscriptions: Option<Map<String, Value>>,
    include: Option<Vec<String>>,
    source: Said<String>,
}

impl Wish {
    fn read(world: &World, body: &mut Body) -> Self {
        let name = body.text("name", 100);
        let url = body.text("url", 100);
        if matches!(&url, Said::Value(url) if !check::is_url(url)) {
            body.fault("url", "invalid");
        }
        let description = body.text("description", 3000);
        let enabled = body.flag("isEnabled");
        let subscriptions = body.object("subscriptions").cloned();
        if let Some(given) = &subscriptions {
            if given.is_empty() {
                body.fault("subscriptions", "invalid");
            }
            body.faults(subscription::faults(world, given));
        }
        let include = body.raw("includeEventsFrom").map(|value| {
            let words: Option<Vec<String>> = value.as_array().and_then(|words| {
                words
                    .iter()
                    .map(|word| word.as_str().filter(|w| *w == "AUTOMATION").map(str::to_owned))
                    .collect()
            });
            words.unwrap_or_else(|| {
                body.fault("includeEventsFrom", "invalid");
                Vec::new()
            })
        });
        let source = body.text("ignoreSourceId", 100);
        let refused = world.desk.settings.switches.refuse_source_id;
        if matches!(&source, Said::Value(text) if refused || !is_uuid(text)) {
            body.fault("ignoreSourceId", "invalid");
        }
        Self { name, url, description, enabled, subscriptions, include, source }
    }

    fn grant(self, webhook: &mut Webhook) {
        if let Said::Value(name) = self.name {
            webhook.name = name;
        }
        if let Said::Value(url) = self.url {
            webhook.url = url;
        }
        self.description.into_field(&mut webhook.description);
        webhook.enabled = self.enabled.unwrap_or(webhook.enabled);
        if let Some(subscriptions) = self.subscriptions {
            webhook.subscriptions = subscriptions;
        }
        if self.include.is_some() {
            webhook.include_events_from = self.include;
        }
        self.source.into_field(&mut webhook.ignore_source_id);
    }
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Refuses one more than the edition allows; `besides` is the one that changes.
fn within_plan(world: &World, enabled: bool, besides: Option<Id>) -> Result<(), Refusal> {
    let edition = world.desk.settings.organizations.first().map_or("FREE", |org| org.edition.as_str());
    let most = enabled_of(edition);
    let others = || world.desk.settings.webhooks.iter().filter(|webhook| Some(webhook.id) != besides);
    let on = others().filter(|webhook| webhook.enabled).count();
    let configured = if most == 0 { 0 } else { CONFIGURED };
    if (enabled && on >= most) || others().count() >= configured {
        return Err(Refusal::license("Webhook", edition, if enabled { most } else { configured }));
    }
    Ok(())
}

fn create(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "setup", "webhooks")?;
    let mut body = Body::new(call.json()?, "");
    body.needed("name", 100);
    let url = body.needed("url", 100);
    if !body.has("subscriptions") {
        body.fault("subscriptions", "missing");
    }
    let wish = Wish::read(world, &mut body);
    body.check()?;
    within_plan(world, wish.enabled.unwrap_or(true), None)?;
    match call.url_answers {
        None => return Ok(Answer::Ask(url)),
        Some(false) => return Err(Refusal::internal()),
        Some(true) => {}
    }
    let mut webhook = Webhook {
        id: world.desk.make_id(),
        name: String::new(),
        url,
        description: None,
        enabled: true,
        subscriptions: Map::new(),
        include_events_from: None,
        ignore_source_id: None,
        created_by: call.agent,
        created: call.now,
        modified: call.now,
    };
    wish.grant(&mut webhook);
    let row = project::row(&webhook);
    world.desk.settings.webhooks.push(webhook);
    world.desk.dirty = true;
    found(row)
}

fn update(world: &mut World, call: &Call) -> Served {
    let before = read::webhook(world, call)?.clone();
    let mut body = Body::new(call.json()?, "");
    for name in ["name", "url"] {
        if body.has(name) {
            body.needed(name, 100);
        }
    }
    let wish = Wish::read(world, &mut body);
    body.check()?;
    let mut after = before.clone();
    wish.grant(&mut after);
    after.modified = call.now;
    if after.enabled && !before.enabled {
        within_plan(world, true, Some(before.id))?;
    }
    if after.url != before.url || (after.enabled && !before.enabled) {
        match call.url_answers {
            None => return Ok(Answer::Ask(after.url)),
            Some(false) => return Err(Refusal::internal()),
            Some(true) => {}
        }
    }
    let row = project::row(&after);
    if !after.enabled {
        forget(world, after.id);
    }
    if let Some(held) = world.desk.settings.webhooks.iter_mut().find(|webhook| webhook.id == after.id) {
        *held = after;
    }
    world.desk.dirty = true;
    found(row)
}

fn delete(world: &mut World, call: &Call) -> Served {
    let id = read::webhook(world, call)?.id;
    remove(world, id);
    Ok(Answer::Done)
}

/// Takes a webhook away with what it had still to be told: somebody asked, or its address said 410.
pub fn remove(world: &mut World, webhook: Id) {
    world.desk.settings.webhooks.retain(|held| held.id != webhook);
    world.desk.dirty = true;
    forget(world, webhook);
}

/// What a webhook had still to be told is not told any more.
pub fn forget(world: &mut World, webhook: Id) {
    let waiting: Vec<Id> = world.desk.deliveries.under(&Key::Parent(webhook)).ids().collect();
    for id in waiting {
        world.desk.deliveries.remove(id);
    }
}
