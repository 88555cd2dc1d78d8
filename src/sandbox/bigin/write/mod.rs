//! Create, update, upsert, delete: up to 100 records a call, each with its own result (sheet §4.3–4.6).

/// Setting checked fields on a record.
pub mod change;
/// `POST /M`.
pub mod create;
/// `DELETE /M`, `DELETE /M/{id}`.
pub mod delete;
/// A body's records, one field at a time.
pub mod input;
/// Results and the status of a batch.
pub mod outcome;
/// `PUT /M`, `PUT /M/{id}`.
pub mod update;
/// `POST /M/upsert`.
pub mod upsert;

/// The most records a call may write.
pub const MOST: usize = 100;
