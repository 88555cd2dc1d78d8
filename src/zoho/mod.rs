//! The outside world over HTTP: one transport, Zoho Accounts, Bigin v2, Desk v1, a file a resource. Wire formats stay in
//! here and model types come out. No cache, no rules of the counter: whoever asks twice is asked of the service twice.

mod accounts;
mod bigin;
mod crypto;
mod desk;
mod error;
mod hosts;
mod page;
/// Records as they stand on the wire, for the integration.
pub mod records;
mod settings;
mod transport;
mod wire;

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

pub use accounts::{Accounts, Asked, Brought, Consent, Device, Grant, SignIn};
pub use bigin::{AT_ONCE, Bigin, Record, User};
pub use crypto::install_crypto;
pub use desk::{Desk, Keys, NewComment, Reply, Sort, TicketList, Unsigned, read_mentions, write_mentions};
pub use error::{Error, Kind, Service};
pub use hosts::{DataCentre, Hosts};
pub use page::{ChangedAt, Page, PageAt, RowAt};
pub use settings::Settings;
pub use transport::{Credits, TRACE};

use crate::model::OrgId;
use accounts::Tokens;
use transport::{Http, Transport};

/// Zoho, as one agent is signed in to it. Cheap to clone; all clones share connections, token and limits.
#[derive(Clone, Debug)]
pub struct Zoho {
    /// Contacts, companies, pipelines.
    pub bigin: Bigin,
    /// Tickets.
    pub desk: Desk,
    /// Tokens.
    pub accounts: Accounts,
    transport: Transport,
}

impl Zoho {
    /// Gets ready; nothing is read or sent before the first call. `org` is Desk's portal: needed only by agents of
    /// several, since the token is bound to one.
    pub fn connect(
        hosts: Hosts,
        sign_in: SignIn,
        org: Option<OrgId>,
        settings: Settings,
    ) -> Result<Self, Error> {
        let http = Http::new(hosts, settings)?;
        let accounts = Accounts::over(http.clone());
        let transport = Transport::new(http, Tokens::new(sign_in, accounts.clone()), org);
        let (bigin, desk) = (Bigin::over(transport.clone()), Desk::over(transport.clone()));
        Ok(Self { bigin, desk, accounts, transport })
    }

    /// Shares the access token with other processes of the same person through this file (mode 0600, refused when
    /// laxer): Zoho gives only 10 in 10 minutes. Its folder must exist.
    pub fn with_token_cache(self, path: impl Into<PathBuf>) -> Result<Self, Error> {
        self.transport.tokens().share(path.into())?;
        Ok(self)
    }

    /// Lets the next call ask for a token again, although Zoho refused one a moment ago: for a person who tries again.
    pub fn insist(&self) {
        self.transport.tokens().insist();
    }

    /// How far Zoho's clock is ahead of this machine's (negative: behind), as far as its answers told; zero when they are
    /// less than 2 s apart.
    pub fn skew(&self) -> SignedDuration {
        self.transport.skew()
    }

    /// A local time by Zoho's clock: what due times are compared with.
    pub fn time(&self, here: Timestamp) -> Timestamp {
        here.saturating_add(self.skew()).unwrap_or(here)
    }

    /// The day's API credits, as far as answers told.
    pub fn credits(&self) -> Credits {
        self.transport.credits()
    }
}
