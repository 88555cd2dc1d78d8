//! The last runs, and what each service was asked within a day.

use ratatui::layout::Rect;

use super::state::span;
use crate::app::screens::sync::Sync;
use crate::model::pairing::{Meter, RunEnd, RunLine, Side};
use crate::text::count;
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::symbols;
use crate::ui::view::View;

/// Columns of a meter's bar.
const BAR: u64 = 10;

/// How many lines it takes: a rule, the runs, the meters.
pub(super) fn rows(sync: &Sync, height: u16) -> u16 {
    let Some(overview) = &sync.overview else { return 0 };
    let runs = u16::try_from(overview.runs.len()).unwrap_or(u16::MAX).max(1);
    let most = match height {
        0..16 => 1,
        16..24 => 2,
        _ => 5,
    };
    2 + runs.min(most)
}

pub(super) fn draw(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(overview) = &sync.overview else { return };
    let theme = view.theme;
    canvas.rule(area, 0, theme.border);
    let (_, rest) = top(area, 1);
    let mut meters = Row::of(&view.say("pair-credits"), theme.dim);
    for side in Side::BOTH {
        meters.gap(2);
        meters.append(meter(view, side, &overview.meters[side]));
    }
    let wide = area.width >= 100;
    let lines = usize::from(rest.height.saturating_sub(1));
    let mut rows: Vec<Row> = overview.runs.iter().take(lines).map(|one| run(view, one, wide)).collect();
    if rows.is_empty() {
        rows.push(Row::of(&view.say("sync-status-never"), theme.dim));
    }
    rows.push(meters);
    canvas.rows(inset(rest, 1), rows);
}

/// `#12  14:31  12 s  3 in Bigin, 2 in Desk  23 / 20 calls  nothing left to do`.
fn run(view: View<'_>, run: &RunLine, wide: bool) -> Row {
    let theme = view.theme;
    let number = |n: u64| count(i64::try_from(n).unwrap_or(i64::MAX));
    let took = u64::try_from(run.ended.duration_since(run.began).as_secs()).unwrap_or(0);
    let mut row = Row::new();
    row.column(&format!("#{}", run.id), 6, theme.dim);
    row.column(&view.ago(run.began), 10, theme.text);
    row.gap(1);
    row.number(&span(view, took), 7, theme.dim);
    row.gap(2);
    let args = [("bigin", number(run.written.bigin).into()), ("desk", number(run.written.desk).into())];
    row.column(&view.say_with("pair-written", &args), if wide { 26 } else { 17 }, theme.text);
    row.gap(1);
    let calls = [("calls", number(run.calls).into()), ("least", number(run.least).into())];
    let (said, cols) = if wide { ("pair-calls", 24) } else { ("pair-calls-short", 11) };
    row.column(&view.say_with(said, &calls), cols, theme.dim);
    row.gap(1);
    let style = match run.end {
        RunEnd::Quiet => theme.good,
        RunEnd::Waits | RunEnd::Stopped => theme.dim,
        RunEnd::Trouble(_) => theme.error,
        RunEnd::LedElsewhere | RunEnd::Braked | RunEnd::Paused(..) => theme.warning,
    };
    row.push(&view.say(&format!("pair-end-{}", run.end.name())), style);
    if let RunEnd::Paused(side, until) = &run.end {
        row.push(&format!(" ({}, {})", side.name(), view.clock.exact(&view.app.words, *until)), style);
    }
    if let RunEnd::Trouble(why) = &run.end {
        row.push(&format!(": {why}"), style);
    }
    row
}

/// `Desk ▒▒▒┄┄┄┄┄┄┄ 1 340 of 5 000`, and when there will be some again.
fn meter(view: View<'_>, side: Side, meter: &Meter) -> Row {
    let theme = view.theme;
    let number = |n: u64| count(i64::try_from(n).unwrap_or(i64::MAX));
    let mut row = Row::of(&format!("{} ", side.name()), theme.text);
    match meter.limit {
        None => row.push(&number(meter.used), theme.dim),
        Some(limit) => {
            let share = (meter.used * BAR).checked_div(limit).unwrap_or(BAR).min(BAR);
            let cells = |n: u64| usize::try_from(n).unwrap_or(0);
            let style = if share * 10 >= BAR * 9 { theme.warning } else { theme.accent };
            row.push(&symbols::FULL.repeat(cells(share)), style);
            row.push(&symbols::FOLD.repeat(cells(BAR - share)), theme.dim);
            let args = [("used", number(meter.used).into()), ("limit", number(limit).into())];
            row.push(&format!(" {}", view.say_with("pair-of-limit", &args)), theme.dim);
        }
    }
    if let Some(until) = meter.until {
        let at = view.clock.exact(&view.app.words, until);
        row.push(&format!(" · {}", view.say_with("pair-again-at", &[("at", at.into())])), theme.warning);
    }
    row
}
