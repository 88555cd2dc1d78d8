//! Who calls, and what their token lets them do.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use jiff::Timestamp;

use super::super::accounts::place;
use super::super::server::Shared;
use super::super::world::Id;
use super::{Service, query};

/// Who calls. Handlers take it as an argument; the gate has made sure that it is there.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Their address, lower case.
    pub email: Arc<str>,
    /// Their id in Accounts.
    pub zuid: u64,
    /// Their user in Bigin.
    pub user: Option<Id>,
    /// Their agent in Desk.
    pub agent: Option<Id>,
    /// What the token lets them do.
    pub scopes: Arc<[String]>,
    /// When the token dies.
    pub until: Timestamp,
}

impl Caller {
    /// Whether the token has a scope; `X.ALL` has every `X.READ`, `WRITE` means create and update, and a noun has
    /// what is below it (`modules.READ` has `modules.contacts.READ`).
    pub fn may(&self, scope: &str) -> bool {
        let Some((noun, verb)) = scope.rsplit_once('.') else { return false };
        self.scopes.iter().any(|granted| match granted.rsplit_once('.') {
            Some((granted, _)) if !covers(granted, noun) => false,
            Some((_, all)) if all.eq_ignore_ascii_case("ALL") => true,
            Some((_, write)) if write.eq_ignore_ascii_case("WRITE") => {
                ["WRITE", "CREATE", "UPDATE"].iter().any(|wide| wide.eq_ignore_ascii_case(verb))
            }
            Some((_, granted)) => granted.eq_ignore_ascii_case(verb),
            None => false,
        })
    }
}

/// Whether a granted noun is the wanted one, or above it.
fn covers(granted: &str, wanted: &str) -> bool {
    let Some(head) = wanted.get(..granted.len()) else { return false };
    head.eq_ignore_ascii_case(granted) && matches!(wanted.as_bytes().get(granted.len()), None | Some(b'.'))
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    /// The caller that the gate identified; behind no gate, nobody with no scope.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_else(|| Self {
            email: "".into(),
            zuid: 0,
            user: None,
            agent: None,
            scopes: Arc::new([]),
            until: Timestamp::MIN,
        }))
    }
}

/// Why a caller is a stranger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// No token, an unknown one, or one that has expired.
    Token,
    /// The token is of another organization.
    Organization,
    /// The token is good, but the person has no place in this service.
    NoPlace,
}

/// Finds out who calls.
pub fn identify(shared: &Shared, service: Service, request: &Request) -> Result<Caller, Stranger> {
    let token = token(request).ok_or(Stranger::Token)?;
    let world = shared.world();
    // Whether a token lives is for Accounts to say, whatever the clock of the service shows.
    let now = shared.clocks.accounts.now();
    let access = world.accounts.access.get(token).ok_or(Stranger::Token)?;
    if access.expires <= now || !place::opens(&world.accounts, access, request.headers()) {
        return Err(Stranger::Token);
    }
    let person = world.accounts.people.get(&access.email).ok_or(Stranger::Token)?;
    if service == Service::Desk {
        let active = person.agent.and_then(|id| world.desk.agent(id)).is_some_and(|agent| agent.active);
        if !active {
            return Err(Stranger::NoPlace);
        }
        let asked = organization(request);
        let known =
            |asked: &str| world.desk.settings.organizations.iter().any(|own| own.id.to_string() == asked);
        if asked.is_some_and(|asked| !known(&asked)) {
            return Err(Stranger::Organization);
        }
    } else {
        let active = person.user.and_then(|id| world.bigin.user(id)).is_some_and(|user| user.active);
        if !active {
            return Err(Stranger::NoPlace);
        }
    }
    Ok(Caller {
        email: person.email.as_str().into(),
        zuid: person.zuid,
        user: person.user,
        agent: person.agent,
        scopes: access.scopes.clone().into(),
        until: access.expires,
    })
}

/// The token of `Zoho-oauthtoken …` or `Bearer …`.
pub fn token(request: &Request) -> Option<&str> {
    let header = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (kind, token) = header.trim().split_once(' ')?;
    let known = kind.eq_ignore_ascii_case("Zoho-oauthtoken") || kind.eq_ignore_ascii_case("Bearer");
    known.then(|| token.trim())
}

/// `orgId` of the header or the query, when the caller names one.
fn organization(request: &Request) -> Option<String> {
    if let Some(header) = request.headers().get("orgId").and_then(|value| value.to_str().ok()) {
        // An empty one comes from clients whose variable is not set: they name none.
        return Some(header.trim().to_owned()).filter(|id| !id.is_empty());
    }
    let mut pairs = query::pairs(request.uri().query()?);
    pairs.find(|(key, value)| key == "orgId" && !value.trim().is_empty()).map(|(_, id)| id.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(scopes: &[&str]) -> Caller {
        let scopes: Vec<String> = scopes.iter().map(|&scope| scope.to_owned()).collect();
        Caller {
            email: "".into(),
            zuid: 0,
            user: None,
            agent: None,
            scopes: scopes.into(),
            until: Timestamp::MIN,
        }
    }

    #[test]
    fn all_and_write_cover_more_than_their_own_name() {
        let caller = with(&["ZohoBigin.modules.contacts.ALL", "Desk.tickets.WRITE"]);
        assert!(caller.may("ZohoBigin.modules.contacts.DELETE"));
        assert!(caller.may("Desk.tickets.UPDATE"));
        assert!(!caller.may("Desk.tickets.DELETE"));
        assert!(!caller.may("ZohoBigin.modules.accounts.READ"));
        assert!(with(&["ZohoBigin.modules.READ"]).may("ZohoBigin.modules.accounts.READ"));
        assert!(!with(&["ZohoBigin.modules.READ"]).may("ZohoBigin.modulesx.READ"));
        assert!(!with(&["ZohoBigin.modules.contacts.ALL"]).may("ZohoBigin.modules.READ"));
    }
}
