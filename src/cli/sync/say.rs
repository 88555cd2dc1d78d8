//! What a run was, for people and for scripts.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::pairing::run::{Cost, Counts, End, Report};
use crate::text::{Arg, Words};

/// A run for scripts.
pub(super) fn report_json(report: &Report) -> Value {
    let at = |millis| Timestamp::from_millisecond(millis).ok();
    let (end, why) = match &report.end {
        End::Quiet => ("quiet", None),
        End::Waits => ("waits", None),
        End::Stopped => ("stopped", None),
        End::NotLeader => ("led_elsewhere", None),
        End::Braked => ("braked", None),
        End::Paused { .. } => ("paused", None),
        End::Trouble(why) => ("trouble", Some(why)),
    };
    let until = match report.end {
        End::Paused { until, .. } => at(until),
        _ => None,
    };
    json!({
        "began_at": at(report.began), "ended_at": at(report.ended), "mode": report.mode, "end": end, "why": why,
        "until": until,
        "cycles": report.cycles, "counts": counts_json(&report.counts), "cost": cost_json(&report.cost),
    })
}

/// Numbers for scripts.
pub(super) fn counts_json(counts: &Counts) -> Value {
    json!({
        "linked": counts.linked,
        "created": { "bigin": counts.created.bigin, "desk": counts.created.desk },
        "updated": { "bigin": counts.updated.bigin, "desk": counts.updated.desk },
        "conflicts": counts.conflicts, "held": counts.held, "refused": counts.refused,
        "ambiguous": counts.ambiguous, "gone": counts.gone, "back": counts.back, "turning": counts.turning,
    })
}

fn cost_json(cost: &Cost) -> Value {
    json!({
        "calls": cost.all(), "bigin_calls": cost.calls.bigin, "desk_calls": cost.calls.desk,
        "at_least": cost.at_least, "causes": cost.causes,
        "bigin_credits": cost.credits.bigin, "desk_credits": cost.credits.desk,
    })
}

/// A run for people: what it did, what it cost.
pub(super) fn report_text(report: &Report, dry: bool, words: &Words) -> String {
    let mut text = format!("{}\n", counts_text(&report.counts, words));
    if dry {
        text += &format!("{}\n", words.say("sync-dry"));
    }
    if report.end == End::Waits {
        text += &format!("{}\n", words.say("sync-waits"));
    }
    text + &cost_text(&report.cost, words)
}

/// What was done, in one line.
pub(super) fn counts_text(counts: &Counts, words: &Words) -> String {
    let all: [(&str, u64); 12] = [
        ("sync-linked", counts.linked),
        ("sync-created-bigin", counts.created.bigin),
        ("sync-created-desk", counts.created.desk),
        ("sync-updated-bigin", counts.updated.bigin),
        ("sync-updated-desk", counts.updated.desk),
        ("sync-conflicts", counts.conflicts),
        ("sync-held", counts.held),
        ("sync-refused", counts.refused),
        ("sync-ambiguous", counts.ambiguous),
        ("sync-gone", counts.gone),
        ("sync-back", counts.back),
        ("sync-turning", counts.turning),
    ];
    let said: Vec<String> = all
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words.say_with(id, &[("count", count.into())]))
        .collect();
    if said.is_empty() { words.say("sync-nothing") } else { said.join(" · ") }
}

fn cost_text(cost: &Cost, words: &Words) -> String {
    let causes: Vec<String> = cost
        .causes
        .iter()
        .filter(|(_, calls)| **calls > 0)
        .map(|(cause, calls)| format!("{} {calls}", words.say(&format!("sync-cause-{cause}"))))
        .collect();
    let hundredths = (cost.all() * 100).checked_div(cost.at_least).unwrap_or(100);
    let ratio = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let args: [(&str, Arg); 6] = [
        ("calls", cost.all().into()),
        ("least", cost.at_least.into()),
        ("ratio", ratio.into()),
        ("causes", causes.join(", ").into()),
        ("bigin", cost.credits.bigin.into()),
        ("desk", cost.credits.desk.into()),
    ];
    format!("{}\n", words.say_with("sync-cost", &args))
}
