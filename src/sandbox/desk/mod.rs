//! Desk v1.

use axum::Router;

use super::server::Shared;

/// The routes, below `/api/v1`.
pub fn router() -> Router<Shared> {
    Router::new()
}
