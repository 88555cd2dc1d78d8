//! The last two lines: what is said, and the keys that matter here and now.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::hints;
use crate::app::Action;
use crate::app::parts::notice::{Notice, Tone};
use crate::model::{DraftKind, Fate, Outgoing};
use crate::text::{self, wrap};
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::view::View;

/// A sentence that is longer than this many lines is cut.
const LINES: usize = 4;

pub(in crate::ui) fn draw(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let (notice, hints) = top(area, 1);
    notices(view, inset(notice, 1), canvas);
    hints::draw(view, inset(hints, 1), canvas);
}

/// What happened at the left; what is about to leave at the right, or at the left when there is nothing else. A sentence
/// that needs more than the line takes lines of the screen above for as long as it stands, for its end says what to do.
fn notices(view: View<'_>, line: Rect, canvas: &mut Canvas<'_>) {
    let held = held(view);
    if view.app.notices.is_empty() {
        canvas.row(line, 0, held);
        return;
    }
    // Beside what is about to leave, a sentence needs half of the line; else it stands above it.
    let beside = held.width() + 2 <= usize::from(line.width / 2);
    let gap = if beside && held.width() > 0 { held.width() + 2 } else { 0 };
    let cols = usize::from(line.width).saturating_sub(gap);
    let mut rows = rows(view, cols);
    if !beside {
        rows.push(held.clone());
    }
    let above = u16::try_from(rows.len().saturating_sub(1)).unwrap_or(u16::MAX);
    // Never over the line that somebody types in.
    let typed = canvas.cursor.map_or(0, |(_, y)| y + 1);
    if above > line.y.saturating_sub(typed) {
        let newest = view.app.notices.iter().next_back();
        let cut = newest.map(|notice| Row::of(&notice.text, tone(view, notice)).fit(cols));
        canvas.row(line, 0, cut.unwrap_or_default());
        if beside {
            canvas.right(line, 0, held);
        }
        return;
    }
    let last = rows.pop();
    canvas.clear(Rect {
        x: line.x.saturating_sub(1),
        y: line.y - above,
        width: line.width + 2,
        height: above,
    });
    canvas.rows(Rect { y: line.y - above, height: above, ..line }, rows);
    canvas.row(line, 0, last.unwrap_or_default());
    if beside {
        canvas.right(line, 0, held);
    }
}

/// What is said, in lines of so many columns.
fn rows(view: View<'_>, cols: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for notice in view.app.notices.iter() {
        let lines = wrap(&text::line(&notice.text), cols);
        rows.extend(lines.iter().take(LINES).map(|line| Row::of(line, tone(view, notice))));
    }
    rows
}

fn tone(view: View<'_>, notice: &Notice) -> Style {
    match notice.tone {
        Tone::Calm => view.theme.text,
        Tone::Warning => view.theme.warning,
        Tone::Error => view.theme.error,
    }
}

/// `Reply to #1042 leaves in 9 s · u undo`; when its time has come, `Reply to #1042 is being sent …`.
fn held(view: View<'_>) -> Row {
    let Some((outgoing, until)) = view.app.held() else { return waiting(view) };
    if view.app.leaving.contains(&outgoing.id) {
        return sending(view, outgoing);
    }
    let id = match outgoing.draft.kind {
        DraftKind::Forward => "held-forward",
        DraftKind::Reply | DraftKind::ReplyAll => "held-reply",
        DraftKind::PrivateComment | DraftKind::PublicComment => "held-comment",
    };
    let left = view.clock.countdown(&view.app.words, until);
    let args = [("number", outgoing.draft.ticket_number.as_str().into()), ("left", left.into())];
    let mut row = Row::of(&view.say_with(id, &args), view.theme.warning);
    if let Some(key) = view.keys_of(Action::UndoSend) {
        row.push(" · ", view.theme.dim);
        row.append(view.hint(&key, &view.say("hint-undo-send")));
    }
    row
}

/// `Reply to #1042 is being sent …`: over a slow line that takes a while, and nobody should wonder.
fn sending(view: View<'_>, outgoing: &Outgoing) -> Row {
    let id = match outgoing.draft.kind {
        DraftKind::Forward => "sending-forward",
        DraftKind::Reply | DraftKind::ReplyAll => "sending-reply",
        DraftKind::PrivateComment | DraftKind::PublicComment => "sending-comment",
    };
    let number = outgoing.draft.ticket_number.as_str();
    Row::of(&view.say_with(id, &[("number", number.into())]), view.theme.dim)
}

/// `#1042: checking whether your message arrived …`, after its answer was lost.
fn looked_up(view: View<'_>) -> Row {
    let lost = |one: &&Outgoing| matches!(one.fate, Fate::Unknown { .. });
    let Some(lost) = view.app.own_outbox().find(lost) else { return Row::new() };
    let number = lost.draft.ticket_number.as_str();
    Row::of(&view.say_with("looking-up", &[("number", number.into())]), view.theme.warning)
}

/// `2 messages wait for the network · u undo`; when none does, what is being sent or looked up.
fn waiting(view: View<'_>) -> Row {
    let count = view.app.waiting().count();
    if count == 0 {
        let sent = |one: &&Outgoing| {
            matches!(one.fate, Fate::Held { .. } | Fate::Sending { .. }) && view.app.leaving.contains(&one.id)
        };
        return view.app.own_outbox().find(sent).map_or_else(|| looked_up(view), |one| sending(view, one));
    }
    let mut row = Row::of(&view.say_with("held-no-network", &[("count", count.into())]), view.theme.warning);
    if let Some(key) = view.keys_of(Action::UndoSend) {
        row.push(" · ", view.theme.dim);
        row.append(view.hint(&key, &view.say("hint-undo-send")));
    }
    row
}
