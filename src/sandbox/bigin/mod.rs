//! Bigin v2: modules and their fields, users, and the records of eight modules.

/// What a request asks for.
mod ask;
/// How many records there are.
mod count;
/// What was deleted.
mod deleted;
/// Refusals.
mod error;
/// One record.
mod get;
/// Lists of a module.
mod list;
/// Pages and page tokens.
mod page;
/// Organization and users.
mod people;
/// Lists of a record.
mod related;
/// Searches.
pub mod search;
/// Modules, fields, layouts.
mod settings;
/// Records as JSON.
mod show;
/// Create, update, upsert, delete.
mod write;

use axum::Router;
use axum::routing::get;
use serde_json::json;

pub use error::BiginError;

use super::server::Shared;

/// The routes, below `/bigin/v2`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/settings/modules", get(settings::modules))
        .route("/settings/modules/{module}", get(settings::module))
        .route("/settings/fields", get(settings::fields))
        .route("/settings/fields/{id}", get(settings::field))
        .route("/settings/layouts", get(settings::layouts))
        .route("/settings/layouts/{id}", get(settings::layout))
        .route("/settings/tags", get(settings::tags))
        .route("/settings/profiles", get(people::profiles))
        .route("/settings/roles", get(people::roles))
        .route("/users", get(people::users))
        .route("/users/{id}", get(people::user))
        .route("/org", get(people::org))
        .route(
            "/{module}",
            get(list::list).post(write::create::create).put(write::update::many).delete(write::delete::many),
        )
        .route("/{module}/upsert", axum::routing::post(write::upsert::upsert))
        .route("/{module}/search", get(search::search))
        .route("/{module}/deleted", get(deleted::deleted))
        .route("/{module}/actions/count", get(count::count))
        .route("/{module}/{id}", get(get::get).put(write::update::one).delete(write::delete::one))
        .route("/{module}/{id}/{list}", get(related::related).post(related::add))
        .fallback(no_such_url)
        .method_not_allowed_fallback(no_such_method)
}

async fn no_such_url() -> BiginError {
    BiginError {
        status: axum::http::StatusCode::NOT_FOUND,
        code: "INVALID_URL_PATTERN",
        details: json!({}),
        message: "Please check if the URL trying to access is a correct one".to_owned(),
    }
}

async fn no_such_method() -> BiginError {
    BiginError::bad("INVALID_REQUEST_METHOD", json!({}), "The http request method type is not a valid one")
}
