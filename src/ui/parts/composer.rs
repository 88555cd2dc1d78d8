//! The composer: addresses on few lines, the text, the files, whether it is on disk.

use ratatui::layout::Rect;

use super::{editor, field, outbox};
use crate::app::parts::composer::{Composer, Field, Kept};
use crate::app::parts::line::Line;
use crate::model::{DraftKind, LocalFile, addresses};
use crate::text::{size, width, wrap};
use crate::ui::paint::{Canvas, Row, bottom, inset, left, top};
use crate::ui::symbols;
use crate::ui::view::View;

/// From so many rows on the conversation keeps more than half of the screen.
const ROOMY: u16 = 30;

/// From so many columns on two addresses stand on one line.
const WIDE: u16 = 100;

/// Rows that the addresses, the subject, the rules and six lines of text take.
const NEEDED: u16 = 12;

/// How many rows of the body the composer takes: two fifths where there is room; else what it needs, as long as two
/// lines of the conversation stay in view, because one answers what one reads.
pub(in crate::ui) fn height(rows: u16) -> u16 {
    if rows >= ROOMY { rows * 2 / 5 } else { NEEDED.min(rows.saturating_sub(5)) }
}

pub(in crate::ui) fn draw(view: View<'_>, composer: &Composer, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.clear(area);
    let (head, rest) = top(area, 1);
    title(view, composer, head, canvas);
    let rest = if let Kept::Failed(trouble) = &composer.kept {
        let lines = wrap(&trouble.sentence, usize::from(rest.width.saturating_sub(2)));
        let rows = lines.iter().take(2).map(|line| Row::of(line, view.theme.error));
        let (place, rest) = top(rest, u16::try_from(rows.len()).unwrap_or(1));
        canvas.rows(inset(place, 1), rows);
        rest
    } else {
        rest
    };
    let rest = if composer.draft.kind.is_mail() { addressees(view, composer, rest, canvas) } else { rest };
    let files = &composer.draft.files;
    let (body, foot) = bottom(rest, u16::from(!files.is_empty()));
    if !files.is_empty() {
        canvas.row(inset(foot, 1), 0, attached(view, files));
    }
    let body = if body.height > 6 { top(body, 1).1 } else { body };
    editor::draw(view, &composer.body, composer.field == Field::Body, inset(body, 1), canvas);
}

fn title(view: View<'_>, composer: &Composer, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    canvas.rule(area, 0, theme.border);
    let (kept, style) = match &composer.kept {
        Kept::Saved if view.app.unkept => (view.say("compose-in-memory"), theme.warning),
        Kept::Saved => (view.say("compose-kept"), theme.dim),
        Kept::Untouched | Kept::Changed(_) | Kept::Saving | Kept::Queueing => (String::new(), theme.dim),
        Kept::Failed(_) => (view.say("compose-not-kept"), theme.error),
    };
    let kept = if kept.is_empty() { Row::new() } else { Row::of(&format!(" {kept} "), style) };
    let room = usize::from(area.width).saturating_sub(kept.width() + 6);
    canvas.right(inset(area, 2), 0, kept);
    let draft = &composer.draft;
    let mut row = Row::of(" ", theme.accent).and(&view.say(outbox::kind(draft.kind)), theme.accent);
    let (reach, style) = match draft.kind {
        DraftKind::PrivateComment => ("entry-internal", theme.internal),
        DraftKind::PublicComment => ("entry-public", theme.public),
        DraftKind::Reply | DraftKind::ReplyAll | DraftKind::Forward => ("", theme.dim),
    };
    if !reach.is_empty() {
        row.gap(2);
        row.push(&view.say(reach), style);
    }
    row.push(&format!("  #{}", composer.ticket.number), theme.dim);
    // Mail has a line for its subject; a comment is known by the ticket's.
    if !draft.kind.is_mail() {
        row.push(&format!("  {}", composer.ticket.subject), theme.dim);
    }
    canvas.row_at(area, 2, 0, row.fit(room.saturating_sub(1)).and(" ", theme.dim));
}

/// From and To, Cc and Bcc, the subject. Returns what is left below.
fn addressees(view: View<'_>, composer: &Composer, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let labels = ["compose-from", "compose-to", "compose-cc", "compose-bcc"].map(|id| view.say(id));
    let subject = view.say("ticket-subject");
    let label = labels.iter().chain([&subject]).map(|label| width(label)).max().unwrap_or(0) + 2;
    let mut entry = |at: usize, place: Rect| {
        let field = [Field::From, Field::To, Field::Cc, Field::Bcc][at];
        let focused = composer.field == field;
        let style = if focused { view.theme.accent } else { view.theme.dim };
        let (name, value) = left(place, u16::try_from(label).unwrap_or(u16::MAX));
        canvas.row(name, 0, Row::of(&labels[at], style));
        match field {
            Field::From => from(view, composer, value, canvas),
            Field::To => mailboxes(view, &composer.to, focused, value, canvas),
            Field::Cc => mailboxes(view, &composer.cc, focused, value, canvas),
            _ => mailboxes(view, &composer.bcc, focused, value, canvas),
        }
    };
    let inner = inset(area, 1);
    let half = |line: Rect| {
        let (first, second) = left(line, line.width / 2);
        (left(first, first.width.saturating_sub(2)).0, second)
    };
    let mut rest = inner;
    let mut next = || {
        let (line, below) = top(rest, 1);
        rest = below;
        line
    };
    if area.width >= WIDE {
        let (one, two) = half(next());
        entry(0, one);
        entry(1, two);
    } else {
        entry(0, next());
        entry(1, next());
    }
    let (one, two) = half(next());
    entry(2, one);
    entry(3, two);
    let (name, value) = left(next(), u16::try_from(label).unwrap_or(u16::MAX));
    canvas.row(name, 0, Row::of(&subject, view.theme.dim));
    self::subject(view, composer, value, canvas);
    Rect { x: area.x, width: area.width, ..rest }
}

/// The subject as Desk will make it: sendReply takes none, so it is not to be typed.
fn subject(view: View<'_>, composer: &Composer, area: Rect, canvas: &mut Canvas<'_>) {
    let why = Row::of(&view.say("compose-subject-by-desk"), view.theme.dim);
    let (text, style) = match composer.draft.subject.as_str() {
        "" => (view.say("ticket-no-subject"), view.theme.warning),
        subject => (subject.to_owned(), view.theme.text),
    };
    let room = usize::from(area.width);
    let text = Row::of(&text, style);
    let both = text.width() + 2 + why.width() <= room;
    canvas.row(area, 0, text.fit(room));
    if both {
        canvas.right(area, 0, why);
    }
}

fn from(view: View<'_>, composer: &Composer, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let (text, style) = match &composer.draft.from {
        Some(address) => (address.to_string(), theme.text),
        None => (view.say("compose-from-default"), theme.dim),
    };
    let room = usize::from(area.width).saturating_sub(2);
    let row = Row::of(&text, style).fit(room).and(&format!(" {}", symbols::MENU), theme.dim);
    let place = canvas.row_at(area, 0, 0, row);
    canvas.anchors.from = Some(place);
    if composer.field == Field::From {
        canvas.place_cursor(area, 0, 0);
    }
}

/// Addresses as typed; what could not be delivered is marked once one has left the field.
fn mailboxes(view: View<'_>, line: &Line, focused: bool, area: Rect, canvas: &mut Canvas<'_>) {
    if focused {
        field::draw(line, true, view.theme.text, area, canvas);
        return;
    }
    let mut row = Row::new();
    for address in addresses(line.text()) {
        if !row.is_empty() {
            row.push(", ", view.theme.dim);
        }
        let style = if address.is_plausible() { view.theme.text } else { view.theme.error };
        row.push(&address.to_string(), style);
    }
    canvas.row(area, 0, row);
}

fn attached(view: View<'_>, files: &[LocalFile]) -> Row {
    let mut row = Row::of(&view.say_with("entry-files", &[("count", files.len().into())]), view.theme.dim);
    for (at, file) in files.iter().enumerate() {
        row.push(if at == 0 { " " } else { ", " }, view.theme.dim);
        row.push(&file.name, view.theme.text);
        row.push(&format!(" {}", size(file.size, view.app.words.lang())), view.theme.dim);
    }
    row
}
