//! The pairing as a whole, for the screen: counted by indexes, however many pairs there are.

use jiff::Timestamp;

use crate::model::pairing::{List, Meter, Overview, Per, RunEnd, RunLine, Tallies};
use crate::pairing::{
    Error, Pairing, Way,
    run::{End, Report},
};
use crate::store::ledger::{LedgerError, Shelf, SqliteLedger};
use crate::sync::{
    Millis, Side,
    engine::Limits,
    ledger::{Brake, Ledger},
};

/// So many of the last runs are told.
const RUNS: usize = 20;

/// So many of the last runs are looked at for what they have cost.
const COUNTED: usize = 400;

/// Reads it.
pub fn overview(
    pairing: &Pairing,
    way: Option<Way>,
    limits: &Limits,
    now: Timestamp,
) -> Result<Overview, Error> {
    let ledger = &pairing.ledger;
    let state = ledger.pairing();
    let mut intents = Vec::new();
    ledger.intents(&mut intents);
    let runs = ledger.runs::<Report>(COUNTED)?;
    let led_until =
        Some(state.lease_until).filter(|until| state.leader != 0 && *until > now.as_millisecond());
    Ok(Overview {
        tallies: tallies(ledger)?,
        braked: state.brake == Brake::On,
        wishes: ledger.wishes()?.len(),
        lost: intents.len(),
        waiting: ledger.all_waiting()?,
        revision: pairing.revision,
        behind: pairing.is_behind()?,
        way: way.map(|way| way.name().to_owned()),
        led_until: led_until.map(moment),
        meters: Per::of(|side| meter(ledger, side, limits, now.as_millisecond(), &runs)),
        runs: runs.iter().take(RUNS).map(|(id, report)| run_line(*id, report)).collect(),
    })
}

/// How many stand in each list.
pub fn tallies(ledger: &SqliteLedger) -> Result<Tallies, LedgerError> {
    let mut all = Tallies::default();
    for list in List::ALL {
        all.set(list, tally(ledger, list)?);
    }
    Ok(all)
}

/// How many stand in a list.
pub fn tally(ledger: &SqliteLedger, list: List) -> Result<u64, LedgerError> {
    let links = |shelf| ledger.links_on(shelf);
    Ok(match list {
        List::InSync => links(Shelf::Well)?,
        List::Conflict => links(Shelf::Conflict)?,
        List::Failing => links(Shelf::Refused)? + ledger.parked_on(true)?,
        List::Ambiguous => ledger.parked_on(false)?,
        List::Deleted => links(Shelf::Gone)?,
        List::Apart => links(Shelf::Apart)?,
        List::Excluded => links(Shelf::Out)? + ledger.out_on()?,
    })
}

/// The ledger counts credits while the profile sets a bound; else the reports of the runs say what they were.
fn meter(ledger: &SqliteLedger, side: Side, limits: &Limits, now: Millis, runs: &[(i64, Report)]) -> Meter {
    let spent = ledger.spent(side);
    let (budget, window) = (limits.budget[side], limits.budget_window);
    let late = runs.iter().filter(|(_, report)| report.ended > now - window);
    let reported: u64 = late.map(|(_, report)| report.cost.credits[side]).sum();
    let used = reported.max(spent.within(now, window).into());
    let free = spent.free_at(1, budget, now, window);
    Meter {
        used,
        limit: (budget < u32::MAX).then(|| budget.into()),
        until: (free > now).then(|| moment(free)),
    }
}

/// A run as a line of the list of runs.
pub fn run_line(id: i64, report: &Report) -> RunLine {
    let counts = &report.counts;
    RunLine {
        id,
        began: moment(report.began),
        ended: moment(report.ended),
        written: Per::of(|side| counts.created[side] + counts.updated[side]),
        calls: report.cost.all(),
        least: report.cost.at_least,
        end: match &report.end {
            End::Quiet => RunEnd::Quiet,
            End::Waits => RunEnd::Waits,
            End::Stopped => RunEnd::Stopped,
            End::NotLeader => RunEnd::LedElsewhere,
            End::Braked => RunEnd::Braked,
            End::Paused { side, until } => RunEnd::Paused(*side, moment(*until)),
            End::Trouble(why) => RunEnd::Trouble(why.clone()),
        },
    }
}

pub(super) fn moment(at: Millis) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH)
}
