//! Who may sign in: clients, people, refresh tokens, codes, access tokens.

/// What Accounts gives out.
mod grant;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use grant::{Access, Device, Grant, Refresh, Said};

use super::id::{Id, mix};

/// A registered client of the API console.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Client {
    /// `1000.XXXX…`
    pub id: String,
    /// Its secret.
    pub secret: String,
    /// Registered redirect addresses; empty = any (a self client).
    pub redirects: Vec<String>,
}

/// A person who signs in once for all services.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// The Accounts user id; what a mention names.
    pub zuid: u64,
    /// Their address; the key of this table, lower case.
    pub email: String,
    /// Their user in Bigin, if any.
    pub user: Option<Id>,
    /// Their agent in Desk, if any.
    pub agent: Option<Id>,
}

/// Behaviours of Accounts that can be chosen; the control plane turns them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// Ten access tokens in ten minutes for each refresh token, ten codes in ten minutes and five refresh tokens a
    /// minute, then `Access Denied` (Desk sheet §2.8; off, since many clients share one announced token here).
    pub token_limit: bool,
    /// Scripts get the consent page too; off, only browsers do, and scripts are agreed with at once.
    pub always_ask: bool,
    /// A device may ask every second; off, every half minute.
    pub quick_devices: bool,
    /// People belong to the data centre `eu`, which is this sandbox under the name `localhost`; off, to `us`.
    pub other_dc: bool,
}

/// Zoho Accounts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Accounts {
    /// The registered clients; the first is the one that the sandbox announces.
    pub clients: Vec<Client>,
    /// People by e-mail address, lower case.
    pub people: BTreeMap<String, Person>,
    /// Refresh tokens.
    pub refresh: BTreeMap<String, Refresh>,
    /// Codes.
    pub codes: BTreeMap<String, Grant>,
    /// Access tokens.
    pub access: BTreeMap<String, Access>,
    /// When codes were made in the last ten minutes, by client and person.
    #[serde(default)]
    pub coded: BTreeMap<String, Vec<Timestamp>>,
    /// Devices that wait, by device code.
    #[serde(default)]
    pub devices: BTreeMap<String, Device>,
    /// Behaviours that can be chosen.
    #[serde(default)]
    pub switches: Switches,
    /// How many secrets were made; each is told by the seed and its number.
    pub made: u64,
    /// Where secrets come from.
    pub seed: u64,
    /// Whether something changed that is not on disk.
    #[serde(skip)]
    pub dirty: bool,
}

impl Accounts {
    /// An office without clients and people.
    pub fn new(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// A new token, `1000.<32 hex>.<32 hex>`.
    pub fn secret(&mut self) -> String {
        let n = self.made * 4;
        self.made += 1;
        self.dirty = true;
        let hex = |k: u64| format!("{:016x}", mix(self.seed ^ 0xACC0_0075, n + k));
        format!("1000.{}{}.{}{}", hex(0), hex(1), hex(2), hex(3))
    }

    /// Registers a client.
    pub fn register(&mut self) -> Client {
        let secret = self.secret();
        let (head, tail) = secret.split_at(37);
        let client = Client {
            id: head.to_uppercase(),
            secret: tail.trim_start_matches('.').to_owned(),
            redirects: Vec::new(),
        };
        self.clients.push(client.clone());
        client
    }

    /// Counts a code of a person and client; whether it is one of the ten of ten minutes, when limits in time are on
    /// (Desk sheet §2.8).
    pub fn may_code(&mut self, client: &str, email: &str, now: Timestamp) -> bool {
        if !self.switches.token_limit {
            return true;
        }
        let made = self.coded.entry(format!("{client} {email}")).or_default();
        made.retain(|at| *at > now - CODES_WINDOW && *at <= now);
        let may = made.len() < CODES;
        if may {
            made.push(now);
            self.dirty = true;
        }
        may
    }

    /// Adds a person, with a refresh token of the first client for every scope; gives the token.
    pub fn welcome(&mut self, person: Person) -> String {
        let client = match self.clients.first() {
            Some(client) => client.id.clone(),
            None => self.register().id,
        };
        let number = self.made;
        let token = self.secret();
        let grant = Refresh {
            client,
            email: person.email.to_lowercase(),
            scopes: EVERYTHING.iter().map(|&s| s.to_owned()).collect(),
            minted: Vec::new(),
            number,
            given: None,
            location: String::new(),
        };
        self.refresh.insert(token.clone(), grant);
        self.people.insert(person.email.to_lowercase(), person);
        token
    }

    /// Gives a refresh token for what a code grants. A person has at most twenty of a client: one more deletes the
    /// oldest and its access tokens, without a word (Desk sheet §2.8). Announced tokens are left out of this: whoever
    /// signs in as the announced person would take them from everybody else.
    pub fn grant(&mut self, grant: &Grant, now: Timestamp) -> String {
        let number = self.made;
        let token = self.secret();
        let refresh = Refresh {
            client: grant.client.clone(),
            email: grant.email.clone(),
            scopes: grant.scopes.clone(),
            minted: vec![now],
            number,
            given: Some(now),
            location: grant.location.clone(),
        };
        self.refresh.insert(token.clone(), refresh);
        let own = |other: &Refresh| {
            other.given.is_some() && other.client == grant.client && other.email == grant.email
        };
        while self.refresh.values().filter(|&other| own(other)).count() > REFRESH_TOKENS {
            let all = self.refresh.iter().filter(|(_, other)| own(other));
            let Some(oldest) = all.min_by_key(|(_, other)| other.number).map(|(token, _)| token.clone())
            else {
                break;
            };
            self.revoke(&oldest);
        }
        token
    }

    /// Takes a refresh token back with its access tokens, or one access token; whether there was such a token.
    pub fn revoke(&mut self, token: &str) -> bool {
        let known = if self.refresh.remove(token).is_some() {
            self.access.retain(|_, access| access.refresh.as_deref() != Some(token));
            true
        } else {
            self.access.remove(token).is_some()
        };
        self.dirty |= known;
        known
    }
}

/// How many codes a person and client get …
const CODES: usize = 10;
/// … in this time.
const CODES_WINDOW: SignedDuration = SignedDuration::from_mins(10);
/// How many refresh tokens a person has of a client.
const REFRESH_TOKENS: usize = 20;

/// The scopes of the refresh tokens that the sandbox announces.
pub const EVERYTHING: &[&str] = &[
    "Desk.tickets.ALL",
    "Desk.contacts.READ",
    "Desk.contacts.CREATE",
    "Desk.contacts.UPDATE",
    "Desk.contacts.WRITE",
    "Desk.contacts.DELETE",
    "Desk.search.READ",
    "Desk.basic.READ",
    "Desk.basic.CREATE",
    "Desk.settings.ALL",
    "Desk.events.ALL",
    "Desk.tasks.ALL",
    "Desk.calls.ALL",
    "Desk.activities.ALL",
    "Desk.products.ALL",
    "Desk.webhooks.ALL",
    "ZohoBigin.modules.ALL",
    "ZohoBigin.settings.ALL",
    "ZohoBigin.users.ALL",
    "ZohoBigin.org.ALL",
    "ZohoBigin.bulk.ALL",
    "ZohoBigin.notifications.ALL",
    "ZohoBigin.coql.READ",
    "ZohoSearch.securesearch.READ",
];
