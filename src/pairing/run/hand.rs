//! The thread that owns the ledger and steps the engine: the engine reads the ledger synchronously, and a commit waits for
//! the disk. Events go in, what has to be done outside comes out.

use std::{sync::mpsc as plain, thread, time::Duration};

use tokio::{sync::mpsc, time::Instant};

use super::Counts;
use crate::store::ledger::{LedgerError, SqliteLedger};
use crate::sync::{
    Millis,
    engine::{Call, Command, Effect, Engine, Event, Meter, Notice},
    ledger::{Ledger, Refusal},
    mode::Mode,
    preview::MovedOn,
};

/// No call waits for longer than this.
const LONGEST: Millis = 3_600_000;

/// What comes out.
#[derive(Debug)]
pub(super) enum Said {
    /// A call is to be made, before that moment.
    Call(Call, Instant),
    /// Something worth telling.
    Notice(Notice),
    /// Something was written down.
    Did(Counts),
    /// The cycle is over.
    Sleep {
        /// Until then, by our clock.
        until: Millis,
        /// Whether a person's wish was carried out after it.
        wished: bool,
        /// Whether a write has no result yet.
        open: bool,
        /// What was asked so far.
        meter: Meter,
    },
    /// The ledger could not be written this time.
    Unwritable(LedgerError),
    /// The ledger could not be read: nothing that was said since can be trusted.
    Broken(LedgerError),
}

/// The way to it. When it is dropped, the thread gives the lead back and ends.
#[derive(Debug)]
pub(super) struct Hand {
    events: plain::Sender<(Millis, Instant, Event)>,
    pub(super) said: mpsc::UnboundedReceiver<Said>,
    thread: thread::JoinHandle<Left>,
}

/// What is left when it ends.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) ledger: SqliteLedger,
    /// What was asked in all.
    pub(super) meter: Meter,
    /// What a plan kept from being written.
    pub(super) refused: Vec<MovedOn>,
}

impl Hand {
    /// Starts the thread.
    pub(super) fn start<M: Mode + Send + 'static>(engine: Engine<M>, ledger: SqliteLedger) -> Self {
        let (events, heard) = plain::channel();
        let (say, said) = mpsc::unbounded_channel();
        let worker = Worker { engine, ledger, say, led: false };
        let thread = thread::Builder::new()
            .name("sync".into())
            .spawn(move || worker.work(&heard))
            .expect("a thread for the ledger");
        Self { events, said, thread }
    }

    /// Tells it something. Once it is broken it hears nothing more.
    ///
    /// How long the calls that follow from it may wait is measured from here on, by a clock that nobody can set back.
    pub(super) fn tell(&self, at: Millis, event: Event) {
        let _ = self.events.send((at, Instant::now(), event));
    }

    /// Ends it, and gives back what is left.
    pub(super) fn end(self) -> Left {
        drop(self.events);
        self.thread.join().expect("it does not panic")
    }
}

struct Worker<M> {
    engine: Engine<M>,
    ledger: SqliteLedger,
    say: mpsc::UnboundedSender<Said>,
    /// Whether the last cycle came to its end, so that we surely led.
    led: bool,
}

impl<M: Mode> Worker<M> {
    fn work(mut self, heard: &plain::Receiver<(Millis, Instant, Event)>) -> Left {
        while let Ok((at, told, event)) = heard.recv() {
            if let Err(error) = self.carry_out(at, told, event) {
                let _ = self.say.send(Said::Broken(error));
                break;
            }
        }
        let refused = self.engine.approved().map_or(&[][..], |approved| approved.refused()).to_vec();
        Left { meter: *self.engine.meter(), refused, ledger: self.ledger }
    }

    /// Steps the engine, and again for each transaction that it wants written.
    fn carry_out(&mut self, at: Millis, told: Instant, event: Event) -> Result<(), LedgerError> {
        let (mut next, mut asleep) = (Some(event), None);
        let mut effects = Vec::new();
        while let Some(event) = next.take() {
            let engine = &mut self.engine;
            self.ledger.at_once(|ledger| engine.step(ledger, at, event, &mut effects));
            self.ledger.failure().map_or(Ok(()), Err)?;
            for effect in effects.drain(..) {
                let say = match effect {
                    // There is at most one, and what comes with it does not depend on it.
                    Effect::Commit(txn) => {
                        let mut counts = Counts::default();
                        counts.hear(&txn.changes);
                        let (event, said) = match self.ledger.apply(txn) {
                            Ok(()) => {
                                (Event::Committed, (counts != Counts::default()).then_some(Said::Did(counts)))
                            }
                            Err(refusal) => (Event::CommitRefused(refusal), self.why(refusal)),
                        };
                        next = Some(event);
                        said
                    }
                    Effect::Call(call) => {
                        let left = call.before.saturating_sub(at).clamp(0, LONGEST).cast_unsigned();
                        Some(Said::Call(call, told + Duration::from_millis(left)))
                    }
                    Effect::Tell(notice) => {
                        self.led = matches!(notice, Notice::CycleDone { .. });
                        Some(Said::Notice(notice))
                    }
                    Effect::Sleep(until) => {
                        asleep = Some(until);
                        None
                    }
                };
                if let Some(say) = say {
                    let _ = self.say.send(say);
                }
            }
        }
        if let Some(until) = asleep {
            let wished = self.wishes(at)?;
            let open = self.ledger.has_intents();
            let meter = *self.engine.meter();
            let until = if wished { at } else { until };
            let _ = self.say.send(Said::Sleep { until, wished, open, meter });
        }
        Ok(())
    }

    fn why(&self, refusal: Refusal) -> Option<Said> {
        let failure = self.ledger.failure();
        (refusal == Refusal::Unwritable).then_some(failure).flatten().map(Said::Unwritable)
    }

    /// What people wished for meanwhile, between two cycles. A wish that cannot be written down stays.
    fn wishes(&mut self, at: Millis) -> Result<bool, LedgerError> {
        if !std::mem::take(&mut self.led) {
            return Ok(false);
        }
        let wishes = self.ledger.wishes()?;
        for (id, command) in &wishes {
            if self.wish(at, command.clone()) {
                self.ledger.fulfilled(*id)?;
            }
        }
        Ok(!wishes.is_empty())
    }

    fn wish(&mut self, at: Millis, command: Command) -> bool {
        let mut effects = Vec::new();
        self.engine.step(&self.ledger, at, Event::Command(command), &mut effects);
        let mut done = true;
        for effect in effects {
            if let Effect::Commit(txn) = effect {
                let applied = self.ledger.apply(txn);
                done = applied.is_ok();
                let event = applied.map_or_else(Event::CommitRefused, |()| Event::Committed);
                self.engine.step(&self.ledger, at, event, &mut Vec::new());
            }
        }
        done
    }
}
