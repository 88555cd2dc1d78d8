//! `/M/{id}/{list}`: what hangs on a record, and joining and parting records.

/// `PUT` and `DELETE`: link and unlink.
pub mod link;
/// `GET`, and `POST` of notes.
pub mod list;
/// Which lists there are.
pub mod relation;
