//! Pages of which there is nothing to say, and what others are made of.

use balcao::model::pairing::{FieldId, FieldLine, Kind, List, Note, Page, Per, RecordId, Row, RowKey};

use super::Twist;

pub(super) fn both(bigin: &str, desk: &str) -> Per<String> {
    Per { bigin: bigin.to_owned(), desk: desk.to_owned() }
}

pub(super) fn field(
    twist: Twist<'_>,
    id: u16,
    name: (&str, &str),
    base: Option<&str>,
    now: (&str, &str),
) -> FieldLine {
    FieldLine {
        field: FieldId(id),
        name: both(&twist(name.0), &twist(name.1)),
        base: base.map(|base| both(&twist(base), &twist(base))),
        differs: base != Some(now.0) || base != Some(now.1),
        now: Per { bigin: Some(twist(now.0)), desk: Some(twist(now.1)) },
        held: false,
        decided: None,
        pinned: false,
        concerned: false,
        wins: "newest".to_owned(),
    }
}

pub(super) fn held(line: FieldLine) -> FieldLine {
    FieldLine { held: true, concerned: true, wins: "ask".to_owned(), ..line }
}

pub(super) fn plain(list: List, row: &Row) -> Page {
    Page {
        key: row.key,
        kind: row.kind,
        name: row.name.clone(),
        ids: Per {
            bigin: Some(RecordId(4_150_868_000_000_225_013)),
            desk: Some(RecordId(1_892_000_000_000_056_007)),
        },
        link: match row.key {
            RowKey::Link(link) => Some(link),
            RowKey::Alone(..) => None,
        },
        state: if list == List::Excluded { "excluded" } else { "linked" },
        list,
        words: None,
        gone: None,
        rivals: Vec::new(),
        fields: vec![
            field(
                &str::to_owned,
                1,
                ("Email", "email"),
                Some("p@zylker.example"),
                ("p@zylker.example", "p@zylker.example"),
            ),
            field(&str::to_owned, 7, ("Title", "title"), Some("Buyer"), ("Buyer", "Buyer")),
        ],
        lines: Vec::new(),
        pinned: false,
        asked: Vec::new(),
    }
}

pub(super) fn page(twist: Twist<'_>, list: List, key: RowKey, name: &str, state: &'static str) -> Page {
    let row = Row { key, kind: Kind::Contact, name: twist(name), note: Note::Nothing, asked: false };
    Page { state, fields: Vec::new(), ..plain(list, &row) }
}
