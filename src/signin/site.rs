//! Where one signs in: a data centre, or hosts of one's own.

use crate::config::HostNames;
use crate::zoho::{Accounts, DataCentre, Error, Hosts, Settings};

/// Where one signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// As the profile will name it.
    pub names: HostNames,
    /// The addresses.
    pub hosts: Hosts,
}

impl Site {
    /// The place of a profile. Plain `http` is taken for loopback addresses only.
    pub fn of(names: HostNames) -> Result<Self, Error> {
        let hosts = match &names {
            HostNames::Centre(code) => Hosts::of(code.parse::<DataCentre>()?),
            HostNames::Single { accounts, bigin, desk } => Hosts::parse(accounts, bigin, desk)?,
        };
        Ok(Self { names, hosts })
    }

    /// All three services on one address.
    pub fn single(base: &str) -> Result<Self, Error> {
        let base = base.trim().trim_end_matches('/').to_owned();
        Self::of(HostNames::Single { accounts: base.clone(), bigin: base.clone(), desk: base })
    }

    /// Accounts of this place.
    pub fn accounts(&self) -> Result<Accounts, Error> {
        Accounts::new(self.hosts.clone(), Settings::default())
    }

    /// Whether this is the data centre of that name. Hosts of one's own have no name: they are asked where it is.
    pub fn is(&self, place: &str) -> bool {
        matches!(&self.names, HostNames::Centre(code) if code.eq_ignore_ascii_case(place))
    }

    /// The same program for people of another data centre; none when nobody knows where that is. Hosts of one's own lead
    /// to hosts of the other place only when all three are one.
    pub async fn elsewhere(&self, place: &str) -> Result<Option<Self>, Error> {
        match &self.names {
            HostNames::Centre(_) => match place.parse::<DataCentre>() {
                Ok(centre) => Self::of(HostNames::Centre(centre.to_string())).map(Some),
                Err(_) => Ok(None),
            },
            HostNames::Single { accounts, bigin, desk } if accounts == bigin && bigin == desk => {
                let there = self.accounts()?.elsewhere(place).await?;
                there.map(|base| Self::single(&base)).transpose()
            }
            HostNames::Single { .. } => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn people_of_another_centre_are_met_there() {
        let us = Site::of(HostNames::Centre("us".into())).unwrap();
        let eu = us.elsewhere("EU").await.unwrap().unwrap();
        assert_eq!(eu.names, HostNames::Centre("eu".into()));
        assert_eq!(eu.hosts.accounts.as_str(), "https://accounts.zoho.eu/");
        assert_eq!(us.elsewhere("mars").await.unwrap(), None);
    }
}
