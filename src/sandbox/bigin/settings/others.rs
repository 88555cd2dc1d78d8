//! The modules that were recorded beside those whose records are kept (sheet §2): clients that walk the modules have
//! to pass over them.

use serde_json::{Value, json};

use super::super::super::world::Id;
use super::super::super::world::bigin::{Bigin, Kind};
use super::modules::module_value;

/// A module that is told of and has no records here.
pub struct Other {
    api_name: &'static str,
    module_name: &'static str,
    /// One and many, as people see it.
    labels: (&'static str, &'static str),
    generated_type: &'static str,
    /// Whether its records can be asked for.
    supported: bool,
    editable: bool,
    /// Its place behind the last of the modules with records.
    place: u64,
}

/// All of them.
pub const OTHERS: [Other; 3] = [
    Other {
        api_name: "Associated_Products",
        module_name: "LinkingModule1",
        labels: ("Associated Product", "Associated Products"),
        generated_type: "linking",
        supported: true,
        editable: true,
        place: 1,
    },
    Other {
        api_name: "Attachments",
        module_name: "Attachments",
        labels: ("Attachment", "Attachments"),
        generated_type: "default",
        supported: true,
        editable: false,
        place: 2,
    },
    Other {
        api_name: "Social",
        module_name: "Social",
        labels: ("Social", "Social"),
        generated_type: "default",
        supported: false,
        editable: true,
        place: 3,
    },
];

/// How far their ids are from that of Notes: the story makes none for them.
const APART: u64 = 500_000_000;

impl Other {
    /// The one of a name.
    pub fn of(api_name: &str) -> Option<&'static Self> {
        OTHERS.iter().find(|other| other.api_name == api_name)
    }

    /// As settings show it. Notes, which has no page of its own either, is what they are like.
    pub fn value(&self, bigin: &Bigin) -> Value {
        let like = bigin.module(Kind::Notes);
        let mut value = module_value(bigin, like);
        let (one, many) = self.labels;
        for (key, own) in [
            ("id", json!(Id(like.id.0 + APART + self.place))),
            ("api_name", json!(self.api_name)),
            ("module_name", json!(self.module_name)),
            ("singular_label", json!(one)),
            ("actual_singular_label", json!(one)),
            ("plural_label", json!(many)),
            ("actual_plural_label", json!(many)),
            ("generated_type", json!(self.generated_type)),
            ("sequence_number", json!(Kind::Notes as u64 + 1 + self.place)),
            ("api_supported", json!(self.supported)),
            ("editable", json!(self.editable)),
        ] {
            value[key] = own;
        }
        value
    }
}
