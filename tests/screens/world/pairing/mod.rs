//! A small pairing, as its ledger would tell of it.

mod overview;
mod pages;
mod plain;

use balcao::app::Trouble;
use balcao::app::effect::{Load, Loaded};
use balcao::model::Window;
use balcao::model::pairing::{
    Act, FieldId, Kind, LinkId, List, Note, Overview, Page, RecordId, Row, RowKey, Side,
};

use super::Twist;
use overview::overview;
use pages::{ambiguous, apart, conflict, deleted, failing};
use plain::plain;

/// What the ledger says.
#[derive(Clone)]
pub struct Pairing {
    pub overview: Option<Overview>,
    pub rows: Vec<(List, Row)>,
    pub pages: Vec<Page>,
    /// What is wrong with the ledger.
    pub trouble: Option<Trouble>,
}

fn link(id: u64) -> RowKey {
    RowKey::Link(LinkId(id))
}

impl Pairing {
    /// There is no ledger.
    pub fn none() -> Self {
        Self { overview: None, rows: Vec::new(), pages: Vec::new(), trouble: None }
    }

    /// There is one in which nothing is yet.
    pub fn empty() -> Self {
        let overview = Overview { revision: 1, way: Some("two-way".to_owned()), ..Overview::default() };
        Self { overview: Some(overview), ..Self::none() }
    }

    /// Something in every list.
    pub fn full() -> Self {
        Self::twisted(&str::to_owned)
    }

    /// The same with every foreign text passed through `twist`.
    pub fn twisted(twist: Twist<'_>) -> Self {
        let row = |list, key, name: &str, note| {
            (list, Row { key, kind: Kind::Contact, name: twist(name), note, asked: false })
        };
        let words = twist(
            "The data does not comply to the validation restrictions defined (INVALID_DATA, /cf/cf_lifecycle)",
        );
        let fields = vec![(FieldId(7), twist("Title")), (FieldId(12), twist("Mailing_City"))];
        let alone = RowKey::Alone(Side::Bigin, Kind::Contact, RecordId(4_150_868));
        let mut rows = vec![
            row(List::Conflict, link(2), "Marina Souza <marina@zylker.example>", Note::Fields(fields)),
            row(
                List::Failing,
                link(3),
                "Luan Farias <luan@faropet.example>",
                Note::Words(Side::Desk, words.clone()),
            ),
            row(
                List::Ambiguous,
                alone,
                "Fernanda de Oliveira <fernanda@nortelog.example>",
                Note::Here(Side::Bigin),
            ),
            row(List::Deleted, link(5), "Tanaka Hiroyuki <tanaka@kohoku.example>", Note::Gone(Side::Desk)),
            row(List::Apart, link(6), "Layla Al-Hassan <layla@noortrading.example>", Note::Nothing),
            row(List::Excluded, link(7), "Kiara Mendes <kiara@clinicasol.example>", Note::Nothing),
        ];
        rows.extend((0..1180).map(|n| {
            row(List::InSync, link(100 + n), &format!("Person {n:04} <p{n}@zylker.example>"), Note::Nothing)
        }));
        let pages = vec![
            conflict(twist),
            failing(twist, words),
            ambiguous(twist, alone),
            deleted(twist),
            apart(twist),
        ];
        Self { overview: Some(overview(&rows)), rows, pages, trouble: None }
    }

    pub fn load(&self, load: &Load) -> Loaded {
        if let Some(trouble) = &self.trouble {
            return Loaded::NoLedger(trouble.clone());
        }
        match load {
            Load::Pairs { list, offset } => {
                let rows: Vec<Row> =
                    self.rows.iter().filter(|(of, _)| of == list).map(|(_, row)| row.clone()).collect();
                Loaded::Pairs(Window {
                    total: rows.len(),
                    offset: *offset,
                    rows: rows.into_iter().skip(*offset).take(200).collect(),
                })
            }
            Load::Pair(key) => {
                let known = self.pages.iter().find(|page| page.key == *key).cloned();
                let page = known.or_else(|| {
                    let (list, row) = self.rows.iter().find(|(_, row)| row.key == *key)?;
                    Some(plain(*list, row))
                });
                Loaded::Pair(page.map(Box::new))
            }
            _ => Loaded::Overview(self.overview.clone().map(Box::new)),
        }
    }

    /// The page of the record in conflict.
    pub fn conflict(&mut self) -> &mut Page {
        self.pages.iter_mut().find(|page| page.list == List::Conflict).expect("it is there")
    }

    /// Somebody asked for something about it.
    pub fn asked(&mut self, key: RowKey, act: &Act) {
        for (_, row) in self.rows.iter_mut().filter(|(_, row)| row.key == key) {
            row.asked = true;
        }
        for page in self.pages.iter_mut().filter(|page| page.key == key) {
            page.asked.push(act.clone());
        }
        self.overview.as_mut().expect("it is there").wishes += 1;
    }
}
