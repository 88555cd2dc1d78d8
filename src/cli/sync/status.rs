//! `balcao status`.

use serde_json::{Value as Json, json};

use super::{say, value};
use crate::cli::exit::Failure;
use crate::cli::print;
use crate::cli::target::Open;
use crate::pairing::{
    Pairing,
    run::{Report, plain, word},
    show::{self, Item, List, Status},
};
use crate::sync::Side;
use crate::text::line;

/// Rows of a list that people are shown without `--all`.
const SOME: usize = 10;

/// How much is told.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Whole lists, not only their beginnings
    #[arg(long)]
    all: bool,
    /// Only this list, whole: conflict, failing, ambiguous, deleted, apart, excluded, in-sync
    #[arg(long, value_name = "LIST", value_parser = str::parse::<List>)]
    list: Option<List>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &Args, open: &Open) -> Result<(), Failure> {
    let pairing = open.pair()?;
    let mut status =
        show::status(&pairing, args.list == Some(List::InSync)).map_err(|error| open.unread(error))?;
    if let Some(list) = args.list {
        status.items.retain(|item| item.list == list);
    }
    let last = pairing.ledger.runs::<Report>(1).map_err(|error| open.unread(error))?.pop();
    let last = last.map(|(_, report)| report);
    let behind = pairing.is_behind().map_err(|error| open.pairing_failure(&error))?;
    let mode = open.way(None).map(|way| way.to_string()).ok();
    if args.json {
        return print::json(&json!({
            "mode": mode, "mapping": { "revision": pairing.revision, "behind": behind }, "braked": status.braked,
            "wishes": status.wishes, "lost": status.lost, "last_run": last.as_ref().map(say::report_json),
            "kinds": status.kinds.iter().map(|kind| json!({
                "kind": kind.kind.name(), "bigin": kind.there.bigin, "desk": kind.there.desk,
                "alone": { "bigin": kind.alone.bigin, "desk": kind.alone.desk },
                "in_sync": kind.in_sync, "excluded": kind.excluded, "waiting": kind.waiting,
            })).collect::<Vec<_>>(),
            "items": status.items.iter().map(|item| item_json(item, &pairing)).collect::<Vec<_>>(),
        }));
    }
    if args.list.is_some() {
        return print::out(&lists(open, &pairing, &status, true));
    }
    print::out(&head(open, &pairing, mode.as_deref(), last.as_ref(), behind))?;
    print::out(&kinds(open, &status))?;
    print::out(&lists(open, &pairing, &status, args.all))
}

fn head(open: &Open, pairing: &Pairing, mode: Option<&str>, last: Option<&Report>, behind: bool) -> String {
    let words = &open.words;
    let args = [
        ("mode", mode.unwrap_or("?").into()),
        ("revision", u64::from(pairing.revision).into()),
        ("path", pairing.place().mapping.display().to_string().into()),
    ];
    let mut text = format!("{}\n", words.say_with("sync-status-head", &args));
    if behind {
        text += &format!("{}\n", words.say("sync-mapping-behind"));
    }
    text += &match last {
        Some(report) => {
            let at = value::moment(report.ended, &open.zone);
            let args = [("at", at.into()), ("what", say::counts_text(&report.counts, words).into())];
            format!("{}\n", words.say_with("sync-status-last", &args))
        }
        None => format!("{}\n", words.say("sync-status-never")),
    };
    text
}

fn kinds(open: &Open, status: &Status) -> String {
    let words = &open.words;
    let titles = [
        "sync-col-kind",
        "sync-col-bigin",
        "sync-col-desk",
        "sync-col-in-sync",
        "sync-col-alone-bigin",
        "sync-col-alone-desk",
    ]
    .map(|id| words.say(id));
    let row = |kind: &show::KindStatus| {
        let numbers = [kind.there.bigin, kind.there.desk, kind.in_sync, kind.alone.bigin, kind.alone.desk]
            .map(|n| n.to_string());
        std::iter::once(open.kind(kind.kind)).chain(numbers).collect()
    };
    let rows: Vec<Vec<String>> = status.kinds.iter().map(row).collect();
    print::table(&titles, &rows, print::columns())
}

fn lists(open: &Open, pairing: &Pairing, status: &Status, all: bool) -> String {
    let words = &open.words;
    let mut text = String::new();
    let mut say = |id: &str, count: usize| {
        if count > 0 {
            text += &format!("{}\n", words.say_with(id, &[("count", count.into())]));
        }
    };
    say("sync-status-wishes", status.wishes);
    say("sync-status-lost", status.lost);
    if status.braked {
        text += &format!("{}\n", words.say("sync-braked"));
    }
    for list in List::ALL {
        let items: Vec<&Item> = status.items.iter().filter(|item| item.list == list).collect();
        if items.is_empty() {
            continue;
        }
        let title = words.say_with(&format!("sync-list-{}", list.name()), &[("count", items.len().into())]);
        text += &format!("\n{title}\n");
        let shown = if all { items.len() } else { SOME };
        for item in items.iter().take(shown) {
            text += &format!("  {}\n", line(&item_text(item, open, pairing)));
        }
        if items.len() > shown {
            let args = [("count", (items.len() - shown).into())];
            text += &format!("  {}\n", words.say_with("sync-list-more", &args));
        }
    }
    if status.items.iter().all(|item| item.list >= List::Excluded) && !status.braked {
        text += &format!("{}\n", words.say("sync-status-well"));
    }
    text
}

fn item_text(item: &Item, open: &Open, pairing: &Pairing) -> String {
    let ids: Vec<String> = Side::BOTH
        .into_iter()
        .filter_map(|side| item.ids[side].map(|id| format!("{} {id}", side.name())))
        .collect();
    let mut text = format!("{} {} ({})", open.kind(item.kind), item.name, ids.join(" ⇄ "));
    if let Some((field, values)) = &item.conflict {
        text += &format!(
            ": {}: {} / {}",
            pairing.field(item.kind, *field),
            value::shown(&values.bigin),
            value::shown(&values.desk)
        );
    }
    if let Some((side, words)) = &item.words {
        text += &format!(": {}: {words}", side.name());
    }
    if let Some(side) = item.gone {
        text += &format!(": {}", open.words.say_with("sync-gone-in", &[("side", side.name().into())]));
    }
    text
}

fn item_json(item: &Item, pairing: &Pairing) -> Json {
    json!({
        "list": item.list.name(), "kind": item.kind.name(), "name": item.name,
        "ids": value::per(&item.ids, |id| value::id(id.as_ref())), "link": item.link.map(|link| link.0),
        "conflict": item.conflict.as_ref().map(|(field, values)| json!({
            "field": value::field_json(pairing, item.kind, *field), "values": value::per(values, plain),
        })),
        "refused_by": item.words.as_ref().map(|(side, _)| word(*side)),
        "words": item.words.as_ref().map(|(_, words)| words), "gone_in": item.gone.map(word),
    })
}
