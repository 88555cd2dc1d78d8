//! What fields contacts and accounts have (`GET /organizationFields`, desk.md §7).

use serde::Deserialize;
use serde_json::Value;

use super::Sort;
use crate::zoho::{
    Error,
    desk::Desk,
    records::Described,
    transport::Call,
    wire::{Flag, List, Maybe, Text, text},
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Wire {
    api_name: Text,
    display_label: Text,
    #[serde(rename = "type")]
    kind: Text,
    is_custom_field: Flag,
    is_mandatory: Flag,
    is_read_only: Flag,
    allowed_values: List<Value>,
    max_length: Maybe<u32>,
}

impl Desk {
    /// The fields of contacts or accounts. Scope `Desk.settings.READ`.
    pub async fn described(&self, sort: Sort) -> Result<Vec<Described>, Error> {
        let call = Call::desk(&["organizationFields"]).with("module", sort.path());
        Ok(self.rows::<Wire>(&call).await?.into_iter().filter_map(Wire::described).collect())
    }
}

impl Wire {
    fn described(self) -> Option<Described> {
        let name = self.api_name.some()?;
        let choice = |value: &Value| text(value.get("value").unwrap_or(value));
        Some(Described {
            label: self.display_label.some().unwrap_or_else(|| name.clone()),
            name,
            kind: self.kind.or_empty(),
            custom: self.is_custom_field.yes(),
            unique: false,
            fixed: self.is_read_only.yes(),
            required: self.is_mandatory.yes(),
            choices: self.allowed_values.0.iter().filter_map(choice).collect(),
            room: self.max_length.0.filter(|room| *room > 0),
        })
    }
}
