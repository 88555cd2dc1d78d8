//! Channels.

use serde::Deserialize;

use super::Desk;
use crate::{
    model::Channel,
    zoho::{Error, transport::Call, wire::Text},
};

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wire {
    code: Text,
    name: Text,
}

impl Desk {
    /// The channels of the portal (`GET /channels`).
    pub async fn channels(&self) -> Result<Vec<Channel>, Error> {
        let rows = self.rows::<Wire>(&Call::desk(&["channels"])).await?;
        let channel = |wire: Wire| {
            let name = wire.name.some()?;
            Some(Channel { code: wire.code.some().unwrap_or_else(|| name.to_uppercase()), name })
        };
        Ok(rows.into_iter().filter_map(channel).collect())
    }
}
