//! Layouts, and `/myForm`: the layout as the caller's profile sees it. Picklists are plain strings here, and the
//! status says which of its values a customer's answer reopens (sheet §7).

use serde_json::{Value, json};

use super::fields::{self, MODULES};
use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Field, Layout};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/layouts", &["Desk.basic.READ"], &["module", "departmentId", "id"], all),
    Route::get("/layouts/{layout}", &["Desk.basic.READ"], &[], one),
    Route::get("/myForm", &["Desk.basic.READ"], &["layoutId"], form),
];

fn module(noun: &str) -> String {
    match noun {
        "tickets" => "Cases".to_owned(),
        other => {
            let mut letters = other.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    }
}

fn head(world: &World, layout: &Layout) -> Value {
    let department = layout.department.and_then(|id| world.desk.department(id));
    let department = department.or_else(|| world.desk.settings.departments.first());
    let made = department.map(|department| wire::time(department.created));
    let maker = department.map(|department| department.creator);
    let mut head = json!({
        "id": layout.id,
        "layoutName": layout.name,
        "layoutDisplayName": layout.name,
        "layoutDesc": null,
        "module": module(&layout.noun),
        "isDefaultLayout": layout.default,
        "isStandardLayout": layout.default,
        "status": "active",
        "hasLogo": false,
        "photoURL": null,
        "skipDeptAccessValidation": false,
        "createdBy": maker,
        "createdTime": made,
        "modifiedBy": maker,
        "modifiedTime": made,
    });
    if let Some(department) = layout.department {
        head["departmentId"] = json!(department);
    }
    head
}

fn profiles(world: &World) -> Value {
    let profiles = world.desk.settings.profiles.iter();
    profiles
        .map(|p| {
            let kind = if p.default { "Standard" } else { "Custom" };
            json!({"id": p.id, "profileName": p.name, "isDefault": p.default, "type": kind})
        })
        .collect()
}

fn field(world: &World, field: &Field, read_only: Option<bool>) -> Value {
    let status = field.noun == "tickets" && field.api_name == "status";
    let mut row = fields::common(field);
    row["isSystemMandatory"] = json!(field.mandatory && !field.custom);
    row["isRemovable"] = json!(field.custom);
    if let Some(read_only) = read_only {
        row["isReadOnly"] = json!(read_only);
    }
    let statuses = &world.desk.settings.statuses;
    let values: Vec<&str> = if status {
        statuses.iter().map(|status| &*status.name).collect()
    } else {
        field.allowed.iter().map(String::as_str).collect()
    };
    if status {
        let reopening: Vec<&str> =
            statuses.iter().filter(|status| status.reopens).map(|status| &*status.name).collect();
        row["restoreOnReplyValues"] = json!(reopening);
    }
    if !values.is_empty() {
        row["defaultValue"] = if status { json!(values.first()) } else { Value::Null };
        row["allowedValues"] = json!(values);
        row["sortBy"] = json!("userDefined");
        row["isNested"] = json!(false);
    }
    match field.kind.as_str() {
        "Decimal" | "Percent" => row["decimalPlaces"] = json!(2),
        "Currency" => {
            row["decimalPlaces"] = json!(2);
            row["roundingOption"] = json!("normal");
            row["roundingPrecision"] = json!(0);
        }
        "Boolean" | "Checkbox" => row["defaultValue"] = json!("false"),
        _ => {}
    }
    row
}

/// The sections; for a form, without what the profile does not see.
fn sections(world: &World, layout: &Layout, profile: Option<Id>, may_edit: bool) -> Value {
    let find = |name: &String| {
        let mut fields = world.desk.settings.fields.iter();
        fields.find(|field| field.noun == layout.noun && field.api_name == *name)
    };
    let sections = layout.sections.iter().enumerate().map(|(n, section)| {
        let seen = section
            .fields
            .iter()
            .filter_map(find)
            .filter(|field| profile.is_none_or(|profile| !field.hidden_from.contains(&profile)));
        let rows: Vec<Value> = seen.map(|one| field(world, one, profile.map(|_| !may_edit))).collect();
        json!({"id": (n + 1).to_string(), "name": section.name, "isCustomSection": false, "fields": rows})
    });
    sections.collect()
}

fn all(world: &mut World, call: &Call) -> Served {
    call.query.required("module")?;
    let noun = call.query.word("module", MODULES)?;
    let (department, id) = (call.query_id("departmentId")?, call.query_id("id")?);
    let layouts = world.desk.settings.layouts.iter().filter(|layout| {
        Some(layout.noun.as_str()) == noun
            && id.is_none_or(|id| id == layout.id)
            && (department.is_none() || layout.department.is_none() || layout.department == department)
    });
    list(
        layouts
            .map(|layout| {
                let mut row = head(world, layout);
                row["layoutProfiles"] = profiles(world);
                row
            })
            .collect(),
    )
}

fn find(world: &World, id: Id) -> Result<&Layout, Refusal> {
    world.desk.settings.layouts.iter().find(|layout| layout.id == id).ok_or_else(Refusal::not_found)
}

fn one(world: &mut World, call: &Call) -> Served {
    let layout = find(world, call.id("layout")?)?;
    let mut record = head(world, layout);
    record["sections"] = sections(world, layout, None, true);
    found(record)
}

fn form(world: &mut World, call: &Call) -> Served {
    call.query.required("layoutId")?;
    let layout = find(world, call.query_id("layoutId")?.unwrap_or_default())?;
    let profile = world.desk.agent(call.agent).map(|agent| agent.profile);
    let may_edit = world.desk.allows(call.agent, &layout.noun, "edit")
        || world.desk.allows(call.agent, &layout.noun, "create");
    let mut record = head(world, layout);
    record["sections"] = sections(world, layout, profile, may_edit);
    found(record)
}
