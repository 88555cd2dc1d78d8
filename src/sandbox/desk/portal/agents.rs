//! Agents. Their address is `emailId`; `zuid` is what a mention needs (sheet §6).

use serde_json::{Value, json};

use super::{departments, profiles};
use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Agent;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/agents", READ, LIST, all),
    Route::get("/agents/count", READ, &["status", "isConfirmed", "includeLightAgent"], count),
    Route::get("/agentsByIds", READ, &["agentIds"], by_ids),
    Route::get("/agents/{agent}", READ, &["include"], one),
    Route::get("/departments/{department}/agents", READ, OF_DEPARTMENT, of_department),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];
const LIST: &[&str] = &[
    "from",
    "limit",
    "status",
    "isConfirmed",
    "rolePermissionType",
    "roleIds",
    "profileIds",
    "departmentIds",
    "departmentId",
    "searchStr",
    "include",
    "fieldName",
    "sortOrder",
];
const OF_DEPARTMENT: &[&str] =
    &["from", "limit", "status", "isConfirmed", "isLightAgent", "searchStr", "fieldName", "sortOrder"];
/// What an agent may come with.
pub const INCLUDE: &[&str] =
    &["profile", "role", "associatedDepartments", "associatedChatDepartments", "verifiedEmails"];

/// An agent, with what `include` asks for.
pub fn row(world: &World, call: &Call, agent: &Agent, include: &[&str]) -> Value {
    let zuid = agent.confirmed.then(|| agent.zuid.to_string());
    let mut row = json!({
        "id": agent.id,
        "name": agent.name(),
        "firstName": agent.first_name,
        "lastName": agent.last_name,
        "emailId": agent.email,
        "zuid": zuid,
        "phone": agent.phone.as_deref().unwrap_or(""),
        "mobile": agent.mobile.as_deref().unwrap_or(""),
        "extn": "",
        "photoURL": wire::agent_photo(world, call, agent.id),
        "status": if agent.active { "ACTIVE" } else { "DISABLED" },
        "isConfirmed": agent.confirmed,
        "roleId": agent.role,
        "profileId": agent.profile,
        "rolePermissionType": agent.role_permission,
        "associatedDepartmentIds": agent.departments,
        "associatedChatDepartmentIds": [],
        "channelExpert": [],
        "aboutInfo": agent.about,
        "langCode": agent.lang,
        "countryCode": agent.country,
        "timeZone": agent.time_zone,
        "isZiaAgent": false,
    });
    for word in include {
        match *word {
            "profile" => row["profile"] = profiles::brief(world, agent.profile),
            "role" => row["role"] = profiles::role(world, agent.role),
            "associatedDepartments" => row["associatedDepartments"] = departments::brief(world, agent),
            "associatedChatDepartments" => row["associatedChatDepartments"] = json!([]),
            "verifiedEmails" => row["verifiedEmails"] = json!([agent.email]),
            _ => {}
        }
    }
    row
}

/// An agent that stands alone: what is included is whole, but for the caller's `own` departments.
pub fn alone(world: &World, call: &Call, agent: &Agent, include: &[&str], own: bool) -> Value {
    let mut row = row(world, call, agent, include);
    for word in include {
        match *word {
            "profile" => row["profile"] = profiles::inside(world, agent.profile),
            "role" => row["role"] = profiles::role_inside(world, agent.role),
            "associatedDepartments" if !own => {
                row["associatedDepartments"] = departments::of_agent(world, agent);
            }
            _ => {}
        }
    }
    row
}

/// Whether an agent passes the filters that all agent lists share.
fn passes(call: &Call, agent: &Agent) -> Result<bool, Refusal> {
    let query = &call.query;
    let status = query.word("status", &["ACTIVE", "DISABLED"])?;
    let confirmed = query.flag("isConfirmed")?;
    let light = query.flag("isLightAgent")?;
    let (roles, profiles) = (call.query_ids("roleIds")?, call.query_ids("profileIds")?);
    let mut departments = call.query_ids("departmentIds")?;
    departments.extend(call.query_ids("departmentId")?);
    let text = query.text("searchStr").map(|text| text.trim_end_matches('*').to_lowercase());
    let found = |text: String| {
        agent.name().to_lowercase().contains(&text) || agent.email.to_lowercase().contains(&text)
    };
    Ok(status.is_none_or(|status| (status == "ACTIVE") == agent.active)
        && confirmed.is_none_or(|confirmed| confirmed == agent.confirmed)
        && light.is_none_or(|light| light == agent.light)
        && query.text("rolePermissionType").is_none_or(|kind| kind == agent.role_permission)
        && (roles.is_empty() || roles.contains(&agent.role))
        && (profiles.is_empty() || profiles.contains(&agent.profile))
        && (departments.is_empty() || departments.iter().any(|id| agent.departments.contains(id)))
        && text.is_none_or(found))
}

fn passing<'w>(
    world: &'w World,
    call: &Call,
    of: impl Fn(&Agent) -> bool,
) -> Result<Vec<&'w Agent>, Refusal> {
    let mut agents = Vec::new();
    for agent in world.desk.settings.agents.iter().filter(|agent| of(agent)) {
        if passes(call, agent)? {
            agents.push(agent);
        }
    }
    if let Some(field) = call.query.word("fieldName", &["firstName", "lastName", "emailId", "name"])? {
        agents.sort_by_key(|agent| match field {
            "firstName" => agent.first_name.to_lowercase(),
            "lastName" => agent.last_name.to_lowercase(),
            "emailId" => agent.email.to_lowercase(),
            _ => agent.name().to_lowercase(),
        });
    }
    if call.query.word("sortOrder", &["asc", "desc"])? == Some("desc") {
        agents.reverse();
    }
    Ok(agents)
}

fn all(world: &mut World, call: &Call) -> Served {
    // The spec's smallest page is 10; smaller ones are taken, as nobody saw one refused.
    let page = paging::of_list(&call.query, 200, 10)?;
    let include = call.query.include(&["profile", "role"])?;
    let agents = passing(world, call, |_| true)?;
    list(page.cut(agents.into_iter().map(|agent| row(world, call, agent, &include))))
}

fn of_department(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 200, 10)?;
    let id: Id = call.id("department")?;
    world.desk.department(id).ok_or_else(Refusal::not_found)?;
    let agents = passing(world, call, |agent| agent.departments.contains(&id))?;
    list(page.cut(agents.into_iter().map(|agent| row(world, call, agent, &[]))))
}

fn count(world: &mut World, call: &Call) -> Served {
    let lights = call.query.flag("includeLightAgent")?.unwrap_or(false);
    let agents = passing(world, call, |agent| lights || !agent.light)?;
    found(json!({"count": agents.len().to_string()}))
}

fn by_ids(world: &mut World, call: &Call) -> Served {
    call.query.required("agentIds")?;
    let ids = call.query_ids("agentIds")?;
    let agents = world.desk.settings.agents.iter().filter(|agent| ids.contains(&agent.id));
    list(
        agents
            .map(|agent| {
                let mut row = row(world, call, agent, &[]);
                if let Some(row) = row.as_object_mut() {
                    for key in ["name", "langCode", "countryCode", "timeZone", "associatedChatDepartmentIds"]
                    {
                        row.remove(key);
                    }
                }
                row
            })
            .collect(),
    )
}

fn one(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(INCLUDE)?;
    let agent = world.desk.agent(call.id("agent")?).ok_or_else(Refusal::not_found)?;
    found(alone(world, call, agent, &include, false))
}
