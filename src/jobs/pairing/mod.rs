//! The pairing of Bigin and Desk: its ledger read and watched, wishes written into it, a run carried out. All of it waits
//! for the disk, and is done where that keeps nobody waiting.

mod book;
mod run;
mod teller;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::Desk;
use crate::app::effect::Loaded;
use crate::app::{Load, Message, Trouble};
use crate::model::Window;
use crate::model::pairing::{Act, Change};
use crate::pairing::{Error, act, show};
use crate::store::ledger::LeadError;
use crate::text::Words;

pub(super) use book::Book;
pub(super) use run::run;

/// How often the ledger is asked whether another process wrote to it: microseconds each time, and only while it is looked
/// at.
const EVERY: Duration = Duration::from_secs(2);

/// How many rows a window has.
const ROWS: usize = crate::app::parts::list::WINDOW;

pub(super) async fn load(desk: Arc<Desk>, load: Load) {
    let asked = load.clone();
    let loaded = on_disk(&desk, move |desk| read(desk, &load)).await;
    match loaded {
        Some(Ok(loaded)) => desk.tell(Message::Loaded(asked, Box::new(loaded))),
        Some(Err(error)) => {
            let trouble = desk.pairing_trouble(&error);
            desk.tell(Message::Loaded(asked, Box::new(Loaded::NoLedger(trouble))));
        }
        None => {}
    }
}

fn read(desk: &Desk, load: &Load) -> Result<Loaded, Error> {
    let book = &desk.book;
    Ok(match load {
        Load::Pairs { list, offset } => {
            let found = book.with(|pairing| {
                let total = show::tally(&pairing.ledger, *list)?;
                let rows = show::rows(pairing, *list, *offset, ROWS)?;
                Ok(Window { total: usize::try_from(total).unwrap_or(usize::MAX), offset: *offset, rows })
            })?;
            Loaded::Pairs(found.unwrap_or_default())
        }
        Load::Pair(key) => {
            let page = book.with(|pairing| Ok(show::page(pairing, *key)?))?;
            Loaded::Pair(page.flatten().map(Box::new))
        }
        _ => {
            let now = Timestamp::now();
            let overview = book.with(|pairing| show::overview(pairing, book.way(), book.limits(), now))?;
            Loaded::Overview(overview.map(Box::new))
        }
    })
}

/// Asks for something.
pub(super) async fn ask(desk: Arc<Desk>, wanted: Act) {
    let asked = wanted.clone();
    let done = on_disk(&desk, move |desk| desk.book.with_mut(|pairing| act::act(pairing, &asked))).await;
    let Some(done) = done else { return };
    let done = done.map(Option::unwrap_or_default).map_err(|error| desk.pairing_trouble(&error));
    desk.tell(Message::AskedFor(wanted, done));
}

/// Looks what a change of the mapping would be.
pub(super) async fn propose(desk: Arc<Desk>, change: Change) {
    let found = on_disk(&desk, move |desk| desk.book.with(|pairing| act::proposed(pairing, &change))).await;
    match found {
        Some(Ok(Some(change))) => desk.tell(Message::Proposed(Ok(change))),
        Some(Err(error)) => desk.tell(Message::Proposed(Err(desk.pairing_trouble(&error)))),
        Some(Ok(None)) | None => {}
    }
}

/// Tells when another process wrote to the ledger, or made one.
pub(super) async fn watch(desk: Arc<Desk>, stop: CancellationToken) {
    let look = |desk: &Desk| desk.book.with(|pairing| Ok(pairing.ledger.version()?)).ok().flatten();
    let mut seen = on_disk(&desk, look).await.flatten();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let now = on_disk(&desk, look).await.flatten();
        if std::mem::replace(&mut seen, now) != now {
            desk.tell(Message::LedgerChanged);
        }
    }
}

/// Does what waits for the disk where nobody waits for it. None when it panicked.
async fn on_disk<T: Send + 'static>(
    desk: &Arc<Desk>,
    work: impl FnOnce(&Desk) -> T + Send + 'static,
) -> Option<T> {
    let desk = desk.clone();
    tokio::task::spawn_blocking(move || work(&desk)).await.ok()
}

impl Desk {
    fn pairing_trouble(&self, error: &Error) -> Trouble {
        match error {
            Error::Zoho(error) => self.trouble(&crate::counter::Error::Zoho(error.clone())),
            other => {
                tracing::warn!(error = %other, "the pairing is in trouble");
                Trouble { sentence: sentence(other, &self.words), offline: false, at: Timestamp::now() }
            }
        }
    }
}

/// What is wrong with the pairing, as this reader is told.
fn sentence(error: &Error, words: &Words) -> String {
    match error {
        Error::Lead(LeadError::Taken) => words.say("sync-taken"),
        Error::Behind => words.say("sync-mapping-behind"),
        Error::Line(path) => {
            words.say_with("pair-always-same", &[("path", path.display().to_string().into())])
        }
        Error::Mapping { path, faults } => {
            let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
            let args = [("path", path.display().to_string().into()), ("faults", all.join("; ").into())];
            words.say_with("sync-mapping-wrong", &args)
        }
        other => words.say_with("sync-ledger-failed", &[("why", other.to_string().into())]),
    }
}
