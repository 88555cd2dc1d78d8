//! The page of a record.

use jiff::Timestamp;

use crate::app::effect::{Person, Record, RecordPage};
use crate::counter::fetch::scope_of;
use crate::counter::twin::known;
use crate::model::{DeskTwin, Open, RecordId, RecordRow, TicketCounts, TicketQuery};
use crate::store::cache::{Cache, Error, Key};

/// How many people of a company are shown on its page.
const PEOPLE: usize = 50;

/// How many deals of a contact or company are shown on its page.
const DEALS: u32 = 50;

pub(super) fn read(cache: &Cache, id: &RecordId, now: Timestamp) -> Result<Option<RecordPage>, Error> {
    let record = match id {
        RecordId::Contact(id) => cache.contact(id)?.map(Record::Contact),
        RecordId::Company(id) => cache.company(id)?.map(Record::Company),
        RecordId::Deal(id) => cache.deal(id)?.map(Record::Deal),
    };
    let Some(record) = record else { return Ok(None) };
    let twins = known(cache, id)?;
    let scope = scope_of(&twins);
    let counts = match &scope {
        Some(scope) => {
            let query = TicketQuery {
                scope: scope.clone(),
                department: None,
                text: String::new(),
                meant: Vec::new(),
            };
            cache.counts(&query, now)?
        }
        None => TicketCounts::default(),
    };
    let (activities, activities_fetched) = match cache.activities(id)? {
        Some((list, at)) => (list, Some(at)),
        None => (Vec::new(), None),
    };
    let name = |twin: &DeskTwin| match twin {
        DeskTwin::Contact(id) => cache.customer_name(id).map(Option::unwrap_or_default),
        other => cache.twin_name(other).map(Option::unwrap_or_default),
    };
    let twin_names = twins.iter().map(name).collect::<Result<_, _>>()?;
    let candidates = twins.iter().flat_map(|twin| match twin {
        DeskTwin::Ambiguous(several) => several.clone(),
        _ => Vec::new(),
    });
    let people = people(cache, &record)?;
    Ok(Some(RecordPage {
        candidates: candidates.collect(),
        twin_names,
        deals: cache.deals_of(id, DEALS)?,
        related: people.iter().map(related).collect(),
        people,
        record,
        twins,
        scope,
        counts,
        activities,
        tickets_fetched: cache.fetched_at(&Key::Twin(id.clone()))?,
        activities_fetched,
    }))
}

/// The people of a company.
fn people(cache: &Cache, record: &Record) -> Result<Vec<Person>, Error> {
    let Record::Company(company) = record else { return Ok(Vec::new()) };
    let mut people = Vec::new();
    for id in cache.contacts_of(&company.id)?.into_iter().take(PEOPLE) {
        if let Some(contact) = cache.contact(&id)? {
            let twin = cache.twin(&RecordId::Contact(id))?.map(|(twin, _)| twin);
            people.push(Person { contact, twin });
        }
    }
    Ok(people)
}

fn related(person: &Person) -> RecordRow {
    let contact = &person.contact;
    RecordRow {
        id: RecordId::Contact(contact.id.clone()),
        name: contact.name(),
        second: contact.title.clone().or_else(|| contact.email.clone()).unwrap_or_default(),
        open: Open::Unread,
        overdue: 0,
    }
}
