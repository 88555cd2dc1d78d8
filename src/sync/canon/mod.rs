//! When two spellings say the same. Services trim, change case and write telephones their own way; a difference that is
//! only spelling is no change and must not travel.
//!
//! `canon` gives the one form; `same` compares without building it, because the engine compares far more often than
//! it needs the form. That the two agree is a property test.

mod address;
mod email;
mod phone;
mod words;

pub use address::domain;

use super::Value;

/// What a field holds, as far as comparing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Free text: blanks at the ends do not count, line ends neither.
    Text,
    /// An e-mail: case does not count.
    Email,
    /// A telephone: only digits and a leading plus count.
    Phone,
    /// An address in the web: scheme, `www.` and a slash at the end do not count.
    Website,
    /// A number, a day, yes or no, a record: equal or not.
    Exact,
}

/// The one form of a value.
pub fn canon(shape: Shape, value: &Value) -> Value {
    let Some(text) = value.as_text() else { return value.clone() };
    if value.is_empty() {
        return Value::Empty;
    }
    match shape {
        Shape::Text => Value::text(&words::form(text)),
        Shape::Email => Value::text(&email::form(text)),
        Shape::Phone => Value::text(&phone::form(text)),
        Shape::Website => Value::text(&address::form(text)),
        Shape::Exact => value.clone(),
    }
}

/// Whether two values have the same form.
pub fn same(shape: Shape, a: &Value, b: &Value) -> bool {
    // Blanks alone are nothing, whatever the shape.
    if a == b || a.is_empty() && b.is_empty() {
        return true;
    }
    match (a, b) {
        (Value::Text(x), Value::Text(y)) => match shape {
            Shape::Text => words::same(x.as_str(), y.as_str()),
            Shape::Email | Shape::Phone | Shape::Website => canon(shape, a) == canon(shape, b),
            Shape::Exact => false,
        },
        // A phone like "-" has a form that is empty.
        (Value::Text(_), Value::Empty) => canon(shape, a) == Value::Empty,
        (Value::Empty, Value::Text(_)) => canon(shape, b) == Value::Empty,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
