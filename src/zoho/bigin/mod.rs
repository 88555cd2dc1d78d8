//! Bigin v2: contacts, companies, pipelines, and what happened around them. People read there; only
//! the integration writes ([`records`]).

mod activity;
mod company;
mod contact;
mod deal;
mod deleted;
mod field;
mod list;
mod org;
mod record;
mod records;
mod related;
mod search;
mod user;

use std::sync::Arc;

use super::transport::Transport;
use crate::model::Module;
use field::Fields;
pub use records::AT_ONCE;
pub use search::Record;
pub use user::User;

/// Bigin, as the agent is signed in to it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Bigin {
    transport: Transport,
    fields: Arc<Fields>,
}

impl Bigin {
    pub(super) fn over(transport: Transport) -> Self {
        Self { transport, fields: Arc::default() }
    }
}

/// What the API calls a module.
fn api_name(module: Module) -> &'static str {
    match module {
        Module::Contacts => "Contacts",
        Module::Companies => "Accounts",
        Module::Pipelines => "Pipelines",
    }
}
