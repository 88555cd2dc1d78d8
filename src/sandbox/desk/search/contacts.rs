//! `GET /contacts/search`.

use jiff::Timestamp;

use super::pattern::{Pattern, holds};
use super::{SMALL, answer, custom_fields, fits, in_range, indexed, page};
use crate::sandbox::desk::answer::{Refusal, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::project;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Contact;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::get("/contacts/search", &["Desk.contacts.READ", "Desk.search.READ"], PARAMS, search)];

const PARAMS: &[&str] = &[
    "id",
    "fullName",
    "firstName",
    "lastName",
    "email",
    "phone",
    "mobile",
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
const SORTS: &[&str] = &["relevance", "modifiedTime", "createdTime", "lastName", "firstName"];

type Range = Option<(Timestamp, Timestamp)>;

/// What is searched for.
pub struct Wanted {
    id: Option<Pattern>,
    full_name: Option<Pattern>,
    first_name: Option<Pattern>,
    last_name: Option<Pattern>,
    email: Option<Pattern>,
    phone: Option<Pattern>,
    mobile: Option<Pattern>,
    account_name: Option<Pattern>,
    all: Option<Pattern>,
    custom: Vec<(String, Pattern)>,
    created: Range,
    modified: Range,
}

impl Wanted {
    /// Reads the query; `all` is the parameter that looks everywhere.
    pub fn read(call: &Call, all: &str) -> Result<Self, Refusal> {
        let query = &call.query;
        Ok(Self {
            id: Pattern::word(query, "id"),
            full_name: Pattern::text(query, "fullName")?,
            first_name: Pattern::text(query, "firstName")?,
            last_name: Pattern::text(query, "lastName")?,
            email: Pattern::text(query, "email")?,
            phone: Pattern::text(query, "phone")?,
            mobile: Pattern::text(query, "mobile")?,
            account_name: Pattern::text(query, "accountName")?,
            all: Pattern::text(query, all)?,
            custom: custom_fields(call)?,
            created: query.range("createdTimeRange")?,
            modified: query.range("modifiedTimeRange")?,
        })
    }

    fn holds(&self, world: &World, contact: &Contact) -> bool {
        let second = contact.more.as_ref().and_then(|more| more.secondary_email.as_deref());
        let account =
            || contact.account.and_then(|id| world.desk.accounts.get(id)).map(|account| account.name.clone());
        holds(self.id.as_ref(), |p| p.equals(Some(&contact.id.to_string())))
            && holds(self.full_name.as_ref(), |p| p.equals(Some(&contact.name())))
            && holds(self.first_name.as_ref(), |p| p.equals(contact.first_name.as_deref()))
            && holds(self.last_name.as_ref(), |p| p.equals(Some(&contact.last_name)))
            && holds(self.email.as_ref(), |p| {
                p.equals(contact.email.as_deref()) || (second.is_some() && p.equals(second))
            })
            && holds(self.phone.as_ref(), |p| p.dials(contact.phone.as_deref()))
            && holds(self.mobile.as_ref(), |p| p.dials(contact.mobile.as_deref()))
            && holds(self.account_name.as_ref(), |p| p.equals(account().as_deref()))
            && in_range(self.created, Some(contact.created))
            && in_range(self.modified, Some(contact.modified))
            && holds(self.all.as_ref(), |p| {
                p.contains(Some(&contact.name()))
                    || p.contains(contact.email.as_deref())
                    || p.contains(second)
                    || p.dials(contact.phone.as_deref())
                    || p.dials(contact.mobile.as_deref())
                    || p.contains(account().as_deref())
            })
            && fits(&self.custom, contact.more.as_ref().map(|more| &more.cf))
    }

    /// The shortest list that holds every hit.
    fn candidates(&self, world: &World) -> Vec<Id> {
        let contacts = &world.desk.contacts;
        if let Some((text, false)) = self.email.as_ref().and_then(Pattern::words) {
            return contacts.under(&Key::Email(text.into())).ids().collect();
        }
        if let Some((from, _)) = self.modified {
            return contacts
                .order("modifiedTime")
                .since(from.as_millisecond())
                .iter()
                .map(|(_, id)| *id)
                .collect();
        }
        let names = [&self.email, &self.full_name, &self.last_name, &self.first_name];
        if contacts.len() > SMALL
            && let Some((text, goes_on)) = names.into_iter().flatten().find_map(Pattern::words)
        {
            return contacts.words().all_of(text, goes_on).unwrap_or_default();
        }
        contacts.order("createdTime").ids().collect()
    }
}

/// Everything that is found.
pub fn hits<'w>(world: &'w World, wanted: &Wanted) -> Vec<&'w Contact> {
    indexed(&world.desk.contacts, wanted.candidates(world))
        .filter(|contact| contact.trashed.is_none() && wanted.holds(world, contact))
        .collect()
}

/// A contact's place for a `sortBy` field.
pub fn place(contact: &Contact, field: &str) -> (Option<Timestamp>, String, Id) {
    let (at, name) = match field {
        "createdTime" => (Some(contact.created), String::new()),
        "lastName" => (None, contact.last_name.to_lowercase()),
        "firstName" => (None, contact.first_name.as_deref().unwrap_or("").to_lowercase()),
        _ => (Some(contact.modified), String::new()),
    };
    (at, name, contact.id)
}

fn search(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "contacts", "view")?;
    let cut = paging::of_search(&call.query)?;
    let by = call.query.sort(SORTS)?;
    let wanted = Wanted::read(call, "_all")?;
    let all = hits(world, &wanted);
    let count = all.len();
    let rows = page(all, by, cut, place);
    answer(rows.into_iter().map(|contact| project::searched(world, call, contact)).collect(), count)
}
