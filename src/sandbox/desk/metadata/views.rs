//! `/views`: named filters.

use serde_json::json;

use super::fields::MODULES;
use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::get("/views", &["Desk.settings.READ|Desk.basic.READ"], &["module", "departmentId"], views)];

fn views(world: &mut World, call: &Call) -> Served {
    call.query.required("module")?;
    let noun = call.query.word("module", MODULES)?;
    let department = call.query_id("departmentId")?;
    let views = world.desk.settings.views.iter().filter(|view| {
        Some(view.noun.as_str()) == noun
            && (department.is_none() || view.department.is_none() || view.department == department)
    });
    list(
        views
            .map(|view| {
                let name = view.name.to_lowercase().replace(' ', "_");
                json!({"id": view.id, "name": view.name, "viewName": name, "isCustomView": false})
            })
            .collect(),
    )
}
