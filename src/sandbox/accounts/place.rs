//! Data centres. There is one sandbox on one port; with the switch `other_dc` people belong to the data centre `eu`,
//! which is the same sandbox under the name `localhost`.

use axum::http::HeaderMap;
use axum::http::header::HOST;

use super::super::world::accounts::{Access, Accounts};
use super::parameters::Parameters;

/// The data centre of everybody, as a rule.
pub const US: &str = "us";
/// The other one.
pub const EU: &str = "eu";

/// Where people belong.
pub fn home(accounts: &Accounts) -> &'static str {
    if accounts.switches.other_dc { EU } else { US }
}

/// The address of a data centre's accounts server (and of its services).
pub fn address(location: &str, base_url: &str) -> String {
    match base_url.rsplit_once(':') {
        Some((_, port)) if location == EU => format!("http://localhost:{port}"),
        _ => base_url.to_owned(),
    }
}

/// Whether the sandbox was called `localhost`, which is the data centre `eu`.
pub fn is_eu(headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or("");
    host.to_ascii_lowercase().starts_with("localhost")
}

/// Whether an access token is good in the data centre that was called.
pub fn opens(accounts: &Accounts, token: &Access, headers: &HeaderMap) -> bool {
    let called = if is_eu(headers) { EU } else { US };
    !accounts.switches.other_dc || token.location.is_empty() || token.location == called
}

/// The data centre that was asked.
pub fn asked(parameters: &Parameters) -> &'static str {
    if parameters.localhost { EU } else { US }
}

/// Whether the data centre that was asked knows something of this location; empty = every one does.
pub fn knows(parameters: &Parameters, location: &str) -> bool {
    location.is_empty() || location == asked(parameters)
}

/// What is written on tokens that somebody takes now: where they asked; nothing while there is one data centre.
pub fn given(accounts: &Accounts, parameters: &Parameters) -> String {
    if accounts.switches.other_dc { asked(parameters).to_owned() } else { String::new() }
}

/// What is written on something that people give out now: nothing while there is one data centre.
pub fn stamp(accounts: &Accounts) -> String {
    if accounts.switches.other_dc { EU.to_owned() } else { String::new() }
}
