//! The file as it is written, before anything is checked but its form.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) revision: u32,
    pub(super) company: Option<Kind>,
    pub(super) contact: Option<Kind>,
    pub(super) product: Option<Kind>,
    #[serde(default)]
    pub(super) people: People,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct People {
    #[serde(default)]
    pub(super) table: super::extras::Table,
    pub(super) otherwise_bigin: Option<String>,
    pub(super) otherwise_desk: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filters {
    pub(super) bigin: Option<Spanned<Filter>>,
    pub(super) desk: Option<Spanned<Filter>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filter {
    pub(super) field: u16,
    pub(super) is: Option<Vec<String>>,
    pub(super) not: Option<Vec<String>>,
    pub(super) leaving: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub(super) create: Option<Spanned<String>>,
    pub(super) mark: Option<Mark>,
    pub(super) filter: Option<Filters>,
    #[serde(default)]
    pub(super) field: Vec<Spanned<Field>>,
}

/// The fields that hold our key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mark {
    pub(super) bigin: Option<String>,
    pub(super) desk: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    pub(super) id: u16,
    pub(super) bigin: String,
    pub(super) desk: String,
    #[serde(rename = "type")]
    pub(super) shape: Option<Spanned<String>>,
    pub(super) flow: Option<Spanned<String>>,
    pub(super) wins: Option<Spanned<String>>,
    #[serde(rename = "match", default)]
    pub(super) key: bool,
    pub(super) lookup: Option<Spanned<String>>,
    pub(super) values: Option<Spanned<BTreeMap<String, String>>>,
    #[serde(default)]
    pub(super) people: bool,
    pub(super) spelled: Option<Spanned<String>>,
    pub(super) always: Option<String>,
}
