//! A run that the screen has started: the same as `balcao sync --once`, told of as it goes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::super::Desk;
use crate::app::{Message, Trouble};
use crate::model::pairing::{Progress, RunLine};
use crate::pairing::{
    Pairing,
    call::Weight,
    carry::{self, Wanted},
    run::{End, News, Ran},
    show,
};
use crate::sync::Side;

/// The screen is told so often at most.
const EVERY: Duration = Duration::from_millis(250);

/// What is left is counted so often at most.
const COUNT: Duration = Duration::from_secs(1);

/// Runs until nothing is left to do, or until `stop`.
pub(in crate::jobs) async fn run(desk: Arc<Desk>, stop: CancellationToken) {
    // The ledger stays on one thread while it is got ready: it has its own.
    let ours = desk.clone();
    let handle = tokio::runtime::Handle::current();
    let ran = tokio::task::spawn_blocking(move || handle.block_on(carry_out(&ours, &stop))).await;
    let ended = ran.unwrap_or_else(|error| {
        let why = error.to_string();
        Err(desk.said(desk.words.say_with("sync-ledger-failed", &[("why", why.into())])))
    });
    desk.tell(Message::SyncEnded(ended));
}

async fn carry_out(desk: &Desk, stop: &CancellationToken) -> Result<RunLine, Trouble> {
    let failed = |error| desk.pairing_trouble(&error);
    let Some(setup) = desk.book.setup() else { return Err(desk.said(desk.words.say("sync-needs-disk"))) };
    let way = setup.way.clone().map_err(|sentence| desk.said(sentence))?;
    let pairing = Pairing::open(setup.place.clone()).map_err(failed)?;
    let (caller, _) = carry::caller(&pairing, &desk.services.zoho).await.map_err(failed)?;
    let wanted = Wanted { way, limits: setup.limits, plan: None, watch: false };
    let mut teller = Teller::new(desk);
    let ran = carry::carry_out(pairing, caller, wanted, stop.cancelled(), |news| teller.hear(news)).await;
    ended(desk, ran.map_err(failed)?)
}

/// How it ended: as a line of the list of runs, or as trouble.
fn ended(desk: &Desk, ran: Ran) -> Result<RunLine, Trouble> {
    match &ran.report.end {
        End::Trouble(why) => Err(match &ran.trouble {
            Some(error) => desk.trouble(&crate::counter::Error::Zoho(error.clone())),
            None => desk.said(desk.words.say_with("sync-ledger-failed", &[("why", why.as_str().into())])),
        }),
        End::NotLeader => Err(desk.said(desk.words.say("sync-taken"))),
        _ => Ok(show::run_line(0, &ran.report)),
    }
}

impl Desk {
    fn said(&self, sentence: String) -> Trouble {
        Trouble { sentence, offline: false, at: Timestamp::now() }
    }
}

/// Tells the screen how a run goes.
struct Teller<'a> {
    desk: &'a Desk,
    progress: Progress,
    told: Option<Instant>,
    counted: Option<Instant>,
    said: Vec<String>,
}

impl<'a> Teller<'a> {
    fn new(desk: &'a Desk) -> Self {
        Self { desk, progress: Progress::default(), told: None, counted: None, said: Vec::new() }
    }

    fn hear(&mut self, news: News<'_>) {
        let words = &self.desk.words;
        match news {
            News::Progress(counts, calls) => {
                let written =
                    crate::model::pairing::Per::of(|side| counts.created[side] + counts.updated[side]);
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
