//! `balcao history`.

use serde_json::{Value as Json, json};

use super::{say, value};
use crate::cli::exit::Failure;
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Pairing,
    run::{Report, plain},
    show::Names,
};
use crate::store::ledger::Lines;
use crate::sync::{
    Value,
    ledger::{Entry, Ledger},
};

/// Of what, and in which form.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Only this record: its id, e-mail or name
    #[arg(value_name = "RECORD")]
    record: Option<String>,
    /// The runs, and not what they wrote
    #[arg(long, conflicts_with_all = ["record", "csv"])]
    runs: bool,
    /// At most so many lines, the latest
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Answer in JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Answer in CSV, with a line of titles
    #[arg(long)]
    csv: bool,
}

pub(super) fn run(args: &Args, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    if args.runs {
        return runs(args, open, &pairing);
    }
    let wanted = match &args.record {
        Some(word) => {
            let found = open.meant(&pairing, word)?;
            let links = found.iter().filter_map(|seen| pairing.ledger.link_of(seen.side, seen.kind, seen.id));
            Lines { links: Some(links.collect()), record: found.first().map(|seen| seen.id), after: 0 }
        }
        None => Lines::default(),
    };
    let lines = pairing.ledger.journal(&wanted, args.limit).map_err(|error| open.unread(error))?;
    let names = Names::of(&pairing.file);
    if args.json {
        let all: Vec<Json> =
            lines.iter().map(|(seq, entry)| value::entry_json(*seq, entry, &pairing, &names)).collect();
        return print::json(&json!({ "history": all }));
    }
    if args.csv {
        return print::out(&csv(&lines, &pairing, &names));
    }
    if lines.is_empty() {
        print::note(&open.words.say("cli-none-found"));
        return Ok(());
    }
    let titles = [
        "sync-col-op",
        "sync-col-at",
        "sync-col-what",
        "sync-col-record",
        "sync-col-field",
        "sync-col-old",
        "sync-col-new",
    ]
    .map(|id| open.words.say(id));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|(_, entry)| {
            let op = entry.op.map(|op| op.to_string()).unwrap_or_default();
            std::iter::once(op).chain(row(entry, open, &pairing, &names)).collect()
        })
        .collect();
    print::out(&print::table(&titles, &rows, print::columns()))
}

/// A line for people.
pub(super) fn row(entry: &Entry, open: &Open, pairing: &Pairing, names: &Names) -> Vec<String> {
    let name = names.of_id(&pairing.ledger, entry.side, entry.kind, entry.record);
    let said = |value: &Value| if entry.field.is_some() { value::shown(value) } else { String::new() };
    vec![
        value::moment(entry.at, &open.zone),
        open.why(entry.why),
        format!("{} {name}", entry.side.name()),
        entry.field.map(|field| pairing.field(entry.kind, field)).unwrap_or_default(),
        said(&entry.old),
        said(&entry.new),
    ]
}

fn csv(lines: &[(i64, Entry)], pairing: &Pairing, names: &Names) -> String {
    let mut text =
        "seq,at,why,side,kind,record,name,field_bigin,field_desk,old,new,other,op,link\r\n".to_owned();
    for (seq, entry) in lines {
        let line = value::entry_json(*seq, entry, pairing, names);
        let field = |name: &str| line["field"][name].as_str().unwrap_or_default().to_owned();
        let cells = [
            seq.to_string(),
            bare(&line["at"]),
            bare(&line["why"]),
            bare(&line["side"]),
            bare(&line["kind"]),
            bare(&line["record"]),
            bare(&line["name"]),
            field("bigin"),
            field("desk"),
            bare(&plain(&entry.old)),
            bare(&plain(&entry.new)),
            bare(&plain(&entry.other)),
            bare(&line["op"]),
            bare(&line["link"]),
        ];
        text += &format!("{}\r\n", cells.map(|cell| quoted(&cell)).join(","));
    }
    text
}

fn bare(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A cell of CSV. What a spreadsheet would take for a formula is text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r', '\'']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

fn runs(args: &Args, open: &Open, pairing: &Pairing) -> Result<(), Failure> {
    let mut runs = pairing.ledger.runs::<Report>(args.limit).map_err(|error| open.unread(error))?;
    runs.reverse();
    if args.json {
        let all: Vec<Json> = runs
            .iter()
            .map(|(run, report)| {
                let mut value = say::report_json(report);
                value["run"] = json!(run);
                value
            })
            .collect();
        return print::json(&json!({ "runs": all }));
    }
    let mut text = String::new();
    for (run, report) in &runs {
        let at = value::moment(report.began, &open.zone);
        text += &format!("{run}  {at}  {}  {}\n", report.mode, say::counts_text(&report.counts, &open.words));
    }
    print::out(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_never_two_cells() {
        assert_eq!(quoted("plain"), "plain");
        assert_eq!(quoted("a, \"b\"\n"), "\"a, \"\"b\"\"\n\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("-3.5"), "-3.5");
    }
}
