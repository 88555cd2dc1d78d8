use super::*;
use crate::sync::{
    FieldId,
    ledger::Decision,
    rules::{All, AllBut},
};

const FIELD: FieldId = FieldId(1);

/// A field as a row of a table: what was agreed, what each side has, since when.
struct Stand {
    base: Option<&'static str>,
    bigin: (&'static str, Seconds),
    desk: (&'static str, Seconds),
    policy: Policy,
    writable: Per<bool>,
    held: Option<Held>,
}

const BOTH: Per<bool> = Per { bigin: true, desk: true };

fn stand(base: Option<&'static str>, bigin: &'static str, desk: &'static str) -> Stand {
    Stand { base, bigin: (bigin, 100), desk: (desk, 100), policy: Policy::Newest, writable: BOTH, held: None }
}

fn verdict(stand: &Stand, rules: impl Rules) -> Verdict {
    let line = Line { policy: stand.policy, ..Line::text(FIELD) };
    let cell = |(text, since)| Cell { field: FIELD, value: Value::text(text), since };
    let now = Per { bigin: cell(stand.bigin), desk: cell(stand.desk) };
    let base = stand
        .base
        .map(|text| Base { field: FIELD, values: Per { bigin: Value::text(text), desk: Value::text(text) } });
    let field = Field {
        rules,
        line: &line,
        now: Per { bigin: &now.bigin, desk: &now.desk },
        across: Per::of(|side| Some(now[side].value.clone())),
        base: base.as_ref(),
        held: stand.held.as_ref(),
        writable: stand.writable,
        ahead: Per::default(),
        clock_doubt: 2,
    };
    field.verdict()
}

/// Who wins, if somebody does.
fn winner(stand: &Stand) -> Option<Side> {
    match verdict(stand, All) {
        Verdict::Write { from, .. } => Some(from),
        _ => None,
    }
}

#[test]
fn one_change_travels_and_two_equal_ones_settle() {
    assert_eq!(verdict(&stand(Some("a"), "a", "a"), All), Verdict::Nothing);
    assert_eq!(winner(&stand(Some("a"), "b", "a")), Some(Side::Bigin));
    assert_eq!(winner(&stand(Some("a"), "a", "b")), Some(Side::Desk));
    assert_eq!(verdict(&stand(Some("a"), "b", "b"), All), Verdict::Settle);
    assert_eq!(verdict(&stand(None, "b", "b "), All), Verdict::Settle);
}

#[test]
fn an_empty_side_takes_the_other_and_never_wins_a_conflict() {
    assert_eq!(winner(&stand(None, "", "b")), Some(Side::Desk));
    assert_eq!(winner(&stand(Some("a"), "", "b")), Some(Side::Desk));
    assert_eq!(winner(&stand(Some("a"), "", "a")), Some(Side::Bigin), "cleared while the other stood still");
    assert_eq!(verdict(&stand(None, " ", ""), All), Verdict::Settle);
}

#[test]
fn policies_decide_conflicts() {
    let conflict = |policy| Stand { policy, ..stand(Some("a"), "b", "c") };
    assert_eq!(winner(&conflict(Policy::Prefer(Side::Desk))), Some(Side::Desk));
    assert_eq!(winner(&conflict(Policy::UnlessEmpty(Side::Bigin))), Some(Side::Bigin));
    assert_eq!(verdict(&conflict(Policy::Ask), All), Verdict::Hold);
}

#[test]
fn the_newest_wins_if_the_clocks_can_tell() {
    let at = |bigin, desk| Stand { bigin: ("b", bigin), desk: ("c", desk), ..stand(Some("a"), "", "") };
    assert_eq!(winner(&at(100, 104)), Some(Side::Desk));
    assert_eq!(winner(&at(104, 100)), Some(Side::Bigin));
    assert_eq!(winner(&at(100, 103)), Some(Side::Bigin), "within the doubt, everywhere alike");
    let doubtless = verdict(&at(100, 101), AllBut(&[Rule::ClockDoubt]));
    assert!(matches!(doubtless, Verdict::Write { from: Side::Desk, .. }), "the mutant trusts the clocks");
}

#[test]
fn one_way_writes_one_side_and_does_not_erase() {
    let desk_only = Per { bigin: false, desk: true };
    let one_way = |base, bigin, desk| Stand { writable: desk_only, ..stand(base, bigin, desk) };
    assert_eq!(winner(&one_way(Some("a"), "a", "c")), Some(Side::Bigin), "Bigin stands");
    assert_eq!(winner(&one_way(None, "", "c")), None);
    assert_eq!(winner(&one_way(Some("a"), "", "a")), Some(Side::Bigin), "emptied on purpose");
    let neither = Stand { writable: Per::default(), ..stand(Some("a"), "b", "a") };
    assert_eq!(verdict(&neither, All), Verdict::Nothing);
}

#[test]
fn a_decision_counts_for_the_values_that_were_shown() {
    let shown = |bigin: &str, desk: &str, decision| Held {
        cause: crate::sync::ledger::Cause::Conflict,
        field: FIELD,
        values: Per { bigin: Value::text(bigin), desk: Value::text(desk) },
        decision,
    };
    let decided = Some(Decision { winner: Side::Desk });
    let asked = |held| Stand { policy: Policy::Ask, held: Some(held), ..stand(Some("a"), "b", "c") };
    assert_eq!(verdict(&asked(shown("b", "c", None)), All), Verdict::Nothing, "not asked twice");
    assert_eq!(winner(&asked(shown("b", "c", decided))), Some(Side::Desk));
    assert_eq!(verdict(&asked(shown("b", "old", decided)), All), Verdict::Hold, "void: a value moved");
}
