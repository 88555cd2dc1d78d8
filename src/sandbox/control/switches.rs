//! `GET /_sandbox/switches`, `PUT /_sandbox/switches`: behaviours that no source settles, or that a test wants
//! otherwise. Each service has its own; here they are one table.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::super::gate::answer;
use super::super::server::Shared;
use super::super::world::World;
use super::{read, refuse};

/// How they stand.
pub async fn show(State(shared): State<Shared>) -> Response {
    answer::json(StatusCode::OK, &json!(table(&shared.world())))
}

/// Turns some, or none when one of them can't be; answers like [`show`].
pub async fn put(State(shared): State<Shared>, body: Bytes) -> Response {
    let wish: Map<String, Value> = match read(&body) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    let turned = turn(&mut shared.world(), &wish);
    if let Err(sentence) = turned {
        return refuse(StatusCode::BAD_REQUEST, &sentence);
    }
    shared.keep().await;
    show(State(shared)).await
}

/// Every switch by its name.
fn table(world: &World) -> Map<String, Value> {
    let mut all = object(&world.accounts.switches);
    all.extend(object(&world.bigin.settings.switches));
    all.extend(object(&world.desk.settings.switches));
    all
}

/// Turns the switches that are named; those not named stay. The sentence says what can't be.
pub fn turn(world: &mut World, wish: &Map<String, Value>) -> Result<(), String> {
    if wish.is_empty() {
        return Ok(());
    }
    let known = table(world);
    if let Some(name) = wish.keys().find(|name| !known.contains_key(*name)) {
        let names: Vec<&str> = known.keys().map(String::as_str).collect();
        return Err(format!("There is no switch {name}; there are: {}.", names.join(", ")));
    }
    let accounts = turned(&world.accounts.switches, wish)?;
    let bigin = turned(&world.bigin.settings.switches, wish)?;
    let desk = turned(&world.desk.settings.switches, wish)?;
    world.accounts.switches = accounts;
    world.accounts.dirty = true;
    world.bigin.settings.switches = bigin;
    world.bigin.dirty = true;
    world.desk.settings.switches = desk;
    world.desk.dirty = true;
    Ok(())
}

/// A service's switches with those of the wish that are its own.
fn turned<T: Serialize + DeserializeOwned>(switches: &T, wish: &Map<String, Value>) -> Result<T, String> {
    let mut all = object(switches);
    for (name, value) in &mut all {
        if let Some(wanted) = wish.get(name) {
            value.clone_from(wanted);
        }
    }
    serde_json::from_value(Value::Object(all)).map_err(|error| format!("A switch can't be that: {error}."))
}

fn object(switches: &impl Serialize) -> Map<String, Value> {
    match json!(switches) {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
