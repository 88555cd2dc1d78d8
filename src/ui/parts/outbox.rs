//! What is on its way out of an opened ticket: held, sending, failed; below the conversation until Desk has it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Action;
use crate::model::{DraftKind, Fate, Outgoing, TicketId};
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::view::View;

/// Lines of one message: its fate, its first words, a line of air.
const LINES: u16 = 3;

fn of<'a>(view: View<'a>, ticket: &TicketId) -> Vec<&'a Outgoing> {
    let waiting = |outgoing: &&Outgoing| !matches!(outgoing.fate, Fate::Sent { .. });
    view.app.outbox.iter().filter(|outgoing| outgoing.draft.ticket == *ticket).filter(waiting).collect()
}

/// How many lines it takes, at most so many.
pub(in crate::ui) fn height(view: View<'_>, ticket: &TicketId, most: u16) -> u16 {
    let count = u16::try_from(of(view, ticket).len()).unwrap_or(u16::MAX);
    count.saturating_mul(LINES).min(most / LINES * LINES)
}

pub(in crate::ui) fn draw(view: View<'_>, ticket: &TicketId, area: Rect, canvas: &mut Canvas<'_>) {
    let all = of(view, ticket);
    let fit = usize::from(area.height / LINES);
    let mut area = area;
    // The newest are shown when there is not room for all.
    for outgoing in &all[all.len().saturating_sub(fit)..] {
        let (place, rest) = top(area, LINES);
        area = rest;
        let (fate, style) = fate(view, outgoing);
        let mut row = Row::of(&view.say(kind(outgoing.draft.kind)), view.theme.strong);
        row.gap(2);
        row.push(&fate, style);
        let text = outgoing.draft.body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        canvas.row(inset(place, 1), 0, row);
        canvas.row(inset(place, 3), 1, Row::of(text.trim(), view.theme.dim));
    }
}

/// What kind of message it is.
pub(in crate::ui) fn kind(kind: DraftKind) -> &'static str {
    match kind {
        DraftKind::Reply => "ui-reply",
        DraftKind::ReplyAll => "ui-reply-all",
        DraftKind::Forward => "ui-forward",
        DraftKind::PrivateComment => "ui-private-comment",
        DraftKind::PublicComment => "ui-public-comment",
    }
}

/// Where it stands, in a sentence, and how that looks.
pub(in crate::ui) fn fate(view: View<'_>, outgoing: &Outgoing) -> (String, Style) {
    let theme = view.theme;
    match &outgoing.fate {
        Fate::Held { until } => {
            let left = view.clock.countdown(&view.app.words, *until);
            (with_key(view, view.say_with("ui-fate-held", &[("left", left.into())]), Action::UndoSend), theme.good)
        }
        Fate::Asked => (with_key(view, view.say("ui-fate-asked"), Action::ShowDrafts), theme.warning),
        Fate::Sending { .. } => (view.say("ui-fate-sending"), theme.dim),
        Fate::Unknown { .. } => (view.say("ui-fate-unknown"), theme.warning),
        Fate::Stale => (with_key(view, view.say("ui-fate-stale"), Action::ShowDrafts), theme.warning),
        Fate::Failed { reason } => {
            let text = view.say_with("ui-fate-failed", &[("reason", reason.as_str().into())]);
            (with_key(view, text, Action::ShowDrafts), theme.error)
        }
        Fate::Sent { at, .. } => (view.say_with("ui-fate-sent", &[("when", view.ago(*at).into())]), theme.dim),
    }
}

/// A sentence with the key that does something about it, when that key works here.
fn with_key(view: View<'_>, text: String, action: Action) -> String {
    match view.keys_of(action) {
        Some(key) => format!("{text} · {key} {}", view.say(&format!("hint-{}", action.name()))),
        None => text,
    }
}
