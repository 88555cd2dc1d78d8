//! The first line on stdout: where the sandbox is and how to sign in.

use serde::{Deserialize, Serialize};

use super::super::world::World;

/// An agent who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelloAgent {
    /// Their address.
    pub email: String,
    /// Their refresh token; a sandbox's token opens nothing real.
    pub refresh_token: String,
    /// Whether their profile lets them create tickets.
    pub may_create_tickets: bool,
    /// The name of their profile in Desk; empty for somebody who has no place there.
    #[serde(default)]
    pub profile: String,
    /// Whether their profile lets them put tickets into the recycle bin.
    #[serde(default)]
    pub may_delete_tickets: bool,
    /// Whether they administrate Desk; everything is allowed to them.
    #[serde(default)]
    pub administrator: bool,
}

/// What the sandbox says first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// Where it is, for all three services.
    pub base_url: String,
    /// The registered client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// The refresh token of the first agent.
    pub refresh_token: String,
    /// Desk's organization.
    pub org_id: String,
    /// Everybody who can sign in, the first agent first.
    pub agents: Vec<HelloAgent>,
}

impl Hello {
    /// What a world has to say; `None` when nobody can sign in.
    pub fn of(world: &World, base_url: &str) -> Option<Self> {
        let client = world.accounts.clients.first()?;
        let desk = &world.desk;
        let mut agents: Vec<HelloAgent> = Vec::new();
        let signed = desk.settings.agents.iter().map(|agent| agent.email.to_lowercase());
        let others = world.accounts.people.keys().cloned();
        for email in signed.chain(others) {
            if agents.iter().any(|agent| agent.email == email) {
                continue;
            }
            let Some(person) = world.accounts.people.get(&email) else { continue };
            let tokens = &world.accounts.refresh;
            // Somebody may have agreed to less since: the widest grant is the one to announce.
            let own = tokens.iter().rev().filter(|(_, token)| token.email == email);
            let Some((token, _)) = own.max_by_key(|(_, token)| token.scopes.len()) else { continue };
            let may = |action| person.agent.is_some_and(|id| desk.allows(id, "tickets", action));
            let agent = person.agent.and_then(|id| desk.agent(id));
            let profile = agent.and_then(|agent| desk.profile(agent.profile));
            agents.push(HelloAgent {
                email,
                refresh_token: token.clone(),
                may_create_tickets: may("create"),
                profile: profile.map(|profile| profile.name.clone()).unwrap_or_default(),
                may_delete_tickets: may("delete"),
                administrator: agent.is_some_and(|agent| agent.role_permission == "Admin"),
            });
        }
        Some(Self {
            base_url: base_url.to_owned(),
            client_id: client.id.clone(),
            client_secret: client.secret.clone(),
            refresh_token: agents.first()?.refresh_token.clone(),
            org_id: desk.settings.organizations.first().map(|org| org.id.to_string()).unwrap_or_default(),
            agents,
        })
    }
}
