//! For whom `+ Ticket` is: the customer in view. Where several in Desk match, or a company has several people, one of them
//! is chosen by a person.

use crate::app::App;
use crate::app::effect::{Person, Record, RecordPage};
use crate::app::parts::form::Customer;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::screens::counter::Counter;
use crate::model::{Address, Candidate, Contact, DeskContactId, DeskTwin, Ticket};
use crate::text::line;

/// Somebody for whom the ticket could be.
pub(super) struct Possible {
    pub(super) who: Customer,
    /// What tells them from the others.
    note: String,
}

impl App {
    /// Asks whose ticket it shall be.
    pub(super) fn ask_for_whom(&mut self, customers: Vec<Possible>) {
        let company = self.screen.module().is_some_and(|module| {
            let page = self.counter(module).page.as_ref();
            page.is_some_and(|page| matches!(page.record, Record::Company(_)))
        });
        let choice = |one: Possible| Choice {
            label: one.who.shown.clone(),
            note: one.note,
            also: one.who.email.clone().unwrap_or_default(),
            value: Picked::Customer(Box::new(one.who)),
            current: false,
        };
        let title = self.words.say(if company { "menu-customer-company" } else { "menu-customer" });
        let choices = customers.into_iter().map(choice).collect();
        self.popups.push(Popup::Menu(Menu::new(title, choices)));
    }

    /// Whether somebody is in view for whom a ticket could be made.
    pub(in crate::app) fn has_customer(&self) -> bool {
        !self.customers().is_empty()
    }

    /// Why nobody is in view for whom a ticket could be made: a message of the catalogue.
    pub(super) fn why_nobody(&self) -> &'static str {
        let page = self.screen.module().and_then(|module| self.counter(module).page.as_ref());
        match page.map(|page| &page.record) {
            Some(Record::Company(_)) => "notice-company-nobody",
            _ => "notice-no-customer",
        }
    }

    /// The customers in view, the likeliest first: the ticket's own, else those of the record at the counter.
    pub(super) fn customers(&self) -> Vec<Possible> {
        let at_counter = self.screen.module().filter(|_| self.talk.is_none());
        let Some(module) = at_counter else { return self.ticket().map(of_ticket).into_iter().collect() };
        let counter = self.counter(module);
        let Some(page) = &counter.page else { return Vec::new() };
        match &page.record {
            Record::Contact(contact) => of_person(counter, page, of_contact(contact)),
            Record::Deal(deal) => match &deal.contact {
                Some((_, name)) => {
                    let (shown, name) = (line(name).into_owned(), (String::new(), name.clone()));
                    of_person(counter, page, Customer { shown, name, ..Customer::default() })
                }
                None => Vec::new(),
            },
            // A company does not write: one of its people does; first of all whoever wrote the selected ticket.
            Record::Company(_) => {
                let mut all: Vec<_> = counter.ticket().map(of_ticket).into_iter().collect();
                for one in page.people.iter().flat_map(of_company) {
                    let same =
                        |other: &Possible| one.who.contact.is_some() && one.who.contact == other.who.contact;
                    if !all.iter().any(same) {
                        all.push(one);
                    }
                }
                all
            }
        }
    }
}

fn of_ticket(ticket: &Ticket) -> Possible {
    let who = Customer {
        shown: line(&ticket.contact_name).into_owned(),
        contact: ticket.contact.clone(),
        name: (String::new(), ticket.contact_name.clone()),
        email: ticket.email.clone(),
    };
    Possible { who, note: format!("#{}", line(&ticket.number)) }
}

fn of_contact(contact: &Contact) -> Customer {
    Customer {
        shown: line(&contact.name()).into_owned(),
        contact: None,
        name: (contact.first_name.clone(), contact.last_name.clone()),
        email: contact.email.clone().filter(|email| Address::bare(email.as_str()).is_plausible()),
    }
}

/// The one person of a page: as the twin, as the candidate that is looked at, or as any of those that match.
fn of_person(counter: &Counter, page: &RecordPage, who: Customer) -> Vec<Possible> {
    if let Some(looked_at) = counter.looking.as_ref().and_then(|candidate| as_candidate(&who, candidate)) {
        return vec![looked_at];
    }
    let own = page.twins.iter().find_map(contact_of);
    let candidates: Vec<_> = match own {
        Some(_) => Vec::new(),
        None => page.candidates.iter().filter_map(|candidate| as_candidate(&who, candidate)).collect(),
    };
    if candidates.is_empty() {
        return vec![Possible { who: Customer { contact: own, ..who }, note: String::new() }];
    }
    candidates
}

/// Somebody of a company, as the twin or as any of those that match.
fn of_company(person: &Person) -> Vec<Possible> {
    let who = of_contact(&person.contact);
    let note = person.contact.title.as_ref().or(person.contact.email.as_ref());
    let note = line(note.map_or("", String::as_str)).into_owned();
    match &person.twin {
        Some(DeskTwin::Ambiguous(several)) => {
            several.iter().filter_map(|candidate| as_candidate(&who, candidate)).collect()
        }
        twin => {
            let contact = twin.as_ref().and_then(contact_of);
            vec![Possible { who: Customer { contact, ..who }, note }]
        }
    }
}

/// The customer as this one of several contacts of Desk; none when it is no contact.
fn as_candidate(who: &Customer, candidate: &Candidate) -> Option<Possible> {
    let contact = contact_of(&candidate.twin())?;
    let shown = line(&candidate.said()).into_owned();
    let email = Some(candidate.reach().to_owned()).filter(|email| !email.is_empty());
    let note = line(candidate.company()).into_owned();
    let who = Customer {
        shown,
        contact: Some(contact),
        name: who.name.clone(),
        email: email.or(who.email.clone()),
    };
    Some(Possible { who, note })
}

fn contact_of(twin: &DeskTwin) -> Option<DeskContactId> {
    match twin {
        DeskTwin::Contact(id) => Some(id.clone()),
        _ => None,
    }
}
