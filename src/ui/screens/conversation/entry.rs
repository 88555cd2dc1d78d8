//! One line of one entry.

use ratatui::style::{Modifier, Style};

use crate::app::effect::Said;
use crate::app::screens::conversation::Line;
use crate::app::{Action, Context};
use crate::model::{Address, Attachment, BodyKind, Comment, Delivery, Direction, Entry, Thread, Visibility};
use crate::text::{self, Letter, size};
use crate::ui::paint::Row;
use crate::ui::parts::tickets;
use crate::ui::symbols;
use crate::ui::view::View;

/// The line behind its bar, and what stands at its right end.
pub(super) fn row(view: View<'_>, said: &Said, line: Line) -> (Row, Row) {
    let dim = view.theme.dim;
    let indented = |text: &str, style| (Row::of("  ", dim).and(text, style), Row::new());
    match line {
        Line::Head(_) => head(view, &said.entry),
        Line::People(_) => (people(view, &said.entry), Row::new()),
        Line::Text(_, at) => (text_line(view, said, at), Row::new()),
        Line::Fold(_, lines) => indented(&folded(view, lines), dim),
        Line::Files(_) => (files(view, said.entry.attachments()), Row::new()),
        Line::Link(_, at) => {
            let address = said.letter.links.get(at).map_or("", String::as_str);
            let row = Row::of(&format!("  [{}] ", at + 1), dim).and(address, view.theme.link);
            (row, Row::new())
        }
        Line::Remote(_, pictures) => {
            indented(&view.say_with("entry-remote", &[("count", pictures.into())]), dim)
        }
        Line::Cut(_) => {
            indented(&with_key(view, view.say("entry-cut"), Action::ReadWhole), view.theme.warning)
        }
        Line::Hidden(_) => {
            let text = with_key(view, hidden(view, &said.letter), Action::ReadWhole);
            (
                Row::of(" ", dim)
                    .and(&view.say("entry-hidden"), view.theme.warning)
                    .and(&format!("  {text}"), dim),
                Row::new(),
            )
        }
        Line::Blank => (Row::new(), Row::new()),
    }
}

fn head(view: View<'_>, entry: &Entry) -> (Row, Row) {
    let when = Row::of(&view.clock.stamp(&view.app.words, entry.at()), view.theme.dim);
    let mut row = Row::of(" ", view.theme.text);
    match entry {
        Entry::Thread(thread) => thread_head(view, thread, &mut row),
        Entry::Comment(comment) => comment_head(view, comment, &mut row),
    }
    if entry.body().kind == BodyKind::Missing {
        row.push(&format!("  {}", view.say("entry-summary-only")), view.theme.dim);
    }
    (row, when)
}

fn thread_head(view: View<'_>, thread: &Thread, row: &mut Row) {
    let theme = view.theme;
    row.push(&view.seen(&thread.author, "pane-no-name"), theme.strong);
    let arrow = match thread.direction {
        Direction::In => symbols::IN,
        Direction::Out => symbols::OUT,
    };
    row.push(&format!(" {arrow} "), theme.dim);
    row.push(&tickets::channel(view, &thread.channel), theme.dim);
    let mut mark = |id: &str, style: Style| row.push(&format!("  {}", view.say(id)), style);
    if thread.forward {
        mark("entry-forwarded", theme.warning);
    } else if thread.visibility == Visibility::Private {
        mark("entry-private", theme.internal);
    }
    match thread.delivery {
        Delivery::Done => {}
        Delivery::Pending => mark("entry-pending", theme.dim),
        Delivery::Failed => mark("entry-undelivered", theme.error),
        Delivery::Draft => mark("entry-desk-draft", theme.warning),
    }
}

fn comment_head(view: View<'_>, comment: &Comment, row: &mut Row) {
    let theme = view.theme;
    let (badge, style) =
        if comment.public { ("entry-public", theme.public) } else { ("entry-internal", theme.internal) };
    row.push(&view.say(badge), style);
    row.gap(2);
    row.push(&view.seen(&comment.author, "pane-no-name"), theme.strong);
    if comment.edited.is_some() {
        row.push(&format!("  {}", view.say("entry-edited")), theme.dim);
    }
}

fn people(view: View<'_>, entry: &Entry) -> Row {
    let Entry::Thread(thread) = entry else { return Row::new() };
    let mut row = Row::of(" ", view.theme.dim);
    for (id, list) in [("entry-to", &thread.to), ("entry-cc", &thread.cc), ("entry-bcc", &thread.bcc)] {
        if !list.is_empty() {
            let names = list.iter().map(short).collect::<Vec<_>>().join(", ");
            row.gap(1);
            row.push(&view.say_with(id, &[("people", names.into())]), view.theme.dim);
            row.gap(1);
        }
    }
    row
}

/// Who that is in one word or two: the name, else the mailbox.
fn short(address: &Address) -> String {
    if address.name.is_empty() { address.email.clone() } else { address.name.clone() }
}

fn text_line(view: View<'_>, said: &Said, at: usize) -> Row {
    let theme = view.theme;
    let mut row = Row::of("  ", theme.text);
    let Some(line) = said.letter.lines.get(at) else { return row };
    for _ in 0..line.quote {
        row.push(&format!("{} ", symbols::QUOTE), theme.border);
    }
    let plain = if line.quote > 0 { theme.quote } else { theme.text };
    for span in &line.spans {
        let style = match span.style {
            text::Style::Plain => plain,
            text::Style::Strong => plain.patch(theme.strong),
            text::Style::Emphasis => plain.add_modifier(Modifier::ITALIC),
            text::Style::Link => theme.link,
            text::Style::Code => theme.code,
            text::Style::Dim => theme.dim,
        };
        row.push(&span.text, style);
    }
    row
}

fn folded(view: View<'_>, lines: usize) -> String {
    let text = view.say_with("entry-folded", &[("count", lines.into())]);
    match view.keys_in(&[Context::Conversation, Context::Ticket, Context::Global], Action::ToggleFold) {
        Some(key) => {
            let text = view.say_with("entry-unfold", &[("what", text.into()), ("key", key.into())]);
            format!("{} {text}", symbols::FOLD)
        }
        None => format!("{} {text}", symbols::FOLD),
    }
}

/// What a message hides, or does to who reads it.
fn hidden(view: View<'_>, letter: &Letter) -> String {
    let mut found: Vec<String> = letter.tricks.iter().map(|trick| view.say(trick.word())).collect();
    if letter.hidden > 0 {
        found.push(view.say_with("hidden-by-style", &[("count", letter.hidden.into())]));
    }
    found.join(", ")
}

/// A sentence with the key that does something about it.
fn with_key(view: View<'_>, text: String, action: Action) -> String {
    match view.keys_in(&[Context::Conversation, Context::Ticket, Context::Global], action) {
        Some(key) => format!("{text} · {key} {}", view.say(&format!("hint-{}", action.name()))),
        None => text,
    }
}

fn files(view: View<'_>, files: &[Attachment]) -> Row {
    let mut row = Row::of("  ", view.theme.dim);
    row.push(&view.say_with("entry-files", &[("count", files.len().into())]), view.theme.dim);
    for (at, file) in files.iter().enumerate() {
        row.push(if at == 0 { " " } else { ", " }, view.theme.dim);
        row.push(&file.name, view.theme.text);
        row.push(&format!(" {}", size(file.size, view.app.words.lang())), view.theme.dim);
    }
    row
}
