//! `balcao mapping`.

use serde_json::{Value as Json, json};

use super::lint;
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Error, Pairing,
    check::{self, Finding, What},
    difference::{Difference, differences},
    known, put,
};
use crate::sync::{
    Side,
    mapping::{
        file::{MappingFile, read},
        kinds::Unfit,
    },
};
use crate::text::Words;

/// What to do with the mapping.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Mapping {
    /// The mapping that is in force, as it was written
    Show(Plain),
    /// Look the written mapping through, and compare it with the fields of both portals
    Check(Plain),
    /// What the records that were seen say about the written mapping
    Lint(Plain),
    /// What the written mapping changes
    Diff(Plain),
    /// Put the written mapping in force
    Apply(Plain),
    /// Put an earlier mapping in force again
    Rollback(Rollback),
}

/// Nothing but how to answer.
#[derive(Clone, Debug, clap::Args)]
pub struct Plain {
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// Which one.
#[derive(Clone, Debug, clap::Args)]
pub struct Rollback {
    /// Its number; else the one before the present
    #[arg(value_name = "REVISION")]
    revision: Option<u32>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Mapping {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::Show(args)
            | Self::Check(args)
            | Self::Lint(args)
            | Self::Diff(args)
            | Self::Apply(args) => args.json,
            Self::Rollback(args) => args.json,
        }
    }
}

pub(super) async fn run(command: Mapping, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    match command {
        Mapping::Show(args) => show(&pairing, args.json, open),
        Mapping::Check(args) => check(&pairing, args.json, open).await,
        Mapping::Lint(args) => lint::run(&pairing, args.json, open).await,
        Mapping::Diff(args) => diff(&pairing, args.json, open),
        Mapping::Apply(args) => apply(pairing, args.json, open).await,
        Mapping::Rollback(args) => rollback(pairing, &args, open),
    }
}

fn failed(open: &Open) -> impl Fn(Error) -> Failure + '_ {
    |error| open.pairing_failure(&error)
}

fn show(pairing: &Pairing, json: bool, open: &Open) -> Result<(), Failure> {
    let (_, text) = pairing.earlier(Some(pairing.revision)).map_err(failed(open))?;
    let path = pairing.place().mapping.display().to_string();
    if json {
        return print::json(&json!({ "revision": pairing.revision, "path": path, "text": text }));
    }
    let args = [("revision", u64::from(pairing.revision).into()), ("path", path.into())];
    print::note(&open.words.say_with("sync-mapping-shown", &args));
    print::out(&text)
}

/// The mapping as it is written, and what was found about it; grave findings are a failure.
async fn looked_through(
    pairing: &Pairing,
    open: &Open,
) -> Result<(String, MappingFile, Vec<Finding>), Failure> {
    let (text, file) = pairing.place().draft().map_err(failed(open))?;
    let renamed: Vec<String> = differences(&pairing.file, &file)
        .iter()
        .filter(|one| matches!(one, Difference::Renamed(..)))
        .map(said)
        .collect();
    if !renamed.is_empty() {
        let args = [("lines", renamed.join("\n").into())];
        return Err(Failure::new(Exit::Usage, "mapping", open.words.say_with("sync-mapping-renamed", &args)));
    }
    let known = known::ask(&open.services.zoho).await.map_err(|error| failed(open)(error))?;
    let found = check::check(&file, &known);
    if found.iter().any(Finding::is_grave) {
        let all: Vec<String> = found.iter().map(|one| finding(one, open)).collect();
        let args = [
            ("path", pairing.place().mapping.display().to_string().into()),
            ("faults", all.join("\n").into()),
        ];
        let failure = Failure::new(Exit::Usage, "mapping", open.words.say_with("sync-mapping-wrong", &args));
        return Err(failure.with("faults", json!(all)));
    }
    Ok((text, file, found))
}

async fn check(pairing: &Pairing, json: bool, open: &Open) -> Result<(), Failure> {
    let (_, _, found) = looked_through(pairing, open).await?;
    let all: Vec<String> = found.iter().map(|one| finding(one, open)).collect();
    if json {
        return print::json(&json!({ "warnings": all }));
    }
    for one in &all {
        print::note(one);
    }
    print::out(&format!("{}\n", open.words.say("sync-mapping-right")))
}

fn finding(one: &Finding, open: &Open) -> String {
    let words = &open.words;
    let what = match &one.what {
        What::NoField(side, name) => {
            let args = [("side", side.name().into()), ("field", name.as_str().into())];
            words.say_with("sync-find-no-field", &args)
        }
        What::Unfit(unfit) => said_unfit(unfit, words),
    };
    format!("{}: {} ⇄ {}: {what}", open.kind(one.kind), one.names.bigin, one.names.desk)
}

fn said_unfit(unfit: &Unfit, words: &Words) -> String {
    let of = |id: &str, side: &Side| words.say_with(id, &[("side", side.name().into())]);
    match unfit {
        Unfit::ReadOnly(side) => of("sync-unfit-fixed", side),
        Unfit::Apart(from) => {
            let args = [("from", from.name().into()), ("to", from.other().name().into())];
            words.say_with("sync-unfit-apart", &args)
        }
        Unfit::NoCounterpart { side, words: lost, .. } => {
            let args = [("side", side.name().into()), ("choices", lost.join(", ").into())];
            words.say_with("sync-unfit-choices", &args)
        }
        Unfit::NotInTable { side, word } => {
            let args = [("side", side.name().into()), ("word", word.as_str().into())];
            words.say_with("sync-unfit-not-in-table", &args)
        }
        Unfit::NoSuchChoice { side, word } => {
            let args = [("side", side.name().into()), ("word", word.as_str().into())];
            words.say_with("sync-unfit-no-such-choice", &args)
        }
        Unfit::Shorter { side, room, other } => {
            let args = [
                ("side", side.name().into()),
                ("room", u64::from(*room).into()),
                ("other", u64::from(*other).into()),
            ];
            words.say_with("sync-unfit-shorter", &args)
        }
        Unfit::DoesNotComeBack => words.say("sync-unfit-does-not-come-back"),
    }
}

fn diff(pairing: &Pairing, json: bool, open: &Open) -> Result<(), Failure> {
    let (_, file) = pairing.place().draft().map_err(failed(open))?;
    let all = differences(&pairing.file, &file);
    if json {
        let rows: Vec<Json> = all.iter().map(difference_json).collect();
        return print::json(&json!({ "revision": pairing.revision, "differences": rows }));
    }
    if all.is_empty() {
        print::note(&open.words.say("sync-mapping-same"));
    }
    print::out(&all.iter().map(said).fold(String::new(), |text, one| text + &one + "\n"))
}

fn said(one: &Difference) -> String {
    match one {
        Difference::Added(kind, id, new) => format!("+ {} {id} {new}", kind.name()),
        Difference::Removed(kind, id, old) => format!("- {} {id} {old}", kind.name()),
        Difference::Changed(kind, id, old, new) => format!("~ {} {id} {old}  →  {new}", kind.name()),
        Difference::Renamed(kind, id, old, new) => format!("! {} {id} {old}  →  {new}", kind.name()),
        Difference::Kind(kind, old, new) => format!("~ {}: {old}  →  {new}", kind.name()),
    }
}

fn difference_json(one: &Difference) -> Json {
    let (what, kind, id, before, after) = match one {
        Difference::Added(kind, id, new) => ("added", kind, Some(id), None, Some(new)),
        Difference::Removed(kind, id, old) => ("removed", kind, Some(id), Some(old), None),
        Difference::Changed(kind, id, old, new) => ("changed", kind, Some(id), Some(old), Some(new)),
        Difference::Renamed(kind, id, old, new) => ("renamed", kind, Some(id), Some(old), Some(new)),
        Difference::Kind(kind, old, new) => ("kind", kind, None, Some(old), Some(new)),
    };
    json!({ "what": what, "kind": kind.name(), "id": id.map(|id| id.0), "before": before, "after": after })
}

async fn apply(mut pairing: Pairing, json: bool, open: &Open) -> Result<(), Failure> {
    let (text, file, found) = looked_through(&pairing, open).await?;
    // How long texts may be is said by `check`; whether there are any that long, by `lint`.
    let shorter = |one: &&Finding| matches!(one.what, What::Unfit(Unfit::Shorter { .. }));
    for one in found.iter().filter(|one| !shorter(one)) {
        print::note(&finding(one, open));
    }
    if !pairing.is_behind().map_err(failed(open))? {
        print::note(&open.words.say("sync-mapping-same"));
        return in_force(pairing.revision, json, open);
    }
    let _lead = open.lead(&pairing)?;
    let revision = pairing.apply(&text, file).map_err(failed(open))?;
    in_force(revision, json, open)
}

/// The file is written as well: it would be behind otherwise.
fn rollback(mut pairing: Pairing, args: &Rollback, open: &Open) -> Result<(), Failure> {
    let (_, text) = pairing.earlier(args.revision).map_err(|error| match error {
        Error::NoRevision(revision) => {
            let said = [("revision", u64::from(revision).into())];
            Failure::new(Exit::NotFound, "no_revision", open.words.say_with("sync-no-revision", &said))
        }
        other => open.pairing_failure(&other),
    })?;
    let _lead = open.lead(&pairing)?;
    let path = pairing.place().mapping.clone();
    let file = read(&text).map_err(|faults| failed(open)(Error::Mapping { path: path.clone(), faults }))?;
    let revision = pairing.apply(&text, file).map_err(failed(open))?;
    put(&path, &text).map_err(failed(open))?;
    in_force(revision, args.json, open)
}

fn in_force(revision: u32, json: bool, open: &Open) -> Result<(), Failure> {
    if json {
        return print::json(&json!({ "revision": revision }));
    }
    let args = [("revision", u64::from(revision).into())];
    print::out(&format!("{}\n", open.words.say_with("sync-mapping-in-force", &args)))
}
