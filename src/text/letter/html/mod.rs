//! HTML messages: a walk over what [`soup`](super::soup) found, setting text onto a [`Page`] as it goes.

mod close;
mod open;

use html5ever::tokenizer::Tag;

use super::cells::Cells;
use super::page::Page;
use super::soup::{Event, events};
use super::tags::{Role, role};
use super::{Letter, Mark, Reach, Style, deepest, links, note_tricks, style};
use crate::text::safe;

/// Longest source that is read, in bytes: pictures inside the text make mail of many megabytes.
const SOURCE: usize = 8_000_000;

pub(super) fn read(source: &str, width: usize, reach: Reach) -> (Letter, Vec<Mark>) {
    let end = if reach == Reach::Whole { source.len() } else { source.floor_char_boundary(SOURCE) };
    let events = events(&source[..end]);
    let (page, longest) = (Page::new(width), reach.longest());
    let mut walk =
        Walk { page, longest, whole: reach == Reach::Whole, deepest: deepest(width), ..Walk::default() };
    walk.letter.cut = end < source.len();
    let mut place = 0;
    while place < events.len() {
        place = walk.step(&events, place);
    }
    let (lines, marks) = walk.page.finish();
    walk.letter.lines = lines;
    (walk.letter, marks)
}

#[derive(Default)]
struct Walk {
    letter: Letter,
    page: Page,
    /// What to do when each open element ends.
    open: Vec<End>,
    /// Characters shown so far.
    shown: usize,
    /// How many are shown at most.
    longest: usize,
    /// Nothing is left out: what is hidden is marked.
    whole: bool,
    deepest: usize,
    boxes: usize,
    pre: usize,
    code: usize,
    strong: usize,
    emphasis: usize,
    dim: usize,
    vivid: usize,
    /// Inside a row that is written on one line: blocks in it do not break.
    flat: usize,
    /// The number of the next item of each open list; none where it has bullets.
    lists: Vec<Option<usize>>,
    /// The table of data that is being read.
    cells: Option<Cells>,
    /// The link that is being read: its target, its text, and how much was shown before it.
    link: Option<(String, String, usize)>,
}

/// What an element undoes at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Block,
    Apart,
    Boxed,
    Quote,
    Pre,
    Code,
    Strong,
    Heading,
    Emphasis,
    Dim,
    Vivid,
    VividBlock,
    List,
    Item(usize),
    Flat,
    FlatCell,
    Data,
    Link,
    Unhidden,
}

impl Walk {
    /// Takes one event and returns the place of the next.
    fn step(&mut self, events: &[Event], place: usize) -> usize {
        match &events[place] {
            Event::Text(text) => self.text(text),
            Event::Void(tag) => self.void(tag),
            Event::Close => self.close(),
            Event::Open { tag, end } => {
                let style = style::squeezed(tag);
                let role = role(&tag.name);
                if role == Role::Drop {
                    return end + 1;
                }
                if style::hidden(tag, &style) {
                    let hidden = said(&events[place..*end]);
                    self.letter.hidden += hidden;
                    if !self.whole || hidden == 0 {
                        return end + 1;
                    }
                    self.put("⟦");
                    self.open.push(End::Unhidden);
                    return place + 1;
                }
                let end = self.element(tag, role, &style, events, place);
                self.open.push(end);
            }
        }
        place + 1
    }

    fn void(&mut self, tag: &Tag) {
        let inside = self.flat > 0 || self.cells.is_some();
        match &*tag.name {
            "br" if inside => self.put(" "),
            "br" => self.page.line_break(),
            "hr" if inside => {}
            "hr" => {
                let rule = "─".repeat(self.page.room());
                self.page.block();
                self.set(&rule, Style::Dim);
                self.page.block();
            }
            _ => {
                let source = style::attribute(tag, "src").unwrap_or_default();
                self.letter.remote += usize::from(links::remote(source));
                let name = safe::line(style::attribute(tag, "alt").unwrap_or_default());
                if !name.trim().is_empty() && self.shown < self.longest {
                    self.shown += name.len();
                    let style = if self.link.is_some() { Style::Link } else { Style::Dim };
                    self.set(&format!("[{}]", name.trim()), style);
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        if text.chars().all(char::is_whitespace) && self.pre == 0 {
            if text.contains('\u{a0}') && self.flat == 0 && self.cells.is_none() {
                self.page.hold();
            }
            self.put(" ");
            return;
        }
        let left = self.longest.saturating_sub(self.shown);
        let text = match text.char_indices().nth(left) {
            Some((end, _)) => {
                self.letter.cut = true;
                &text[..end]
            }
            None => text,
        };
        self.shown += text.chars().count();
        note_tricks(text, &mut self.letter.tricks);
        if self.vivid > 0 {
            self.page.mark.vivid = true;
        }
        if let Some((_, said, _)) = &mut self.link {
            said.push_str(text);
        }
        let written = self.whole.then(|| text.lines().map(safe::escaped).collect::<Vec<_>>().join("\n"));
        let text = written.as_deref().unwrap_or(text);
        if self.pre > 0 && self.cells.is_none() && self.flat == 0 {
            for (place, line) in safe::block(text).split('\n').enumerate() {
                if place > 0 {
                    self.page.line_break();
                }
                self.page.raw(line);
            }
        } else {
            self.put(&safe::line(text));
        }
    }

    /// Sets text in the style that stands here.
    fn put(&mut self, text: &str) {
        let style = match () {
            () if self.link.is_some() => Style::Link,
            () if self.pre + self.code > 0 => Style::Code,
            () if self.dim > 0 => Style::Dim,
            () if self.strong > 0 => Style::Strong,
            () if self.emphasis > 0 => Style::Emphasis,
            () => Style::Plain,
        };
        self.set(text, style);
    }

    fn set(&mut self, text: &str, style: Style) {
        match &mut self.cells {
            Some(cells) => cells.text(text, style),
            None => self.page.text(text, style),
        }
    }
}

/// Letters and digits in an element.
fn said(events: &[Event]) -> usize {
    let letters = |event: &Event| match event {
        Event::Text(text) => text.chars().filter(|c| c.is_alphanumeric()).count(),
        _ => 0,
    };
    events.iter().map(letters).sum()
}
