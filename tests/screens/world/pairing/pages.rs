//! Pages of records that wait for a person.

use balcao::model::pairing::{
    Candidate, FieldId, FieldLine, JournalLine, List, OpId, Page, Per, RecordId, RowKey, Side,
};

use super::Twist;
use super::link;
use super::overview::ago;
use super::plain::{field, held, page};

pub(super) fn conflict(twist: Twist<'_>) -> Page {
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

pub(super) fn failing(twist: Twist<'_>, words: String) -> Page {
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

pub(super) fn ambiguous(twist: Twist<'_>, key: RowKey) -> Page {
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

pub(super) fn deleted(twist: Twist<'_>) -> Page {
    Page {
        gone: Some(Side::Desk),
        ..page(twist, List::Deleted, link(5), "Tanaka Hiroyuki <tanaka@kohoku.example>", "deleted")
    }
}

pub(super) fn apart(twist: Twist<'_>) -> Page {
    page(twist, List::Apart, link(6), "Layla Al-Hassan <layla@noortrading.example>", "apart")
}
