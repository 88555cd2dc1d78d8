//! `/organizationFields`: picklists are objects, the statuses with their type (sheet §7).

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Field;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/organizationFields", &["Desk.settings.READ"], &["module", "departmentId"], all),
    Route::get("/organizationFields/{field}", &["Desk.settings.READ|Desk.basic.READ"], &[], one),
    Route::get("/fields", &["Desk.settings.READ"], &["module", "departmentId", "apiNames"], all),
    Route::get("/ticketStatuses", &["Desk.settings.READ|Desk.basic.READ"], &["departmentId"], statuses),
];

/// The modules that have fields; those the sandbox has none of answer 204.
pub const MODULES: &[&str] =
    &["tickets", "contacts", "accounts", "tasks", "calls", "events", "contracts", "products", "timeEntry"];

/// What a field says of itself wherever it stands.
pub fn common(field: &Field) -> Value {
    json!({
        "id": field.id,
        "apiName": field.api_name,
        "displayLabel": field.label,
        "i18NLabel": field.label,
        "name": field.api_name,
        "type": field.kind,
        "maxLength": field.max_length,
        "isCustomField": field.custom,
        "isMandatory": field.mandatory,
        "isEncryptedField": false,
        "isTrackLastActivityTime": false,
    })
}

fn row(world: &World, field: &Field) -> Value {
    let mut row = common(field);
    if field.noun == "tickets" && field.api_name == "status" {
        let statuses = world.desk.settings.statuses.iter();
        let values: Vec<Value> =
            statuses.map(|status| json!({"value": status.name, "statusType": status.kind.text()})).collect();
        row["allowedValues"] = Value::Array(values);
    } else if !field.allowed.is_empty() {
        row["allowedValues"] = field.allowed.iter().map(|value| json!({"value": value})).collect();
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

fn all(world: &mut World, call: &Call) -> Served {
    call.query.required("module")?;
    let module = call.query.word("module", MODULES)?;
    let names = call.query.list("apiNames");
    let fields = world.desk.settings.fields.iter().filter(|field| {
        Some(field.noun.as_str()) == module && (names.is_empty() || names.contains(&field.api_name.as_str()))
    });
    list(fields.map(|field| row(world, field)).collect())
}

fn one(world: &mut World, call: &Call) -> Served {
    let id = call.id("field")?;
    let field =
        world.desk.settings.fields.iter().find(|field| field.id == id).ok_or_else(Refusal::not_found)?;
    found(row(world, field))
}

/// Undocumented, but clients use it (sheet §7).
fn statuses(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    let statuses = world.desk.settings.statuses.iter().enumerate();
    list(
        statuses
            .map(|(place, status)| {
                json!({
                    "id": (place + 1).to_string(), "name": status.name, "value": status.name,
                    "statusType": status.kind.text(), "displayOrder": place + 1,
                })
            })
            .collect(),
    )
}
