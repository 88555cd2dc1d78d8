//! One run, from the right to lead to what is kept of it: for the command line and for the screen.

use std::sync::Arc;

use super::{
    Error, Pairing, Way,
    call::Caller,
    known,
    run::{self, Job, News, Ran},
    wire::Wire,
};
use crate::sync::{Kind, Side, engine::Limits, preview::Plan};
use crate::zoho::Zoho;

/// What to carry out.
#[derive(Debug)]
pub struct Wanted {
    /// How far.
    pub way: Way,
    /// Sizes and times, and what may be spent.
    pub limits: Limits,
    /// With a plan, nothing else is written.
    pub plan: Option<Plan>,
    /// Whether it goes on when there is nothing more to do.
    pub watch: bool,
}

/// A field for our key that a portal does not have.
pub type Missing = (Kind, Side, String);

/// Gets ready to call, with what fields there are; and the fields for our key that are missing.
pub async fn caller(pairing: &Pairing, zoho: &Zoho) -> Result<(Caller, Vec<Missing>), Error> {
    let zoho = zoho.clone();
    let known = known::metadata(&zoho, &pairing.ledger, pairing.revision).await?;
    let wire = Wire::new(&pairing.file, &known);
    let missing = pairing
        .file
        .marks
        .iter()
        .flat_map(|(kind, marks)| Side::BOTH.map(|side| (*kind, side, marks[side].clone())))
        .filter(|(kind, side, _)| wire.kind(*kind).is_some_and(|names| names.mark(*side).is_none()))
        .filter_map(|(kind, side, name)| Some((kind, side, name?)))
        .collect();
    Ok((Caller { zoho, wire: Arc::new(wire) }, missing))
}

/// Runs, tells what happens, and keeps the report.
pub async fn carry_out(
    pairing: Pairing,
    caller: Caller,
    wanted: Wanted,
    stop: impl Future<Output = ()>,
    tell: impl FnMut(News<'_>),
) -> Result<Ran, Error> {
    let mapping = pairing.mapping();
    let lead = pairing.lead()?;
    let Wanted { way, limits, plan, watch } = wanted;
    let job = Job { caller, way, mapping, limits, watch, plan };
    let ran = run::run(job, pairing.ledger, stop, tell).await;
    let report = &ran.report;
    ran.ledger.keep_run(report.began, report.ended, report)?;
    drop(lead);
    Ok(ran)
}
