//! The line below the lists: a run under way, or what waits; where one is in the list, and how old all of it is.

use ratatui::layout::Rect;

use crate::app::Action;
use crate::app::screens::sync::{Running, Sync};
use crate::text::count;
use crate::ui::paint::{Canvas, Row, inset, left};
use crate::ui::parts::pane;
use crate::ui::symbols;
use crate::ui::view::View;

/// Columns of the bar.
const BAR: u64 = 16;

pub(super) fn draw(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    let area = inset(area, 1);
    let total = sync.rows.window.total;
    let mut right = pane::age(view, &sync.fresh, total > 0);
    if total > 0 {
        if !right.is_empty() {
            right.gap(2);
        }
        right.append(pane::place(view, &sync.fresh, sync.rows.cursor, total));
    }
    let end = canvas.right(area, 0, right);
    let (area, _) = left(area, area.width.saturating_sub(end.width + 2));
    canvas.row(area, 0, said(view, sync));
}

fn said(view: View<'_>, sync: &Sync) -> Row {
    let theme = view.theme;
    if let Some(running) = &sync.running {
        return bar(view, running);
    }
    let Some(overview) = &sync.overview else { return Row::new() };
    if sync.led_elsewhere(view.app.now) {
        let mut row = Row::of(&view.say("pair-led-elsewhere"), theme.accent);
        if overview.waiting > 0 {
            let left = count(i64::try_from(overview.waiting).unwrap_or(i64::MAX));
            row.push(&format!(" · {}", view.say_with("pair-left", &[("count", left.into())])), theme.dim);
        }
        return row;
    }
    if overview.braked {
        let key = view.keys_of(Action::ReleaseBrake).unwrap_or_default();
        return Row::of(&view.say_with("pair-braked-here", &[("key", key.into())]), theme.warning);
    }
    let mut parts = Vec::new();
    if overview.behind {
        parts.push(view.say("pair-behind"));
    }
    if overview.wishes > 0 {
        parts.push(view.say_with("pair-wishes", &[("count", overview.wishes.into())]));
    }
    if overview.lost > 0 {
        parts.push(view.say_with("pair-lost", &[("count", overview.lost.into())]));
    }
    if parts.is_empty() {
        let way =
            overview.way.as_deref().map_or("pair-way-unknown".to_owned(), |way| format!("pair-way-{way}"));
        let args = [("revision", u64::from(overview.revision).into())];
        return Row::of(&view.say(&way), theme.dim)
            .and(" · ", theme.dim)
            .and(&view.say_with("pair-mapping", &args), theme.dim);
    }
    Row::of(&parts.join(" · "), theme.warning)
}

/// `▒▒▒▒┄┄┄┄ 340 written · 12 calls · 120 a minute · 2 min left`.
fn bar(view: View<'_>, running: &Running) -> Row {
    let theme = view.theme;
    let now = view.app.now;
    let number = |n: u64| count(i64::try_from(n).unwrap_or(i64::MAX));
    let mut row = Row::new();
    if let Some(share) = running.share().filter(|_| running.progress.left > 0) {
        let full = share * BAR / 1000;
        let cells = |n: u64| usize::try_from(n).unwrap_or(0);
        row.push(&symbols::FULL.repeat(cells(full)), theme.accent);
        row.push(&symbols::FOLD.repeat(cells(BAR - full)), theme.dim);
        row.gap(1);
    }
    row.push(&view.say(if running.stopping { "pair-stopping" } else { "pair-running" }), theme.accent);
    let progress = &running.progress;
    let written = progress.written.bigin + progress.written.desk;
    let args = [
        ("linked", number(progress.linked).into()),
        ("written", number(written).into()),
        ("calls", number(progress.calls).into()),
    ];
    row.push(&format!(" · {}", view.say_with("sync-progress", &args)), theme.text);
    if let Some(rate) = running.rate(now) {
        row.push(&format!(" · {}", view.say_with("pair-rate", &[("count", number(rate).into())])), theme.dim);
    }
    if let Some(left) = running.seconds_left(now) {
        row.push(
            &format!(" · {}", view.say_with("pair-time-left", &[("time", span(view, left).into())])),
            theme.dim,
        );
    }
    row
}

/// Seconds as people say them.
pub(super) fn span(view: View<'_>, seconds: u64) -> String {
    if seconds < 90 {
        view.say_with("pair-seconds", &[("count", seconds.into())])
    } else {
        view.say_with("pair-minutes", &[("count", (seconds.div_ceil(60)).into())])
    }
}
