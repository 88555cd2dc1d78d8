//! Bigin v2.

use axum::Router;

use super::server::Shared;

/// The routes, below `/bigin/v2`.
pub fn router() -> Router<Shared> {
    Router::new()
}
