//! Profiles with their permissions, and roles.

use serde_json::{Value, json};

use super::permissions;
use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::paging;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Profile, Role};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/profiles", READ, &["default", "visible", "searchStr"], all),
    Route::get("/profiles/{profile}", READ, &[], one),
    Route::get("/roles", READ, &["from", "limit", "isDefault", "isVisible", "searchStr"], roles),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];

/// The kind of a profile, told by its name: Desk brings the first three.
fn kind(profile: &Profile) -> &'static str {
    match profile.name.as_str() {
        "Administrator" | "Support Administrator" => "Administrator",
        name if name.contains("Light") => "Light",
        _ if profile.default => "Standard",
        _ => "Custom",
    }
}

/// A profile as it stands alone.
pub fn row(profile: &Profile) -> Value {
    json!({
        "id": profile.id,
        "name": profile.name,
        "description": profile.description,
        "default": profile.default,
        "isVisible": true,
        "type": kind(profile),
        "permissions": permissions::of(profile, kind(profile) == "Administrator"),
    })
}

/// A profile inside a row of agents.
pub fn brief(world: &World, id: Id) -> Value {
    world.desk.profile(id).map_or(Value::Null, |profile| json!({"id": profile.id, "name": profile.name}))
}

/// A role inside a row of agents.
pub fn role(world: &World, id: Id) -> Value {
    let role = world.desk.settings.roles.iter().find(|role| role.id == id);
    role.map_or(Value::Null, |role| json!({"id": role.id, "name": role.name}))
}

/// A profile inside an agent that stands alone: other names than where it stands alone itself (OAS Agent).
pub fn inside(world: &World, id: Id) -> Value {
    world.desk.profile(id).map_or(Value::Null, |profile| {
        let kind = kind(profile);
        json!({
            "id": profile.id, "name": profile.name, "profileDesc": profile.description, "type": match kind {
                "Administrator" => "ADMIN",
                "Light" => "LIGHT",
                "Standard" => "STANDARD",
                _ => "CUSTOM",
            },
            "adminProfile": kind == "Administrator", "lightAgentProfile": kind == "Light",
            "defaultProfile": profile.default, "portalProfile": false, "visible": true, "category": false,
            "allowedPermissions": [], "allowedPermissionNames": [], "prohibitedPermisisons": [],
            "prohibitedPermissionNames": [], "allowedTabs": [], "visibleTabs": [], "invisibleTabs": [],
            "createdBy": null, "createdTime": null, "modifiedBy": null, "modifiedTime": null,
        })
    })
}

/// A role inside an agent that stands alone.
pub fn role_inside(world: &World, id: Id) -> Value {
    let mut role = whole_roles(world).find(|(role, _)| role.id == id).map_or(Value::Null, |(_, shown)| shown);
    if role.is_object() {
        role["adminRole"] = json!(role["reportsTo"].is_null());
        role["encId"] = Value::Null;
    }
    role
}

fn all(world: &mut World, call: &Call) -> Served {
    let default = call.query.flag("default")?;
    let profiles = world.desk.settings.profiles.iter();
    list(
        profiles
            .filter(|profile| default.is_none_or(|default| default == profile.default))
            .map(row)
            .collect(),
    )
}

fn one(world: &mut World, call: &Call) -> Served {
    let profile = world.desk.profile(call.id("profile")?).ok_or_else(Refusal::not_found)?;
    found(row(profile))
}

fn roles(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 500, 15)?;
    let default = call.query.flag("isDefault")?;
    let roles = whole_roles(world).filter(|(role, _)| default.is_none_or(|want| want == role.default));
    list(page.cut(roles.map(|(_, shown)| shown)))
}

fn whole_roles(world: &World) -> impl Iterator<Item = (&Role, Value)> {
    let roles = &world.desk.settings.roles;
    // The first role is the top of the house: all others report to it.
    let top = roles.first().map(|role| role.id);
    let below: Vec<Id> = roles.iter().skip(1).map(|role| role.id).collect();
    roles.iter().map(move |role| {
        let is_top = Some(role.id) == top;
        let shown = json!({
            "id": role.id, "name": role.name, "description": role.description, "isDefault": role.default,
            "isVisible": true, "shareDataWithPeers": false, "reportsTo": top.filter(|_| !is_top),
            "immediateSubRoles": if is_top { below.clone() } else { Vec::new() },
        });
        (role, shown)
    })
}
