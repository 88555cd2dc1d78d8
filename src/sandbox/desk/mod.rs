//! Desk v1, `/api/v1/…`: one file a resource, each with the table of the operations it serves.

/// Accounts.
mod accounts;
/// Tasks, calls, events.
mod activities;
/// What happens to tickets, whoever does it.
mod acts;
/// Answers and refusals.
mod answer;
/// JSON bodies, read field by field.
mod body;
/// One call.
mod call;
/// Custom fields in a body.
mod cf;
/// Comments.
mod comments;
/// Contacts.
mod contacts;
/// Days, weeks, months.
mod days;
/// Files.
mod files;
/// Ratings.
mod happiness;
/// The rating a message got.
mod happiness_of_thread;
/// What the control plane lets happen.
pub mod inbound;
/// Fields, layouts, channels, views, from-addresses.
mod metadata;
/// The body of `updateMany`.
mod one_field;
/// Pages.
mod paging;
/// Who may do and see what.
mod permission;
/// Organizations, departments, agents, profiles.
mod portal;
/// Products.
mod products;
/// Text as Desk derives it.
mod prose;
/// The query string.
mod query;
/// The recycle bin.
mod recycle_bin;
/// The tables of operations.
mod route;
/// Scopes.
mod scope;
/// Searches.
mod search;
/// From HTTP to an operation and back.
mod serve;
/// How the tickets of a record stand.
mod statistics;
/// Messages.
mod threads;
/// Tickets.
mod tickets;
/// Webhooks.
pub mod webhooks;
/// The small pieces of every answer.
mod wire;

use axum::Router;
use axum::extract::DefaultBodyLimit;

use route::Route;
pub use serve::file_of;

use crate::sandbox::server::Shared;

/// Every operation that is served.
const TABLES: &[&[Route]] = &[
    accounts::duplicates::ROUTES,
    accounts::list::ROUTES,
    accounts::merge::ROUTES,
    accounts::show::ROUTES,
    accounts::write::ROUTES,
    activities::list::ROUTES,
    activities::search::ROUTES,
    activities::show::ROUTES,
    activities::write::ROUTES,
    comments::of_people::ROUTES,
    comments::read::ROUTES,
    comments::write::ROUTES,
    contacts::duplicates::ROUTES,
    contacts::history::ROUTES,
    contacts::link::ROUTES,
    contacts::linked::ROUTES,
    contacts::list::ROUTES,
    contacts::merge::ROUTES,
    contacts::show::ROUTES,
    contacts::write::ROUTES,
    files::bring::ROUTES,
    files::fetch::ROUTES,
    happiness::ROUTES,
    metadata::channels::ROUTES,
    metadata::fields::ROUTES,
    metadata::layouts::ROUTES,
    metadata::mail_addresses::ROUTES,
    metadata::templates::ROUTES,
    metadata::views::ROUTES,
    portal::agents::ROUTES,
    portal::departments::ROUTES,
    portal::me::ROUTES,
    portal::organizations::ROUTES,
    portal::profiles::ROUTES,
    portal::signatures::ROUTES,
    portal::teams::ROUTES,
    products::list::ROUTES,
    products::write::ROUTES,
    recycle_bin::list::ROUTES,
    recycle_bin::purge::ROUTES,
    recycle_bin::restore::ROUTES,
    search::accounts::ROUTES,
    search::across::ROUTES,
    search::contacts::ROUTES,
    search::tickets::ROUTES,
    threads::conversations::ROUTES,
    threads::drafts::ROUTES,
    threads::list::ROUTES,
    threads::reply::ROUTES,
    threads::show::ROUTES,
    tickets::counts::ROUTES,
    tickets::create::ROUTES,
    tickets::followers::ROUTES,
    tickets::history::ROUTES,
    tickets::list::ROUTES,
    tickets::many::ROUTES,
    tickets::merge::ROUTES,
    tickets::metrics::ROUTES,
    tickets::read::ROUTES,
    tickets::resolution::ROUTES,
    tickets::show::ROUTES,
    tickets::split::ROUTES,
    tickets::tags::ROUTES,
    tickets::update::ROUTES,
    webhooks::read::ROUTES,
    webhooks::write::ROUTES,
];

/// The routes below `/api/v1`.
pub fn router() -> Router<Shared> {
    Router::new().fallback(serve::serve).layer(DefaultBodyLimit::max(serve::BODY_LIMIT))
}

/// Every operation that is served, as method, path below `/api/v1` and scopes.
pub fn operations() -> impl Iterator<Item = (&'static str, &'static str, &'static [&'static str])> {
    TABLES.iter().copied().flatten().map(|route| (route.method, route.path, route.scopes))
}
