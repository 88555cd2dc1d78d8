//! `balcao sync`.

use std::io::IsTerminal;

use serde_json::json;

use super::{say, value};
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Pairing, Way,
    call::Weight,
    carry::{self, Wanted},
    plan,
    rehearse::{Rehearsed, rehearse},
    run::{self, End, News, Ran, Report},
};
use crate::store::ledger::LedgerError;
use crate::sync::preview::Plan;
use crate::text::{Words, line};
use crate::zoho;

/// How far, how long, and whether anything is written.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Until nothing is left to do (this is what happens without --watch as well)
    #[arg(long, conflicts_with = "watch")]
    once: bool,
    /// For as long as it runs: looks again every few minutes
    #[arg(long)]
    watch: bool,
    /// Write nothing: say what would be written
    #[arg(long, conflicts_with = "watch")]
    dry_run: bool,
    /// How far Bigin and Desk are brought together (else as the profile says)
    #[arg(long, value_name = "two-way|one-way|none", value_parser = str::parse::<Way>)]
    mode: Option<Way>,
    /// Answer in JSON; with --watch a line a cycle
    #[arg(long)]
    pub json: bool,
}

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let way = open.way(args.mode)?;
    let pairing = open.pair()?;
    behind(open, &pairing)?;
    if args.dry_run {
        return dry(open, &pairing, way, args.json).await;
    }
    let ran = carry_out(open, pairing, way, None, args.watch, args.json).await?;
    if args.json {
        let mut value = say::report_json(&ran.report);
        value["dry_run"] = json!(false);
        print::json(&value)?;
    } else {
        print::out(&say::report_text(&ran.report, false, &open.words))?;
    }
    ended(open, &ran.report, ran.trouble.as_ref())
}

/// Says what a run would write.
async fn dry(open: &Open, pairing: &Pairing, way: Way, json: bool) -> Result<(), Failure> {
    let rehearsed = preview(open, pairing, way).await?;
    let (report, writes) = (&rehearsed.report, &rehearsed.plan.writes);
    if json {
        let mut value = say::report_json(report);
        value["dry_run"] = json!(true);
        value["acts"] = writes.iter().map(|write| plan::act(write, &pairing.file)).collect();
        print::json(&value)?;
    } else {
        let said = writes.iter().map(|write| plan::said(write, &pairing.file));
        print::out(&said.fold(String::new(), |text, write| text + &line(&write) + "\n"))?;
        print::out(&say::report_text(report, true, &open.words))?;
    }
    ended(open, report, rehearsed.trouble.as_ref())
}

/// Rehearses a run. Nobody is kept from leading by somebody who only looks.
pub(super) async fn preview(open: &Open, pairing: &Pairing, way: Way) -> Result<Rehearsed, Failure> {
    let caller = open.caller(pairing).await?;
    let mapping = pairing.mapping();
    let rehearsed = rehearse(&caller, way, &mapping, open.limits(), &pairing.ledger).await;
    rehearsed.map_err(|error| unwritten(open, &error))
}

fn unwritten(open: &Open, error: &LedgerError) -> Failure {
    let args = [("why", error.to_string().into())];
    Failure::new(Exit::Machine, "store", open.words.say_with("sync-ledger-failed", &args))
}

/// Says that the mapping was changed and is not in force.
pub(super) fn behind(open: &Open, pairing: &Pairing) -> Result<(), Failure> {
    if pairing.is_behind().map_err(|error| open.pairing_failure(&error))? {
        print::note(&open.words.say("sync-mapping-behind"));
    }
    Ok(())
}

/// Runs, tells what happens, and keeps the report.
pub(super) async fn carry_out(
    open: &Open,
    pairing: Pairing,
    way: Way,
    plan: Option<Plan>,
    watch: bool,
    json: bool,
) -> Result<Ran, Failure> {
    let caller = open.caller(&pairing).await?;
    let wanted = Wanted { way, limits: open.limits(), plan, watch };
    let mut teller = Teller::new(&open.words, watch, json);
    let ran = carry::carry_out(pairing, caller, wanted, stopped(), |news| teller.hear(news)).await;
    teller.clear();
    let ran = ran.map_err(|error| open.pairing_failure(&error))?;
    Ok(ran)
}

/// Ctrl-C, or the polite signal of a service manager.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        },
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

/// How the command ends.
pub(super) fn ended(open: &Open, report: &Report, trouble: Option<&zoho::Error>) -> Result<(), Failure> {
    match &report.end {
        End::Trouble(why) => Err(match trouble {
            Some(error) => open.failure(&crate::counter::Error::Zoho(error.clone())),
            None => {
                let args = [("why", why.as_str().into())];
                Failure::new(Exit::Machine, "store", open.words.say_with("sync-ledger-failed", &args))
            }
        }),
        End::NotLeader => Err(Failure::new(Exit::Away, "led_elsewhere", open.words.say("sync-taken"))),
        End::Braked => Err(Failure::new(Exit::Asked, "braked", open.words.say("sync-braked"))),
        End::Paused { side, until } => {
            let args = [("side", side.name().into()), ("until", value::moment(*until, &open.zone).into())];
            let failure = Failure::new(Exit::Away, "budget", open.words.say_with("sync-spent", &args));
            Err(failure.with("side", json!(run::word(*side))).with("until", value::time(*until)))
        }
        End::Quiet | End::Waits | End::Stopped => Ok(()),
    }
}

/// Says on standard error how a run goes.
struct Teller<'a> {
    words: &'a Words,
    watch: bool,
    json: bool,
    window: bool,
    told: Option<std::time::Instant>,
    shown: bool,
    said: Vec<String>,
}

impl<'a> Teller<'a> {
    fn new(words: &'a Words, watch: bool, json: bool) -> Self {
        let window = std::io::stderr().is_terminal() && !json;
        Self { words, watch, json, window, told: None, shown: false, said: Vec::new() }
    }

    fn hear(&mut self, news: News<'_>) {
        match news {
            News::Progress(counts, calls) if self.window && self.is_time() => {
                let args = [
                    ("calls", calls.into()),
                    ("linked", counts.linked.into()),
                    ("written", counts.writes().into()),
                ];
                self.line(&self.words.say_with("sync-progress", &args));
            }
            News::Progress(..) => {}
            News::Cycle(report) => self.cycle(report),
            News::Trouble(error, weight) => {
                let error = crate::counter::Error::Zoho(error.clone());
                let mut sentence = error.sentence(self.words);
                if weight == Weight::Partial {
                    sentence = self.words.say_with("sync-no-bin", &[("why", sentence.into())]);
                }
                self.once(sentence);
            }
            News::Pause(until) => {
                let at = until.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string();
                self.once(self.words.say_with("sync-pause", &[("until", at.into())]));
            }
            News::Spent(side, until) => {
                let at =
                    until.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string();
                let args = [("side", side.name().into()), ("until", at.into())];
                self.once(self.words.say_with("sync-spent", &args));
            }
            News::Braked => self.once(self.words.say("sync-braked")),
        }
    }

    /// What a cycle of a run without end did; one that did nothing is not told of.
    fn cycle(&mut self, report: &Report) {
        if !self.watch || report.counts == run::Counts::default() {
            return;
        }
        let told = if self.json {
            print::json(&say::report_json(report))
        } else {
            print::out(&format!("{}\n", say::counts_text(&report.counts, self.words)))
        };
        // Who went away will not be told more.
        drop(told);
    }

    /// A sentence that was said already is not said again.
    fn once(&mut self, sentence: String) {
        if !self.said.contains(&sentence) {
            self.clear();
            print::note(&sentence);
            self.said.push(sentence);
        }
    }

    fn is_time(&mut self) -> bool {
        let now = std::time::Instant::now();
        let time = self.told.is_none_or(|told| now.duration_since(told).as_millis() >= 200);
        if time {
            self.told = Some(now);
        }
        time
    }

    fn line(&mut self, text: &str) {
        use std::io::Write;
        self.shown = true;
        let _ = write!(std::io::stderr().lock(), "\r\u{1b}[K{}", line(text));
    }

    fn clear(&mut self) {
        use std::io::Write;
        if std::mem::take(&mut self.shown) {
            let _ = write!(std::io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}
