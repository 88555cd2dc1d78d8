//! Shapes that the sheets show and the files do not have.

use serde_json::Value;

use super::Service;

/// The shape of an operation's good answer.
pub fn schema(_service: Service, _name: &str) -> Option<Value> {
    None
}
