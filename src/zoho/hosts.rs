//! Where the three services are: by data centre, or as the profile says. Nothing else in the client knows a host.

use std::{fmt, net::IpAddr, str::FromStr};

use reqwest::Url;

use super::Error;

/// A data centre of Zoho. Sign-ins, tokens and portals live in exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DataCentre {
    /// United States.
    Us,
    /// Europe.
    Eu,
    /// India.
    In,
    /// Australia.
    Au,
    /// Japan.
    Jp,
    /// Canada.
    Ca,
    /// Saudi Arabia.
    Sa,
    /// China.
    Cn,
    /// United Kingdom. Bigin does not list it and Desk's host there is inferred: give `[hosts]` if they differ.
    Uk,
}

/// Code as people write it, and the hosts of Accounts, Bigin and Desk (desk.md §1, bigin.md §1).
const TABLE: [(DataCentre, &str, [&str; 3]); 9] = [
    (DataCentre::Us, "us", ["accounts.zoho.com", "www.zohoapis.com", "desk.zoho.com"]),
    (DataCentre::Eu, "eu", ["accounts.zoho.eu", "www.zohoapis.eu", "desk.zoho.eu"]),
    (DataCentre::In, "in", ["accounts.zoho.in", "www.zohoapis.in", "desk.zoho.in"]),
    (DataCentre::Au, "au", ["accounts.zoho.com.au", "www.zohoapis.com.au", "desk.zoho.com.au"]),
    (DataCentre::Jp, "jp", ["accounts.zoho.jp", "www.zohoapis.jp", "desk.zoho.jp"]),
    (DataCentre::Ca, "ca", ["accounts.zohocloud.ca", "www.zohoapis.ca", "desk.zohocloud.ca"]),
    (DataCentre::Sa, "sa", ["accounts.zoho.sa", "www.zohoapis.sa", "desk.zoho.sa"]),
    (DataCentre::Cn, "cn", ["accounts.zoho.com.cn", "www.zohoapis.com.cn", "desk.zoho.com.cn"]),
    (DataCentre::Uk, "uk", ["accounts.zoho.uk", "www.zohoapis.uk", "desk.zoho.uk"]),
];

impl DataCentre {
    /// All of them, in the order in which people are asked.
    pub const ALL: [Self; 9] =
        [Self::Us, Self::Eu, Self::In, Self::Au, Self::Jp, Self::Ca, Self::Sa, Self::Cn, Self::Uk];

    fn row(self) -> &'static (Self, &'static str, [&'static str; 3]) {
        TABLE
            .iter()
            .find(|(centre, ..)| *centre == self)
            .expect("every data centre has its row: a test counts them")
    }
}

impl fmt::Display for DataCentre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().1)
    }
}

impl FromStr for DataCentre {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let found = TABLE.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(code.trim()));
        found.map(|(centre, ..)| *centre).ok_or_else(|| {
            let known = TABLE.map(|(_, code, _)| code).join(", ");
            Error::NoCentre { name: code.into(), known }
        })
    }
}

/// The base addresses of the three services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosts {
    /// Zoho Accounts: tokens.
    pub accounts: Url,
    /// Bigin's API gateway, without `/bigin/v2`.
    pub bigin: Url,
    /// Desk, without `/api/v1`. Never built from a token answer's `api_domain`, which is the gateway (desk.md §1).
    pub desk: Url,
}

impl Hosts {
    /// The hosts of a data centre.
    pub fn of(centre: DataCentre) -> Self {
        let [accounts, bigin, desk] = centre.row().2.map(|host| {
            Url::parse(&format!("https://{host}/")).expect("a host of the table makes a good address")
        });
        Self { accounts, bigin, desk }
    }

    /// From the profile's `[hosts]`. Plain `http` is taken for loopback addresses only.
    pub fn parse(accounts: &str, bigin: &str, desk: &str) -> Result<Self, Error> {
        let hosts = Self {
            accounts: address("hosts.accounts", accounts)?,
            bigin: address("hosts.bigin", bigin)?,
            desk: address("hosts.desk", desk)?,
        };
        hosts.check()?;
        Ok(hosts)
    }

    /// All three on one address, as the sandbox has them.
    pub fn single(base: &str) -> Result<Self, Error> {
        Self::parse(base, base, base)
    }

    /// Refuses what would send a token in the clear or into the blue.
    pub(super) fn check(&self) -> Result<(), Error> {
        for (name, url) in
            [("hosts.accounts", &self.accounts), ("hosts.bigin", &self.bigin), ("hosts.desk", &self.desk)]
        {
            let refuse =
                |why: &str| Err(Error::Host { name: name.into(), url: bare(url), why: why.to_owned() });
            match url.scheme() {
                "https" => {}
                "http" if is_loopback(url) => {}
                "http" => return refuse("plain http would show the token to the network; use https"),
                _ => return refuse("only https is understood"),
            }
            if !url.username().is_empty() || url.password().is_some() {
                return refuse("a name or password has no place in it");
            }
        }
        Ok(())
    }

    /// Whether every service answers on this machine without TLS: then neither proxies nor roots are wanted.
    pub(super) fn all_plain(&self) -> bool {
        [&self.accounts, &self.bigin, &self.desk].iter().all(|url| url.scheme() == "http")
    }

    /// Whether the token may be sent there: same scheme, host and port as one of the two APIs.
    pub(super) fn own(&self, url: &Url) -> bool {
        [&self.bigin, &self.desk].iter().any(|own| own.origin() == url.origin())
    }
}

fn address(name: &str, text: &str) -> Result<Url, Error> {
    Url::parse(text.trim()).ok().filter(Url::has_host).ok_or_else(|| Error::Host {
        name: name.into(),
        url: without_user(text).chars().filter(|c| !c.is_control()).take(80).collect(),
        why: "it is no address such as https://desk.zoho.eu".into(),
    })
}

/// What stands behind the last `@`: a password may stand before it.
fn without_user(text: &str) -> &str {
    text.rsplit_once('@').map_or(text, |(_, rest)| rest)
}

fn bare(url: &Url) -> String {
    format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default())
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_centre_reads_back_and_has_three_https_hosts() {
        for (centre, code, _) in TABLE {
            assert_eq!(code.to_uppercase().parse::<DataCentre>().unwrap(), centre);
            assert_eq!(centre.to_string(), code);
            Hosts::of(centre).check().unwrap();
        }
        assert_eq!(Hosts::of(DataCentre::Ca).desk.as_str(), "https://desk.zohocloud.ca/");
        assert!("mars".parse::<DataCentre>().unwrap_err().to_string().contains("us, eu"));
    }

    #[test]
    fn plain_http_is_for_loopback_only() {
        for good in ["http://127.0.0.1:8080", "http://[::1]:1", "http://localhost:9", "https://desk.example"]
        {
            Hosts::single(good).unwrap_or_else(|e| panic!("{good}: {e}"));
        }
        for bad in
            ["http://desk.zoho.com", "http://127.0.0.1.evil.test", "http://10.0.0.1", "ftp://x.y", "desk", ""]
        {
            assert!(Hosts::single(bad).is_err(), "{bad}");
        }
        let error = Hosts::single("https://me:hunter2@desk.example").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }

    #[test]
    fn the_token_goes_to_the_same_origin_only() {
        let hosts = Hosts::of(DataCentre::Eu);
        assert!(hosts.own(&Url::parse("https://desk.zoho.eu/api/v1/x").unwrap()));
        for foreign in
            ["http://desk.zoho.eu/x", "https://desk.zoho.eu:8443/x", "https://desk.zoho.eu.evil.test/x"]
        {
            assert!(!hosts.own(&Url::parse(foreign).unwrap()), "{foreign}");
        }
    }
}
