//! For whom `+ Ticket` is: the customer in view. Where several in Desk match, one of them is chosen by a person.

use crate::app::App;
use crate::app::effect::Record;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::model::{Address, Candidate, DeskContactId, DeskTwin, TicketForm};
use crate::text::line;

/// For whom the ticket is.
#[derive(Default)]
pub(super) struct Customer {
    pub(super) shown: String,
    pub(super) contact: Option<DeskContactId>,
    pub(super) name: (String, String),
    pub(super) email: Option<String>,
}

impl Customer {
    /// Whether a form that was left is theirs.
    pub(super) fn is_of(&self, left: &TicketForm) -> bool {
        let same = match (&self.contact, &left.contact) {
            (Some(contact), Some(other)) => contact == other,
            _ => self.email == left.email,
        };
        same && self.shown == left.customer
    }
}

impl App {
    /// Asks whose ticket it shall be, where several people in Desk match and none is looked at; tells whether it asked.
    pub(super) fn ask_for_whom(&mut self) -> bool {
        let at_counter = self.talk.is_none().then(|| self.screen.module()).flatten();
        if self.customer().is_none_or(|customer| customer.contact.is_some()) {
            return false;
        }
        let Some(page) = at_counter.and_then(|module| self.counter(module).page.as_ref()) else {
            return false;
        };
        let choice = |candidate: &Candidate| {
            Some(Choice {
                value: Picked::Customer(person(candidate)?),
                label: line(&candidate.said()).into_owned(),
                note: line(candidate.company()).into_owned(),
                also: String::new(),
                current: false,
            })
        };
        let choices: Vec<_> = page.candidates.iter().filter_map(choice).collect();
        if choices.is_empty() {
            return false;
        }
        self.popups.push(Popup::Menu(Menu::new(self.words.say("menu-customer"), choices)));
        true
    }

    /// Opens the form for the one that was chosen.
    pub(super) fn open_form_for_chosen(&mut self, contact: DeskContactId) {
        if let Some(customer) = self.customer() {
            self.open_form_for(Customer { contact: Some(contact), ..customer });
        }
    }

    /// Whether somebody is in view for whom a ticket could be made.
    pub(in crate::app) fn has_customer(&self) -> bool {
        self.customer().is_some()
    }

    /// The customer in view: the record at the counter, or the ticket's own.
    pub(super) fn customer(&self) -> Option<Customer> {
        let ticket = self.ticket().filter(|_| self.talk.is_some() || self.screen.module().is_none());
        if let Some(ticket) = ticket {
            return Some(Customer {
                shown: line(&ticket.contact_name).into_owned(),
                contact: ticket.contact.clone(),
                name: (String::new(), ticket.contact_name.clone()),
                email: ticket.email.clone(),
            });
        }
        let counter = self.counter(self.screen.module()?);
        let page = counter.page.as_ref()?;
        let looked_at = counter.looking.as_ref().and_then(person);
        let own = page.twins.iter().find_map(|twin| match twin {
            DeskTwin::Contact(id) => Some(id.clone()),
            _ => None,
        });
        let twin = looked_at.or(own);
        let (shown, name, email) = match &page.record {
            Record::Contact(contact) => (
                contact.name(),
                (contact.first_name.clone(), contact.last_name.clone()),
                contact.email.clone().filter(|email| Address::bare(email.as_str()).is_plausible()),
            ),
            Record::Deal(deal) => {
                let name = deal.contact.as_ref().map(|(_, name)| name.clone())?;
                (name.clone(), (String::new(), name), None)
            }
            // A company does not write: one of its people does.
            Record::Company(_) => return None,
        };
        Some(Customer { shown: line(&shown).into_owned(), contact: twin, name, email })
    }
}

/// The contact in Desk, if it is one.
fn person(candidate: &Candidate) -> Option<DeskContactId> {
    match candidate.twin() {
        DeskTwin::Contact(id) => Some(id),
        _ => None,
    }
}
