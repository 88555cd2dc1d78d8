//! The portal: organizations, departments, agents, profiles (sheet §6).

/// Agents.
pub mod agents;
/// Departments.
pub mod departments;
/// The caller.
pub mod me;
/// Portals.
pub mod organizations;
/// What profiles permit.
mod permissions;
/// Profiles and roles.
pub mod profiles;
/// Signatures.
pub mod signatures;
/// Teams.
pub mod teams;
