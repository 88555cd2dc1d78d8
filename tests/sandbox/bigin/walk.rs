//! walk
pub(crate) async fn checked() -> Vec<String> { Vec::new() }
