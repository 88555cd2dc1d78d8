//! Departments.

use serde::Deserialize;

use super::Desk;
use crate::{
    model::{Department, DepartmentId},
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
    name: Text,
    is_enabled: Flag,
}

impl Desk {
    /// All departments of the portal that this agent can see, disabled ones included.
    pub async fn departments(&self) -> Result<Vec<Department>, Error> {
        let rows = self.whole::<Wire>(&Call::desk(&["departments"]), 200).await?;
        let department = |wire: Wire| {
            Some(Department {
                id: DepartmentId::new(wire.id.some()?),
                name: wire.name.or_empty(),
                enabled: wire.is_enabled.0.unwrap_or(true),
            })
        };
        Ok(rows.into_iter().filter_map(department).collect())
    }
}
