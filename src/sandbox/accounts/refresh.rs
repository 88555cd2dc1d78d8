//! Refresh tokens into access tokens.

use jiff::{SignedDuration, Timestamp};

use super::super::world::accounts::Accounts;
use super::parameters::Parameters;
use super::place;
use super::token::{Given, THROTTLED, client, issue};

/// How many access tokens a refresh token gives …
const TOKENS: usize = 10;
/// … in this time, when the switch `token_limit` is on.
const WINDOW: SignedDuration = SignedDuration::from_mins(10);

/// `grant_type=refresh_token`.
pub fn refresh(
    accounts: &mut Accounts,
    parameters: &Parameters,
    now: Timestamp,
) -> Result<Given, &'static str> {
    let client = client(accounts, parameters)?;
    let limited = accounts.switches.token_limit;
    let token = parameters.get("refresh_token").ok_or("invalid_code")?;
    let grant = accounts.refresh.get_mut(token).filter(|grant| grant.client == client);
    let grant = grant.filter(|grant| place::knows(parameters, &grant.location)).ok_or("invalid_code")?;
    grant.minted.retain(|at| *at > now - WINDOW && *at <= now);
    if grant.minted.len() >= TOKENS {
        if limited {
            return Err(THROTTLED);
        }
        grant.minted.remove(0);
    }
    grant.minted.push(now);
    let (email, scopes) = (grant.email.clone(), grant.scopes.clone());
    let location = place::given(accounts, parameters);
    Ok(issue(accounts, Some(token.to_owned()), email, scopes, location, now))
}
