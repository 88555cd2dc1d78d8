//! Whether a condition suits its field: the operators of a type (Zoho's page of the search), and values of that type.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

use super::super::super::world::bigin::Field;
use super::super::error::BiginError;
use super::criteria::{Condition, Operator};
use super::meets::is_null;
use super::refuse;

/// Refuses an operator that the field's type does not have, and a value that is not of the type.
pub fn check(field: &Field, condition: &Condition) -> Result<(), BiginError> {
    let api_name = &field.api_name;
    if !has(&field.data_type, condition.operator) {
        let operator = condition.operator.to_string();
        let details =
            json!({ "operator": operator, "reason": "invalid operator found", "api_name": api_name });
        return Err(refuse::query(details));
    }
    let Some(expected) = condition.values.iter().find_map(|value| lacks(&field.data_type, value.trim()))
    else {
        return Ok(());
    };
    Err(refuse::query(json!({
        "expected_data_type": expected, "reason": "Please check the value of the field", "api_name": api_name,
    })))
}

fn has(data_type: &str, operator: Operator) -> bool {
    use Operator::{Equals, In, NotEqual, StartsWith};
    match data_type {
        "boolean" => matches!(operator, Equals | NotEqual),
        "id" | "lookup" | "ownerlookup" | "userlookup" | "picklist" | "autonumber" => {
            matches!(operator, Equals | NotEqual | In)
        }
        "date" | "datetime" => operator != StartsWith,
        number if is_number(number) => operator != StartsWith,
        _ => matches!(operator, Equals | NotEqual | StartsWith | In),
    }
}

/// The type that a value should have and has not; nothing at all is of every type.
fn lacks<'t>(data_type: &'t str, value: &str) -> Option<&'t str> {
    let good = match data_type {
        _ if is_null(value) => true,
        "id" | "integer" | "bigint" => value.parse::<i64>().is_ok(),
        "boolean" => value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false"),
        "date" => value.parse::<Date>().is_ok(),
        "datetime" => value.parse::<Timestamp>().is_ok(),
        number if is_number(number) => value.parse().is_ok_and(f64::is_finite),
        _ => true,
    };
    let expected = match data_type {
        "id" => "bigint",
        other => other,
    };
    (!good).then_some(expected)
}

fn is_number(data_type: &str) -> bool {
    matches!(data_type, "integer" | "bigint" | "double" | "decimal" | "currency" | "percent")
}
