//! Messages as readable lines: HTML of mail programs and plain text, safe, wrapped, quotes marked, links numbered.
//! Nothing is ever fetched. Also the way back: what a plain-text composer sends, and quoting the original.

mod attribution;
mod cells;
mod html;
mod links;
mod outgoing;
mod page;
mod plain;
mod quote;
mod soup;
mod style;
mod table;
mod tags;
mod tail;

use std::ops::Range;

use crate::model::{Body, BodyKind};

pub use outgoing::to_html;
pub use quote::quote;

/// Characters of a message that are shown; what comes after them is cut, and [`Letter::cut`] says so.
const LONGEST: usize = 200_000;

/// A message, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The lines, none wider than asked for: a line of quote depth *n* leaves 2·*n* columns for its bars.
    pub lines: Vec<Line>,
    /// Where the links go, in the order of their numbers: `[1]` is the first. Inert, but foreign.
    pub links: Vec<String>,
    /// Remote pictures that the message asked for and that were not fetched.
    pub remote: usize,
    /// The lines of the trailing quote, to be folded away; none when there is none or when it is in doubt.
    pub tail: Option<Range<usize>>,
    /// Whether the message was longer than is shown.
    pub cut: bool,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, in parts of one style each.
    pub spans: Vec<Span>,
    /// How deep it is quoted: 0 = the writer's own words.
    pub quote: u8,
}

impl Letter {
    /// The whole of it as text, a line a line: what copying gives.
    pub fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }
}

impl Line {
    /// The text without its styles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Whether nothing is to be seen on it.
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text, inert.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

/// What the source said about a line beyond its text: for finding the trailing quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    /// Inside what the mail program marked as the quoted original.
    boxed: bool,
    /// Written in a striking colour: often an answer typed into the original.
    vivid: bool,
}

/// How deep quotes are shown at a width; deeper ones are shown at this depth, so that ten columns of text remain.
fn deepest(width: usize) -> usize {
    (width.saturating_sub(10) / 2).min(8)
}

/// How a part of a line looks. What it means, not its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// Nothing special.
    #[default]
    Plain,
    /// Strong: bold text, headings.
    Strong,
    /// Emphasised.
    Emphasis,
    /// A link, or its number.
    Link,
    /// Code, preformatted text.
    Code,
    /// Not the writer's words: names of pictures, struck-out text.
    Dim,
}

/// Reads a message at a width in columns. A body that was not fetched yet shows its text (the summary) as plain text.
pub fn letter(body: &Body, width: u16) -> Letter {
    let width = usize::from(width).max(1);
    let (mut letter, marks) = match body.kind {
        BodyKind::Html => html::read(&body.text, width),
        BodyKind::Plain | BodyKind::Missing => plain::read(&body.text, width),
    };
    // Where no depth can be shown, an answer inside a quote cannot be told from the quote.
    letter.tail = if deepest(width) > 0 { tail::find(&letter.lines, &marks) } else { None };
    letter
}
