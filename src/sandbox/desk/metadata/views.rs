//! `/views`: named filters.

use serde_json::json;

use super::fields::MODULES;
use crate::sandbox::desk::answer::{Refusal, Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::View;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::get("/views", &["Desk.settings.READ|Desk.basic.READ"], &["module", "departmentId"], views)];

/// The view of a module that `viewId` names, when it is given; one that there is not is refused (sheet §4).
pub fn named<'w>(world: &'w World, call: &Call, noun: &str) -> Result<Option<&'w View>, Refusal> {
    let Some(text) = call.query.text("viewId") else { return Ok(None) };
    let id: Option<Id> = text.parse().ok();
    let view = world.desk.settings.views.iter().find(|view| Some(view.id) == id && view.noun == noun);
    view.map(Some).ok_or_else(|| Refusal::invalid("Invalid View Id"))
}

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
