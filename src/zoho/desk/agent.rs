//! Agents. Their mail field is `emailId`; unconfirmed ones have no `zuid` (desk.md §6).

use serde::Deserialize;

use super::Desk;
use crate::{
    model::{Agent, AgentId, AgentRef, DepartmentId},
    zoho::{
        Error,
        transport::Call,
        wire::{List, Text},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WireAgent {
    pub id: Text,
    name: Text,
    first_name: Text,
    last_name: Text,
    email_id: Text,
    email: Text,
    zuid: Text,
    status: Text,
    associated_department_ids: List<Text>,
}

impl WireAgent {
    pub(super) fn into_model(self) -> Option<Agent> {
        Some(Agent {
            id: AgentId::new(self.id.some()?),
            name: self.name.some().unwrap_or_else(|| full_name(self.first_name, self.last_name)),
            email: self.email_id.some().or_else(|| self.email.some()).unwrap_or_default(),
            zuid: self.zuid.some(),
            active: self.status.0.is_none_or(|status| status.eq_ignore_ascii_case("ACTIVE")),
            departments: self
                .associated_department_ids
                .0
                .into_iter()
                .filter_map(|id| id.some().map(DepartmentId::new))
                .collect(),
        })
    }

    /// As tickets name them.
    pub(super) fn into_ref(self) -> Option<AgentRef> {
        self.into_model().map(|agent| AgentRef { id: agent.id, name: agent.name })
    }
}

/// First and last name with one blank between, or whichever of the two there is.
pub(super) fn full_name(first: Text, last: Text) -> String {
    let parts: Vec<_> = [first.some(), last.some()].into_iter().flatten().collect();
    parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(" ")
}

impl Desk {
    /// All agents of the portal, disabled ones included: old messages name them.
    pub async fn agents(&self) -> Result<Vec<Agent>, Error> {
        let rows = self.whole::<WireAgent>(&Call::desk(&["agents"]), 200).await?;
        Ok(rows.into_iter().filter_map(WireAgent::into_model).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_an_agent_of_either_spelling() {
        let listed = r#"{"id":"7","name":"Rui Sá","emailId":"rui@x.example","zuid":115,"status":"ACTIVE","associatedDepartmentIds":["1",2]}"#;
        let agent = serde_json::from_str::<WireAgent>(listed).unwrap().into_model().unwrap();
        assert_eq!((agent.zuid.as_deref(), agent.email.as_str()), (Some("115"), "rui@x.example"));
        assert_eq!(agent.departments, [DepartmentId::new("1"), DepartmentId::new("2")]);
        let inside = r#"{"id":7,"firstName":"","lastName":"Sá","email":"rui@x.example","zuid":null}"#;
        let agent = serde_json::from_str::<WireAgent>(inside).unwrap().into_model().unwrap();
        assert_eq!((agent.name.as_str(), agent.zuid, agent.active), ("Sá", None, true));
    }
}
