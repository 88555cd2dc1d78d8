//! What fields a module has (bigin.md §3).

use serde::Deserialize;

use crate::zoho::{
    Error,
    bigin::Bigin,
    records::Described,
    transport::Call,
    wire::{Flag, List, Maybe, Text},
};

#[derive(Deserialize)]
struct Answered {
    #[serde(default)]
    fields: List<Wire>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wire {
    api_name: Text,
    field_label: Text,
    data_type: Text,
    custom_field: Flag,
    field_read_only: Flag,
    read_only: Flag,
    system_mandatory: Flag,
    unique: Maybe<serde_json::Map<String, serde_json::Value>>,
    pick_list_values: List<Choice>,
    length: Maybe<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Choice {
    actual_value: Text,
    display_value: Text,
}

impl Bigin {
    /// The fields of a module that this user is shown. Scope `ZohoBigin.settings.fields.READ`.
    pub async fn described(&self, module: &str) -> Result<Vec<Described>, Error> {
        let call = Call::bigin(&["settings", "fields"]).with("module", module);
        let fields = self.transport.send(&call).await?.json::<Answered>()?;
        let fields = fields.map(|answered| answered.fields.0).unwrap_or_default();
        Ok(fields.into_iter().filter_map(Wire::described).collect())
    }
}

impl Wire {
    fn described(self) -> Option<Described> {
        let name = self.api_name.some()?;
        let choice = |choice: Choice| choice.actual_value.some().or_else(|| choice.display_value.some());
        Some(Described {
            label: self.field_label.some().unwrap_or_else(|| name.clone()),
            name,
            kind: self.data_type.or_empty(),
            custom: self.custom_field.yes(),
            unique: self.unique.0.is_some_and(|unique| !unique.is_empty()),
            fixed: self.field_read_only.yes() || self.read_only.yes(),
            required: self.system_mandatory.yes(),
            room: self.length.0.filter(|room| *room > 0),
            choices: self.pick_list_values.0.into_iter().filter_map(choice).collect(),
        })
    }
}
