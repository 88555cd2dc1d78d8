//! The criteria of a search.

use std::mem::discriminant;

use balcao::sandbox::bigin::search::criteria::{Criteria, MOST_CONDITIONS, MOST_VALUES, Unclear, parse};

use super::{MOMENT, by_hand, fuzz, way};

const WORDS: [&str; 20] = [
    "(",
    ")",
    "and",
    "or",
    ":",
    ",",
    "\\",
    "\\)",
    "equals",
    "not_equal",
    "starts_with",
    "in",
    "between",
    "less_than",
    "greater_equal",
    "Last_Name",
    "(a:equals:b)",
    "((((((((((((((((((((((((((((((((",
    "ç",
    "\u{202e}",
];

fn corpus() -> Vec<Vec<u8>> {
    let texts = [
        "(Last_Name:equals:Burns)",
        "((Last_Name:equals:Burns)and(Modified_Time:greater_than:2026-10-01T00:00:00+00:00))",
        "((a:in:1,2,3)or(b:between:1,2))",
        r"(Account_Name:equals:Acme \(Brasil\)\, Ltda)",
        "Stage:not_equal:Fechado",
    ];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

/// What was read can be written and read again, and keeps to the limits.
fn run(input: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(input);
    match parse(&text) {
        Ok(criteria) => {
            let mut shape = Vec::new();
            look(&criteria, &mut shape);
            assert!(shape.len() < 2 * MOST_CONDITIONS, "too many conditions");
            assert_eq!(parse(&criteria.to_string()).as_ref(), Ok(&criteria), "{criteria}");
            let kinds: std::collections::BTreeSet<u8> = shape.iter().map(|(kind, _)| *kind).collect();
            let values = shape.iter().map(|(_, values)| values.checked_ilog2()).max();
            way((shape.len(), kinds.len(), values))
        }
        Err(Unclear::At(at)) => {
            assert!(at <= text.len(), "a place behind the end");
            way(("at", at.min(64)))
        }
        Err(why) => way(discriminant(&why)),
    }
}

fn look(criteria: &Criteria, shape: &mut Vec<(u8, usize)>) {
    match criteria {
        Criteria::Is(condition) => {
            assert!((1..=MOST_VALUES).contains(&condition.values.len()));
            shape.push((condition.operator as u8, condition.values.len()));
        }
        Criteria::Both(one, other) | Criteria::Either(one, other) => {
            shape.push((u8::from(matches!(criteria, Criteria::Both(..))) + 100, 0));
            look(one, shape);
            look(other, shape);
        }
    }
}

#[test]
fn criteria_for_a_moment() {
    fuzz("criteria", &corpus(), &WORDS, MOMENT, run);
}

#[test]
#[ignore = "by hand: docs/fuzzing.md"]
fn criteria_by_hand() {
    fuzz("criteria", &corpus(), &WORDS, by_hand(), run);
}
