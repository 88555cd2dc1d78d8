use proptest::prelude::*;

use super::*;

fn is(field: &str, operator: Operator, values: &[&str]) -> Criteria {
    let values = values.iter().map(|&value| value.to_owned()).collect();
    Criteria::Is(Condition { field: field.to_owned(), operator, values })
}

#[test]
fn conditions_join_from_the_left_and_nest() {
    let burns = is("Last_Name", Operator::Equals, &["Burns"]);
    let ana = is("First_Name", Operator::StartsWith, &["An"]);
    let rio = is("Mailing_City", Operator::In, &["Rio", "São Paulo"]);
    assert_eq!(parse("(Last_Name:equals:Burns)"), Ok(burns.clone()));
    assert_eq!(parse("Last_Name:equals:Burns"), Ok(burns.clone()));
    assert_eq!(parse("((Last_Name:equals:Burns))"), Ok(burns.clone()));
    let both = Criteria::Both(Box::new(burns), Box::new(ana));
    assert_eq!(parse("((Last_Name:equals:Burns)and(First_Name:starts_with:An))"), Ok(both.clone()));
    let either = Criteria::Either(Box::new(both), Box::new(rio));
    let text =
        "((Last_Name:equals:Burns) AND (First_Name:starts_with:An) or (Mailing_City:in:Rio,São Paulo))";
    assert_eq!(parse(text), Ok(either));
}

#[test]
fn a_value_may_hold_colons_and_escaped_signs() {
    let time = is("Modified_Time", Operator::GreaterThan, &["2026-10-01T00:00:00+00:00"]);
    assert_eq!(parse("(Modified_Time:greater_than:2026-10-01T00:00:00+00:00)"), Ok(time));
    let name = is("Account_Name", Operator::Equals, &["Acme (Brasil), Ltda"]);
    assert_eq!(parse(r"(Account_Name:equals:Acme \(Brasil\), Ltda)"), Ok(name));
}

#[test]
fn what_is_no_criteria_is_said() {
    for bad in
        ["", "(", "()", "(a)", "(a:equals)", "(a:equals:b", "(a:equals:b))", "(a:equals:b)xor(c:equals:d)"]
    {
        assert!(parse(bad).is_err(), "{bad}");
    }
    let operator = Unclear::Operator { field: "a".to_owned(), operator: "like".to_owned() };
    assert_eq!(parse("(a:like:b)"), Err(operator));
    let values = format!("(a:in:{})", ["b"; 101].join(","));
    assert_eq!(parse(&values), Err(Unclear::Values("a".to_owned())));
    assert_eq!(parse(&"(".repeat(100_000)), Err(Unclear::TooMany));
    let many = vec!["(a:equals:b)"; 16].join("and");
    assert_eq!(parse(&many), Err(Unclear::TooMany));
}

fn operator() -> impl Strategy<Value = Operator> {
    prop::sample::select(OPERATORS.map(|(_, operator)| operator).to_vec())
}

fn condition() -> impl Strategy<Value = Criteria> {
    ("[A-Za-z_]{1,12}", operator(), "\\PC{0,8}", "\\PC{0,8}").prop_map(|(field, operator, one, two)| {
        let values = match operator {
            Operator::In | Operator::Between => vec![one, two],
            _ => vec![one],
        };
        Criteria::Is(Condition { field, operator, values })
    })
}

fn criteria() -> impl Strategy<Value = Criteria> {
    condition().prop_recursive(3, 12, 2, |inner| {
        (inner.clone(), inner, any::<bool>()).prop_map(|(left, right, both)| {
            let (left, right) = (Box::new(left), Box::new(right));
            if both { Criteria::Both(left, right) } else { Criteria::Either(left, right) }
        })
    })
}

proptest! {
    #[test]
    fn printed_criteria_parse_back(criteria in criteria()) {
        prop_assert_eq!(parse(&criteria.to_string()), Ok(criteria));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_text_of_the_grammar_s_own_signs_panics(text in "[a-z(),:\\\\ é]{0,60}") {
        let _ = parse(&text);
    }
}
