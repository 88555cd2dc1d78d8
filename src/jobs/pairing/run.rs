//! A run that the screen has started: the same as `balcao sync --once`, told of as it goes.

use std::sync::Arc;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::super::Desk;
use super::teller::Teller;
use crate::app::{Message, Trouble};
use crate::model::pairing::RunLine;
use crate::pairing::{
    Pairing,
    carry::{self, Wanted},
    run::{End, Ran},
    show,
};

/// Runs until nothing is left to do, or until `stop`.
pub(in crate::jobs) async fn run(desk: Arc<Desk>, stop: CancellationToken) {
    // The ledger stays on one thread while it is got ready: it has its own.
    let ours = desk.clone();
    let handle = tokio::runtime::Handle::current();
    let ran = tokio::task::spawn_blocking(move || handle.block_on(carry_out(&ours, &stop))).await;
    let ended = ran.unwrap_or_else(|error| {
        let why = error.to_string();
        Err(said(desk.words.say_with("sync-ledger-failed", &[("why", why.into())])))
    });
    desk.tell(Message::SyncEnded(ended));
}

async fn carry_out(desk: &Desk, stop: &CancellationToken) -> Result<RunLine, Trouble> {
    let failed = |error| desk.pairing_trouble(&error);
    let Some(setup) = desk.book.setup() else { return Err(said(desk.words.say("sync-needs-disk"))) };
    let way = setup.way.clone().map_err(said)?;
    let pairing = Pairing::open(setup.place.clone()).map_err(failed)?;
    let (caller, _) = carry::caller(&pairing, &desk.services.zoho).await.map_err(failed)?;
    let wanted = Wanted { way, limits: setup.limits, plan: None, watch: false };
    let mut teller = Teller::new(desk);
    let ran = carry::carry_out(pairing, caller, wanted, stop.cancelled(), |news| teller.hear(news)).await;
    ended(desk, &ran.map_err(failed)?)
}

/// How it ended: as a line of the list of runs, or as trouble.
fn ended(desk: &Desk, ran: &Ran) -> Result<RunLine, Trouble> {
    match &ran.report.end {
        End::Trouble(why) => Err(match &ran.trouble {
            Some(error) => desk.trouble(&crate::counter::Error::Zoho(error.clone())),
            None => said(desk.words.say_with("sync-ledger-failed", &[("why", why.as_str().into())])),
        }),
        End::NotLeader => Err(said(desk.words.say("sync-taken"))),
        _ => Ok(show::run_line(0, &ran.report)),
    }
}

fn said(sentence: String) -> Trouble {
    Trouble { sentence, offline: false, at: Timestamp::now() }
}
