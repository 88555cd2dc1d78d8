//! Setting words into lines: a page of a width, onto which text flows word by word. Used for HTML; one pass, linear.

use super::{Line, Mark, Span, Style};
use crate::text::width::{cell, pieces, width};

/// Columns that text keeps however deep lists are nested.
const NARROWEST: usize = 8;

/// A page in the making.
#[derive(Default)]
pub(super) struct Page {
    /// Columns in all.
    pub width: usize,
    /// Quote depth of what comes next.
    pub quote: u8,
    /// Columns that what comes next is moved to the right.
    pub indent: usize,
    /// Marks of what comes next: `boxed` is set by the walk, `vivid` lasts for the line.
    pub mark: Mark,
    lines: Vec<Line>,
    marks: Vec<Mark>,
    /// The line that is being set, without its indent.
    now: Vec<Span>,
    used: usize,
    /// The word that is being set: it may change its style within.
    word: Vec<Span>,
    /// A blank stands before the next word.
    blank: bool,
    /// A blank line stands before the next line.
    gap: bool,
    /// The line is kept though nothing is on it.
    held: bool,
    /// What stands in the indent of the next line: `- `, `1. `.
    bullet: Option<String>,
}

impl Page {
    pub(super) fn new(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// The columns there are for text.
    pub(super) fn room(&self) -> usize {
        let room = self.width.saturating_sub(2 * usize::from(self.quote)).max(1);
        room.saturating_sub(self.indent).max(NARROWEST.min(room))
    }

    /// Flows text in, its blanks folded.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        for (place, piece) in text.split(' ').enumerate() {
            if place > 0 {
                self.end_word();
                self.blank = true;
            }
            if !piece.is_empty() {
                push(&mut self.word, piece, style);
            }
        }
    }

    /// Sets one line of preformatted text as it is, broken only where it is too long.
    pub(super) fn raw(&mut self, text: &str) {
        self.end_word();
        self.break_up(text, Style::Code);
    }

    /// Keeps the line even if nothing more is set on it.
    pub(super) fn hold(&mut self) {
        self.held = true;
    }

    /// A line break: ends the line, or leaves an empty one.
    pub(super) fn line_break(&mut self) {
        self.held = true;
        self.block();
    }

    /// A block starts or ends: what comes next stands on a line of its own.
    pub(super) fn block(&mut self) {
        self.end_word();
        self.blank = false;
        if !self.now.is_empty() || self.held {
            self.end_line();
        }
    }

    /// As [`Page::block`], with an empty line between.
    pub(super) fn apart(&mut self) {
        self.block();
        self.gap = true;
    }

    /// Starts an item of a list.
    pub(super) fn item(&mut self, bullet: String) {
        self.block();
        self.bullet = Some(bullet);
    }

    /// Ends an item: one without text has no bullet either.
    pub(super) fn end_item(&mut self) {
        self.block();
        self.bullet = None;
    }

    /// Sets a finished line, such as a row of a table.
    pub(super) fn line(&mut self, spans: Vec<Span>) {
        self.block();
        self.now = spans;
        self.end_line();
    }

    pub(super) fn finish(mut self) -> (Vec<Line>, Vec<Mark>) {
        self.block();
        while self.lines.last().is_some_and(Line::is_blank) {
            self.lines.pop();
            self.marks.pop();
        }
        (self.lines, self.marks)
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let word = std::mem::take(&mut self.word);
        let wide: usize = word.iter().map(|span| width(&span.text)).sum();
        let blank = self.blank && self.used > 0;
        if self.used > 0 && self.used + usize::from(blank) + wide > self.room() {
            self.end_line();
        } else if blank {
            // A blank between words of one style has it too, so that a link is one span.
            let style = match (self.now.last(), word.first()) {
                (Some(before), Some(after)) if before.style == after.style => after.style,
                _ => Style::Plain,
            };
            push(&mut self.now, " ", style);
            self.used += 1;
        }
        self.blank = false;
        if self.used + wide <= self.room() {
            for span in &word {
                push(&mut self.now, &span.text, span.style);
            }
            self.used += wide;
        } else {
            for span in word {
                self.break_up(&span.text, span.style);
            }
        }
    }

    /// Sets text that is broken wherever the line is full.
    fn break_up(&mut self, text: &str, style: Style) {
        let room = self.room();
        let mut piece = String::new();
        for grapheme in pieces(text, room) {
            let wide = cell(grapheme);
            if self.used > 0 && self.used + wide > room {
                push(&mut self.now, &std::mem::take(&mut piece), style);
                self.end_line();
            }
            piece.push_str(grapheme);
            self.used += wide;
        }
        push(&mut self.now, &piece, style);
    }

    fn end_line(&mut self) {
        let mut spans = std::mem::take(&mut self.now);
        let blank = spans.iter().all(|span| span.text.trim().is_empty());
        let gap = std::mem::take(&mut self.gap) && !blank;
        (self.used, self.held) = (0, false);
        let before = self.lines.last();
        // Templates are full of empty lines: one is enough, and none at the top.
        if (blank || gap) && before.is_some_and(|line| !line.is_blank()) {
            let quote = before.map_or(0, |line| line.quote).min(self.quote);
            self.lines.push(Line { spans: Vec::new(), quote });
            self.marks.push(Mark { boxed: self.mark.boxed, vivid: false });
        }
        if blank {
            return;
        }
        let indent = self.indent.min(self.width.saturating_sub(2 * usize::from(self.quote) + self.room()));
        if let Some(bullet) = self.bullet.take() {
            let bullet: String = format!("{bullet:>indent$}").chars().take(indent).collect();
            spans.insert(0, Span { text: bullet, style: Style::Plain });
        } else if indent > 0 {
            spans.insert(0, Span { text: " ".repeat(indent), style: Style::Plain });
        }
        spans.retain(|span| !span.text.is_empty());
        self.lines.push(Line { spans, quote: self.quote });
        self.marks.push(self.mark);
        self.mark.vivid = false;
    }
}

/// Adds text to spans, to the last one when the style is the same.
fn push(spans: &mut Vec<Span>, text: &str, style: Style) {
    match spans.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => spans.push(Span { text: text.to_owned(), style }),
    }
}
