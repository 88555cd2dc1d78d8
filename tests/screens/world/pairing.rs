//! A small pairing, as its ledger would tell of it.

use balcao::app::Trouble;
use balcao::app::effect::{Load, Loaded};
use balcao::model::Window;
use balcao::model::pairing::{
    Act, Candidate, FieldId, FieldLine, JournalLine, Kind, LinkId, List, Meter, Note, OpId, Overview, Page,
    Per, RecordId, Row, RowKey, RunEnd, RunLine, Side,
};
use jiff::{SignedDuration, Timestamp};

use super::Twist;
use crate::screens::stage::now;

/// What the ledger says.
#[derive(Clone)]
pub struct Pairing {
    pub overview: Option<Overview>,
    pub rows: Vec<(List, Row)>,
    pub pages: Vec<Page>,
    /// What is wrong with the ledger.
    pub trouble: Option<Trouble>,
}

fn ago(minutes: i64) -> Timestamp {
    now() - SignedDuration::from_mins(minutes)
}

fn link(id: u64) -> RowKey {
    RowKey::Link(LinkId(id))
}

fn both(bigin: &str, desk: &str) -> Per<String> {
    Per { bigin: bigin.to_owned(), desk: desk.to_owned() }
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
        let alone = RowKey::Alone(Side::Bigin, Kind::Contact, RecordId(4150868));
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
    pub fn asked(&mut self, key: RowKey, act: Act) {
        for (_, row) in self.rows.iter_mut().filter(|(_, row)| row.key == key) {
            row.asked = true;
        }
        for page in self.pages.iter_mut().filter(|page| page.key == key) {
            page.asked.push(act.clone());
        }
        self.overview.as_mut().expect("it is there").wishes += 1;
    }
}

fn overview(rows: &[(List, Row)]) -> Overview {
    let mut overview = Overview { revision: 3, way: Some("two-way".to_owned()), ..Overview::default() };
    for list in List::ALL {
        overview.tallies.set(list, rows.iter().filter(|(of, _)| *of == list).count() as u64);
    }
    let run = |id, minutes: i64, seconds: i64, written: (u64, u64), calls: (u64, u64), end| RunLine {
        id,
        began: ago(minutes) - SignedDuration::from_secs(seconds),
        ended: ago(minutes),
        written: Per { bigin: written.0, desk: written.1 },
        calls: calls.0,
        least: calls.1,
        end,
    };
    let until = now() + SignedDuration::from_hours(3);
    overview.runs = vec![
        run(14, 3, 12, (3, 2), (23, 20), RunEnd::Waits),
        run(13, 18, 1, (0, 0), (7, 7), RunEnd::Quiet),
        run(12, 60, 340, (812, 1180), (1640, 1590), RunEnd::Paused(Side::Desk, until)),
        run(
            11,
            75,
            4,
            (0, 0),
            (3, 3),
            RunEnd::Trouble("Zoho Desk does not answer. Check the network.".into()),
        ),
        run(10, 1500, 40, (12, 0), (40, 31), RunEnd::Stopped),
    ];
    overview.meters.bigin = Meter { used: 1204, limit: None, until: None };
    overview.meters.desk = Meter { used: 4812, limit: Some(5000), until: None };
    overview
}

fn field(twist: Twist<'_>, id: u16, name: (&str, &str), base: Option<&str>, now: (&str, &str)) -> FieldLine {
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

fn held(line: FieldLine) -> FieldLine {
    FieldLine { held: true, concerned: true, wins: "ask".to_owned(), ..line }
}

fn plain(list: List, row: &Row) -> Page {
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

fn page(twist: Twist<'_>, list: List, key: RowKey, name: &str, state: &'static str) -> Page {
    let row = Row { key, kind: Kind::Contact, name: twist(name), note: Note::Nothing, asked: false };
    Page { state, fields: Vec::new(), ..plain(list, &row) }
}

fn conflict(twist: Twist<'_>) -> Page {
    let mail = "marina@zylker.example";
    let line = |seq, minutes, side, field, old: &str, new: &str, why, undoable| JournalLine {
        seq,
        at: ago(minutes),
        op: Some(OpId(u64::try_from(seq).expect("a number"))),
        side,
        field: Some(FieldId(field)),
        old: twist(old),
        new: twist(new),
        why,
        run: Some(14 - seq),
        undoable,
    };
    Page {
        fields: vec![
            field(twist, 1, ("Email", "email"), Some(mail), (mail, mail)),
            held(field(
                twist,
                7,
                ("Title", "title"),
                Some("Buyer"),
                ("Head of Operations and Purchasing", "Diretora de Operações"),
            )),
            held(field(twist, 12, ("Mailing_City", "city"), Some(""), ("Recife", "Olinda"))),
            FieldLine {
                pinned: true,
                ..field(
                    twist,
                    9,
                    ("Phone", "phone"),
                    Some("+55 11 99888-7766"),
                    ("+55 11 99888-7766", "+55 11 99888-7766"),
                )
            },
        ],
        lines: vec![
            line(3, 3, Side::Desk, 9, "+55 11 3322-1100", "+55 11 99888-7766", "changed", true),
            line(2, 60, Side::Bigin, 7, "", "Buyer", "filled-in", true),
            JournalLine {
                op: None,
                field: None,
                undoable: false,
                ..line(1, 1500, Side::Bigin, 0, "", "", "linked", false)
            },
        ],
        ..page(twist, List::Conflict, link(2), "Marina Souza <marina@zylker.example>", "conflict")
    }
}

fn failing(twist: Twist<'_>, words: String) -> Page {
    let lifecycle =
        field(twist, 14, ("Lifecycle", "cf_lifecycle"), Some("Customer"), ("Partner", "Customer"));
    Page {
        words: Some((Side::Desk, words)),
        fields: vec![
            field(twist, 12, ("Mailing_City", "city"), Some(""), ("Olinda", "")),
            FieldLine { concerned: true, ..lifecycle },
        ],
        ..page(twist, List::Failing, link(3), "Luan Farias <luan@faropet.example>", "failing")
    }
}

fn ambiguous(twist: Twist<'_>, key: RowKey) -> Page {
    let rival =
        |id, name: &str, taken| Candidate { side: Side::Desk, id: RecordId(id), name: twist(name), taken };
    let mail = "fernanda@nortelog.example";
    let line = FieldLine { concerned: true, ..field(twist, 1, ("Email", "email"), None, (mail, "")) };
    Page {
        ids: Per { bigin: Some(RecordId(4_150_868)), desk: None },
        rivals: vec![
            rival(81, "Fernanda Oliveira <fernanda@nortelog.example>", false),
            rival(82, "Fernanda de O. <fernanda@nortelog.example>", false),
            rival(83, "F. Oliveira <fernanda@nortelog.example>", true),
        ],
        fields: vec![FieldLine { now: Per { bigin: line.now.bigin.clone(), desk: None }, ..line }],
        ..page(twist, List::Ambiguous, key, "Fernanda de Oliveira <fernanda@nortelog.example>", "ambiguous")
    }
}

fn deleted(twist: Twist<'_>) -> Page {
    Page {
        gone: Some(Side::Desk),
        ..page(twist, List::Deleted, link(5), "Tanaka Hiroyuki <tanaka@kohoku.example>", "deleted")
    }
}

fn apart(twist: Twist<'_>) -> Page {
    page(twist, List::Apart, link(6), "Layla Al-Hassan <layla@noortrading.example>", "apart")
}
