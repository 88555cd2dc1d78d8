//! Tokens that die in the middle of a run.

use axum::extract::Request;

use super::super::gate::caller;
use super::super::server::Shared;
use super::{Fault, Kind};

/// Ends the token of a call, and the refresh token it came from when it is to be revoked.
pub fn end(shared: &Shared, faults: &[Fault], request: &Request) {
    let revokes = faults.iter().any(|fault| fault.kind == Kind::TokenRevoked);
    if !revokes && !faults.iter().any(|fault| fault.kind == Kind::TokenExpired) {
        return;
    }
    let Some(token) = caller::token(request) else { return };
    let mut world = shared.world();
    let accounts = &mut world.accounts;
    let Some(access) = accounts.access.remove(token) else { return };
    accounts.dirty = true;
    if let Some(refresh) = access.refresh.filter(|_| revokes) {
        accounts.revoke(&refresh);
    }
}
