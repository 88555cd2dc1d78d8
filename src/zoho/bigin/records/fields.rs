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
    view_type: Maybe<Shown>,
    system_mandatory: Flag,
    unique: Maybe<serde_json::Map<String, serde_json::Value>>,
    pick_list_values: List<Choice>,
    length: Maybe<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shown {
    create: Flag,
    edit: Flag,
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
        let kind = self.data_type.or_empty();
        let fixed = match &self.view_type.0 {
            // Pictures are brought by a call of their own.
            _ if kind == "profileimage" => true,
            // `field_read_only` was recorded true for the owner and false for the time of a change (bigin.md §3).
            Some(shown) => !shown.create.yes() && !shown.edit.yes() || self.read_only.yes(),
            None => self.field_read_only.yes() || self.read_only.yes(),
        };
        Some(Described {
            label: self.field_label.some().unwrap_or_else(|| name.clone()),
            name,
            kind,
            custom: self.custom_field.yes(),
            unique: self.unique.0.is_some_and(|unique| !unique.is_empty()),
            fixed,
            required: self.system_mandatory.yes(),
            room: self.length.0.filter(|room| *room > 0),
            choices: self.pick_list_values.0.into_iter().filter_map(choice).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Wire;

    #[test]
    fn what_no_form_writes_is_fixed_whatever_else_is_said() {
        let fixed = |field_read_only: bool, read_only: bool, written: Option<bool>| {
            let shown = written.map(|written| json!({ "view": true, "edit": written, "create": written }));
            let field = json!({ "api_name": "A", "field_read_only": field_read_only, "read_only": read_only,
                                "view_type": shown });
            let wire: Wire = serde_json::from_value(field).expect("a field");
            wire.described().expect("with a name").fixed
        };
        assert!(!fixed(true, false, Some(true)), "the owner, as recorded");
        assert!(fixed(false, false, Some(false)), "the time of a change, as recorded");
        assert!(fixed(false, true, Some(true)));
        assert!(fixed(true, false, None) && !fixed(false, false, None), "without a word about forms");
    }
}
