//! `GET /accounts/search`.

use jiff::Timestamp;

use super::pattern::{Pattern, holds};
use super::{SMALL, answer, custom_fields, fits, in_range, indexed, page};
use crate::sandbox::desk::accounts::project;
use crate::sandbox::desk::answer::{Refusal, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Account;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::get("/accounts/search", &["Desk.contacts.READ", "Desk.search.READ"], PARAMS, search)];

const PARAMS: &[&str] = &[
    "id",
    "accountName",
    "_all",
    "customField1",
    "customField2",
    "customField3",
    "customField4",
    "customField5",
    "customField6",
    "customField7",
    "customField8",
    "customField9",
    "customField10",
    "createdTimeRange",
    "modifiedTimeRange",
    "sortBy",
    "from",
    "limit",
];
const SORTS: &[&str] = &["relevance", "modifiedTime", "createdTime", "accountName"];

/// What is searched for.
pub struct Wanted {
    id: Option<Pattern>,
    name: Option<Pattern>,
    all: Option<Pattern>,
    custom: Vec<(String, Pattern)>,
    created: Option<(Timestamp, Timestamp)>,
    modified: Option<(Timestamp, Timestamp)>,
}

impl Wanted {
    /// Reads the query; `all` is the parameter that looks everywhere.
    pub fn read(call: &Call, all: &str) -> Result<Self, Refusal> {
        Ok(Self {
            id: Pattern::word(&call.query, "id"),
            name: Pattern::text(&call.query, "accountName")?,
            all: Pattern::text(&call.query, all)?,
            custom: custom_fields(call)?,
            created: call.query.range("createdTimeRange")?,
            modified: call.query.range("modifiedTimeRange")?,
        })
    }

    fn holds(&self, account: &Account) -> bool {
        holds(self.id.as_ref(), |p| p.equals(Some(&account.id.to_string())))
            && holds(self.name.as_ref(), |p| p.equals(Some(&account.name)))
            && in_range(self.created, Some(account.created))
            && in_range(self.modified, Some(account.modified))
            && holds(self.all.as_ref(), |p| {
                p.contains(Some(&account.name))
                    || p.contains(account.website.as_deref())
                    || p.contains(account.email.as_deref())
                    || p.dials(account.phone.as_deref())
            })
            && fits(&self.custom, Some(&account.cf))
    }

    fn candidates(&self, world: &World) -> Vec<Id> {
        let accounts = &world.desk.accounts;
        if accounts.len() > SMALL
            && let Some((text, goes_on)) = self.name.as_ref().and_then(Pattern::words)
        {
            return accounts.words().all_of(text, goes_on).unwrap_or_default();
        }
        accounts.order("createdTime").ids().collect()
    }
}

/// Everything that is found.
pub fn hits<'w>(world: &'w World, wanted: &Wanted) -> Vec<&'w Account> {
    indexed(&world.desk.accounts, wanted.candidates(world))
        .filter(|account| account.trashed.is_none() && wanted.holds(account))
        .collect()
}

/// An account's place for a `sortBy` field.
pub fn place(account: &Account, field: &str) -> (Option<Timestamp>, String, Id) {
    match field {
        "createdTime" => (Some(account.created), String::new(), account.id),
        "accountName" => (None, account.name.to_lowercase(), account.id),
        _ => (Some(account.modified), String::new(), account.id),
    }
}

fn search(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "accounts", "view")?;
    let cut = paging::of_search(&call.query)?;
    let by = call.query.sort(SORTS)?;
    let wanted = Wanted::read(call, "_all")?;
    let all = hits(world, &wanted);
    let count = all.len();
    let rows = page(all, by, cut, place);
    answer(rows.into_iter().map(|account| project::searched(world, call, account)).collect(), count)
}
