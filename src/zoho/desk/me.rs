//! Who is signed in to Desk.

use serde::Deserialize;

use super::{Desk, agent::WireAgent};
use crate::{
    model::{Me, Organization},
    zoho::{Error, Service, transport::Call, wire::Text},
};

/// The `rolePermissionType` of who may set up everything (`GET /agents`).
const ADMINISTRATOR: &str = "Admin";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    #[serde(flatten)]
    agent: WireAgent,
    #[serde(default)]
    time_zone: Text,
    #[serde(default)]
    lang_code: Text,
    #[serde(default)]
    role_permission_type: Text,
}

impl Desk {
    /// The agent who is signed in (`GET /myinfo`), and the name of the portal they work in.
    pub async fn me(&self) -> Result<Me, Error> {
        let call = Call::desk(&["myinfo"]);
        let (me, portals) = tokio::join!(self.transport.send(&call), self.organizations());
        let me = me?.record::<Wire>()?;
        let garbled = || Error::Garbled { service: Service::Desk, why: "it names no agent".into() };
        Ok(Me {
            agent: me.agent.into_model().ok_or_else(garbled)?,
            language: me.lang_code.some(),
            time_zone: me.time_zone.some(),
            administrator: me.role_permission_type.some().map(|kind| kind == ADMINISTRATOR),
            portal: self.portal(&portals?).map(|portal| portal.name.clone()).unwrap_or_default(),
        })
    }

    /// The portal of the profile, or the default one, or the only one.
    fn portal<'a>(&self, portals: &'a [Organization]) -> Option<&'a Organization> {
        match self.transport.org() {
            Some(org) => portals.iter().find(|portal| portal.id == *org),
            None => portals.iter().find(|portal| portal.default).or_else(|| portals.first()),
        }
    }
}
