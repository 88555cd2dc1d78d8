//! Contacts and accounts of Desk, to find the twin of a Bigin record. The search is loose, lags behind writes, and reads
//! `,` and `*` in its own way, so every hit is compared again here.

use std::collections::HashSet;

use serde::Deserialize;

use super::{Desk, agent::full_name};
use crate::{
    model::{AccountId, DeskCompany, DeskContactId, DeskPerson},
    zoho::{
        Error,
        transport::Call,
        wire::{Maybe, Text},
    },
};

/// So many hits are looked through.
const HITS: usize = 100;

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Person {
    id: Text,
    first_name: Text,
    last_name: Text,
    email: Text,
    secondary_email: Text,
    account_id: Text,
    account: Maybe<Company>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Company {
    id: Text,
    account_name: Text,
    website: Text,
}

impl Desk {
    /// The contacts with exactly this e-mail, first or second, without regard to case.
    pub async fn contacts_by_email(&self, email: &str) -> Result<Vec<DeskPerson>, Error> {
        let email = email.trim();
        if email.len() < 3 || email.contains(['*', ',']) {
            return Ok(Vec::new());
        }
        let call = Call::desk(&["contacts", "search"]).with("email", email);
        let rows = self.rows::<Person>(&call.with("from", 0).with("limit", HITS)).await?;
        let same = |found: &Option<String>| {
            found.as_deref().is_some_and(|found| found.trim().eq_ignore_ascii_case(email))
        };
        let people = rows.into_iter().filter_map(Person::into_model);
        Ok(people.filter(|person| same(&person.email) || same(&person.secondary_email)).collect())
    }

    /// The accounts with exactly this name, without regard to case and blanks around it.
    pub async fn accounts_by_name(&self, name: &str) -> Result<Vec<DeskCompany>, Error> {
        let wanted = name.trim().to_lowercase();
        let Some(term) = term(name) else { return Ok(Vec::new()) };
        let found = self.accounts("accountName", &term).await?;
        Ok(found.into_iter().filter(|company| company.name.trim().to_lowercase() == wanted).collect())
    }

    /// The accounts whose website is at this domain, with or without `www.`. Desk cannot be asked for websites: it is
    /// asked for the domain anywhere and for accounts named like its first label, and the websites are compared here.
    pub async fn accounts_by_domain(&self, domain: &str) -> Result<Vec<DeskCompany>, Error> {
        let Some(wanted) = host(domain) else { return Ok(Vec::new()) };
        let label =
            wanted.split('.').next().filter(|label| label.len() >= 3).map(|label| format!("{label}*"));
        let (anywhere, named) = tokio::join!(self.accounts("_all", &wanted), async {
            match &label {
                Some(label) => self.accounts("accountName", label).await,
                None => Ok(Vec::new()),
            }
        });
        let mut seen = HashSet::new();
        let at = |company: &DeskCompany| company.website.as_deref().and_then(host).as_ref() == Some(&wanted);
        let found = anywhere?.into_iter().chain(named?);
        Ok(found.filter(|company| at(company) && seen.insert(company.id.clone())).collect())
    }

    async fn accounts(&self, param: &'static str, term: &str) -> Result<Vec<DeskCompany>, Error> {
        let call = Call::desk(&["accounts", "search"]).with(param, term).with("from", 0).with("limit", HITS);
        Ok(self.rows::<Company>(&call).await?.into_iter().filter_map(Company::into_model).collect())
    }
}

/// What to search for to find a name: itself, or its start where it holds what the search takes for *or* and *any*.
/// None when too little is left (Desk wants three characters).
fn term(name: &str) -> Option<String> {
    let name = name.trim();
    let start = name.split([',', '*', '$', '{', '}', ':']).next().unwrap_or_default().trim_end();
    let term = if start.len() == name.len() { name.to_owned() } else { format!("{start}*") };
    (start.chars().count() >= 3).then_some(term)
}

/// The host of a website or domain as people type it, lower case, without `www.`; none when there is no dot in it.
fn host(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.');
    host.contains('.').then(|| host.to_owned())
}

impl Person {
    fn into_model(self) -> Option<DeskPerson> {
        let account = self.account.0.unwrap_or_default();
        let account_name = account.account_name.or_empty();
        Some(DeskPerson {
            id: DeskContactId::new(self.id.some()?),
            name: full_name(self.first_name, self.last_name),
            email: self.email.some(),
            secondary_email: self.secondary_email.some(),
            account: self.account_id.some().or_else(|| account.id.some()).map(AccountId::new),
            account_name,
        })
    }
}

impl Company {
    fn into_model(self) -> Option<DeskCompany> {
        Some(DeskCompany {
            id: AccountId::new(self.id.some()?),
            name: self.account_name.or_empty(),
            website: self.website.some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn websites_are_compared_by_host() {
        for text in
            ["https://www.Zylker.com/about?x", "zylker.com", "WWW.zylker.com.", "http://me@zylker.com:8080"]
        {
            assert_eq!(host(text).as_deref(), Some("zylker.com"), "{text}");
        }
        assert_eq!(host("padaria"), None);
    }

    #[test]
    fn names_with_the_searchs_own_signs_are_searched_by_their_start() {
        assert_eq!(term("Padaria Sol").as_deref(), Some("Padaria Sol"));
        assert_eq!(term("Silva, Souza & Cia").as_deref(), Some("Silva*"));
        assert_eq!(term("A, B"), None);
        assert_eq!(term("São").as_deref(), Some("São"));
    }
}
