//! Refusals of a search, in the shapes of the published file (`module-search.json`) and of a recorded answer.

use serde_json::{Value, json};

use super::super::error::BiginError;
use super::criteria::{MOST_VALUES, Unclear};

/// A criteria that can't be understood.
pub fn unclear(unclear: Unclear) -> BiginError {
    let reason = unclear.to_string();
    match unclear {
        Unclear::TooMany => {
            let message = "no of criterium that can be given exceed the limit 15";
            BiginError::bad("CRITERIA_LIMIT_EXCEEDED", json!({}), message)
        }
        Unclear::Values(field) => {
            let message = format!("Only {MOST_VALUES} values are allowed in \"IN\" criteria");
            BiginError::bad("INVALID_QUERY", json!({ "api_name": field }), &message)
        }
        Unclear::Operator { field, operator } => {
            query(json!({ "operator": operator, "reason": reason, "api_name": field }))
        }
        Unclear::At(_) => query(json!({ "reason": reason, "api_name": "criteria" })),
    }
}

/// A field that there is not, or that can't be searched.
pub fn field(api_name: &str) -> BiginError {
    query(json!({ "reason": "the field is not available for search", "api_name": api_name }))
}

/// A query, with what is wrong about it.
pub fn query(details: Value) -> BiginError {
    BiginError::bad("INVALID_QUERY", details, "Invalid query formed")
}

/// A page behind the last that a search has.
pub fn beyond(reach: usize) -> BiginError {
    let details = json!({ "limit": reach.to_string() });
    BiginError::bad("LIMIT_REACHED", details, "maximum response iteration limit reached")
}

/// A search for nothing: one of these was expected.
pub fn nothing(ways: &[&str]) -> BiginError {
    let details = json!({ "param_names": ways });
    BiginError::bad("EXPECTED_PARAM_MISSING", details, "One of the expected parameter is missing")
}
