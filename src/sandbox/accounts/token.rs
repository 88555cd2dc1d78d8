//! The token endpoint: refresh tokens and codes in, access tokens out.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::super::gate::{answer, refuse};
use super::super::server::Shared;
use super::super::world::accounts::{Access, Accounts, Refresh};
use super::parameters::Parameters;

/// How long an access token lives.
const LIFE: SignedDuration = SignedDuration::from_secs(3600);
/// The error of somebody who asks too often.
const THROTTLED: &str = "Access Denied";
/// How many access tokens a refresh token gives …
const TOKENS: usize = 10;
/// … in this time.
const WINDOW: SignedDuration = SignedDuration::from_mins(10);
/// How many of its access tokens live at once; one more kills the oldest.
const ALIVE: usize = 15;

/// `POST /oauth/v2/token`.
pub async fn give(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let base_url = shared.base_url.clone();
    let mut world = shared.world();
    let now = world.now();
    let body = match parameters.get("grant_type") {
        Some("refresh_token") => refresh(&mut world.accounts, &parameters, &base_url, now),
        Some("authorization_code") => exchange(&mut world.accounts, &parameters, &base_url, now),
        Some(_) => Err("unsupported_grant_type"),
        None => Err("invalid_request"),
    };
    match body {
        Ok(body) => answer::json(StatusCode::OK, &body),
        Err(THROTTLED) => refuse::accounts_throttled(),
        Err(code) => answer::json(StatusCode::OK, &json!({ "error": code })),
    }
}

/// The known client that the parameters name, with its right secret.
fn client<'a>(accounts: &Accounts, parameters: &'a Parameters) -> Result<&'a str, &'static str> {
    let id = parameters.get("client_id").ok_or("invalid_client")?;
    let client = accounts.clients.iter().find(|client| client.id == id).ok_or("invalid_client")?;
    if parameters.get("client_secret") == Some(&client.secret) {
        Ok(id)
    } else {
        Err("invalid_client_secret")
    }
}

fn refresh(
    accounts: &mut Accounts,
    parameters: &Parameters,
    base_url: &str,
    now: Timestamp,
) -> Result<Value, &'static str> {
    let client = client(accounts, parameters)?;
    let token = parameters.get("refresh_token").ok_or("invalid_code")?;
    let grant = accounts.refresh.get_mut(token).filter(|grant| grant.client == client);
    let grant = grant.ok_or("invalid_code")?;
    grant.minted.retain(|at| *at > now - WINDOW && *at <= now);
    if grant.minted.len() >= TOKENS {
        return Err(THROTTLED);
    }
    grant.minted.push(now);
    let (email, scopes) = (grant.email.clone(), grant.scopes.clone());
    let access = Access { refresh: Some(token.to_owned()), email, scopes, expires: now + LIFE, made: now };
    Ok(issue(accounts, access, base_url))
}

fn exchange(
    accounts: &mut Accounts,
    parameters: &Parameters,
    base_url: &str,
    now: Timestamp,
) -> Result<Value, &'static str> {
    let client = client(accounts, parameters)?;
    let code = parameters.get("code").ok_or("invalid_code")?;
    let grant = accounts.codes.get(code).ok_or("invalid_code")?.clone();
    if grant.client != client {
        return Err("invalid_code");
    }
    accounts.codes.remove(code);
    accounts.dirty = true;
    if grant.expires <= now {
        return Err("invalid_code");
    }
    if grant.redirect.is_some() && grant.redirect.as_deref() != parameters.get("redirect_uri") {
        return Err("invalid_redirect_uri");
    }
    let token = grant.offline.then(|| accounts.secret());
    if let Some(token) = &token {
        let refresh = Refresh {
            client: client.to_owned(),
            email: grant.email.clone(),
            scopes: grant.scopes.clone(),
            minted: vec![now],
        };
        accounts.refresh.insert(token.clone(), refresh);
    }
    let access = Access {
        refresh: token.clone(),
        email: grant.email,
        scopes: grant.scopes,
        expires: now + LIFE,
        made: now,
    };
    let mut body = issue(accounts, access, base_url);
    if let Some(token) = token {
        body["refresh_token"] = json!(token);
    }
    Ok(body)
}

/// Keeps an access token and says it; clears away the dead and the too many.
fn issue(accounts: &mut Accounts, access: Access, base_url: &str) -> Value {
    let now = access.made;
    accounts.access.retain(|_, other| other.expires > now);
    let mut alive: Vec<(Timestamp, String)> = accounts
        .access
        .iter()
        .filter(|(_, other)| other.refresh.is_some() && other.refresh == access.refresh)
        .map(|(token, other)| (other.made, token.clone()))
        .collect();
    alive.sort();
    let too_many = (alive.len() + 1).saturating_sub(ALIVE);
    for (_, token) in alive.drain(..too_many) {
        accounts.access.remove(&token);
    }
    let token = accounts.secret();
    let body = json!({
        "access_token": token,
        "scope": access.scopes.join(" "),
        "api_domain": base_url,
        "token_type": "Bearer",
        "expires_in": LIFE.as_secs(),
    });
    accounts.access.insert(token, access);
    body
}
