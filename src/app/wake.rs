//! Time without a tick: the state says when it next has something to do, and is woken then.

use jiff::{SignedDuration, Timestamp};

use super::parts::composer::Kept;
use super::parts::popup::Popup;
use super::{App, Effect, Fetch, Load, ScreenName, Trouble};
use crate::model::{Fate, Outgoing, OutgoingId};

/// A draft is kept so long after the first change that is not on disk.
const KEEP_AFTER: SignedDuration = SignedDuration::from_millis(600);

/// What the disk refused is tried again so often.
const SAVE_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// While the network is away, it is tried so often whether it is back.
const PROBE_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// What is in view is asked of Zoho again so often.
const LOOK_EVERY: SignedDuration = SignedDuration::from_secs(120);

/// Desk counts the agent's tickets again so often, for the first line.
const COUNT_EVERY: SignedDuration = SignedDuration::from_mins(10);

impl App {
    /// The next moment to be woken, if any. While a message is held that is every second, because its countdown is on
    /// the screen; otherwise it is rare.
    pub fn next_wake(&self) -> Option<Timestamp> {
        let counted = self.counted_down().min();
        let counted = counted.map(|until| until.min(self.now + to_next_second(until, self.now)));
        let due = self.due_outgoing().next().map(|_| self.now);
        let draft = self.composer.as_ref().and_then(|composer| match composer.kept {
            Kept::Changed(since) => Some(since + KEEP_AFTER),
            _ => None,
        });
        let notice = self.notices.next();
        let form = self.popups.iter().find_map(|popup| match popup {
            Popup::Form(form) => form.changed.map(|since| since + KEEP_AFTER),
            _ => None,
        });
        let rests = self.screen.module().and_then(|module| self.counter(module).rests);
        let look = Some(self.looked + self.look_every());
        // When the lead of another process is over, the screen no longer says that it syncs.
        let led = self.sync.overview.as_ref().filter(|_| self.screen == ScreenName::Sync);
        let led = led.and_then(|overview| overview.led_until).filter(|until| *until > self.now);
        [
            counted,
            led,
            due,
            self.retry,
            self.save_again,
            self.search_rests(),
            draft,
            form,
            notice,
            rests,
            look,
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// Does what is due.
    pub(super) fn woke(&mut self) -> Vec<Effect> {
        if self.retry.is_some_and(|at| at <= self.now) {
            self.try_resting();
        }
        let mut effects = self.deliver_due();
        effects.extend(self.keep_draft_when_due());
        effects.extend(self.keep_form_when_due());
        effects.extend(self.save_again_when_due());
        self.notices.expire(self.now);
        effects.extend(self.search_in_desk());
        effects.extend(self.look_at_rested());
        if self.looked + self.look_every() <= self.now {
            effects.extend(self.look_again());
        }
        effects
    }

    fn look_every(&self) -> SignedDuration {
        if self.offline.is_some() { PROBE_EVERY } else { LOOK_EVERY }
    }

    /// Asks Zoho about everything in view.
    pub(super) fn look_again(&mut self) -> Vec<Effect> {
        self.looked = self.now;
        self.try_resting();
        let mut effects = Vec::new();
        if let Some(talk) = &mut self.talk {
            talk.fresh.fetching = true;
            effects.push(Effect::Fetch(Fetch::Conversation(talk.id.clone())));
        }
        match self.screen.module() {
            Some(module) => {
                let counter = self.counter_mut(module);
                counter.fresh.fetching = true;
                effects.push(Effect::Fetch(Fetch::Module(module)));
                effects.extend(self.ask_about_record(module));
            }
            None if self.screen == ScreenName::Tickets => effects.extend(self.ask_for_shelf()),
            None => {}
        }
        effects.extend(self.ask_for_totals(COUNT_EVERY));
        effects.push(Effect::Load(Load::Overview));
        if self.furniture.me.is_none() {
            effects.push(Effect::Fetch(Fetch::Furniture));
        }
        effects
    }

    /// Reads everything in view from the cache again.
    pub(super) fn reload(&self) -> Vec<Effect> {
        let mut effects = match self.screen {
            ScreenName::Tickets => self.load_queue(self.queue.tickets.again()),
            _ => self.screen.module().map(|module| self.load_counter(module)).unwrap_or_default(),
        };
        if let Some(talk) = &self.talk {
            effects.push(Effect::Load(Load::Conversation { ticket: talk.id.clone(), width: talk.width }));
        }
        effects
    }

    /// The ends of what is counted down on the screen: holds, and look-ups after a lost answer.
    fn counted_down(&self) -> impl Iterator<Item = Timestamp> {
        let ends = self.own_outbox().filter_map(|outgoing| match outgoing.fate {
            Fate::Held { until } => Some(until),
            _ if self.leaving.contains(&outgoing.id) => outgoing.fate.certain_from(),
            _ => None,
        });
        ends.filter(|end| *end > self.now)
    }

    /// What shall be handed over now. Messages to one ticket leave in their order, and what waits for the network is
    /// tried one by one.
    fn due_outgoing(&self) -> impl Iterator<Item = &OutgoingId> {
        let tried = |id: &OutgoingId| {
            self.leaving.contains(id) || self.resting.contains_key(id) || self.others.contains(id)
        };
        let ours = |one: &&Outgoing| self.resting.get(&one.id) != Some(&true);
        let first_waiting = self.waiting().find(ours).map(|first| &first.id);
        self.outbox.iter().enumerate().filter(move |(_, outgoing)| !tried(&outgoing.id)).filter_map(
            move |(at, outgoing)| {
                let due = match outgoing.fate {
                    Fate::Held { until } => until <= self.now && !self.is_behind(at),
                    Fate::Waiting { .. } => first_waiting == Some(&outgoing.id) && !self.is_behind(at),
                    Fate::Unknown { .. } => true,
                    _ => false,
                };
                due.then_some(&outgoing.id)
            },
        )
    }

    /// Whether an earlier message to the same ticket has still to leave.
    fn is_behind(&self, at: usize) -> bool {
        let ticket = &self.outbox[at].draft.ticket;
        self.outbox[..at].iter().any(|earlier| {
            let open = match earlier.fate {
                Fate::Held { until } => until <= self.now,
                Fate::Waiting { .. } | Fate::Sending { .. } | Fate::Unknown { .. } => true,
                Fate::Asked | Fate::Stale | Fate::Failed { .. } | Fate::Sent { .. } => false,
            };
            open && earlier.draft.ticket == *ticket
        })
    }

    /// What could not be sent or looked up is tried again.
    pub(super) fn try_resting(&mut self) {
        self.resting.clear();
        self.retry = None;
    }

    /// It cannot be sent or looked up just now: it rests for a while.
    pub(super) fn rest(&mut self, id: OutgoingId, taken: bool) {
        self.resting.insert(id, taken);
        self.retry = Some(self.now + PROBE_EVERY);
    }

    fn deliver_due(&mut self) -> Vec<Effect> {
        let due: Vec<_> = self.due_outgoing().cloned().collect();
        self.leaving.extend(due.iter().cloned());
        due.into_iter().map(|id| Effect::Deliver { id, despite_news: false }).collect()
    }

    fn keep_form_when_due(&mut self) -> Option<Effect> {
        let since = self.form()?.changed?;
        if since + KEEP_AFTER > self.now { None } else { self.keep_form() }
    }

    /// The disk refused something: it is tried again in a while.
    pub(super) fn save_later(&mut self, why: Trouble) {
        self.refused = Some(why);
        self.save_again = Some(self.now + SAVE_EVERY);
    }

    /// The disk took something: that is said when it had refused before.
    pub(super) fn save_went_well(&mut self) {
        if self.refused.take().is_some() {
            self.say("notice-saved-again", &[]);
        }
    }

    fn save_again_when_due(&mut self) -> Vec<Effect> {
        if self.save_again.is_none_or(|at| at > self.now) {
            return Vec::new();
        }
        self.save_again = None;
        let open = self.composer.as_ref().filter(|composer| matches!(composer.kept, Kept::Failed(_)));
        let open = open.is_some().then(|| self.keep_draft()).flatten();
        let left = self.unsaved.iter().cloned().map(|draft| Effect::SaveDraft(Box::new(draft)));
        let left: Vec<_> = left.chain(open).collect();
        left.into_iter().chain(self.keep_form_again()).collect()
    }

    fn keep_form_again(&mut self) -> Option<Effect> {
        self.form().filter(|form| form.unkept)?;
        self.keep_form()
    }

    fn keep_draft_when_due(&mut self) -> Option<Effect> {
        let Kept::Changed(since) = self.composer.as_ref()?.kept else { return None };
        if since + KEEP_AFTER > self.now { None } else { self.keep_draft() }
    }
}

/// From `now` until the countdown to `until` shows another second.
fn to_next_second(until: Timestamp, now: Timestamp) -> SignedDuration {
    let left = until.duration_since(now);
    SignedDuration::from_nanos(i64::from(left.subsec_nanos()).max(1_000_000))
}
