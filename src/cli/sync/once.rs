//! `balcao sync`.

use std::io::IsTerminal;

use serde_json::json;

use super::say;
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Pairing, Way,
    call::Weight,
    run::{self, Act, End, Job, News, Only, Ran, Report},
};
use crate::sync::engine::Limits;
use crate::text::{Words, line};

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
    let only = if args.dry_run { Only::nothing() } else { Only::default() };
    let ran = carry_out(open, pairing, way, only, args.watch, args.json).await?;
    finish(open, &ran, args.dry_run, args.json)
}

/// Says that the mapping was changed and is not in force.
pub(super) fn behind(open: &Open, pairing: &Pairing) -> Result<(), Failure> {
    if pairing.is_behind().map_err(|error| open.pairing_failure(&error))? {
        print::note(&open.words.say("sync-mapping-behind"));
    }
    Ok(())
}

/// Runs, tells what happens, and keeps the report unless nothing was meant to happen.
pub(super) async fn carry_out(
    open: &Open,
    pairing: Pairing,
    way: Way,
    only: Only,
    watch: bool,
    json: bool,
) -> Result<Ran, Failure> {
    let mapping = pairing.mapping(way);
    let pretends = only.pretends();
    let failed = |error: &crate::store::ledger::LedgerError| {
        let args = [("why", error.to_string().into())];
        Failure::new(Exit::Machine, "store", open.words.say_with("sync-ledger-failed", &args))
    };
    let caller = open.caller(&pairing).await?;
    // Nobody is kept from leading by somebody who only looks.
    let lead = if pretends { None } else { Some(open.lead(&pairing)?) };
    let ledger = if pretends {
        let copy = pairing.ledger.copy(&mapping).map_err(|error| failed(&error))?;
        copy.vacate().map_err(|error| failed(&error))?;
        copy
    } else {
        pairing.ledger
    };
    let job = Job { caller, way, mapping, limits: Limits::default(), watch, only };
    let mut teller = Teller::new(&open.words, watch, json);
    let ran = run::run(job, ledger, stopped(), |news| teller.hear(news)).await;
    teller.clear();
    if !pretends {
        let report = &ran.report;
        ran.ledger.keep_run(report.began, report.ended, report).map_err(|error| failed(&error))?;
    }
    drop(lead);
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

/// Prints what a run was, and tells how the command ends.
pub(super) fn finish(open: &Open, ran: &Ran, dry: bool, json: bool) -> Result<(), Failure> {
    let report = &ran.report;
    if json {
        let mut value = say::report_json(report);
        value["dry_run"] = json!(dry);
        if dry {
            value["acts"] = json!(ran.acts);
        }
        print::json(&value)?;
    } else {
        if dry {
            print::out(&acts_text(&ran.acts))?;
        }
        print::out(&say::report_text(report, dry, &open.words))?;
    }
    ended(open, ran)
}

/// How the command ends.
pub(super) fn ended(open: &Open, ran: &Ran) -> Result<(), Failure> {
    match &ran.report.end {
        End::Trouble(why) => Err(match &ran.trouble {
            Some(error) => open.failure(&crate::counter::Error::Zoho(error.clone())),
            None => {
                let args = [("why", why.as_str().into())];
                Failure::new(Exit::Machine, "store", open.words.say_with("sync-ledger-failed", &args))
            }
        }),
        End::NotLeader => Err(Failure::new(Exit::Away, "led_elsewhere", open.words.say("sync-taken"))),
        End::Braked => Err(Failure::new(Exit::Asked, "braked", open.words.say("sync-braked"))),
        End::Quiet | End::Waits | End::Stopped => Ok(()),
    }
}

fn acts_text(acts: &[Act]) -> String {
    let mut text = String::new();
    for act in acts {
        let name = act.target.as_ref().map_or_else(|| format!("← {}", act.source), Clone::clone);
        let fields: Vec<_> = act.fields.iter().map(|(name, to)| format!("{name} = {to}")).collect();
        let mark = if act.target.is_some() { "~" } else { "+" };
        text += &format!("{mark} {} {} {name}: {}\n", act.side, act.kind, line(&fields.join(", ")));
    }
    text
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
