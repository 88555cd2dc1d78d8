//! Teams: under `teams` and `members`, never `data` (sheet §6).

use serde_json::{Value, json};

use super::agents;
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Team;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/teams", READ, &[], all),
    Route::get("/departments/{department}/teams", READ, &[], of_department),
    Route::get("/agents/{agent}/teams", READ, &[], of_agent),
    Route::get("/teams/{team}/members", READ, &["include"], members),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];

/// What a member shows (OAS Team).
const MEMBER: &[&str] =
    &["id", "firstName", "lastName", "emailId", "photoURL", "roleId", "profileId", "zuid", "profile", "role"];

fn row(team: &Team) -> Value {
    json!({
        "id": team.id, "name": team.name, "description": null, "departmentId": team.department, "logoUrl": null,
        "agents": team.members, "derivedAgents": team.members, "roles": [], "rolesWithSubordinates": [], "subTeams": [],
    })
}

fn rows(world: &World, of: impl Fn(&Team) -> bool) -> Served {
    let teams: Vec<Value> = world.desk.settings.teams.iter().filter(|team| of(team)).map(row).collect();
    found(json!({"teams": teams}))
}

fn all(world: &mut World, _: &Call) -> Served {
    rows(world, |_| true)
}

fn of_department(world: &mut World, call: &Call) -> Served {
    let id: Id = call.id("department")?;
    rows(world, |team| team.department == id)
}

fn of_agent(world: &mut World, call: &Call) -> Served {
    let id: Id = call.id("agent")?;
    rows(world, |team| team.members.contains(&id))
}

fn members(world: &mut World, call: &Call) -> Served {
    let id: Id = call.id("team")?;
    let include = call.query.include(&["profile", "role"])?;
    let team = world.desk.settings.teams.iter().find(|team| team.id == id).ok_or_else(Refusal::not_found)?;
    let agents = team.members.iter().filter_map(|id| world.desk.agent(*id));
    let rows: Vec<Value> = agents
        .map(|agent| {
            let mut row = agents::row(world, call, agent, &include);
            if let Some(row) = row.as_object_mut() {
                row.retain(|key, _| MEMBER.contains(&key.as_str()));
            }
            row
        })
        .collect();
    found(json!({"members": rows}))
}
