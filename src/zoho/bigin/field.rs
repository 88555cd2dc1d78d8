//! Which fields to ask for. Lists insist on names (at most 50), so the custom ones are looked up once a module.

use serde::Deserialize;
use tokio::sync::OnceCell;

use super::{Bigin, api_name};
use crate::{
    model::Module,
    zoho::{
        Error,
        transport::Call,
        wire::{Flag, List, Text},
    },
};

/// At most so many names may stand in `fields` (bigin.md §4.1).
const MOST: usize = 50;

/// A custom field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Custom {
    pub api_name: String,
    pub label: String,
}

/// The custom fields of the three modules, once they were asked for.
#[derive(Debug, Default)]
pub(super) struct Fields {
    contacts: OnceCell<Vec<Custom>>,
    companies: OnceCell<Vec<Custom>>,
    pipelines: OnceCell<Vec<Custom>>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    fields: List<Wire>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wire {
    api_name: Text,
    field_label: Text,
    display_label: Text,
    custom_field: Flag,
}

impl Bigin {
    /// The custom fields of a module. None for users whose profile or scope does not show them: the record's own
    /// fields are worth more than an error.
    pub(super) async fn custom(&self, module: Module) -> Result<&[Custom], Error> {
        let known = match module {
            Module::Contacts => &self.fields.contacts,
            Module::Companies => &self.fields.companies,
            Module::Pipelines => &self.fields.pipelines,
        };
        let fields = known.get_or_try_init(|| async {
            let call = Call::bigin(&["settings", "fields"]).with("module", api_name(module));
            match self.transport.send(&call).await {
                Ok(answer) => Ok(answer.json::<Answer>()?.map(Answer::custom).unwrap_or_default()),
                Err(error @ (Error::Forbidden { .. } | Error::NotFound { .. } | Error::Refused { .. })) => {
                    tracing::info!(%error, "custom fields are not shown");
                    Ok(Vec::new())
                }
                Err(error) => Err(error),
            }
        });
        Ok(fields.await?)
    }

    /// The value of `fields=` for a module: ours first, then the custom ones as far as there is room.
    pub(super) async fn field_names(&self, module: Module, own: &[&str]) -> Result<String, Error> {
        let custom = self.custom(module).await?.iter().map(|field| field.api_name.as_str());
        Ok(own.iter().copied().chain(custom).take(MOST).collect::<Vec<_>>().join(","))
    }
}

impl Answer {
    fn custom(self) -> Vec<Custom> {
        let custom = self.fields.0.into_iter().filter(|field| field.custom_field.yes());
        custom
            .filter_map(|field| {
                let api_name = field.api_name.some()?;
                let label = field.field_label.some().or_else(|| field.display_label.some());
                Some(Custom { label: label.unwrap_or_else(|| api_name.clone()), api_name })
            })
            .collect()
    }
}
