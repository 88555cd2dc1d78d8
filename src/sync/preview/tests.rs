use super::*;
use crate::sync::{
    FieldId, Kind, OpId, RecordId, Side, Value,
    ledger::{Intent, Moved, Stage, Why},
};

fn intent(was: &str, to: Value) -> Intent {
    let field = FieldId(1);
    let fields = vec![Moved { field, was: Value::text(was), from: Value::text("n"), to, why: Why::Changed }];
    Intent {
        op: OpId(1),
        kind: Kind::Contact,
        side: Side::Desk,
        link: None,
        source: RecordId(7),
        target: Some(RecordId(8)),
        fields,
        stage: Stage::Sent,
        sent: 0,
    }
}

#[test]
fn a_record_whose_inputs_moved_is_refused_by_name() {
    let planned = Planned::of(&intent("a", Value::text("n")));
    let mut approved = Approved::new(Plan { writes: vec![planned], ..Plan::default() });
    assert!(approved.allows(&intent("a", Value::text("n"))));
    assert!(!approved.allows(&intent("b", Value::text("n"))), "somebody typed meanwhile");
    let other = Intent { source: RecordId(9), ..intent("a", Value::text("n")) };
    assert!(!approved.allows(&other), "nobody has seen this one");
    let named: Vec<_> = approved.refused().iter().map(|moved| (moved.source, moved.planned)).collect();
    assert_eq!(named, [(RecordId(7), true), (RecordId(9), false)]);
}

#[test]
fn a_record_that_the_plan_creates_has_another_number_by_now() {
    let planned = Planned::of(&intent("a", Value::Record(RecordId(plan::NOBODY + 3))));
    assert!(planned.is(&intent("a", Value::Record(RecordId(12)))));
    let known = Planned::of(&intent("a", Value::Record(RecordId(11))));
    assert!(!known.is(&intent("a", Value::Record(RecordId(12)))), "another company");
    assert!(!planned.is(&intent("a", Value::text("12"))));
}
