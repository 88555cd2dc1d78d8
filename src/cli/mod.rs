//! The command line.

/// `balcao sandbox`.
pub mod sandbox;
