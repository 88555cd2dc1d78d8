//! Tells the screen how a run goes: often enough to be followed, never the same sentence twice.

use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::super::Desk;
use crate::app::Message;
use crate::model::pairing::{Per, Progress};
use crate::pairing::{call::Weight, run::News};
use crate::sync::Side;

/// The screen is told so often at most.
const EVERY: Duration = Duration::from_millis(250);

/// What is left is counted so often at most.
const COUNT: Duration = Duration::from_secs(1);

/// Tells the screen how a run goes.
pub(super) struct Teller<'a> {
    desk: &'a Desk,
    progress: Progress,
    told: Option<Instant>,
    counted: Option<Instant>,
    said: Vec<String>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(desk: &'a Desk) -> Self {
        Self { desk, progress: Progress::default(), told: None, counted: None, said: Vec::new() }
    }

    pub(super) fn hear(&mut self, news: News<'_>) {
        let words = &self.desk.words;
        match news {
            News::Progress(counts, calls) => {
                let written = Per::of(|side| counts.created[side] + counts.updated[side]);
                self.progress = Progress { linked: counts.linked, written, calls, ..self.progress };
                self.tell();
            }
            News::Cycle(_) => {}
            News::Trouble(error, weight) => {
                let sentence = crate::counter::Error::Zoho(error.clone()).sentence(words);
                self.once(match weight {
                    Weight::Partial => words.say_with("sync-no-bin", &[("why", sentence.into())]),
                    _ => sentence,
                });
            }
            News::Pause(until) => self.once(words.say_with("sync-pause", &[("until", moment(until).into())])),
            News::Spent(side, until) => self.once(spent(self.desk, side, until)),
            News::Braked => self.once(words.say("pair-braked")),
        }
    }

    fn tell(&mut self) {
        let now = Instant::now();
        let due = |last: Option<Instant>, every| last.is_none_or(|last| now.duration_since(last) >= every);
        if !due(self.told, EVERY) {
            return;
        }
        self.told = Some(now);
        if due(self.counted, COUNT) {
            self.counted = Some(now);
            // Without the number there is no bar; the run tells what is wrong with the ledger.
            let left = self.desk.book.with(|pairing| Ok(pairing.ledger.all_waiting()?));
            self.progress.left = left.ok().flatten().unwrap_or_default();
        }
        self.desk.tell(Message::SyncWent(self.progress));
    }

    /// A sentence that was said already is not said again.
    fn once(&mut self, sentence: String) {
        if !self.said.contains(&sentence) {
            self.desk.tell(Message::SyncSaid(sentence.clone()));
            self.said.push(sentence);
        }
    }
}

fn spent(desk: &Desk, side: Side, until: Timestamp) -> String {
    let args = [("side", side.name().into()), ("until", moment(until).into())];
    desk.words.say_with("sync-spent", &args)
}

fn moment(at: Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}
