//! Departments.

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Agent, Department};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/departments", READ, &["from", "limit", "isEnabled", "chatStatus", "searchStr"], all),
    Route::get("/departments/count", READ, &[], count),
    Route::get("/departmentsByIds", READ, &["departmentIds"], by_ids),
    Route::get("/departments/{department}", READ, &[], one),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];

fn row(department: &Department) -> Value {
    let simple = department.name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    json!({
        "id": department.id,
        "name": department.name,
        "sanitizedName": simple,
        "nameInCustomerPortal": department.name,
        "description": department.description,
        "isEnabled": department.enabled,
        "isDefault": department.default,
        "isVisibleInCustomerPortal": department.visible,
        "isAssignToTeamEnabled": true,
        "hasLogo": false,
        "chatStatus": "NOT_CREATED",
        "creatorId": department.creator,
        "createdTime": wire::time(department.created),
    })
}

/// The departments inside a row of agents.
pub fn brief(world: &World, agent: &Agent) -> Value {
    let known = agent.departments.iter().filter_map(|id| world.desk.department(*id)).map(row);
    known.map(|d| json!({"id": d["id"], "name": d["name"], "sanitizedName": d["sanitizedName"]})).collect()
}

/// The departments inside an agent, whole.
pub fn of_agent(world: &World, agent: &Agent) -> Value {
    let known = agent.departments.iter().filter_map(|id| world.desk.department(*id));
    known
        .map(|department| {
            let mut shown = row(department);
            shown["associatedAgentIds"] = json!(agents_of(world, department.id));
            shown["sanitizedDeptHash"] = Value::Null;
            shown["chatStatusId"] = json!("0");
            shown["status"] = json!(if department.enabled { "1" } else { "0" });
            shown["modifiedTime"] = shown["createdTime"].clone();
            shown
        })
        .collect()
}

fn agents_of(world: &World, department: Id) -> Vec<Id> {
    let agents = world.desk.settings.agents.iter().filter(|agent| agent.departments.contains(&department));
    agents.map(|agent| agent.id).collect()
}

fn all(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list_from(&call.query, 0, 200, 10)?;
    let enabled = call.query.flag("isEnabled")?;
    let chat = call.query.word("chatStatus", &["AVAILABLE", "DISABLED", "NOT_CREATED", "${UNAVAILABLE}"])?;
    let text = call.query.text("searchStr").map(|text| text.trim_end_matches('*').to_lowercase());
    let departments = world.desk.settings.departments.iter().filter(|department| {
        enabled.is_none_or(|enabled| enabled == department.enabled)
            && chat.is_none_or(|status| matches!(status, "NOT_CREATED" | "${UNAVAILABLE}"))
            && text.as_deref().is_none_or(|text| department.name.to_lowercase().contains(text))
    });
    list(page.cut(departments.map(row)))
}

fn count(world: &mut World, _: &Call) -> Served {
    found(json!({"count": world.desk.settings.departments.len().to_string()}))
}

fn by_ids(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentIds")?;
    let ids = call.query_ids("departmentIds")?;
    list(world.desk.settings.departments.iter().filter(|d| ids.contains(&d.id)).map(row).collect())
}

fn one(world: &mut World, call: &Call) -> Served {
    let id = call.id("department")?;
    let department = world.desk.department(id).ok_or_else(Refusal::not_found)?;
    let mut record = row(department);
    record["associatedAgentIds"] = json!(agents_of(world, id));
    found(record)
}
