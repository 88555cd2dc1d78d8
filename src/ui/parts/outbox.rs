//! What is on its way out of an opened ticket: held, sending, failed; below the conversation until Desk has it.

use jiff::Timestamp;
use ratatui::style::Style;

use crate::app::Action;
use crate::model::{DraftKind, Fate, Outgoing, TicketId};
use crate::text::{line, wrap};
use crate::ui::paint::Row;
use crate::ui::view::View;

/// The messages of a ticket that have not arrived.
fn of<'a>(view: View<'a>, ticket: &TicketId) -> Vec<&'a Outgoing> {
    let waiting = |outgoing: &&Outgoing| !matches!(outgoing.fate, Fate::Sent { .. });
    view.app.outbox.iter().filter(|outgoing| outgoing.draft.ticket == *ticket).filter(waiting).collect()
}

/// The lines of all of them, the newest last: at most so many, the oldest message is left out first.
pub(in crate::ui) fn rows(view: View<'_>, ticket: &TicketId, cols: usize, most: usize) -> Vec<Row> {
    let mut shown: Vec<Row> = Vec::new();
    for outgoing in of(view, ticket).into_iter().rev() {
        let rows = bubble(view, outgoing, cols);
        if shown.len() + rows.len() > most {
            break;
        }
        shown.splice(0..0, rows);
    }
    shown
}

/// A line of air, what it is and how it begins, and where it stands.
fn bubble(view: View<'_>, outgoing: &Outgoing, cols: usize) -> Vec<Row> {
    let theme = view.theme;
    let begins = outgoing.draft.body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    // A forward without a word of its own is known by whom it goes to.
    let text = if begins.starts_with("-----") { &outgoing.draft.to } else { begins };
    let mut first = Row::of("  ", theme.text).and(&view.say(kind(outgoing.draft.kind)), theme.strong);
    first.gap(2);
    first.push(text.trim(), theme.dim);
    let (fate, style) = match outgoing.fate {
        Fate::Held { .. } if view.app.leaving.contains(&outgoing.id) => (view.say("fate-sending"), theme.dim),
        Fate::Held { until } if !view.app.others.contains(&outgoing.id) => {
            (held(view, outgoing, until), theme.warning)
        }
        _ => fate(view, outgoing),
    };
    let indent = "   ";
    let lines = wrap(&line(&fate), cols.saturating_sub(indent.len() + 1));
    let lines = lines.iter().map(|line| Row::of(indent, style).and(line, style));
    [Row::new(), first].into_iter().chain(lines).collect()
}

/// The same countdown as at the foot, and the key that brings this message back: that is the last one held.
fn held(view: View<'_>, outgoing: &Outgoing, until: Timestamp) -> String {
    let left = view.clock.countdown(&view.app.words, until);
    let last = view.app.held().is_some_and(|(last, _)| last.id == outgoing.id);
    match view.keys_of(Action::UndoSend).filter(|_| last) {
        Some(key) => view.say_with("fate-held-here", &[("left", left.into()), ("key", key.into())]),
        None => view.say_with("fate-held", &[("left", left.into())]),
    }
}

/// What kind of message it is.
pub(in crate::ui) fn kind(kind: DraftKind) -> &'static str {
    match kind {
        DraftKind::Reply => "compose-reply",
        DraftKind::ReplyAll => "compose-reply-all",
        DraftKind::Forward => "compose-forward",
        DraftKind::PrivateComment => "compose-private-comment",
        DraftKind::PublicComment => "compose-public-comment",
    }
}

/// Where it stands, in a sentence, and how that looks.
pub(in crate::ui) fn fate(view: View<'_>, outgoing: &Outgoing) -> (String, Style) {
    let theme = view.theme;
    if view.app.others.contains(&outgoing.id) {
        return (view.say("fate-elsewhere"), theme.dim);
    }
    match &outgoing.fate {
        Fate::Held { until } => {
            let left = view.clock.countdown(&view.app.words, *until);
            (
                with_key(view, view.say_with("fate-held", &[("left", left.into())]), Action::UndoSend),
                theme.good,
            )
        }
        Fate::Asked => (with_key(view, view.say("fate-asked"), Action::ShowDrafts), theme.warning),
        Fate::Sending { .. } => (view.say("fate-sending"), theme.dim),
        Fate::Waiting { .. } => (waits(view), theme.warning),
        Fate::Unknown { .. } if view.app.leaving.contains(&outgoing.id) => {
            (checking(view, outgoing), theme.warning)
        }
        Fate::Unknown { .. } => (view.say("fate-unknown"), theme.warning),
        Fate::Stale => (with_key(view, view.say("fate-stale"), Action::ShowDrafts), theme.warning),
        Fate::Failed { reason } => {
            let text = view.say_with("fate-failed", &[("reason", view.app.words.reason(reason).into())]);
            (with_key(view, text, Action::ShowDrafts), theme.error)
        }
        Fate::Sent { at, .. } => (view.say_with("fate-sent", &[("when", view.ago(*at).into())]), theme.dim),
    }
}

/// It waits for the network, and how it is taken back.
fn waits(view: View<'_>) -> String {
    let text = view.say("fate-no-network");
    match view.keys_of(Action::UndoSend) {
        Some(key) => format!("{text} · {}", view.say_with("fate-take-back", &[("key", key.into())])),
        None => text,
    }
}

/// After a lost answer: what is being done about it, and for how long still.
fn checking(view: View<'_>, outgoing: &Outgoing) -> String {
    match outgoing.fate.certain_from().filter(|until| *until > view.app.now) {
        Some(until) => {
            let left = view.clock.countdown(&view.app.words, until);
            view.say_with("fate-checking", &[("left", left.into())])
        }
        None => view.say("fate-checking-last"),
    }
}

/// A sentence with the key that does something about it, when that key works here.
fn with_key(view: View<'_>, text: String, action: Action) -> String {
    match view.keys_of(action) {
        Some(key) => format!("{text} · {key} {}", view.say(&format!("hint-{}", action.name()))),
        None => text,
    }
}
