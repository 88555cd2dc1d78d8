//! The local stand-in of Zoho Accounts, Bigin v2 and Desk v1, on one loopback port.
//!
//! A test, a demo or a stranger's client talks to it as it would to the real services; the control plane under
//! `/_sandbox/` then breaks the network, the answers and the clock. It shares no type with the client in `zoho/`:
//! a mistake made once in a shared type would hide itself.

/// What the sandbox is started with.
pub mod options;

/// The gate that every call passes.
pub mod gate;

/// What goes wrong, where and how often.
pub mod faults;

/// The request log.
pub mod log;

/// Zoho Accounts, `/oauth/…`.
pub mod accounts;

/// Bigin v2, `/bigin/v2/…`.
pub mod bigin;

/// What survives a restart.
mod keep;

/// The control plane, `/_sandbox/…`.
pub mod control;

/// The shared state behind every route, and the running server.
pub mod server;

/// The plain state that the routes work on.
pub mod world;

/// The deterministic data set.
pub mod story;

/// Desk v1, `/api/v1/…`.
pub mod desk;
