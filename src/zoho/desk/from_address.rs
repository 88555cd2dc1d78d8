//! Addresses that mail may be sent from.

use serde::Deserialize;

use super::Desk;
use crate::{
    model::{DepartmentId, FromAddress},
    zoho::{
        Error,
        transport::Call,
        wire::{Flag, Text},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Wire {
    address: Text,
    display_name: Text,
    department_id: Text,
    is_active: Flag,
    is_verified: Flag,
}

impl Desk {
    /// The department's mail reply addresses that are active and verified (`GET /mailReplyAddress`): what a reply's
    /// `from` must be one of.
    pub async fn from_addresses(&self, department: &DepartmentId) -> Result<Vec<FromAddress>, Error> {
        let call = Call::desk(&["mailReplyAddress"]).with("departmentId", department);
        let rows = self.whole::<Wire>(&call, 50).await?;
        let usable = |wire: &Wire| wire.is_active.0 != Some(false) && wire.is_verified.0 != Some(false);
        let from = |wire: Wire| {
            Some(FromAddress {
                email: wire.address.some()?,
                name: wire.display_name.or_empty(),
                department: wire.department_id.some().map_or_else(|| department.clone(), DepartmentId::new),
            })
        };
        Ok(rows.into_iter().filter(usable).filter_map(from).collect())
    }
}
