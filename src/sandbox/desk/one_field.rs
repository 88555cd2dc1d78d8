//! The body of `updateMany`: one field of many records (OAS `contact_massupdate` and its like).

use serde_json::{Map, Value, json};

use super::body::Body;

/// The field and its value, as the body of a change to a single record would have them; faults stay in the body until
/// it is checked. `knows` says whether there is a field of that name. The value has to be there: an empty text clears,
/// and what forgets it must not.
pub fn read(body: &mut Body, knows: impl Fn(&str) -> bool) -> Map<String, Value> {
    let name = body.needed("fieldName", 100);
    let custom = body.flag("isCustomField").unwrap_or(false);
    if !custom && !name.is_empty() && !knows(&name) {
        body.fault("fieldName", "invalid");
    }
    let Some(value) = body.raw("fieldValue").cloned() else {
        body.fault("fieldValue", "missing");
        return Map::new();
    };
    let mut one = Map::new();
    if custom {
        one.insert("cf".to_owned(), json!({ name: value }));
    } else {
        one.insert(name, value);
    }
    one
}
