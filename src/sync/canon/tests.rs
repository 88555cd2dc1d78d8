use proptest::prelude::*;

use super::*;

const SHAPES: [Shape; 5] = [Shape::Text, Shape::Email, Shape::Phone, Shape::Website, Shape::Exact];

fn value() -> impl Strategy<Value = Value> {
    // Few marks, so that two values are often nearly the same.
    prop_oneof![
        Just(Value::Empty),
        "[ aA0+\r\n/.w-]{0,6}".prop_map(|text| Value::text(&text)),
        ".{0,12}".prop_map(|text| Value::text(&text))
    ]
}

proptest! {
    #[test]
    fn the_form_of_the_form_is_the_form(value in value()) {
        for shape in SHAPES {
            let once = canon(shape, &value);
            prop_assert_eq!(canon(shape, &once), once, "{:?}", shape);
        }
    }

    #[test]
    fn same_means_the_same_form(a in value(), b in value()) {
        for shape in SHAPES {
            prop_assert_eq!(same(shape, &a, &b), canon(shape, &a) == canon(shape, &b), "{:?}", shape);
        }
    }
}

#[test]
fn spellings_of_one_thing() {
    let alike = |shape, a: &str, b: &str| same(shape, &Value::text(a), &Value::text(b));
    assert!(alike(Shape::Text, " one\r\ntwo ", "one\ntwo"));
    assert!(alike(Shape::Email, "Ana@Example.com", "ana@example.com "));
    assert!(alike(Shape::Phone, "+55 (11) 4002-8922", "0055 11 40028922"));
    assert!(!alike(Shape::Phone, "+55 11 4002-8922", "11 4002-8922"));
    assert!(alike(Shape::Website, "https://www.Example.com/", "example.com"));
    assert!(!alike(Shape::Website, "example.com/A", "example.com/a"));
    assert!(!alike(Shape::Text, "Ana", "ana"));
}

#[test]
fn domains_of_companies() {
    assert_eq!(domain("https://www.Example.com:8080/x"), Some("example.com".to_owned()));
    assert_eq!(domain("ana@example.com"), Some("example.com".to_owned()));
    assert_eq!(domain("none"), None);
}
