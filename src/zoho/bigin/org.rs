//! The organisation that Bigin belongs to.

use serde::Deserialize;

use super::Bigin;
use crate::zoho::{
    Error,
    transport::Call,
    wire::{List, Text},
};

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    org: List<Wire>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wire {
    iso_code: Text,
}

impl Bigin {
    /// The currency of all amounts by its ISO 4217 code (`GET /org`); none when Bigin does not say. Scope
    /// `ZohoBigin.org.READ`.
    pub async fn currency(&self) -> Result<Option<String>, Error> {
        let answer = self.transport.send(&Call::bigin(&["org"])).await?.record::<Answer>()?;
        Ok(answer.org.0.into_iter().find_map(|org| org.iso_code.some()))
    }
}
