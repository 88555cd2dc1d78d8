use proptest::prelude::*;

use super::{
    kinds::{Described, Holds, Unfit, check},
    lint::{Descriptions, What, lint},
    *,
};
use crate::sync::{
    RecordId, Side,
    canon::Shape,
    ledger::{Cell, Seen},
};

const FIELD: FieldId = FieldId(1);

fn line(shape: Shape, transform: Transform) -> Line {
    Line { shape, transform, ..Line::text(FIELD) }
}

fn table(rows: &[(&str, &str)]) -> Transform {
    Transform::Table(rows.iter().map(|(bigin, desk)| (Value::text(bigin), Value::text(desk))).collect())
}

fn transforms() -> Vec<(Shape, Transform)> {
    let day = |text| Transform::Day { text, order: day::Order::DayFirst };
    let otherwise = Per { bigin: Value::text("boss"), desk: Value::text("desk") };
    let people = Transform::People { rows: vec![(Value::text("ana"), Value::text("a1"))], otherwise };
    vec![
        (Shape::Text, Transform::Same),
        (Shape::Text, table(&[("one", "um"), ("two", "dois"), ("aa", "bb")])),
        (Shape::Text, people),
        (Shape::Phone, Transform::Phone),
        (Shape::Email, Transform::Case(Case::Small)),
        (Shape::Email, Transform::Case(Case::Capital)),
        (Shape::Text, day(Side::Bigin)),
        (Shape::Text, day(Side::Desk)),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Empty),
        "(one|two|um|dois|aa|bb|ana|a1)".prop_map(|text| Value::text(&text)),
        "[ aA0+()-]{0,8}".prop_map(|text| Value::text(&text)),
        "[0-3][0-9]/[01][0-9]/20[0-9][0-9]".prop_map(|text| Value::text(&text)),
        (0_i32..40_000).prop_map(Value::Day),
    ]
}

proptest! {
    /// What may go both ways: over and back it says the same, or the two sides agree as they stand, so that nothing is
    /// written back.
    #[test]
    fn what_goes_both_ways_comes_back(value in value()) {
        for (shape, transform) in transforms() {
            let line = line(shape, transform);
            prop_assert!(line.transform.comes_back(shape));
            for from in Side::BOTH {
                let Some(across) = line.across(from, &value) else { continue };
                let back = line.across(from.other(), &across);
                let same = back.as_ref().is_some_and(|back| line.same(back, &value));
                prop_assert!(same || line.stands_for_many(), "{line:?} {from:?} {value:?} {across:?} {back:?}");
                // A second time over nothing changes any more.
                if let Some(again) = back.and_then(|back| line.across(from, &back)) {
                    prop_assert!(line.same(&again, &across) || line.stands_for_many());
                }
            }
        }
    }
}

#[test]
fn what_does_not_come_back_is_refused_both_ways() {
    let text = || Described { holds: Holds::Text(80), writable: true, required: false };
    let (bigin, desk) = (text(), text());
    let both = Per { bigin: &bigin, desk: &desk };
    for transform in [
        Transform::Always(Value::text("x")),
        Transform::Case(Case::Capital),
        Transform::Phone,
        table(&[("a", "x"), ("b", "x")]),
    ] {
        let line = line(Shape::Text, transform);
        assert_eq!(check(&line, both), [Unfit::DoesNotComeBack], "{line:?}");
        assert_eq!(check(&Line { flow: Flow::To(Side::Desk), ..line }, both), []);
    }
}

#[test]
fn fields_that_do_not_go_together_are_told() {
    let of = |holds, writable| Described { holds, writable, required: false };
    let told = |bigin: &Described, desk: &Described, line: &Line| check(line, Per { bigin, desk });
    let plain = line(Shape::Text, Transform::Same);
    let choices =
        |words: &[&str]| of(Holds::Choice(words.iter().map(|word| (*word).to_owned()).collect()), true);
    assert_eq!(
        told(&of(Holds::Text(80), true), &of(Holds::Text(80), false), &plain),
        [Unfit::ReadOnly(Side::Desk)]
    );
    assert_eq!(
        told(&of(Holds::Number, true), &of(Holds::Bool, true), &plain),
        [Unfit::Apart(Side::Bigin), Unfit::Apart(Side::Desk)]
    );
    let shorter = Unfit::Shorter { side: Side::Desk, room: 50, other: 80 };
    assert_eq!(told(&of(Holds::Text(80), true), &of(Holds::Text(50), true), &plain), [shorter]);
    let tabled = line(Shape::Text, table(&[("one", "um"), ("two", "tres")]));
    assert_eq!(
        told(&choices(&["one", "two", "three"]), &choices(&["um", "dois"]), &tabled),
        [
            Unfit::NotInTable { side: Side::Bigin, word: "three".to_owned() },
            Unfit::NoSuchChoice { side: Side::Desk, word: "tres".to_owned() },
            Unfit::NotInTable { side: Side::Desk, word: "dois".to_owned() },
        ]
    );
}

#[test]
fn records_tell_what_would_go_wrong() {
    let key = Line { key: true, ..Line::text(FieldId(0)) };
    let map = KindMap::new(vec![key, line(Shape::Text, table(&[("one", "um")]))]);
    let mapping = Mapping::new(1).with(Kind::Contact, map);
    let seen = |id, key: &str, word: &str| Seen {
        side: Side::Bigin,
        kind: Kind::Contact,
        id: RecordId(id),
        version: 0,
        live: true,
        first_seen: 0,
        mark: None,
        cells: [(0, key), (1, word)]
            .map(|(field, text)| Cell { field: FieldId(field), value: Value::text(text), since: 0 })
            .to_vec(),
    };
    let records =
        [seen(1, "a", "one"), seen(2, "a", "two"), seen(3, "much too long", ""), seen(4, "a", "one")];
    let described = |room, required| Described { holds: Holds::Text(room), writable: true, required };
    let descriptions: Descriptions = [
        ((Kind::Contact, FieldId(0)), Per { bigin: described(80, true), desk: described(5, true) }),
        ((Kind::Contact, FieldId(1)), Per { bigin: described(80, false), desk: described(80, true) }),
    ]
    .into();
    let found: Vec<_> = lint(&mapping, &descriptions, &records)
        .iter()
        .map(|found| (found.record.0, found.field.0, found.what))
        .collect();
    assert_eq!(
        found,
        [
            (1, 0, What::NotAlone),
            (2, 0, What::NotAlone),
            (2, 1, What::CannotCross),
            (3, 0, What::TooLong),
            (3, 1, What::Missing),
            (4, 0, What::NotAlone),
        ]
    );
}
