//! The token endpoint: refresh tokens, codes and organizations in, access tokens out.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::super::gate::{answer, refuse};
use super::super::server::Shared;
use super::super::world::accounts::{Access, Accounts};
use super::parameters::Parameters;
use super::{exchange, machine, place, refresh};

/// How long an access token lives.
pub const LIFE: SignedDuration = SignedDuration::from_secs(3600);
/// The error of somebody who asks too often.
pub const THROTTLED: &str = "Access Denied";
/// How many access tokens of a refresh token live at once; one more kills the oldest (Desk sheet §2.8).
const ALIVE: usize = 15;

/// `POST /oauth/v2/token`.
pub async fn give(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let mut world = shared.world();
    let now = world.now();
    let given = match parameters.get("grant_type") {
        Some("refresh_token") => refresh::refresh(&mut world.accounts, &parameters, now),
        Some("authorization_code") => exchange::exchange(&mut world.accounts, &parameters, now),
        Some("client_credentials") => machine::give(&mut world, &parameters, now),
        Some(_) => Err("unsupported_grant_type"),
        None => Err("invalid_request"),
    };
    tell(given, &parameters, &shared)
}

/// What was given: an access token, and a refresh token with it for a code.
#[derive(Debug)]
pub struct Given {
    /// The access token.
    pub access: String,
    /// The refresh token.
    pub refresh: Option<String>,
    /// What they may do.
    pub scopes: Vec<String>,
}

/// The answer of every endpoint that gives tokens; refusals come with status 200.
pub fn tell(given: Result<Given, &str>, parameters: &Parameters, shared: &Shared) -> Response {
    let given = match given {
        Ok(given) => given,
        Err(THROTTLED) => return refuse::accounts_throttled(),
        Err(code) => return answer::json(StatusCode::OK, &json!({ "error": code })),
    };
    let mut body = json!({
        "access_token": given.access,
        "scope": given.scopes.join(" "),
        "api_domain": place::address(place::asked(parameters), &shared.base_url),
        "token_type": "Bearer",
        "expires_in": LIFE.as_secs(),
    });
    if let Some(refresh) = given.refresh {
        body["refresh_token"] = Value::from(refresh);
    }
    answer::json(StatusCode::OK, &body)
}

/// The known client that the parameters name, with its right secret.
pub fn client<'a>(accounts: &Accounts, parameters: &'a Parameters) -> Result<&'a str, &'static str> {
    let id = parameters.get("client_id").ok_or("invalid_client")?;
    let client = accounts.clients.iter().find(|client| client.id == id).ok_or("invalid_client")?;
    if parameters.get("client_secret") == Some(&client.secret) {
        Ok(id)
    } else {
        Err("invalid_client_secret")
    }
}

/// Keeps a new access token; clears away the dead and the too many.
pub fn issue(
    accounts: &mut Accounts,
    refresh: Option<String>,
    email: String,
    scopes: Vec<String>,
    location: String,
    now: Timestamp,
) -> Given {
    accounts.access.retain(|_, other| other.expires > now);
    let mut alive: Vec<(Timestamp, String)> = accounts
        .access
        .iter()
        .filter(|(_, other)| other.refresh.is_some() && other.refresh == refresh)
        .map(|(token, other)| (other.made, token.clone()))
        .collect();
    alive.sort();
    let too_many = (alive.len() + 1).saturating_sub(ALIVE);
    for (_, token) in alive.drain(..too_many) {
        accounts.access.remove(&token);
    }
    let token = accounts.secret();
    let access = Access { refresh, email, scopes: scopes.clone(), expires: now + LIFE, made: now, location };
    accounts.access.insert(token.clone(), access);
    Given { access: token, refresh: None, scopes }
}
