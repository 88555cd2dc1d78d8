//! The Activity tab: notes, tasks, calls, meetings, newest first.

use ratatui::layout::Rect;

use crate::app::screens::counter::Counter;
use crate::model::{Activity, ActivityKind};
use crate::text::{block, width, wrap};
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::parts::pane;
use crate::ui::symbols;
use crate::ui::view::View;

/// Lines of the text of one activity that are shown.
const LINES: usize = 3;

pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let activities = counter.page.as_ref().map_or(&[][..], |page| &page.activities);
    let nothing = view.say("ui-no-activities");
    let fresh = &counter.activities_fresh;
    let Some(area) = pane::draw(view, fresh, !activities.is_empty(), &nothing, area, canvas) else { return };
    let area = inset(area, 1);
    let kinds = [ActivityKind::Note, ActivityKind::Task, ActivityKind::Call, ActivityKind::Meeting];
    let kind = kinds.iter().map(|kind| width(&view.say(name(*kind)))).max().unwrap_or(0);
    let rows: Vec<_> =
        activities.iter().flat_map(|activity| rows(view, activity, kind, area.width.into())).collect();
    let top = counter.top.min(rows.len().saturating_sub(area.height.into()));
    canvas.rows(area, rows.into_iter().skip(top));
}

fn rows(view: View<'_>, activity: &Activity, kind: usize, cols: usize) -> Vec<Row> {
    let theme = view.theme;
    let mut row = Row::new();
    row.column(&view.say(name(activity.kind)), kind, theme.dim);
    row.gap(2);
    let open = activity.kind == ActivityKind::Task && !activity.done;
    row.push(if activity.done { symbols::DONE } else { " " }, theme.good);
    row.gap(1);
    let indent = row.width();
    let when = if open && activity.at < view.app.now {
        Row::of(&view.clock.due(&view.app.words, Some(activity.at), crate::model::StatusKind::Open), theme.overdue)
    } else {
        Row::of(&view.clock.stamp(&view.app.words, activity.at), theme.dim)
    };
    let owner = if activity.owner.is_empty() { String::new() } else { format!("  {}", activity.owner) };
    let mut end = when;
    end.push(&owner, theme.dim);
    let room = cols.saturating_sub(indent + end.width() + 2);
    row.column(&activity.title, room, if activity.done { theme.dim } else { theme.strong });
    row.gap(2);
    row.append(end);
    let mut rows = vec![row];
    let text = block(activity.text.trim());
    if !text.is_empty() {
        let lines = wrap(&text, cols.saturating_sub(indent));
        for (at, line) in lines.iter().take(LINES).enumerate() {
            let cut = at + 1 == LINES && lines.len() > LINES;
            let mut row = Row::new();
            row.gap(indent);
            row.push(&if cut { format!("{line} …") } else { line.clone() }, theme.text);
            rows.push(row);
        }
    }
    rows.push(Row::new());
    rows
}

fn name(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Note => "ui-note",
        ActivityKind::Task => "ui-task",
        ActivityKind::Call => "ui-call",
        ActivityKind::Meeting => "ui-meeting",
    }
}
