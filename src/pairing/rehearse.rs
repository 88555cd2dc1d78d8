//! A rehearsal over HTTP: the core rehearses on a copy of the ledger, on a thread of its own, and what it wants to read is
//! asked here. Nothing is written, neither to a service nor to the ledger.

use std::{
    sync::{Arc, mpsc as plain},
    thread,
};

use tokio::{sync::mpsc, time::Instant};

use super::{
    Way,
    call::Caller,
    run::{Counts, End, Report, Tally, now},
};
use crate::store::ledger::{LedgerError, Lines, SqliteLedger};
use crate::sync::{
    Millis, Per, Side,
    engine::{Answer, Engine, Limits, Meter, Notice, Request},
    ledger::Reason,
    mapping::Mapping,
    mode::{Mode, NoSync, OneWay, TwoWay},
    preview::{Plan, Rehearsal, Wants},
    rules::All,
};
use crate::zoho;

/// What a rehearsal brought.
#[derive(Debug)]
pub struct Rehearsed {
    /// What a run would do; its cost is that of the rehearsal.
    pub report: Report,
    /// The writes.
    pub plan: Plan,
    /// Why it ended, when it ended in trouble with a service.
    pub trouble: Option<zoho::Error>,
}

/// What comes out of the thread.
enum Said {
    Ask(Request),
    Done(Box<Done>),
    Broken(LedgerError),
}

struct Done {
    plan: Plan,
    counts: Counts,
    meter: Meter,
    stuck: Option<Notice>,
}

/// Rehearses what a run with these would do. The ledger is only copied.
pub async fn rehearse(
    caller: &Caller,
    way: Way,
    mapping: &Arc<Mapping>,
    limits: Limits,
    ledger: &SqliteLedger,
) -> Result<Rehearsed, LedgerError> {
    let (began, before) = (now(), caller.zoho.credits());
    let scratch = ledger.scratch(mapping)?;
    let ambiguous = ambiguous(&scratch)?;
    let map = Arc::clone(mapping);
    let (answers, heard) = plain::channel();
    let (say, mut said) = mpsc::unbounded_channel();
    let stage = Stage { map, limits, scratch, began, heard, say };
    thread::Builder::new()
        .name("rehearsal".into())
        .spawn(move || match way {
            Way::Both => stage.perform(TwoWay::default()),
            Way::One => stage.perform(OneWay::default()),
            Way::None => stage.perform(NoSync),
        })
        .expect("a thread for the copy");
    let (mut trouble, mut done) = (None, None);
    while let Some(said) = said.recv().await {
        match said {
            Said::Ask(request) => {
                let made = caller.make(&request, Instant::now()).await;
                trouble = made.trouble.map(|trouble| trouble.error).or(trouble);
                // Who is gone does not hear it.
                let _ = answers.send(made.answer);
            }
            Said::Done(all) => done = Some(*all),
            Said::Broken(error) => return Err(error),
        }
    }
    let Done { plan, mut counts, meter, stuck } = done.expect("the thread says how it ended");
    counts.ambiguous = counts.ambiguous.saturating_sub(ambiguous);
    let end = match (stuck, &trouble) {
        (None, _) => End::Quiet,
        (Some(Notice::NotLeader), _) => End::NotLeader,
        (Some(Notice::Paused { side, until }), _) => End::Paused { side, until },
        (Some(_), Some(error)) => End::Trouble(error.to_string()),
        (Some(_), None) => End::Waits,
    };
    let after = caller.zoho.credits();
    let calls =
        Per { bigin: after.bigin_calls - before.bigin_calls, desk: after.desk_calls - before.desk_calls };
    let mut cost = Tally::of_questions(&meter).cost(&meter, calls, after.desk_spent - before.desk_spent);
    cost.credits.bigin = calls.bigin;
    let report = Report { began, ended: now(), mode: way.to_string(), end, cycles: 0, counts, cost };
    let trouble = trouble.filter(|_| matches!(report.end, End::Trouble(_)));
    Ok(Rehearsed { report, plan, trouble })
}

/// What the thread works with.
struct Stage {
    map: Arc<Mapping>,
    limits: Limits,
    scratch: SqliteLedger,
    began: Millis,
    heard: plain::Receiver<Answer>,
    say: mpsc::UnboundedSender<Said>,
}

impl Stage {
    fn perform<M: Mode>(self, mode: M) {
        let Self { map, limits, scratch, began, heard, say } = self;
        let revision = map.revision;
        let engine = Engine::new(fastrand::u64(1..), mode, map, limits, All);
        let mut rehearsal = Rehearsal::new(engine, scratch, began, revision);
        let (plan, stuck) = loop {
            let wants = rehearsal.go_on();
            if let Some(error) = rehearsal.scratch().failure() {
                let _ = say.send(Said::Broken(error));
                return;
            }
            match wants {
                Wants::Read(request) => {
                    let _ = say.send(Said::Ask(request));
                    let Ok(answer) = heard.recv() else { return };
                    rehearsal.answer(answer);
                }
                Wants::Done(plan) => break (plan, None),
                Wants::Stuck(notice) => break (Plan::default(), Some(notice)),
            }
        };
        let done = counted(rehearsal.scratch(), &plan).map(|counts| {
            let meter = *rehearsal.engine().meter();
            Said::Done(Box::new(Done { plan, counts, meter, stuck }))
        });
        let _ = say.send(done.unwrap_or_else(Said::Broken));
    }
}

/// What was done on the copy, whose journal began empty.
fn counted(scratch: &SqliteLedger, plan: &Plan) -> Result<Counts, LedgerError> {
    let mut counts = Counts::default();
    for (_, entry) in scratch.journal(&Lines::default(), usize::MAX)? {
        counts.read(&entry);
    }
    counts.updated = Per::of(|side: Side| plan.updates(side) as u64);
    counts.ambiguous = ambiguous(scratch)?;
    Ok(counts)
}

fn ambiguous(ledger: &SqliteLedger) -> Result<u64, LedgerError> {
    let parked = ledger.all_parked()?;
    Ok(parked.iter().filter(|(.., parked)| parked.reason == Reason::Ambiguous).count() as u64)
}
