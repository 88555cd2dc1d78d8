//! Tags: those of a module, and those of its records.

/// `GET /settings/tags`.
pub mod list;
/// `POST /M/actions/add_tags`, `remove_tags`.
pub mod mark;
/// `POST`, `PUT`, `DELETE /settings/tags`.
pub mod write;
