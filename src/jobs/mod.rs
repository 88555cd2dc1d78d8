//! Carries out effects: each becomes a task, and what comes of it a message. Nothing here decides anything about the
//! screen.
//!
//! Two rules keep it calm. *One next*: of questions for the same place (the rows of a list, the page of a record) only
//! one is under way, and only the newest of the others waits. *Order*: what is written to the cache is written in the
//! order it was asked for.

pub mod door;
mod fetch;
mod load;
mod pairing;
mod places;
mod ticket;
mod writing;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::{Effect, Message, Trouble};
use crate::counter::{Error, Services};
use crate::pairing::Setup;
use crate::text::Words;
use pairing::Book;
use places::{Place, Places, Work};

/// What the loop gets from jobs.
#[derive(Debug)]
pub enum Report {
    /// For `update`.
    Message(Message),
    /// A place is free again.
    Free(Place),
}

/// What only the loop can do, because it has the terminal.
#[derive(Debug, PartialEq, Eq)]
pub enum Outside {
    /// Let `$EDITOR` go on with this text.
    Edit(String),
    /// Let `$PAGER` show this text.
    Read(String),
    /// Put this on the clipboard.
    Copy(String),
    /// Stop for a while.
    Suspend,
    /// Leave.
    Quit,
}

/// What a task works with.
struct Desk {
    services: Services,
    words: Words,
    home: Option<PathBuf>,
    reports: mpsc::UnboundedSender<Report>,
    /// The pairing of Bigin and Desk.
    book: Book,
    /// How far Zoho's clock was ahead when the screen was last told, in milliseconds.
    told: Arc<AtomicI64>,
}

/// The jobs under way.
pub struct Jobs {
    desk: Arc<Desk>,
    places: Places,
    tasks: TaskTracker,
    /// Ends the run of the integration, and what watches its ledger.
    run: CancellationToken,
    watch: CancellationToken,
}

impl Jobs {
    /// Jobs that report to `reports`. `home` is what `~` means in paths.
    pub fn new(
        services: Services,
        words: Words,
        home: Option<PathBuf>,
        pairing: Option<Setup>,
        reports: mpsc::UnboundedSender<Report>,
    ) -> Self {
        let book = Book::new(pairing);
        let desk = Arc::new(Desk { services, words, home, reports, book, told: Arc::default() });
        let (run, watch) = (CancellationToken::new(), CancellationToken::new());
        Self { desk, places: Places::default(), tasks: TaskTracker::new(), run, watch }
    }

    /// Starts what an effect asks for (questions start with [`Jobs::ask`]); gives back what only the loop can do.
    pub fn start(&mut self, effect: Effect) -> Option<Outside> {
        let desk = self.desk.clone();
        match effect {
            Effect::Load(load) => self.places.enter(Work::Load(load)),
            Effect::Fetch(fetch) => self.places.enter(Work::Fetch(fetch)),
            Effect::Insist => desk.services.zoho.insist(),
            Effect::Warm(module) => self.spawn(load::warm(desk, module)),
            Effect::SaveDraft(draft) => self.spawn(writing::save(desk, *draft)),
            Effect::DropDraft(id) => self.spawn(writing::drop_draft(desk, id)),
            Effect::SaveForm(form) => self.spawn(writing::save_form(desk, *form)),
            Effect::DropForm(key) => self.spawn(writing::drop_form(desk, key)),
            Effect::Queue { draft, until } => self.spawn(writing::queue(desk, *draft, until)),
            Effect::TakeBack(id) => self.spawn(writing::take_back(desk, id)),
            Effect::DropOutgoing(id) => self.spawn(writing::drop_outgoing(desk, id)),
            Effect::Deliver { id, despite_news } => self.spawn(writing::deliver(desk, id, despite_news)),
            Effect::CheckAgain(id) => self.spawn(writing::check_again(desk, id)),
            Effect::SetStatus { ticket, status } => self.spawn(ticket::set_status(desk, ticket, status)),
            Effect::CreateTicket(new) => self.spawn(ticket::create(desk, *new)),
            Effect::LookForTicket { new, since } => self.spawn(ticket::look_for(desk, *new, since)),
            Effect::StatFile(path) => self.spawn(ticket::stat_file(desk, path)),
            Effect::CompletePath(typed) => self.spawn(ticket::complete_path(desk, typed)),
            Effect::SaveAttachment { attachment, path } => {
                self.spawn(ticket::save_attachment(desk, attachment, path));
            }
            Effect::AskFor(act) => self.spawn(pairing::ask(desk, act)),
            Effect::Propose(change) => self.spawn(pairing::propose(desk, change)),
            Effect::RunSync => {
                self.run = CancellationToken::new();
                self.spawn(pairing::run(desk, self.run.clone()));
            }
            Effect::StopSync => self.run.cancel(),
            Effect::WatchLedger(on) => {
                self.watch.cancel();
                if on {
                    self.watch = CancellationToken::new();
                    self.spawn(pairing::watch(desk, self.watch.clone()));
                }
            }
            Effect::Edit(text) => return Some(Outside::Edit(text)),
            Effect::Read(text) => return Some(Outside::Read(text)),
            Effect::Copy(text) => return Some(Outside::Copy(text)),
            Effect::Suspend => return Some(Outside::Suspend),
            Effect::Quit => return Some(Outside::Quit),
        }
        None
    }

    /// A place is free again.
    pub fn freed(&mut self, place: &Place) {
        self.places.leave(place);
    }

    /// Asks what waits for no other answer. Called once everything that is already here was taken: of what two hundred
    /// keys in one read want to know, only what the last one wants is asked.
    pub fn ask(&mut self) {
        for work in self.places.ready() {
            self.run(work);
        }
    }

    /// Whether the cache is being asked for what stands on the screen: an answer of a few milliseconds.
    pub fn reads_what_is_shown(&self) -> bool {
        self.places.reads_what_is_shown()
    }

    /// Waits until nothing is under way any more: before leaving, so that nothing is half sent.
    pub async fn settle(self) {
        self.run.cancel();
        self.watch.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }

    fn run(&self, work: Work) {
        let (desk, place) = (self.desk.clone(), work.place());
        self.spawn(async move {
            // Also when the task panics, the place is given free: one question that fails must not close the list.
            let _free = Free { desk: desk.clone(), place };
            match work {
                Work::Load(load) => load::load(desk, load).await,
                Work::Fetch(fetch) => fetch::fetch(desk, fetch).await,
            }
        });
    }

    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(task);
    }
}

struct Free {
    desk: Arc<Desk>,
    place: Place,
}

impl Drop for Free {
    fn drop(&mut self) {
        self.desk.report(Report::Free(self.place.clone()));
    }
}

impl Desk {
    fn tell(&self, message: Message) {
        self.report(Report::Message(message));
    }

    /// Tells how Zoho's clock differs, when that is news.
    fn tell_time(&self) {
        let skew = self.services.zoho.skew();
        let millis = i64::try_from(skew.as_millis()).unwrap_or(0);
        if self.told.swap(millis, Ordering::Relaxed) != millis {
            self.tell(Message::ClockDiffers(skew));
        }
    }

    fn report(&self, report: Report) {
        // The loop is gone only when the program ends.
        let _ = self.reports.send(report);
    }

    fn trouble(&self, error: &Error) -> Trouble {
        tracing::warn!(%error, "a job failed");
        Trouble { sentence: error.sentence(&self.words), offline: error.is_offline(), at: Timestamp::now() }
    }
}
