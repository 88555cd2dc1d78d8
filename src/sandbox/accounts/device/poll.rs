//! `POST /oauth/v3/device/token`: a device asks whether somebody agreed.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::json;

use super::super::super::gate::answer;
use super::super::super::server::Shared;
use super::super::super::world::accounts::{Accounts, Grant, Said};
use super::super::parameters::Parameters;
use super::super::token::{Given, client, tell};
use super::super::{exchange, place};
use super::begin::interval;

/// Pending, or that the person belongs to another data centre.
const PENDING: &str = "authorization_pending";
/// The person belongs to another data centre: the same code is good there.
const ELSEWHERE: &str = "other_dc";

/// A token, or why there is none yet; all with status 200.
pub async fn poll(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let mut world = shared.world();
    let now = world.now();
    match ask(&mut world.accounts, &parameters, now) {
        Err(ELSEWHERE) => {
            let home = place::home(&world.accounts);
            answer::json(StatusCode::OK, &json!({ "error": ELSEWHERE, "user_location": home }))
        }
        given => tell(given, &parameters, &shared),
    }
}

fn ask(accounts: &mut Accounts, parameters: &Parameters, now: Timestamp) -> Result<Given, &'static str> {
    let client = client(accounts, parameters)?;
    match parameters.get("grant_type") {
        Some("device_token") => {}
        Some(_) => return Err("unsupported_grant_type"),
        None => return Err("invalid_request"),
    }
    let code = parameters.get("code").ok_or("invalid_code")?;
    let (home, location) = (place::home(accounts), place::stamp(accounts));
    let interval = interval(accounts);
    let device = accounts.devices.get_mut(code).filter(|device| device.client == client);
    let device = device.ok_or("invalid_code")?;
    if device.said == Said::No {
        return Err("access_denied");
    }
    if device.expires <= now {
        return Err("expired");
    }
    let early = device.polled.is_some_and(|last| last <= now && last + interval > now);
    device.polled = Some(now);
    accounts.dirty = true;
    let Said::Yes(email) = device.said.clone() else {
        return Err(if early { "slow_down" } else { PENDING });
    };
    if home != place::asked(parameters) && home == place::EU {
        return Err(ELSEWHERE);
    }
    let device = accounts.devices.remove(code).ok_or("invalid_code")?;
    let grant = Grant {
        client: device.client,
        email,
        scopes: device.scopes,
        redirect: None,
        offline: device.offline,
        expires: device.expires,
        location,
    };
    exchange::give(accounts, grant, now)
}
