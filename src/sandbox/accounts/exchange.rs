//! Codes into tokens: those of `/oauth/v2/auth` and those of a self client.

use jiff::{SignedDuration, Timestamp};

use super::super::world::accounts::{Accounts, Grant};
use super::parameters::Parameters;
use super::place;
use super::token::{Given, THROTTLED, client, issue};

/// How many refresh tokens a person and client get …
const TOKENS: usize = 5;
/// … in this time, when the switch `token_limit` is on.
const WINDOW: SignedDuration = SignedDuration::from_mins(1);

/// `grant_type=authorization_code`. A code is good for one exchange; a wrong redirect address uses it up as well.
pub fn exchange(
    accounts: &mut Accounts,
    parameters: &Parameters,
    now: Timestamp,
) -> Result<Given, &'static str> {
    let client = client(accounts, parameters)?;
    let code = parameters.get("code").ok_or("invalid_code")?;
    let grant = accounts.codes.get(code).ok_or("invalid_code")?.clone();
    if grant.client != client || !place::knows(parameters, &grant.location) {
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
    let location = place::given(accounts, parameters);
    give(accounts, Grant { location, ..grant }, now)
}

/// Gives what was granted: an access token, and a refresh token when it was asked for.
pub fn give(accounts: &mut Accounts, grant: Grant, now: Timestamp) -> Result<Given, &'static str> {
    let mut refresh = None;
    if grant.offline {
        let lately = accounts.refresh.values().filter(|other| {
            other.client == grant.client
                && other.email == grant.email
                && other.given.is_some_and(|at| at > now - WINDOW && at <= now)
        });
        if accounts.switches.token_limit && lately.count() >= TOKENS {
            return Err(THROTTLED);
        }
        refresh = Some(accounts.grant(&grant, now));
    }
    let given = issue(accounts, refresh.clone(), grant.email, grant.scopes, grant.location, now);
    Ok(Given { refresh, ..given })
}
