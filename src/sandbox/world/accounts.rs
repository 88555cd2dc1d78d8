//! Who may sign in: clients, people, refresh tokens, codes, access tokens.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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

/// A grant that lives until it is revoked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refresh {
    /// The client it was given to.
    pub client: String,
    /// Whose it is: [`Person::email`].
    pub email: String,
    /// Scopes, as granted.
    pub scopes: Vec<String>,
    /// When access tokens were made from it in the last ten minutes, sandbox time.
    pub minted: Vec<Timestamp>,
}

/// A code that waits to be exchanged.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// The client it was given to.
    pub client: String,
    /// Who agreed: [`Person::email`].
    pub email: String,
    /// Scopes that were agreed to.
    pub scopes: Vec<String>,
    /// Must be repeated in the exchange when it was given.
    pub redirect: Option<String>,
    /// Whether a refresh token comes with it.
    pub offline: bool,
    /// When it dies.
    pub expires: Timestamp,
}

/// An access token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Access {
    /// The refresh token it was made from, if any.
    pub refresh: Option<String>,
    /// Whose it is: [`Person::email`].
    pub email: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// When it dies, sandbox time.
    pub expires: Timestamp,
    /// When it was made.
    pub made: Timestamp,
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

    /// Adds a person, with a refresh token of the first client for every scope; gives the token.
    pub fn welcome(&mut self, person: Person) -> String {
        let client = match self.clients.first() {
            Some(client) => client.id.clone(),
            None => self.register().id,
        };
        let token = self.secret();
        let grant = Refresh {
            client,
            email: person.email.to_lowercase(),
            scopes: EVERYTHING.iter().map(|&s| s.to_owned()).collect(),
            minted: Vec::new(),
        };
        self.refresh.insert(token.clone(), grant);
        self.people.insert(person.email.to_lowercase(), person);
        token
    }
}

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
    "Desk.products.ALL",
    "ZohoBigin.modules.ALL",
    "ZohoBigin.settings.ALL",
    "ZohoBigin.users.ALL",
    "ZohoBigin.org.ALL",
    "ZohoBigin.bulk.ALL",
    "ZohoBigin.notifications.ALL",
    "ZohoBigin.coql.READ",
    "ZohoSearch.securesearch.READ",
];
