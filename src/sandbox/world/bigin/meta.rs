//! Modules, fields, layouts, team pipelines: the data about the data.

use serde::{Deserialize, Serialize};

use super::super::id::Id;
use super::{Kind, Name};

/// A choice of a picklist.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pick {
    /// Its id.
    pub id: Id,
    /// What is written (`actual_value`) and shown (`display_value`).
    pub value: String,
}

/// A field of a module.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Field {
    /// Its id.
    pub id: Id,
    /// Its name as a number.
    pub name: Name,
    /// Its name in bodies.
    pub api_name: String,
    /// Its name on the screen.
    pub label: String,
    /// `text`, `lookup`, `picklist`, … (sheet §3).
    pub data_type: String,
    /// The longest value, in characters.
    pub length: u32,
    /// Whether a new record needs it.
    pub mandatory: bool,
    /// Whether a client may write it.
    pub writable: bool,
    /// Whether no two records may share a value.
    pub unique: bool,
    /// Whether the organization added it.
    pub custom: bool,
    /// Whether it is known but never given on lists, as Department of a contact (sheet §3).
    pub hidden: bool,
    /// The module that a lookup points at.
    pub lookup: Option<Kind>,
    /// The choices of a picklist.
    pub picks: Vec<Pick>,
}

/// A sub-pipeline and the stages that are valid in it, in order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SubPipeline {
    /// Its id as a pick value.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its stages.
    pub stages: Vec<Pick>,
}

/// A layout; in Pipelines, each layout is one team pipeline.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Layout {
    /// Its id; the `pipeline_id` of a team pipeline.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The sub-pipelines of a team pipeline; empty elsewhere.
    pub subs: Vec<SubPipeline>,
}

/// A module.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Module {
    /// Which one.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its fields, in the order of its form.
    pub fields: Vec<Field>,
    /// Its layouts.
    pub layouts: Vec<Layout>,
}

impl Module {
    /// The field of a name.
    pub fn field(&self, api_name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.api_name == api_name)
    }
}
