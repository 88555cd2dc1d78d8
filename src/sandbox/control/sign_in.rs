//! What people do in Zoho's pages, for scripts: `/_sandbox/accounts/…`. And the console of self clients, for people.

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::accounts::{device, page, scope};
use super::super::gate::{answer, query};
use super::super::server::Shared;
use super::super::world::accounts::{Accounts, Grant, Said};
use super::{read, refuse};

/// A code of a self client.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    /// Scopes with commas.
    scope: String,
    /// How long the code lives: 3 to 10 minutes.
    minutes: Option<i64>,
    /// Who makes it; the first person when not given.
    email: Option<String>,
}

/// `POST /_sandbox/accounts/code`: what the API console gives for a self client.
pub async fn code(State(shared): State<Shared>, body: Bytes) -> Response {
    let wish: Wish = match read(&body) {
        Ok(wish) => wish,
        Err(refusal) => return *refusal,
    };
    let made = make(&shared, &wish);
    shared.keep().await;
    match made {
        Ok(body) => answer::json(StatusCode::OK, &body),
        Err(sentence) => refuse(StatusCode::UNPROCESSABLE_ENTITY, sentence),
    }
}

fn make(shared: &Shared, wish: &Wish) -> Result<Value, &'static str> {
    let shared = shared.of(super::super::gate::Service::Accounts);
    let mut world = shared.world();
    let now = world.now();
    let accounts = &mut world.accounts;
    let scopes = scope::read(&wish.scope).ok_or("Zoho publishes no such scope: give them with commas.")?;
    let minutes = wish.minutes.unwrap_or(10);
    if !(3..=10).contains(&minutes) {
        return Err("A code lives 3 to 10 minutes.");
    }
    let email = person(accounts, wish.email.as_deref()).ok_or("Nobody has that address.")?;
    let client = accounts.clients.first().ok_or("No client is registered.")?.id.clone();
    if !accounts.may_code(&client, &email, now) {
        return Err("Ten codes in ten minutes are the most (switch token_limit).");
    }
    let code = accounts.secret();
    let expires = now + SignedDuration::from_mins(minutes);
    let grant =
        Grant { client, email, scopes, redirect: None, offline: true, expires, location: String::new() };
    accounts.codes.insert(code.clone(), grant);
    Ok(json!({ "code": code, "expires": expires }))
}

fn person(accounts: &Accounts, email: Option<&str>) -> Option<String> {
    match email.map(str::to_lowercase) {
        Some(email) => accounts.people.contains_key(&email).then_some(email),
        None => accounts.people.keys().next().cloned(),
    }
}

/// What to say to a device.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    user_code: String,
    /// Yes or no.
    accept: bool,
    email: Option<String>,
}

/// `POST /_sandbox/accounts/device`: says yes or no to a device, as the page does.
pub async fn device(State(shared): State<Shared>, body: Bytes) -> Response {
    let word: Word = match read(&body) {
        Ok(word) => word,
        Err(refusal) => return *refusal,
    };
    let done = {
        let shared = shared.of(super::super::gate::Service::Accounts);
        let mut world = shared.world();
        let now = world.now();
        let accounts = &mut world.accounts;
        let Some(email) = person(accounts, word.email.as_deref()) else {
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, "Nobody has that address.");
        };
        let said = if word.accept { Said::Yes(email) } else { Said::No };
        device::say(accounts, &word.user_code, said, now)
    };
    shared.keep().await;
    match done {
        Some(()) => answer::no_content(),
        None => refuse(StatusCode::NOT_FOUND, "No device waits under that code."),
    }
}

/// What to take back: one token, or everything of somebody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    /// Whose tokens; everybody's when not given.
    email: Option<String>,
    /// Refresh tokens as well; otherwise only the access tokens end, as if their hour were over.
    #[serde(default)]
    refresh: bool,
}

/// `POST /_sandbox/accounts/revoke`: ends access tokens now, and refresh tokens when asked to.
pub async fn revoke(State(shared): State<Shared>, body: Bytes) -> Response {
    let target: Target = match read(&body) {
        Ok(target) => target,
        Err(refusal) => return *refusal,
    };
    let ended = {
        let mut world = shared.world();
        let accounts = &mut world.accounts;
        let email = target.email.map(|email| email.to_lowercase());
        let own = |of: &str| email.as_deref().is_none_or(|email| email == of);
        let before = accounts.access.len() + accounts.refresh.len();
        accounts.access.retain(|_, access| !own(&access.email));
        if target.refresh {
            accounts.refresh.retain(|_, refresh| !own(&refresh.email));
        }
        accounts.dirty = true;
        before - accounts.access.len() - accounts.refresh.len()
    };
    shared.keep().await;
    answer::json(StatusCode::OK, &json!({ "ended": ended }))
}

/// `GET`, `POST /_sandbox/console`: the API console's page for a self client's code.
pub async fn console(State(shared): State<Shared>, request: Request) -> Response {
    let Ok(body) = axum::body::to_bytes(request.into_body(), 64 * 1024).await else {
        return refuse(StatusCode::PAYLOAD_TOO_LARGE, "The form is too large.");
    };
    let form = String::from_utf8_lossy(&body).into_owned();
    let field = |name: &str| query::pairs(&form).find(|(key, _)| key == name).map(|(_, value)| value);
    let told = match field("scope") {
        None => String::new(),
        Some(scope) => {
            let minutes = field("minutes").and_then(|text| text.parse().ok());
            match make(&shared, &Wish { scope, minutes, email: field("login_hint") }) {
                Ok(made) => {
                    let code = made["code"].as_str().unwrap_or("");
                    format!("<p>The code: <code>{}</code></p>", page::escaped(code))
                }
                Err(sentence) => format!("<p>{}</p>", page::escaped(sentence)),
            }
        }
    };
    shared.keep().await;
    let world = shared.world();
    let people = page::people(world.accounts.people.keys().map(String::as_str), "");
    let body = format!(
        "{told}<form method=\"post\" action=\"/_sandbox/console\"><p><label>Scopes, with commas \
         <input name=\"scope\" size=\"50\"></label></p><p><label>Minutes <select name=\"minutes\"><option>3</option>\
         <option>5</option><option>7</option><option selected>10</option></select></label></p>{people}\
         <p><button>Create a code</button></p></form>"
    );
    page::page(StatusCode::OK, "Self client", &body)
}
