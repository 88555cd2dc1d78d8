//! A body's records, one field at a time: type, length, choices (sheet §3, §5).

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::super::super::world::bigin::Field;
use super::super::error::BiginError;
use super::MOST;

/// `data[]` of a body: 1 to 100 objects. The media type does not matter: official clients send none.
pub fn elements(body: &[u8]) -> Result<Vec<Map<String, Value>>, BiginError> {
    let body = object(body)?;
    let Some(data) = body.get("data") else {
        let details = json!({ "api_name": "data", "json_path": "$.data" });
        return Err(BiginError::bad("MANDATORY_NOT_FOUND", details, "required field not found"));
    };
    let Some(data) = data.as_array().filter(|data| !data.is_empty()) else {
        return Err(BiginError::body("jsonarray"));
    };
    if data.len() > MOST {
        let details = json!({ "limit": MOST, "api_name": "data", "json_path": "$.data" });
        return Err(BiginError::bad("LIMIT_EXCEEDED", details, "the number of records exceeds the limit"));
    }
    let objects = data.iter().map(|element| element.as_object().cloned());
    objects.collect::<Option<Vec<_>>>().ok_or_else(|| BiginError::body("jsonobject"))
}

/// The body itself.
pub fn object(body: &[u8]) -> Result<Map<String, Value>, BiginError> {
    // Some editors and languages put a byte order mark first.
    match serde_json::from_slice(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)) {
        Ok(Value::Object(object)) => Ok(object),
        _ => Err(BiginError::body("jsonobject")),
    }
}

/// Where in the request a field stands.
pub fn place(at: usize, api_name: &str) -> Value {
    json!({ "api_name": api_name, "json_path": format!("$.data[{at}].{api_name}") })
}

/// A value that can't be.
pub fn invalid(at: usize, field: &Field, expected: &str) -> BiginError {
    let mut details = place(at, &field.api_name);
    details["expected_data_type"] = json!(expected);
    BiginError::bad("INVALID_DATA", details, "invalid data")
}

/// A plain value, checked; lookups, owners and tags are somebody else's business.
pub fn checked(at: usize, field: &Field, value: &Value) -> Result<Value, BiginError> {
    match field.data_type.as_str() {
        "boolean" => value.as_bool().map(Value::Bool).ok_or_else(|| invalid(at, field, "boolean")),
        "currency" | "double" | "decimal" | "percent" => {
            let number =
                value.as_f64().or_else(|| value.as_str()?.parse().ok()).filter(|n: &f64| n.is_finite());
            match number {
                Some(_) if value.is_number() => Ok(value.clone()),
                Some(number) => Ok(json!(number)),
                None => Err(invalid(at, field, "double")),
            }
        }
        "integer" => {
            let number = value.as_i64().or_else(|| value.as_str()?.parse().ok());
            number.map(|number| json!(number)).ok_or_else(|| invalid(at, field, "integer"))
        }
        "multiselectlookup" | "multiselectpicklist" => {
            let texts = value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
            if texts || (value.is_array() && field.data_type == "multiselectlookup") {
                Ok(value.clone())
            } else {
                Err(invalid(at, field, "jsonarray"))
            }
        }
        _ if matches!(
            field.api_name.as_str(),
            "Participants" | "Remind_At" | "Recurring_Activity" | "Reminder"
        ) =>
        {
            Ok(value.clone())
        }
        _ => text(at, field, value),
    }
}

fn text(at: usize, field: &Field, value: &Value) -> Result<Value, BiginError> {
    let kind = match field.data_type.as_str() {
        kind @ ("email" | "phone" | "website" | "date" | "datetime") => kind,
        "picklist" => "picklist",
        _ => "text",
    };
    let Some(text) = value.as_str() else { return Err(invalid(at, field, kind)) };
    if text.chars().count() > usize::try_from(field.length).unwrap_or(usize::MAX) {
        let mut details = place(at, &field.api_name);
        details["maximum_length"] = json!(field.length);
        return Err(BiginError::bad("INVALID_DATA", details, "invalid data"));
    }
    let good = match kind {
        // No service keeps what ends a text in half of the world's programs.
        _ if text.contains('\0') => false,
        "email" => is_email(text),
        "date" => text.parse::<jiff::civil::Date>().is_ok(),
        "datetime" => text.parse::<Timestamp>().is_ok(),
        _ => true,
    };
    if !good {
        return Err(invalid(at, field, kind));
    }
    if kind == "picklist" && text == "-None-" {
        return Ok(Value::Null);
    }
    Ok(Value::String(text.to_owned()))
}

/// Something before the at sign, and a domain with a dot behind it.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let dotted = domain.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && !rest.is_empty());
    !name.is_empty() && dotted && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_dotted_domain() {
        assert!(is_email("joão@exemplo.com.br"));
        for bad in ["", "a", "a@b", "@b.c", "a b@c.d", "a@.c", "a@b."] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_body_has_one_to_a_hundred_records() {
        assert!(elements(br#"{"data":[{}]}"#).is_ok());
        assert!(elements(br#"{"data":[]}"#).is_err());
        assert!(elements(br#"{"data":[1]}"#).is_err());
        assert_eq!(elements(b"{}").map_err(|error| error.code), Err("MANDATORY_NOT_FOUND"));
        let many = json!({ "data": vec![json!({}); 101] }).to_string();
        assert_eq!(elements(many.as_bytes()).map_err(|error| error.code), Err("LIMIT_EXCEEDED"));
    }
}
