//! `GET /settings/…`: modules, fields, layouts, tags.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::bigin::{Bigin, Field, Kind, Layout, Module, Pick, SubPipeline};
use super::ask::{Ask, id};
use super::error::BiginError;

/// `GET /settings/modules`.
pub async fn modules(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.modules.READ", "ZohoBigin.settings.READ"])?;
    let world = ask.shared.world();
    let modules: Vec<Value> =
        world.bigin.settings.modules.iter().map(|module| module_value(&world.bigin, module)).collect();
    Ok(answer::json(StatusCode::OK, &json!({ "modules": modules })))
}

/// `GET /settings/modules/{api_name}`.
pub async fn module(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.modules.READ", "ZohoBigin.settings.READ"])?;
    let kind = Kind::of(&module).ok_or_else(BiginError::module)?;
    let world = ask.shared.world();
    let module = module_value(&world.bigin, world.bigin.module(kind));
    Ok(answer::json(StatusCode::OK, &json!({ "modules": [module] })))
}

/// `GET /settings/fields?module=`.
pub async fn fields(ask: Ask) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "fields")?;
    let world = ask.shared.world();
    let fields = world.bigin.module(kind).fields.iter().filter(|field| !field.hidden);
    let fields: Vec<Value> = fields.map(|field| field_value(&world.bigin, kind, field)).collect();
    Ok(answer::json(StatusCode::OK, &json!({ "fields": fields })))
}

/// `GET /settings/fields/{id}?module=`.
pub async fn field(ask: Ask, Path(wanted): Path<String>) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "fields")?;
    let wanted = id(&wanted)?;
    let world = ask.shared.world();
    let Some(field) = world.bigin.module(kind).fields.iter().find(|field| field.id == wanted) else {
        return Ok(answer::no_content());
    };
    let body = json!({ "fields": [field_value(&world.bigin, kind, field)] });
    Ok(answer::json(StatusCode::OK, &body))
}

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

/// `GET /settings/tags?module=`.
pub async fn tags(ask: Ask) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "tags")?;
    let world = ask.shared.world();
    let tags = world.bigin.settings.tags.get(&kind).map_or(&[][..], Vec::as_slice);
    if tags.is_empty() {
        return Ok(answer::no_content());
    }
    let tags: Vec<Value> =
        tags.iter().map(|tag| json!({ "id": tag.id, "name": tag.name, "color_code": tag.color })).collect();
    let info = json!({ "count": tags.len(), "allowed_count": 200 });
    Ok(answer::json(StatusCode::OK, &json!({ "tags": tags, "info": info })))
}

fn asked_module(ask: &Ask, noun: &str) -> Result<Kind, BiginError> {
    ask.scope(&[&format!("ZohoBigin.settings.{noun}.READ"), "ZohoBigin.settings.READ"])?;
    let name = ask.get("module").ok_or_else(|| BiginError::missing("module"))?;
    Kind::of(name).ok_or_else(BiginError::module)
}

fn profiles(bigin: &Bigin) -> Value {
    bigin.settings.profiles.iter().map(|profile| json!({ "name": profile.name, "id": profile.id })).collect()
}

fn module_value(bigin: &Bigin, module: &Module) -> Value {
    let (one, many) = module.kind.labels();
    let shown = module.kind != Kind::Notes;
    let mut value = json!({
        "id": module.id, "api_name": module.kind.api_name(), "module_name": module.kind.api_name(),
        "singular_label": one, "plural_label": many,
        "actual_singular_label": one, "actual_plural_label": many,
        "api_supported": true, "visible": shown, "visibility": i32::from(shown), "viewable": true,
        "creatable": true, "editable": true, "deletable": true, "convertable": false,
        "generated_type": "default", "sequence_number": module.kind as usize + 1,
        "quick_create": shown, "show_as_tab": shown, "access_type": "org_based",
        "profiles": profiles(bigin), "profile_count": bigin.settings.profiles.len(),
        "has_more_profiles": false, "private_profile": null,
        "modified_time": null, "modified_by": null, "arguments": [], "parent_module": {},
    });
    for (name, fixed) in [
        ("web_link", json!(null)),
        ("description", json!(null)),
        ("business_card_field_limit", json!(5)),
        ("triggers_supported", json!(true)),
        ("filter_supported", json!(true)),
        ("global_search_supported", json!(true)),
        ("feeds_required", json!(false)),
        ("scoring_supported", json!(false)),
        ("webform_supported", json!(shown)),
        ("emailTemplate_support", json!(shown)),
        ("email_parser_supported", json!(false)),
        ("inventory_template_supported", json!(false)),
        ("isBlueprintSupported", json!(false)),
        ("public_fields_configured", json!(false)),
        ("presence_sub_menu", json!(false)),
    ] {
        value[name] = fixed;
    }
    value
}

fn pick_value(n: usize, pick: &Pick) -> Value {
    json!({
        "id": pick.id, "display_value": pick.value, "actual_value": pick.value, "reference_value": pick.value,
        "sequence_number": n + 1, "type": "used", "colour_code": null,
    })
}

fn picks(picks: &[Pick]) -> Vec<Value> {
    picks.iter().enumerate().map(|(n, pick)| pick_value(n, pick)).collect()
}

fn json_type(field: &Field) -> &'static str {
    match field.data_type.as_str() {
        _ if field.api_name == "Tag" => "jsonarray",
        "ownerlookup" | "lookup" | "userlookup" => "jsonobject",
        "multiselectlookup" | "multiselectpicklist" => "jsonarray",
        "boolean" => "boolean",
        "integer" => "integer",
        "double" | "currency" | "decimal" | "percent" => "double",
        _ => "string",
    }
}

/// The keys of a field that are null here.
const NULLS: &[&str] = &[
    "tooltip",
    "crypt",
    "created_time",
    "modified_time",
    "global_picklist",
    "external",
    "subform",
    "association_details",
    "display_format",
    "display_format_properties",
    "parent_field",
    "child_fields",
    "range",
    "address",
    "history_tracking",
];

fn field_value(bigin: &Bigin, kind: Kind, field: &Field) -> Value {
    let target = field.lookup.map(|to| bigin.module(to));
    let lookup = target.map_or_else(
        || json!({}),
        |to| {
            let module = json!({ "api_name": to.kind.api_name(), "id": to.id, "crypt": false });
            json!({ "display_label": kind.labels().1, "api_name": kind.api_name(), "id": field.id, "module": module })
        },
    );
    let long = field.data_type == "textarea";
    let written = field.writable && field.api_name != "Tag";
    let permissions = bigin.settings.profiles.iter().map(|profile| {
        json!({ "permission_type": if field.writable { "read_write" } else { "read_only" },
                "name": profile.name, "id": profile.id })
    });
    let mut value = json!({
        "id": field.id, "api_name": field.api_name, "field_label": field.label, "display_label": field.label,
        "data_type": field.data_type, "json_type": json_type(field), "type": "used", "length": field.length,
        "decimal_place": if json_type(field) == "double" { json!(2) } else { Value::Null },
        "system_mandatory": field.mandatory, "field_read_only": !field.writable, "read_only": false,
        "custom_field": field.custom, "virtual_field": false,
        "display_field": field.api_name == "Full_Name" || (kind != Kind::Contacts && field.name == kind.title()),
        "visible": true, "filterable": !long, "searchable": true, "sortable": !long,
        "mass_update": written && !long, "webhook": true, "businesscard_supported": written,
        "separator": false, "display_type": -1, "ui_type": 1,
        "pick_list_values": picks(&field.picks), "pick_list_values_sorted_lexically": false,
        "unique": if field.unique { json!({ "casesensitive": "0" }) } else { json!({}) },
        "lookup": lookup, "multiselectlookup": {}, "multi_module_lookup": {}, "formula": {}, "auto_number": {},
        "currency": {},
    });
    if field.data_type == "currency" {
        value["currency"] = json!({ "rounding_option": "normal", "precision": 2 });
    }
    value["email_parser"] = json!({ "fields_update_supported": false, "record_operations_supported": false });
    value["view_type"] =
        json!({ "view": true, "edit": written, "create": written, "quick_create": field.mandatory });
    value["profiles"] = permissions.collect();
    value["created_source"] = json!("default");
    value["colour_code_enabled_by_system"] = json!(false);
    value["enable_colour_code"] = json!(false);
    for empty in NULLS {
        value[*empty] = Value::Null;
    }
    if long {
        value["textarea"] = json!({ "type": "large" });
    }
    value
}

fn layout_value(bigin: &Bigin, module: &Module, layout: &Layout) -> Value {
    let fields = module.fields.iter().filter(|field| !field.hidden).enumerate().map(|(n, field)| {
        let choices = match field.api_name.as_str() {
            "Sub_Pipeline" => layout.subs.iter().enumerate().map(|(n, sub)| sub_value(n, sub)).collect(),
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
    json!({
        "id": layout.id, "name": layout.name, "display_label": layout.name, "status": "active", "visible": true,
        "source": "bigin", "generated_type": "default", "profiles": profiles(bigin),
        "sections": [{
            "api_name": label, "display_label": label, "name": label, "sequence_number": 1, "type": "used",
            "fields": fields.collect::<Vec<Value>>(),
        }],
    })
}

/// A sub-pipeline as a pick value, with the stages that are valid in it.
fn sub_value(n: usize, sub: &SubPipeline) -> Value {
    let mut value = pick_value(n, &Pick { id: sub.id, value: sub.name.clone() });
    value["maps"] = json!([{ "api_name": "Stage", "pick_list_values": picks(&sub.stages) }]);
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
