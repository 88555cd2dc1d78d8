//! Which Accounts serves which data centre, by Zoho's own word (desk.md §1).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Accounts, answer::object};
use crate::zoho::{Error, Service};

#[derive(Deserialize)]
struct Info {
    #[serde(default)]
    locations: BTreeMap<String, String>,
}

impl Accounts {
    /// The address of Accounts in another data centre, if this one knows it. `place` is its code, such as `eu`.
    pub async fn elsewhere(&self, place: &str) -> Result<Option<String>, Error> {
        let service = Service::Accounts;
        let url = self.http.url(service, &["oauth", "serverinfo"]);
        let request = self.http.client()?.get(url).timeout(self.http.settings().total);
        let (status, body) = self.answered(request, "GET", "oauth/serverinfo").await?;
        if status != 200 {
            return Ok(None);
        }
        let info: Info = object(&body)?;
        Ok(info.locations.into_iter().find(|(code, _)| code.eq_ignore_ascii_case(place)).map(|(_, url)| url))
    }
}
