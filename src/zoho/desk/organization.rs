//! The portals of the signed-in user.

use serde::Deserialize;

use super::Desk;
use crate::{
    model::{OrgId, Organization},
    zoho::{
        Error,
        transport::Call,
        wire::{Flag, Text},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Wire {
    id: Text,
    company_name: Text,
    portal_name: Text,
    is_default: Flag,
}

impl Desk {
    /// The portals this user can work in (`GET /organizations`).
    pub async fn organizations(&self) -> Result<Vec<Organization>, Error> {
        let rows = self.rows::<Wire>(&Call::desk(&["organizations"])).await?;
        let portal = |wire: Wire| {
            Some(Organization {
                id: OrgId::new(wire.id.some()?),
                name: wire.company_name.some().or_else(|| wire.portal_name.some()).unwrap_or_default(),
                default: wire.is_default.yes(),
            })
        };
        Ok(rows.into_iter().filter_map(portal).collect())
    }
}
