//! The Activity tab: notes, tasks, calls, meetings, newest first.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::screens::counter::Counter;
use crate::model::{Activity, ActivityKind, StatusKind};
use crate::text::{block, line, width, wrap};
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::parts::pane;
use crate::ui::symbols;
use crate::ui::view::View;

/// Lines of the text of one activity that are shown.
const LINES: usize = 3;

pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let activities = counter.page.as_ref().map_or(&[][..], |page| &page.activities);
    let nothing = view.say("pane-no-activities");
    let fresh = &counter.activities_fresh;
    let Some(area) = pane::draw(view, fresh, !activities.is_empty(), &nothing, area, canvas) else { return };
    let area = inset(area, 1);
    let kinds = [ActivityKind::Note, ActivityKind::Task, ActivityKind::Call, ActivityKind::Meeting];
    let columns = Columns {
        all: area.width.into(),
        kind: kinds.iter().map(|kind| width(&view.say(name(*kind)))).max().unwrap_or(0),
        when: activities.iter().map(|activity| width(&when(view, activity).0)).max().unwrap_or(0),
        owner: activities.iter().map(|activity| width(&line(&activity.owner))).max().unwrap_or(0).min(16),
    };
    let rows: Vec<_> = activities.iter().flat_map(|activity| rows(view, activity, columns)).collect();
    let beyond = rows.len().saturating_sub(area.height.into());
    canvas.regions.page_beyond = Some(u16::try_from(beyond).unwrap_or(u16::MAX));
    let top = counter.top.min(beyond);
    canvas.rows(area, rows.into_iter().skip(top));
}

/// Columns of the whole and of its parts.
#[derive(Clone, Copy)]
struct Columns {
    all: usize,
    kind: usize,
    when: usize,
    owner: usize,
}

/// When it was or is, and how that looks: an open task past its time is overdue.
fn when(view: View<'_>, activity: &Activity) -> (String, Style) {
    let open = activity.kind == ActivityKind::Task && !activity.done;
    if open && activity.at < view.app.now {
        (view.due.due(&view.app.words, Some(activity.at), StatusKind::Open), view.theme.overdue)
    } else {
        (view.clock.stamp(&view.app.words, activity.at), view.theme.dim)
    }
}

fn rows(view: View<'_>, activity: &Activity, columns: Columns) -> Vec<Row> {
    let theme = view.theme;
    let mut row = Row::new();
    row.column(&view.say(name(activity.kind)), columns.kind, theme.dim);
    row.gap(2);
    row.push(if activity.done { symbols::DONE } else { " " }, theme.good);
    row.gap(1);
    let indent = row.width();
    let room = columns.all.saturating_sub(indent + columns.when + columns.owner + 4);
    row.column(&activity.title, room, if activity.done { theme.dim } else { theme.strong });
    row.gap(2);
    let (when, style) = when(view, activity);
    row.number(&when, columns.when, style);
    row.gap(2);
    row.column(&activity.owner, columns.owner, theme.dim);
    let mut rows = vec![row];
    let text = block(activity.text.trim());
    if !text.is_empty() {
        let lines = wrap(&text, columns.all.saturating_sub(indent));
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
        ActivityKind::Note => "activity-note",
        ActivityKind::Task => "activity-task",
        ActivityKind::Call => "activity-call",
        ActivityKind::Meeting => "activity-meeting",
    }
}
