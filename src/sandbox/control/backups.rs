//! `/_sandbox/backups`: a service is brought back to what it was.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::super::gate::{Service, answer};
use super::super::keep::Backup;
use super::super::server::Shared;
use super::{read, refuse};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    service: Service,
    /// What it is called; the service's name when not given.
    name: Option<String>,
}

/// `GET`: the backups there are.
pub async fn show(State(shared): State<Shared>) -> Response {
    let backups = shared.backups();
    let lines: Vec<_> = backups.iter().map(|(name, backup)| backup.line(name)).collect();
    answer::json(StatusCode::OK, &json!({ "backups": lines }))
}

/// `POST`: takes one, in place of one with the same name.
pub async fn take(State(shared): State<Shared>, body: Bytes) -> Response {
    let wish: Wish = match read(&body) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    if matches!(wish.service, Service::Control | Service::Other) {
        return refuse(StatusCode::BAD_REQUEST, "Backups are of accounts, bigin or desk.");
    }
    let name = wish.name.unwrap_or_else(|| wish.service.name().to_owned());
    let taken = Backup::take(&mut shared.world(), wish.service);
    match taken {
        Ok(backup) => {
            let told = answer::json(StatusCode::OK, &json!(backup.line(&name)));
            shared.backups().insert(name, backup);
            told
        }
        Err(error) => broken(&error),
    }
}

/// `POST …/{name}/restore`: brings the service back to it.
pub async fn restore(State(shared): State<Shared>, Path(name): Path<String>) -> Response {
    let changed = {
        let backups = shared.backups();
        let Some(backup) = backups.get(&name) else { return unknown() };
        backup.put_back(&mut shared.world())
    };
    shared.keep().await;
    match changed {
        Ok(changed) => answer::json(StatusCode::OK, &json!({ "name": name, "changed": changed })),
        Err(error) => broken(&error),
    }
}

/// `DELETE …/{name}`: forgets it.
pub async fn forget(State(shared): State<Shared>, Path(name): Path<String>) -> Response {
    match shared.backups().remove(&name) {
        Some(_) => answer::no_content(),
        None => unknown(),
    }
}

fn unknown() -> Response {
    refuse(StatusCode::NOT_FOUND, "There is no such backup.")
}

fn broken(error: &serde_json::Error) -> Response {
    refuse(StatusCode::INTERNAL_SERVER_ERROR, &format!("The records can't be written or read: {error}."))
}
