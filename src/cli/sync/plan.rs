//! `balcao plan` and `balcao apply`.

use std::path::PathBuf;

use serde_json::json;

use super::{once, say};
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Way,
    plan::{self, Plan, Unfit},
    run::{End, word},
};
use crate::sync::preview::MovedOn;

/// Where to.
#[derive(Clone, Debug, clap::Args)]
pub struct PlanArgs {
    /// The file
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// How far Bigin and Desk are brought together (else as the profile says)
    #[arg(long, value_name = "two-way|one-way|none", value_parser = str::parse::<Way>)]
    mode: Option<Way>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Which plan.
#[derive(Clone, Debug, clap::Args)]
pub struct ApplyArgs {
    /// The file of a plan
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How far Bigin and Desk are brought together (else as the profile says)
    #[arg(long, value_name = "two-way|one-way|none", value_parser = str::parse::<Way>)]
    mode: Option<Way>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) async fn plan(args: PlanArgs, open: &Open) -> Result<(), Failure> {
    let way = open.way(args.mode)?;
    let pairing = open.pair()?;
    once::behind(open, &pairing)?;
    let rehearsed = once::preview(open, &pairing, way).await?;
    once::ended(open, &rehearsed.report, rehearsed.trouble.as_ref())?;
    let plan = Plan::new(way, pairing.revision, rehearsed.report.counts, rehearsed.plan, &pairing.file);
    plan.write(&args.output).map_err(|error| open.pairing_failure(&error))?;
    let path = args.output.display().to_string();
    if args.json {
        let counts = say::counts_json(&plan.counts);
        return print::json(&json!({ "file": path, "writes": plan.plan.writes.len(), "counts": counts }));
    }
    let said = [("count", plan.plan.writes.len().into()), ("file", path.into())];
    print::out(&format!(
        "{}\n{}\n",
        say::counts_text(&plan.counts, &open.words),
        open.words.say_with("sync-planned", &said)
    ))
}

pub(super) async fn apply(args: ApplyArgs, open: &Open) -> Result<(), Failure> {
    let way = open.way(args.mode)?;
    let pairing = open.pair()?;
    let plan = Plan::read(&args.file, way, pairing.revision).map_err(|unfit| {
        let kind = if matches!(unfit, Unfit::File(_)) { "file" } else { "plan_unfit" };
        let said = [("file", args.file.display().to_string().into()), ("why", unfit.to_string().into())];
        Failure::new(Exit::Usage, kind, open.words.say_with("sync-plan-unfit", &said))
    })?;
    let planned = plan.plan.writes.len();
    let ran = once::carry_out(open, pairing, way, Some(plan.plan), false, args.json).await?;
    let left: Vec<_> = ran.refused.iter().map(plan::moved).collect();
    if args.json {
        let mut value = say::report_json(&ran.report);
        value["planned"] = json!(planned);
        value["left_out"] = json!(left);
        print::json(&value)?;
    } else {
        print::out(&say::report_text(&ran.report, false, &open.words))?;
    }
    if !matches!(ran.report.end, End::Quiet | End::Waits) {
        return once::ended(open, &ran.report, ran.trouble.as_ref());
    }
    if left.is_empty() {
        return Ok(());
    }
    let named: Vec<String> = ran.refused.iter().map(name).collect();
    let said = [("count", left.len().into()), ("records", named.join(", ").into())];
    Err(Failure::new(Exit::Refused, "moved", open.words.say_with("sync-moved", &said))
        .with("left_out", json!(left)))
}

fn name(moved: &MovedOn) -> String {
    let id = moved.target.unwrap_or(moved.source);
    format!("{} {} {id}", word(moved.side), moved.kind.name())
}
