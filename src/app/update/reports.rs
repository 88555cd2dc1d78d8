//! Reports of jobs: what came of asking Zoho, of sending, of saving.

use crate::app::message::Delivery;
use crate::app::parts::composer::Kept;
use crate::app::screens::queue::{Queue, Shelf};
use crate::app::{App, Effect, Fetch, Load, ScreenName, Trouble};
use crate::model::{DraftId, OutgoingId, TicketId};

impl App {
    pub(super) fn fetched(&mut self, fetch: &Fetch, result: &Result<bool, Trouble>) -> Vec<Effect> {
        let was_offline = self.offline.is_some();
        self.offline = match result {
            Err(trouble) if trouble.offline => Some(trouble.clone()),
            Err(_) => self.offline.take(),
            Ok(_) => None,
        };
        if was_offline && self.offline.is_none() {
            // It is back: what waited goes out with the next wake, which is at once.
            self.try_resting();
        }
        let now = self.now;
        match fetch {
            Fetch::Module(module) => self.counter_mut(*module).fresh.heard(result, now),
            Fetch::TicketsOf(id) => {
                let counter = self.counter_mut(id.module());
                if counter.shown.as_ref() == Some(id) && counter.looking.is_none() {
                    counter.tickets_fresh.heard(result, now);
                }
            }
            Fetch::TicketsOfCandidate(module, twin) => {
                let counter = self.counter_mut(*module);
                if counter.looks_at(twin) {
                    counter.tickets_fresh.heard(result, now);
                }
            }
            Fetch::DealsOf(id) => {
                let counter = self.counter_mut(id.module());
                if counter.shown.as_ref() == Some(id) {
                    counter.deals_fresh.heard(result, now);
                }
            }
            Fetch::ActivitiesOf(id) => {
                let counter = self.counter_mut(id.module());
                if counter.shown.as_ref() == Some(id) {
                    counter.activities_fresh.heard(result, now);
                }
            }
            Fetch::Queue(scope) => {
                for shelf in Shelf::ALL {
                    if Queue::scope(shelf, self.my_id()).as_ref() == Some(scope) {
                        self.queue.fresh[shelf as usize].heard(result, now);
                    }
                }
            }
            Fetch::Conversation(id) => {
                if let Some(talk) = self.talk.as_mut().filter(|talk| talk.id == *id) {
                    talk.fresh.heard(result, now);
                }
            }
            Fetch::Search(text) => {
                if let Err(trouble) = result {
                    self.search_failed(text, trouble);
                }
            }
            // Without a count, none is shown.
            Fetch::Totals(_) => {}
            Fetch::Furniture => {
                // That the network is away, every pane says for itself.
                if let Err(trouble) = result {
                    if !trouble.offline {
                        self.complain(trouble);
                    }
                    // Who is signed in is not known, so what is theirs cannot be asked for.
                    if self.furniture.me.is_none() {
                        self.queue.fresh[Shelf::Mine as usize].heard(&Err(trouble.clone()), now);
                    }
                }
            }
        }
        if let Err(trouble) = result
            && self.is_said_in_view(&trouble.sentence)
        {
            // Once is enough.
            self.notices.unsay(&trouble.sentence);
        }
        if *result == Ok(true) { self.grew(fetch) } else { Vec::new() }
    }

    /// Whether a pane in view says this of itself.
    fn is_said_in_view(&self, sentence: &str) -> bool {
        let pane = match self.screen.module() {
            Some(module) => {
                let counter = self.counter(module);
                vec![&counter.fresh, &counter.tickets_fresh, &counter.activities_fresh, &counter.deals_fresh]
            }
            None if self.screen == ScreenName::Tickets => self.queue.fresh.iter().collect(),
            None => Vec::new(),
        };
        let talk = self.talk.as_ref().map(|talk| &talk.fresh);
        let mut told = pane.into_iter().chain(talk).filter_map(|fresh| fresh.trouble.as_ref());
        told.any(|trouble| trouble.sentence == sentence)
    }

    /// The cache has more: what of it is in view is read again.
    pub(super) fn grew(&mut self, fetch: &Fetch) -> Vec<Effect> {
        match fetch {
            Fetch::Module(module) if self.screen.module() == Some(*module) => self.load_counter(*module),
            // The row in the list counts them as well, and so do those of the people or the company.
            Fetch::TicketsOf(id) if self.screen.module() == Some(id.module()) => {
                self.load_counter(id.module())
            }
            Fetch::TicketsOf(id) | Fetch::ActivitiesOf(id) | Fetch::DealsOf(id)
                if self.counter(id.module()).shown.as_ref() == Some(id) =>
            {
                vec![Effect::Load(Load::Record(id.clone()))]
            }
            Fetch::TicketsOfCandidate(module, twin) if self.counter(*module).looks_at(twin) => {
                let counter = self.counter(*module);
                counter.ask_tickets(counter.tickets.again()).into_iter().collect()
            }
            Fetch::Queue(_) if self.screen == ScreenName::Tickets => {
                self.load_queue(self.queue.tickets.again())
            }
            Fetch::Conversation(id) => match &self.talk {
                Some(talk) if talk.id == *id => {
                    vec![Effect::Load(Load::Conversation { ticket: id.clone(), width: talk.width })]
                }
                _ => Vec::new(),
            },
            Fetch::Totals(_) | Fetch::Queue(_) => self.load_shelves().into_iter().collect(),
            Fetch::Furniture => vec![Effect::Load(Load::Furniture)],
            _ => Vec::new(),
        }
    }

    pub(super) fn draft_kept(&mut self, id: &DraftId, result: Result<(), Trouble>) -> Vec<Effect> {
        if result.is_ok() {
            self.unsaved.retain(|draft| draft.id != *id);
            self.save_went_well();
        }
        // Said once: that it is tried again and fails again is no news.
        let news = self.refused.is_none();
        if let Err(trouble) = &result {
            self.save_later(trouble.clone());
        }
        let Some(composer) = self.composer.as_mut().filter(|composer| composer.draft.id == *id) else {
            if let Err(trouble) = result
                && news
            {
                self.complain(&trouble);
            }
            return Self::load_writing();
        };
        match result {
            Ok(()) if composer.kept == Kept::Saving => composer.kept = Kept::Saved,
            // The disk takes things again: what it refused meanwhile is saved at once, and no longer called unsaved.
            Ok(()) if matches!(composer.kept, Kept::Failed(_)) => composer.kept = Kept::Changed(self.now),
            Ok(()) => {}
            // The composer says so itself, for as long as it is so.
            Err(trouble) => composer.kept = Kept::Failed(trouble),
        }
        Vec::new()
    }

    pub(super) fn queued(&mut self, id: &DraftId, result: Result<(), Trouble>) -> Vec<Effect> {
        let open = self.composer.as_ref().is_some_and(|composer| composer.draft.id == *id);
        match result {
            Ok(()) if open => self.composer = None,
            Ok(()) => {}
            Err(trouble) => {
                if let Some(composer) = self.composer.as_mut().filter(|_| open) {
                    // The composer says why, for as long as it is so.
                    composer.kept = Kept::Failed(trouble.clone());
                    self.save_later(trouble);
                    self.warn("notice-not-queued-here", &[]);
                    return Self::load_writing();
                }
                let sentence = self.words.say_with("notice-not-queued", &[("why", trouble.sentence.into())]);
                self.complain(&Trouble { sentence, ..trouble });
            }
        }
        Self::load_writing()
    }

    pub(super) fn delivered(&mut self, id: &OutgoingId, delivery: Delivery) -> Vec<Effect> {
        self.leaving.remove(id);
        let mut effects = Self::load_writing();
        match delivery {
            Delivery::Sent(ticket) => {
                self.say("notice-sent", &[]);
                if let Some(talk) = self.talk.as_mut().filter(|talk| talk.id == ticket) {
                    // The reader sees where their message went: the end, as when the ticket was opened.
                    talk.moved = false;
                    effects
                        .push(Effect::Load(Load::Conversation { ticket: ticket.clone(), width: talk.width }));
                }
                effects.push(Effect::Fetch(Fetch::Conversation(ticket)));
            }
            Delivery::Stale(ticket, news) => {
                // What is new stands at the end: that is what the writer is to see, now and beside the text they edit.
                if let Some(talk) = self.talk.as_mut().filter(|talk| talk.id == ticket) {
                    talk.moved = false;
                }
                effects.push(Effect::Fetch(Fetch::Conversation(ticket.clone())));
                self.grown.push((id.clone(), ticket, news));
                self.ask_about_grown();
                if !self.grown.is_empty() {
                    let number = self.outbox.iter().find(|out| out.id == *id);
                    let number = number.map(|out| out.draft.ticket_number.clone()).unwrap_or_default();
                    self.warn("notice-grown", &[("number", number.into()), ("count", news.into())]);
                }
            }
            Delivery::Waiting(trouble) => {
                self.rest(id.clone(), false);
                // The bubble and the foot say that it waits; only what is not the network's fault is news.
                if trouble.offline {
                    self.offline = Some(trouble);
                } else {
                    self.complain(&trouble);
                }
            }
            Delivery::Unknown(trouble) => {
                self.rest(id.clone(), false);
                self.complain(&trouble);
            }
            Delivery::Failed(trouble) => self.say_it_failed(id, &trouble),
            Delivery::Taken => self.rest(id.clone(), true),
        }
        effects
    }

    /// Below an opened ticket the message itself says why it was not sent.
    fn say_it_failed(&mut self, id: &OutgoingId, trouble: &Trouble) {
        let draft = self.outbox.iter().find(|outgoing| outgoing.id == *id).map(|outgoing| &outgoing.draft);
        let shown = draft.filter(|draft| self.talk.as_ref().is_some_and(|talk| talk.id == draft.ticket));
        match shown.map(|draft| draft.ticket_number.clone()) {
            Some(number) => self.warn("notice-failed", &[("number", number.into())]),
            None => self.complain(trouble),
        }
    }

    pub(super) fn status_set(
        &mut self,
        ticket: &TicketId,
        status: &str,
        result: Result<(), Trouble>,
    ) -> Vec<Effect> {
        if let Some(status) = self.changing.get(ticket).filter(|wanted| *wanted != status) {
            // Another one was chosen meanwhile: only what comes of that one counts.
            return vec![Effect::SetStatus { ticket: ticket.clone(), status: status.clone() }];
        }
        self.changing.remove(ticket);
        match result {
            Ok(()) => {
                let number = self.number_of(ticket);
                let shown = self.words.standard(crate::text::Standard::Status, status);
                self.say("notice-status-set", &[("number", number.into()), ("status", shown.into())]);
            }
            Err(trouble) => {
                let args = [("number", self.number_of(ticket).into()), ("why", trouble.sentence.into())];
                let sentence = self.words.say_with("notice-status-not-set", &args);
                self.complain(&Trouble { sentence, ..trouble });
            }
        }
        // What was shown before the answer came is replaced by what the cache knows now, either way.
        self.reload()
    }
}
