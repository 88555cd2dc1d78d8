//! The one-next rule: a place where an answer goes has one question under way and at most one waiting.

use std::collections::HashMap;

use crate::app::effect::TicketPlace;
use crate::app::{Fetch, Load};
use crate::model::Module;

/// A question that has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// To the cache.
    Load(Load),
    /// To Zoho.
    Fetch(Fetch),
}

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The rows of a module.
    Rows(Module),
    /// The page of a record of a module.
    Record(Module),
    /// A list of tickets.
    Tickets(TicketPlace),
    /// The opened ticket.
    Conversation,
    /// The counts of the queue's shelves.
    Shelves,
    /// Drafts and outbox.
    Writing,
    /// Departments, statuses, …
    Furniture,
    /// A search.
    Search,
    /// How the pairing stands.
    Overview,
    /// Rows of one of its lists.
    Pairs,
    /// A record of it.
    Pair,
    /// What Zoho says to this. The tickets of a record share a place per module: only the last record counts.
    Fetch(FetchPlace),
}

/// Where an answer of Zoho goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FetchPlace {
    /// The list of a module.
    Module(Module),
    /// The tickets of the shown record.
    TicketsOf(Module),
    /// The tickets of the candidate that is looked at.
    TicketsOfCandidate(Module),
    /// The deals of the shown record.
    DealsOf(Module),
    /// The activities of the shown record.
    ActivitiesOf(Module),
    /// One shelf of the queue.
    Queue(Fetch),
    /// A search.
    Search,
    /// The counts of the queue's shelves.
    Totals,
    /// The opened ticket.
    Conversation,
    /// Departments, statuses, …
    Furniture,
}

impl Work {
    /// Where its answer goes.
    pub fn place(&self) -> Place {
        match self {
            Self::Load(Load::Rows { module, .. }) => Place::Rows(*module),
            Self::Load(Load::Record(id)) => Place::Record(id.module()),
            Self::Load(Load::Tickets { place, .. }) => Place::Tickets(*place),
            Self::Load(Load::Conversation { .. }) => Place::Conversation,
            Self::Load(Load::Shelves { .. }) => Place::Shelves,
            Self::Load(Load::Writing) => Place::Writing,
            Self::Load(Load::Furniture) => Place::Furniture,
            Self::Load(Load::Search(_)) => Place::Search,
            Self::Load(Load::Overview) => Place::Overview,
            Self::Load(Load::Pairs { .. }) => Place::Pairs,
            Self::Load(Load::Pair(_)) => Place::Pair,
            Self::Fetch(fetch) => Place::Fetch(match fetch {
                Fetch::Module(module) => FetchPlace::Module(*module),
                Fetch::TicketsOf(id) => FetchPlace::TicketsOf(id.module()),
                Fetch::TicketsOfCandidate(module, _) => FetchPlace::TicketsOfCandidate(*module),
                Fetch::DealsOf(id) => FetchPlace::DealsOf(id.module()),
                Fetch::ActivitiesOf(id) => FetchPlace::ActivitiesOf(id.module()),
                Fetch::Queue(_) => FetchPlace::Queue(fetch.clone()),
                Fetch::Search(_) => FetchPlace::Search,
                Fetch::Totals(_) => FetchPlace::Totals,
                Fetch::Conversation(_) => FetchPlace::Conversation,
                Fetch::Furniture => FetchPlace::Furniture,
            }),
        }
    }
}

/// Which places are busy and with what, and what waits for them.
#[derive(Debug, Default)]
pub struct Places {
    busy: HashMap<Place, Work>,
    /// At most one for a place, in the order in which they came.
    waiting: Vec<Work>,
}

impl Places {
    /// Takes a question; an older one that waits for the same place is forgotten.
    pub fn enter(&mut self, work: Work) {
        let place = work.place();
        self.waiting.retain(|other| other.place() != place);
        // The very question that Zoho is thinking about needs no repeat; the cache may have changed meanwhile.
        if !(matches!(work, Work::Fetch(_)) && self.busy.get(&place) == Some(&work)) {
            self.waiting.push(work);
        }
    }

    /// Takes out the questions that can be asked now; their places are busy from here on. The cache answers one after
    /// the other: what is read ahead stands back until everything that is shown was read.
    pub fn ready(&mut self) -> Vec<Work> {
        let shown = self.reads_what_is_shown();
        let busy = &mut self.busy;
        self.waiting
            .extract_if(.., |work| {
                let stands_back = shown && matches!(work, Work::Load(Load::Rows { ahead: true, .. }));
                let free = !stands_back && !busy.contains_key(&work.place());
                if free {
                    busy.insert(work.place(), work.clone());
                }
                free
            })
            .collect()
    }

    /// A question was answered: its place is free.
    pub fn leave(&mut self, place: &Place) {
        self.busy.remove(place);
    }

    /// Whether a question to the cache about what is shown is under way. (Drafts, furniture and the like are not: what
    /// somebody types must not wait for them.)
    pub fn reads_what_is_shown(&self) -> bool {
        self.busy.values().chain(&self.waiting).any(|work| match work {
            Work::Load(Load::Rows { ahead, .. }) => !ahead,
            work => matches!(
                work.place(),
                Place::Record(_) | Place::Tickets(_) | Place::Conversation | Place::Pairs | Place::Pair
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ContactId, RecordId, TicketId};

    fn open(id: &str) -> Work {
        Work::Fetch(Fetch::Conversation(TicketId::new(id)))
    }

    #[test]
    fn of_many_questions_only_the_last_is_asked() {
        let mut places = Places::default();
        places.enter(open("1"));
        places.enter(open("2"));
        assert_eq!(places.ready(), [open("2")]);
        places.enter(open("3"));
        places.enter(open("4"));
        assert_eq!(places.ready(), []);
        places.leave(&open("2").place());
        assert_eq!(places.ready(), [open("4")]);
        places.leave(&open("4").place());
        assert_eq!(places.ready(), []);
    }

    #[test]
    fn only_the_cache_is_waited_for_with_a_frame() {
        let (mut places, record) =
            (Places::default(), Work::Load(Load::Record(RecordId::Contact(ContactId::new("1")))));
        places.enter(open("1"));
        places.enter(Work::Load(Load::Writing));
        assert_eq!(places.ready().len(), 2);
        assert!(!places.reads_what_is_shown());
        places.enter(record.clone());
        assert_eq!(places.ready().len(), 1);
        assert!(places.reads_what_is_shown());
        places.leave(&record.place());
        assert!(!places.reads_what_is_shown());
    }

    #[test]
    fn nobody_waits_for_rows_of_the_next_page() {
        let rows = |offset, ahead| {
            let (module, text) = (Module::Contacts, String::new());
            Work::Load(Load::Rows { module, text, offset, keep: None, ahead })
        };
        let mut places = Places::default();
        let record = Work::Load(Load::Record(RecordId::Contact(ContactId::new("1"))));
        places.enter(rows(100, true));
        places.enter(record.clone());
        assert_eq!(places.ready(), std::slice::from_ref(&record), "what is shown comes first");
        places.leave(&record.place());
        assert_eq!(places.ready(), [rows(100, true)]);
        assert!(!places.reads_what_is_shown());
        places.enter(rows(400, false));
        assert!(places.reads_what_is_shown(), "also while it stands in line");
    }

    #[test]
    fn the_same_question_to_zoho_is_not_asked_twice() {
        let mut places = Places::default();
        places.enter(open("1"));
        assert_eq!(places.ready(), [open("1")]);
        places.enter(open("2"));
        places.enter(open("1"));
        places.leave(&open("1").place());
        assert_eq!(places.ready(), []);
    }
}
