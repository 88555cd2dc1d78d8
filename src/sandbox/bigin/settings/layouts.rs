//! `GET /settings/layouts`: in Pipelines, each is one team pipeline with its sub-pipelines and stages.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::Id;
use super::super::super::world::bigin::{Bigin, Layout, Module, Pick, SubPipeline};
use super::super::ask::{Ask, id};
use super::super::error::BiginError;
use super::super::show::Show;
use super::{asked_module, pick_value, picks, profiles};

/// `GET /settings/layouts?module=`; in Pipelines, each is one team pipeline.
pub async fn layouts(ask: Ask) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "layouts")?;
    let world = ask.shared.world();
    let module = world.bigin.module(kind);
    let layouts: Vec<Value> =
        module.layouts.iter().map(|layout| layout_value(&world.bigin, module, layout)).collect();
    if layouts.is_empty() {
        return Ok(answer::no_content());
    }
    Ok(answer::json(StatusCode::OK, &json!({ "layouts": layouts })))
}

/// `GET /settings/layouts/{id}?module=`.
pub async fn layout(ask: Ask, Path(wanted): Path<String>) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "layouts")?;
    let wanted = id(&wanted)?;
    let world = ask.shared.world();
    let module = world.bigin.module(kind);
    let Some(layout) = module.layouts.iter().find(|layout| layout.id == wanted) else {
        return Ok(answer::no_content());
    };
    let body = json!({ "layouts": [layout_value(&world.bigin, module, layout)] });
    Ok(answer::json(StatusCode::OK, &body))
}

/// How far a section's id is from its layout's: the story makes none for it.
const SECTION: u64 = 500_000_000;

fn layout_value(bigin: &Bigin, module: &Module, layout: &Layout) -> Value {
    let stage = module.field("Stage").map(|field| field.id);
    let fields = module.fields.iter().filter(|field| !field.hidden).enumerate().map(|(n, field)| {
        let choices = match field.api_name.as_str() {
            "Sub_Pipeline" => layout.subs.iter().enumerate().map(|(n, sub)| sub_value(n, sub, stage)).collect(),
            "Stage" if !layout.subs.is_empty() => stages(layout),
            _ => picks(&field.picks),
        };
        json!({
            "id": field.id, "api_name": field.api_name, "field_label": field.label, "display_label": field.label,
            "data_type": field.data_type, "required": field.mandatory, "read_only": !field.writable,
            "length": field.length, "sequence_number": n + 1, "visible": true, "custom_field": field.custom,
            "pick_list_values": choices,
        })
    });
    let label = format!("{} Information", module.kind.labels().0);
    let show = Show::new(bigin);
    let since = bigin.settings.users.first().map_or(Value::Null, |user| show.time(user.created));
    json!({
        "api_name": layout.name, "created_time": since, "created_by": null, "modified_time": null,
        "modified_by": null, "has_more_profiles": false,
        "actions_allowed": { "edit": true, "rename": true, "clone": false, "downgrade": false, "delete": false,
                             "deactivate": false, "set_layout_permissions": true },
        "id": layout.id, "name": layout.name, "display_label": layout.name, "status": "active", "visible": true,
        "source": "bigin", "generated_type": "default", "profiles": profiles(bigin), "show_business_card": true,
        "sections": [{
            "id": Id(layout.id.0 + SECTION), "column_count": 2, "tab_traversal": 2, "isSubformSection": false,
            "api_name": label, "display_label": label, "name": label, "sequence_number": 1, "type": "used",
            "fields": fields.collect::<Vec<Value>>(),
        }],
    })
}

/// A sub-pipeline as a pick value, with the stages that are valid in it.
fn sub_value(n: usize, sub: &SubPipeline, stage: Option<Id>) -> Value {
    let mut value = pick_value(n, &Pick { id: sub.id, value: sub.name.clone() });
    value["maps"] = json!([{ "api_name": "Stage", "id": stage, "pick_list_values": picks(&sub.stages) }]);
    value
}

/// The stages of all sub-pipelines of a team pipeline, each once.
fn stages(layout: &Layout) -> Vec<Value> {
    let mut seen: Vec<Pick> = Vec::new();
    for stage in layout.subs.iter().flat_map(|sub| &sub.stages) {
        if !seen.iter().any(|other| other.value == stage.value) {
            seen.push(stage.clone());
        }
    }
    picks(&seen)
}
