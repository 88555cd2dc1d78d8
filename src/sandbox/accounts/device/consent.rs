//! `/oauth/v3/device`: the page on which somebody types the code that a device shows.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::super::super::gate::answer;
use super::super::super::server::Shared;
use super::super::super::world::accounts::Said;
use super::super::page;
use super::super::parameters::Parameters;
use super::{plain, say};

/// `GET`: a field for the code; with `user_code`, what the device wants and two buttons.
pub async fn show(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let typed = parameters.get("user_code").unwrap_or("");
    let world = shared.world();
    let (now, accounts) = (world.now(), &world.accounts);
    let waiting = accounts.devices.values().find(|device| {
        plain(&device.user_code) == plain(typed) && device.expires > now && device.said == Said::Nothing
    });
    let body = match waiting {
        Some(device) => format!(
            "<p>The device that shows <b>{}</b> would like to:</p>{}\
             <form method=\"post\" action=\"/oauth/v3/device\">{}{}{}</form>",
            page::escaped(&device.user_code),
            page::scopes(&device.scopes),
            page::hidden("user_code", &device.user_code),
            page::people(accounts.people.keys().map(String::as_str), ""),
            page::DECISION,
        ),
        None => {
            let missed = if typed.is_empty() { "" } else { "<p>No device waits under that code.</p>" };
            format!(
                "{missed}<form method=\"get\" action=\"/oauth/v3/device\"><p><label>The code that your device shows \
                 <input name=\"user_code\" autocomplete=\"off\" value=\"{}\"></label> <button>Next</button></p></form>",
                page::escaped(typed)
            )
        }
    };
    page::page(StatusCode::OK, "Connect a device", &body)
}

/// `POST`: what was said; a page for people, JSON for scripts.
pub async fn decide(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let mut world = shared.world();
    let now = world.now();
    let accounts = &mut world.accounts;
    let accepts = parameters.get("decision") == Some("accept");
    let email = match parameters.get("login_hint").map(str::to_lowercase) {
        Some(email) => accounts.people.contains_key(&email).then_some(email),
        None => accounts.people.keys().next().cloned(),
    };
    let said = match email {
        Some(email) if accepts => Some(Said::Yes(email)),
        Some(_) => Some(Said::No),
        None => None,
    };
    let code = parameters.get("user_code").unwrap_or("");
    let done = said.and_then(|said| say(accounts, code, said, now)).is_some();
    let (status, heading, words) = match (done, accepts) {
        (true, true) => (StatusCode::OK, "Connected", "The device may go on. This page can be closed."),
        (true, false) => (StatusCode::OK, "Refused", "The device was refused. This page can be closed."),
        (false, _) => (StatusCode::BAD_REQUEST, "Unknown code", "No device waits under that code."),
    };
    if parameters.browser {
        return page::page(status, heading, &format!("<p>{words}</p>"));
    }
    let body = if done { json!({ "status": "success" }) } else { json!({ "error": "invalid_user_code" }) };
    answer::json(status, &body)
}
