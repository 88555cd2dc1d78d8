//! Mentions: `zsu[@user:<zuid>]zsu`, `zsu[@team:<id>_<name>]zsu`, `zsu[@ticket:<id>]zsu` (sheet §13).

use serde_json::{Value, json};

use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::id::Id;

/// The mentions of a text, in its order. `offSet` is where one begins and `length` where it ends, both in
/// characters and strings, as in the service's own samples.
pub fn of(world: &World, call: &Call, content: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = content[from..].find("zsu[@") {
        let begin = from + at;
        let Some(close) = content[begin..].find("]zsu") else { break };
        let end = begin + close + "]zsu".len();
        let inner = &content[begin + "zsu[@".len()..end - "]zsu".len()];
        if let Some(mut mention) = mention(world, call, inner) {
            let characters = |bytes: usize| content[..bytes].chars().count();
            mention["offSet"] = json!(characters(begin).to_string());
            mention["length"] = json!(characters(end).saturating_sub(1).to_string());
            found.push(mention);
        }
        from = end;
    }
    found
}

fn mention(world: &World, call: &Call, inner: &str) -> Option<Value> {
    let (kind, rest) = inner.split_once(':')?;
    match kind {
        "user" => {
            let agent = world.desk.settings.agents.iter().find(|agent| agent.zuid.to_string() == rest)?;
            Some(json!({
                "type": "AGENT", "id": agent.id, "zuid": agent.zuid.to_string(), "name": agent.name(),
                "firstName": agent.first_name, "lastName": agent.last_name, "email": agent.email,
                "photoURL": wire::agent_photo(world, call, agent.id),
            }))
        }
        "team" => {
            let id: Id = rest.split('_').next()?.parse().ok()?;
            let team = world.desk.settings.teams.iter().find(|team| team.id == id)?;
            Some(json!({"type": "TEAM", "id": team.id, "name": team.name}))
        }
        "ticket" => {
            let ticket = world.desk.tickets.get(rest.parse().ok()?)?;
            Some(json!({
                "type": "TICKET", "id": ticket.id, "entityNumber": ticket.number.to_string(),
                "departmentId": ticket.department, "name": ticket.subject,
            }))
        }
        _ => None,
    }
}
