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

#[derive(Debug)]
struct Busy {
    now: Work,
    next: Option<Work>,
}

/// Which places are busy, and with what.
#[derive(Debug, Default)]
pub struct Places {
    busy: HashMap<Place, Busy>,
}

impl Places {
    /// Takes a question: gives it back if it can start at once.
    pub fn enter(&mut self, work: Work) -> Option<Work> {
        let place = work.place();
        if let Some(busy) = self.busy.get_mut(&place) {
            // The very question that Zoho is thinking about needs no repeat; the cache may have changed meanwhile.
            let same = matches!(work, Work::Fetch(_)) && busy.now == work;
            busy.next = (!same).then_some(work);
            return None;
        }
        self.busy.insert(place, Busy { now: work.clone(), next: None });
        Some(work)
    }

    /// A question was answered: gives the one that waited.
    pub fn leave(&mut self, place: &Place) -> Option<Work> {
        let busy = self.busy.get_mut(place)?;
        match busy.next.take() {
            Some(next) => {
                busy.now = next.clone();
                Some(next)
            }
            None => {
                self.busy.remove(place);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TicketId;

    fn open(id: &str) -> Work {
        Work::Fetch(Fetch::Conversation(TicketId::new(id)))
    }

    #[test]
    fn of_many_questions_the_first_and_the_last_are_asked() {
        let mut places = Places::default();
        assert_eq!(places.enter(open("1")), Some(open("1")));
        assert_eq!(places.enter(open("2")), None);
        assert_eq!(places.enter(open("3")), None);
        assert_eq!(places.leave(&open("1").place()), Some(open("3")));
        assert_eq!(places.leave(&open("3").place()), None);
        assert_eq!(places.enter(open("4")), Some(open("4")));
    }

    #[test]
    fn the_same_question_to_zoho_is_not_asked_twice() {
        let mut places = Places::default();
        places.enter(open("1"));
        places.enter(open("2"));
        assert_eq!(places.enter(open("1")), None);
        assert_eq!(places.leave(&open("1").place()), None);
    }
}
