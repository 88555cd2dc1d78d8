//! The last two lines: what is said, and the keys that matter here and now.

use ratatui::layout::Rect;

use super::hints;
use crate::app::Action;
use crate::app::parts::notice::Tone;
use crate::model::DraftKind;
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let (notice, hints) = top(area, 1);
    self::notice(view, inset(notice, 1), canvas);
    hints::draw(view, inset(hints, 1), canvas);
}

/// What happened at the left; what is about to leave at the right, or at the left when there is nothing else.
fn notice(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let held = held(view);
    match &view.app.notice {
        Some(notice) => {
            let style = match notice.tone {
                Tone::Calm => theme.text,
                Tone::Warning => theme.warning,
                Tone::Error => theme.error,
            };
            let end = canvas.right(area, 0, held);
            let gap = if end.width > 0 { end.width + 2 } else { 0 };
            let room = usize::from(area.width.saturating_sub(gap));
            canvas.row(area, 0, Row::of(&notice.text, style).fit(room));
        }
        None => canvas.row(area, 0, held),
    }
}

/// `Reply to #1042 leaves in 9 s · u undo`.
fn held(view: View<'_>) -> Row {
    let Some((outgoing, until)) = view.app.held() else { return waiting(view) };
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

/// `2 messages wait for the network · u undo`.
fn waiting(view: View<'_>) -> Row {
    let count = view.app.waiting().count();
    if count == 0 {
        return Row::new();
    }
    let mut row = Row::of(&view.say_with("held-no-network", &[("count", count.into())]), view.theme.warning);
    if let Some(key) = view.keys_of(Action::UndoSend) {
        row.push(" · ", view.theme.dim);
        row.append(view.hint(&key, &view.say("hint-undo-send")));
    }
    row
}
