//! `POST /oauth/v3/device/code`: a device asks for its codes.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::server::Shared;
use super::super::super::world::accounts::{Accounts, Device, Said};
use super::super::parameters::Parameters;
use super::super::{place, scope};

/// How long the codes live.
pub const LIFE: SignedDuration = SignedDuration::from_mins(5);
/// How long a device has to wait between two questions.
pub fn interval(accounts: &Accounts) -> SignedDuration {
    SignedDuration::from_secs(if accounts.switches.quick_devices { 1 } else { 30 })
}

/// How long codes that are over are still known, to say so.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// The letters of a user code: none that is read as another.
const LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ";

/// The codes, and milliseconds where the token endpoint has seconds (sheet §2.6).
pub async fn begin(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let body = match codes(&shared, &parameters) {
        Ok(body) => body,
        Err(code) => json!({ "error": code }),
    };
    answer::json(StatusCode::OK, &body)
}

fn codes(shared: &Shared, parameters: &Parameters) -> Result<Value, &'static str> {
    let mut world = shared.world();
    let now = world.now();
    let accounts = &mut world.accounts;
    let id = parameters.get("client_id").ok_or("invalid_client")?;
    if !accounts.clients.iter().any(|client| client.id == id) {
        return Err("invalid_client");
    }
    match parameters.get("grant_type") {
        Some("device_request") => {}
        Some(_) => return Err("unsupported_grant_type"),
        None => return Err("invalid_request"),
    }
    let scopes = scope::read(parameters.get("scope").unwrap_or("")).ok_or("invalid_scope")?;
    accounts.devices.retain(|_, other| other.expires + REMEMBERED > now);
    let device_code = accounts.secret();
    let user_code = user_code(accounts, &device_code);
    let device = Device {
        user_code: user_code.clone(),
        client: id.to_owned(),
        scopes,
        offline: parameters.get("access_type") == Some("offline"),
        expires: now + LIFE,
        polled: None,
        said: Said::Nothing,
    };
    accounts.devices.insert(device_code.clone(), device);
    accounts.dirty = true;
    let page = format!("{}/oauth/v3/device", place::address(place::asked(parameters), &shared.base_url));
    Ok(json!({
        "user_code": user_code,
        "device_code": device_code,
        "verification_url": page,
        "verification_uri_complete": format!("{page}?user_code={user_code}"),
        "interval": interval(accounts).as_millis(),
        "expires_in": LIFE.as_millis(),
    }))
}

/// Eight letters from the device code, that no waiting device has.
fn user_code(accounts: &Accounts, device_code: &str) -> String {
    let mut salt = 0;
    loop {
        let mut number = device_code.bytes().fold(salt, |sum: u64, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3).rotate_left(17)
        });
        let mut code = String::new();
        for place in 0..8 {
            let letter = usize::try_from(number % LETTERS.len() as u64).unwrap_or(0);
            code.push(char::from(LETTERS[letter]));
            number /= LETTERS.len() as u64;
            if place == 3 {
                code.push('-');
            }
        }
        if !accounts.devices.values().any(|other| other.user_code == code) {
            return code;
        }
        salt += 1;
    }
}
