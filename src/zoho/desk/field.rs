//! What the portal's own fields offer: statuses and priorities (`GET /organizationFields?module=tickets`, desk.md §7).

use serde::Deserialize;
use serde_json::Value;

use super::Desk;
use crate::{
    model::{Status, StatusKind},
    zoho::{
        Error,
        transport::Call,
        wire::{List, Text, text},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Wire {
    api_name: Text,
    name: Text,
    allowed_values: List<Value>,
}

impl Desk {
    /// The portal's statuses in its order, custom ones included. Scope `Desk.settings.READ`.
    pub async fn statuses(&self) -> Result<Vec<Status>, Error> {
        Ok(self.choices("status").await?.iter().filter_map(status).collect())
    }

    /// The portal's priorities in its order.
    pub async fn priorities(&self) -> Result<Vec<String>, Error> {
        let names = self.choices("priority").await?;
        Ok(names.iter().filter_map(name).filter(|name| name != "-None-").collect())
    }

    async fn choices(&self, field: &str) -> Result<Vec<Value>, Error> {
        let fields =
            self.rows::<Wire>(&Call::desk(&["organizationFields"]).with("module", "tickets")).await?;
        let named = |wire: &Wire| {
            wire.api_name
                .0
                .as_deref()
                .or(wire.name.0.as_deref())
                .is_some_and(|name| name.eq_ignore_ascii_case(field))
        };
        let found = fields.into_iter().find(named);
        Ok(found.map(|field| field.allowed_values.0).unwrap_or_default())
    }
}

/// Allowed values are objects here and plain strings in layouts.
fn name(value: &Value) -> Option<String> {
    text(value.get("value").unwrap_or(value)).filter(|name| !name.trim().is_empty())
}

fn status(value: &Value) -> Option<Status> {
    let name = name(value)?;
    let said = value.get("statusType").and_then(Value::as_str);
    Some(Status { kind: kind(said, &name), name })
}

/// What a status counts as: as Desk says it (`On Hold` on tickets, `ONHOLD` in counts), else by its name, else open.
pub(super) fn kind(said: Option<&str>, name: &str) -> StatusKind {
    let letters =
        |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    match letters(said.unwrap_or(name)).as_str() {
        "closed" => StatusKind::Closed,
        "onhold" => StatusKind::OnHold,
        _ => StatusKind::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StatusKind::{Closed, OnHold, Open};
    use serde_json::json;

    #[test]
    fn statuses_come_as_objects_or_strings() {
        let values = [
            json!({"value":"Aguardando peça","statusType":"On Hold"}),
            json!({"value":"Escalated","statusType":"Open"}),
            json!({"value":"Resolvido","statusType":"CLOSED"}),
            json!("On Hold"),
            json!("Closed"),
            json!({"other":1}),
        ];
        let kinds: Vec<_> = values.iter().filter_map(status).map(|status| status.kind).collect();
        assert_eq!(kinds, [OnHold, Open, Closed, OnHold, Closed]);
    }
}
