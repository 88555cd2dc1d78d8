//! The connection pool, built when it is first wanted: reading the root certificates takes 10 to 20 ms.

use std::{
    error::Error as _,
    sync::{Arc, OnceLock},
    time::Duration,
};

use reqwest::{Client, Url};

use crate::zoho::{Error, Hosts, Service, Settings, crypto::install_crypto, error::quoted};

/// A connection that was idle this long is not used again.
const IDLE: Duration = Duration::from_secs(30);

/// Hosts, patience, and the pool. Cheap to clone.
#[derive(Clone, Debug)]
pub(in crate::zoho) struct Http(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    hosts: Hosts,
    settings: Settings,
    pool: OnceLock<Client>,
    fresh: OnceLock<Client>,
}

impl Http {
    pub(in crate::zoho) fn new(hosts: Hosts, settings: Settings) -> Result<Self, Error> {
        hosts.check()?;
        Ok(Self(Arc::new(Parts { hosts, settings, pool: OnceLock::new(), fresh: OnceLock::new() })))
    }

    pub(in crate::zoho) fn hosts(&self) -> &Hosts {
        &self.0.hosts
    }

    pub(in crate::zoho) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// For questions: connections are kept and used again.
    pub(in crate::zoho) fn client(&self) -> Result<&Client, Error> {
        self.built(&self.0.pool, usize::MAX)
    }

    /// For changes: each has its own connection. One that was kept may have died unnoticed (a laptop that slept), and
    /// then nobody could say whether the change arrived; one that cannot be opened certainly carried nothing.
    pub(in crate::zoho) fn fresh(&self) -> Result<&Client, Error> {
        self.built(&self.0.fresh, 0)
    }

    fn built<'a>(&'a self, slot: &'a OnceLock<Client>, kept: usize) -> Result<&'a Client, Error> {
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let built = self.build(kept).map_err(|error| Error::Client { why: why(&error) })?;
        Ok(slot.get_or_init(|| built))
    }

    fn build(&self, kept: usize) -> Result<Client, reqwest::Error> {
        install_crypto();
        let mut builder = Client::builder()
            .user_agent(&self.0.settings.user_agent)
            .connect_timeout(self.0.settings.connect)
            .pool_max_idle_per_host(kept)
            .pool_idle_timeout(IDLE)
            // Nobody is followed anywhere with a token in hand; downloads look where they go themselves.
            .redirect(reqwest::redirect::Policy::none());
        #[cfg(target_os = "linux")]
        {
            // A kept connection that died while the machine slept is found out sooner than by the whole time-out.
            builder = builder.tcp_user_timeout(self.0.settings.connect * 2);
        }
        if self.0.hosts.all_plain() {
            // A sandbox on this machine: no proxy stands between, and a machine without root certificates will do.
            builder = builder.no_proxy().tls_certs_only([]);
        }
        builder.build()
    }

    /// The address of these segments below a service's base.
    pub(in crate::zoho) fn url(&self, service: Service, segments: &[&str]) -> Url {
        let hosts = &self.0.hosts;
        let mut url = match service {
            Service::Accounts => hosts.accounts.clone(),
            Service::Bigin => hosts.bigin.clone(),
            Service::Desk => hosts.desk.clone(),
        };
        url.set_query(None);
        url.set_fragment(None);
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        url
    }
}

/// What the network said, without the address (which may hold a secret): the innermost cause says most.
pub(in crate::zoho) fn why(error: &reqwest::Error) -> String {
    let mut words = "no further word".to_owned();
    let mut cause = error.source();
    while let Some(inner) = cause {
        words = inner.to_string();
        cause = inner.source();
    }
    quoted(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_cannot_lead_elsewhere() {
        let http =
            Http::new(Hosts::single("http://127.0.0.1:1/base/").unwrap(), Settings::default()).unwrap();
        let url = http.url(Service::Desk, &["api", "v1", "tickets", "../../x?y=1#z", ".."]);
        assert_eq!(url.as_str(), "http://127.0.0.1:1/base/api/v1/tickets/..%2F..%2Fx%3Fy=1%23z");
    }
}
