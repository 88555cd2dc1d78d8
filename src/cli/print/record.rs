//! Records of Bigin: rows, pages, JSON.

use serde_json::{Value, json};

use super::{Page, named, optional};
use crate::app::effect::Record;
use crate::model::{Candidate, DeskTwin, UserRef};
use crate::text::{Words, money};

/// The cells of a list: id, name, and what tells most.
pub fn record_row(record: &Record, words: &Words) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match record {
        Record::Contact(contact) => vec![
            contact.id.to_string(),
            contact.name(),
            text(&contact.email),
            contact.company.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        ],
        Record::Company(company) => {
            vec![company.id.to_string(), company.name.clone(), text(&company.website), text(&company.phone)]
        }
        Record::Deal(deal) => vec![
            deal.id.to_string(),
            deal.name.clone(),
            text(&deal.stage),
            deal.amount_cents.map(|cents| money(cents, "", words.lang())).unwrap_or_default(),
            deal.company.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        ],
    }
}

/// The page of a record, without what Desk knows.
pub fn record_page<'a>(record: &Record, words: &'a Words) -> Page<'a> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let name = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let (mut page, rest) = match record {
        Record::Contact(contact) => {
            let mut page = Page::new(words, &contact.name());
            page.put("record-title", &text(&contact.title));
            page.put("record-company", &name(contact.company.as_ref().map(|(_, name)| name.as_str())));
            page.put("record-email", &text(&contact.email));
            page.put("record-phone", &text(&contact.phone));
            page.put("record-mobile", &text(&contact.mobile));
            page.put("record-address", &contact.address.join(", "));
            (page, (&contact.owner, &contact.tags, &contact.description, &contact.custom))
        }
        Record::Company(company) => {
            let mut page = Page::new(words, &company.name);
            page.put("record-website", &text(&company.website));
            page.put("record-phone", &text(&company.phone));
            page.put("record-address", &company.address.join(", "));
            (page, (&company.owner, &company.tags, &company.description, &company.custom))
        }
        Record::Deal(deal) => {
            let mut page = Page::new(words, &deal.name);
            page.put("record-pipeline", &text(&deal.pipeline));
            page.put("record-stage", &text(&deal.stage));
            let amount = deal.amount_cents.map(|cents| money(cents, "", words.lang()));
            page.put("record-amount", &amount.unwrap_or_default());
            page.put("record-closing", &deal.closing.map(|day| day.to_string()).unwrap_or_default());
            page.put("record-contact", &name(deal.contact.as_ref().map(|(_, name)| name.as_str())));
            page.put("record-company", &name(deal.company.as_ref().map(|(_, name)| name.as_str())));
            (page, (&deal.owner, &deal.tags, &deal.description, &deal.custom))
        }
    };
    let (owner, tags, description, custom) = rest;
    page.put("record-owner", &name(owner.as_ref().map(|owner| owner.name.as_str())));
    page.put("record-tags", &tags.join(", "));
    page.put("record-description", &text(description));
    for (label, value) in custom {
        page.put_foreign(label, value);
    }
    page
}

/// A record for scripts.
pub fn record_json(record: &Record) -> Value {
    let custom = |list: &[(String, String)]| -> Vec<Value> {
        list.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
    };
    let owner = |owner: &Option<UserRef>| optional(owner.as_ref(), |one| named(one.id.as_str(), &one.name));
    match record {
        Record::Contact(one) => json!({
            "id": one.id, "name": one.name(), "first_name": one.first_name, "last_name": one.last_name,
            "title": one.title, "email": one.email, "phone": one.phone, "mobile": one.mobile,
            "company": optional(one.company.as_ref(), |(id, name)| named(id.as_str(), name)),
            "address": one.address, "description": one.description, "owner": owner(&one.owner),
            "tags": one.tags, "custom": custom(&one.custom),
            "created_at": one.created, "modified_at": one.modified,
        }),
        Record::Company(one) => json!({
            "id": one.id, "name": one.name, "phone": one.phone, "website": one.website,
            "address": one.address, "description": one.description, "owner": owner(&one.owner),
            "tags": one.tags, "custom": custom(&one.custom),
            "created_at": one.created, "modified_at": one.modified,
        }),
        Record::Deal(one) => json!({
            "id": one.id, "name": one.name, "pipeline": one.pipeline, "sub_pipeline": one.sub_pipeline,
            "stage": one.stage, "amount_cents": one.amount_cents, "closing": one.closing,
            "contact": optional(one.contact.as_ref(), |(id, name)| named(id.as_str(), name)),
            "company": optional(one.company.as_ref(), |(id, name)| named(id.as_str(), name)),
            "description": one.description, "owner": owner(&one.owner),
            "tags": one.tags, "custom": custom(&one.custom),
            "created_at": one.created, "modified_at": one.modified,
        }),
    }
}

/// A twin for scripts.
pub fn twin_json(twin: &DeskTwin) -> Value {
    match twin {
        DeskTwin::Contact(id) => json!({ "state": "contact", "id": id }),
        DeskTwin::Account(id) => json!({ "state": "account", "id": id }),
        DeskTwin::None => json!({ "state": "none" }),
        DeskTwin::Ambiguous(names) => json!({ "state": "ambiguous", "candidates": said(names) }),
    }
}

/// Candidates as a person tells them apart.
pub fn said(candidates: &[Candidate]) -> Vec<String> {
    candidates.iter().map(Candidate::said).collect()
}

/// The twins in a line: where the record stands in Desk.
pub fn twins_text(twins: &[DeskTwin], words: &Words) -> String {
    let found = twins.iter().any(|twin| matches!(twin, DeskTwin::Contact(_) | DeskTwin::Account(_)));
    // The ids of one or two say something; those of all people of a company do not.
    let people = twins.iter().filter(|twin| matches!(twin, DeskTwin::Contact(_))).count();
    let many = (people > 2).then(|| words.say_with("cli-twin-contacts", &[("count", people.into())]));
    let each = twins.iter().filter_map(|twin| match twin {
        DeskTwin::Contact(_) if people > 2 => None,
        DeskTwin::Contact(id) => Some(words.say_with("cli-twin-contact", &[("id", id.as_str().into())])),
        DeskTwin::Account(id) => Some(words.say_with("cli-twin-account", &[("id", id.as_str().into())])),
        DeskTwin::Ambiguous(names) => {
            Some(words.say_with("twin-ambiguous", &[("names", said(names).join(", ").into())]))
        }
        DeskTwin::None => None,
    });
    let each: Vec<_> = each.chain(many).collect();
    if each.is_empty() && !found { words.say("twin-none-short") } else { each.join(" · ") }
}
