//! The fields of a contact, a company, a deal: what they are called and what they say.

use crate::app::effect::Record;
use crate::model::{Company, CompanyId, Contact, ContactId, Deal, RecordId, UserRef};
use crate::text::money;
use crate::ui::view::View;

/// A field of the page.
pub(super) struct Field {
    /// What it is called.
    pub(super) label: String,
    /// What it says.
    pub(super) value: String,
    /// The record that it names.
    pub(super) link: Option<RecordId>,
}

impl Field {
    /// A field that names no record.
    pub(super) fn plain(label: String, value: String) -> Self {
        Self { label, value, link: None }
    }
}

/// The name and who that is, in a few words.
pub(super) fn name(view: View<'_>, record: &Record) -> (String, String) {
    let join = |parts: [Option<&str>; 2]| {
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    match record {
        Record::Contact(contact) => {
            let company = contact.company.as_ref().map(|(_, name)| name.as_str());
            (contact.name(), join([company, contact.title.as_deref()]))
        }
        Record::Company(company) => {
            (company.name.clone(), join([company.website.as_deref(), company.phone.as_deref()]))
        }
        Record::Deal(deal) => {
            let amount = amount(view, deal);
            (deal.name.clone(), join([deal.stage.as_deref(), amount.as_deref()]))
        }
    }
}

/// All fields with a value, in the order of the page; those of a person's own making last.
pub(super) fn all(view: View<'_>, record: &Record) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut put = |id: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            fields.push(Field { label: view.say(id), value, link: link(record, id) });
        }
    };
    match record {
        Record::Contact(contact) => of_contact(contact, &mut put),
        Record::Company(company) => of_company(company, &mut put),
        Record::Deal(deal) => of_deal(view, deal, &mut put),
    }
    let (tags, custom, created, modified) = match record {
        Record::Contact(Contact { tags, custom, created, modified, .. })
        | Record::Company(Company { tags, custom, created, modified, .. })
        | Record::Deal(Deal { tags, custom, created, modified, .. }) => (tags, custom, created, modified),
    };
    put("record-tags", Some(tags.join(", ")));
    put("record-created", Some(view.clock.exact(&view.app.words, *created)));
    put("record-modified", Some(view.clock.exact(&view.app.words, *modified)));
    fields.extend(custom.iter().cloned().map(|(label, value)| Field::plain(label, value)));
    fields
}

/// The record that a field names.
fn link(record: &Record, field: &str) -> Option<RecordId> {
    let contact = |named: &Option<(ContactId, String)>| named.clone().map(|(id, _)| RecordId::Contact(id));
    let company = |named: &Option<(CompanyId, String)>| named.clone().map(|(id, _)| RecordId::Company(id));
    match (record, field) {
        (Record::Contact(one), "record-company") => company(&one.company),
        (Record::Deal(one), "record-contact") => contact(&one.contact),
        (Record::Deal(one), "record-company") => company(&one.company),
        _ => None,
    }
}

/// An amount in the organisation's currency.
pub(super) fn amount(view: View<'_>, deal: &Deal) -> Option<String> {
    let currency = view.app.furniture.currency.as_deref().unwrap_or_default();
    deal.amount_cents.map(|cents| money(cents, currency, view.app.words.lang()))
}

fn of_contact(contact: &Contact, put: &mut impl FnMut(&str, Option<String>)) {
    put("record-email", contact.email.clone());
    put("record-phone", contact.phone.clone());
    put("record-mobile", contact.mobile.clone());
    put("record-company", contact.company.as_ref().map(|(_, name)| name.clone()));
    put("record-title", contact.title.clone());
    put("record-owner", owner(contact.owner.as_ref()));
    put("record-address", Some(contact.address.join(", ")));
    put("record-description", contact.description.clone());
}

fn of_company(company: &Company, put: &mut impl FnMut(&str, Option<String>)) {
    put("record-website", company.website.clone());
    put("record-phone", company.phone.clone());
    put("record-owner", owner(company.owner.as_ref()));
    put("record-address", Some(company.address.join(", ")));
    put("record-description", company.description.clone());
}

fn of_deal(view: View<'_>, deal: &Deal, put: &mut impl FnMut(&str, Option<String>)) {
    let pipeline = [deal.pipeline.as_deref(), deal.sub_pipeline.as_deref()];
    put("record-pipeline", Some(pipeline.into_iter().flatten().collect::<Vec<_>>().join(" › ")));
    put("record-stage", deal.stage.clone());
    put("record-amount", amount(view, deal));
    put("record-closing", deal.closing.and_then(|date| day(view, date)));
    put("record-contact", deal.contact.as_ref().map(|(_, name)| name.clone()));
    put("record-company", deal.company.as_ref().map(|(_, name)| name.clone()));
    put("record-owner", owner(deal.owner.as_ref()));
    put("record-description", deal.description.clone());
}

fn owner(owner: Option<&UserRef>) -> Option<String> {
    owner.map(|user| user.name.clone())
}

/// A date of the calendar, whatever the zone: its noon here has the same date.
pub(super) fn day(view: View<'_>, date: jiff::civil::Date) -> Option<String> {
    let noon = date.at(12, 0, 0, 0).to_zoned(view.app.zone.clone()).ok()?;
    Some(view.clock.date(&view.app.words, noon.timestamp()))
}
