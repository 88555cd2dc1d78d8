//! `GET /settings/related_lists?module=`: the lists that a record of a module has, as CRM describes them.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::answer;
use super::super::super::world::bigin::{Bigin, Kind};
use super::super::ask::Ask;
use super::super::error::BiginError;
use super::super::related::relation::{self, How, Relation};
use super::asked_module;

/// The lists; 204 for a module that has none.
pub async fn related_lists(ask: Ask) -> Result<Response, BiginError> {
    let kind = asked_module(&ask, "related_lists")?;
    let world = ask.shared.world();
    let relations = relation::of(kind).iter().enumerate();
    let lists: Vec<Value> = relations.map(|(n, relation)| list(&world.bigin, kind, n, relation)).collect();
    if lists.is_empty() {
        return Ok(answer::no_content());
    }
    Ok(answer::json(StatusCode::OK, &json!({ "related_lists": lists })))
}

fn list(bigin: &Bigin, kind: Kind, n: usize, relation: &Relation) -> Value {
    let target = bigin.module(relation.target);
    let label = relation.target.labels().1;
    let linking = match (kind, relation.target) {
        (Kind::Pipelines, Kind::Products) | (Kind::Products, Kind::Pipelines) => Some("Associated_Products"),
        _ => None,
    };
    let joined = relation.how != How::Hangs;
    json!({
        // The list has no id of its own in the world; the module's and its place make one that stays.
        "id": (bigin.module(kind).id.0 + 500 + n as u64).to_string(),
        "sequence_number": (n + 1).to_string(), "display_label": label, "name": label,
        "api_name": relation.name, "type": "default", "status": "visible", "visibility": 1,
        "module": { "api_name": relation.target.api_name(), "id": target.id, "plural_label": label },
        "href": format!("{}/{{ENTITYID}}/{}", kind.api_name(), relation.name),
        "action": null, "connectedmodule": null, "linkingmodule": linking,
        "personality_name": label, "customize_sort": true, "customize_fields": true,
        "customize_display_label": true, "field_enabled": true,
        "record_operations": {
            "edit": true, "create": true, "bulk_edit": false, "delete": true,
            "disassociate": joined, "assign": joined,
        },
    })
}
