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
/// Other owners.
mod owner;
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
/// Tags.
mod tags;
/// What there is not.
mod url;
/// Channels and callbacks.
mod watch;
/// Create, update, upsert, delete.
mod write;

use axum::routing::{get, post, put};
use axum::{Router, middleware};

pub use error::BiginError;

use super::gate::Service;
use super::server::Shared;
use related::{link, list as lists};
use settings::{fields, layouts, modules, related_lists};
use watch::courier::{Courier, carry};
use watch::{details, disable, enable, update as renew};
use write::{create, delete, update, upsert};

/// The routes, below `/bigin/v2`; every operation that is served stands here.
pub fn router(shared: &Shared) -> Router<Shared> {
    Router::new()
        .route("/settings/modules", get(modules::modules))
        .route("/settings/modules/{module}", get(modules::module))
        .route("/settings/fields", get(fields::fields))
        .route("/settings/fields/{id}", get(fields::field))
        .route("/settings/layouts", get(layouts::layouts))
        .route("/settings/layouts/{id}", get(layouts::layout))
        .route("/settings/related_lists", get(related_lists::related_lists))
        .route(
            "/settings/tags",
            get(tags::list::list).post(tags::write::create).put(tags::write::update_many),
        )
        .route("/settings/tags/{id}", put(tags::write::update).delete(tags::write::delete))
        .route("/settings/profiles", get(people::profiles))
        .route("/settings/roles", get(people::roles))
        .route("/users", get(people::users))
        .route("/users/{id}", get(people::user))
        .route("/org", get(people::org))
        .route(
            "/actions/watch",
            get(details::details)
                .post(enable::enable)
                .put(renew::put)
                .patch(renew::patch)
                .delete(disable::disable),
        )
        .merge(records())
        .fallback(url::no_such_url)
        .method_not_allowed_fallback(url::no_such_method)
        .layer(middleware::from_fn_with_state((shared.of(Service::Bigin), Courier::default()), carry))
        .layer(middleware::map_response(url::sealed))
}

/// The routes of the modules' records.
fn records() -> Router<Shared> {
    Router::new()
        .route("/{module}", get(list::list).post(create::create).put(update::many).delete(delete::many))
        .route("/{module}/upsert", post(upsert::upsert))
        .route("/{module}/search", get(search::search))
        .route("/{module}/deleted", get(deleted::deleted))
        .route("/{module}/actions/count", get(count::count))
        .route("/{module}/actions/change_owner", post(owner::many))
        .route("/{module}/actions/{verb}", post(tags::mark::many))
        .route("/{module}/{id}", get(get::get).put(update::one).delete(delete::one))
        .route("/{module}/{id}/actions/change_owner", post(owner::one))
        .route("/{module}/{id}/actions/{verb}", post(tags::mark::one))
        .route(
            "/{module}/{id}/{list}",
            get(lists::related).post(lists::add).put(link::link_many).delete(link::unlink_many),
        )
        .route("/{module}/{id}/{list}/{other}", put(link::link).delete(link::unlink))
        .route_layer(middleware::from_fn(url::known))
}
