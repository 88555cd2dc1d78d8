//! `GET /settings/modules`: the modules.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::bigin::{Bigin, Kind, Module};
use super::super::ask::Ask;
use super::super::error::BiginError;
use super::others::{OTHERS, Other};
use super::profiles;

/// `GET /settings/modules`.
pub async fn modules(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.modules.READ", "ZohoBigin.settings.READ"])?;
    let world = ask.shared.world();
    let own = world.bigin.settings.modules.iter().map(|module| module_value(&world.bigin, module));
    let others = OTHERS.iter().map(|other| other.value(&world.bigin));
    let modules: Vec<Value> = own.chain(others).collect();
    Ok(answer::json(StatusCode::OK, &json!({ "modules": modules })))
}

/// `GET /settings/modules/{api_name}`.
pub async fn module(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.modules.READ", "ZohoBigin.settings.READ"])?;
    let world = ask.shared.world();
    let module = match Kind::of(&module) {
        Some(kind) => module_value(&world.bigin, world.bigin.module(kind)),
        None => Other::of(&module).ok_or_else(BiginError::module)?.value(&world.bigin),
    };
    Ok(answer::json(StatusCode::OK, &json!({ "modules": [module] })))
}

/// A module as settings show it.
pub fn module_value(bigin: &Bigin, module: &Module) -> Value {
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
        ("status", json!(if shown { "visible" } else { "system_hidden" })),
    ] {
        value[name] = fixed;
    }
    value
}
