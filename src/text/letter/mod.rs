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
mod repeat;
mod soup;
mod style;
mod table;
mod tags;
mod tail;

use std::ops::Range;

use crate::model::{Body, BodyKind};
use crate::text::safe::{self, Trick};

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
    /// Letters and digits that the message's style hides from readers; they are not among the lines.
    pub hidden: usize,
    /// What its text tries to do to a reader or a terminal, made inert in the lines.
    pub tricks: Vec<Trick>,
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
    /// The whole of it as text, a line a line, as the screen breaks them.
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

/// How much of a message is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// What a reader of the conversation sees.
    Shown,
    /// All of it, what is hidden marked and tricks written out.
    Whole,
}

impl Reach {
    /// Characters at most.
    fn longest(self) -> usize {
        if self == Self::Whole { usize::MAX } else { LONGEST }
    }
}

/// Reads a message at a width in columns. A body that was not fetched yet shows its text (the summary) as plain text.
pub fn letter(body: &Body, width: u16) -> Letter {
    one(body, width).0
}

/// Reads the messages of a conversation, oldest first. A quote that might hold answers stays open in [`letter`]; here
/// it folds when all of it was said before.
pub fn letters<'a>(bodies: impl IntoIterator<Item = &'a Body>, width: u16) -> Vec<Letter> {
    let mut earlier: Vec<String> = Vec::new();
    let read = |body| {
        let (mut letter, doubtful) = one(body, width);
        if let Some(tail) = doubtful.filter(|tail| repeat::repeats(&letter.lines[tail.clone()], &earlier)) {
            letter.tail = Some(tail);
        }
        earlier.push(repeat::bare(&letter.lines));
        letter
    };
    bodies.into_iter().map(read).collect()
}

/// A message as text, nothing folded, cut or left out: what its style hides stands in `⟦…⟧`, tricks are written out.
pub fn whole(body: &Body, width: u16) -> String {
    let (letter, _) = read(body, width.into(), Reach::Whole);
    written(&letter, usize::MAX)
}

/// A message as text to be pasted elsewhere: its paragraphs stand on one line each, wherever the screen broke them.
pub fn unbroken(body: &Body) -> String {
    /// No paragraph that people write is longer.
    const ENDLESS: usize = 20_000;
    /// A rule as long as that would be a nuisance.
    const RULE: usize = 40;
    let (letter, _) = read(body, ENDLESS, Reach::Shown);
    written(&letter, RULE).trim_end().to_owned()
}

/// The lines with their quote marks, then the addresses of the links. Rules are cut to `rule`.
fn written(letter: &Letter, rule: usize) -> String {
    let mut text = String::new();
    for line in &letter.lines {
        let said = line.text();
        let is_rule = !said.is_empty() && said.chars().all(|c| c == '─');
        text.push_str(&"> ".repeat(line.quote.into()));
        if is_rule {
            text.extend(said.chars().take(rule));
        } else {
            text.push_str(said.trim_end());
        }
        text.push('\n');
    }
    for (place, link) in letter.links.iter().enumerate() {
        text.extend(["[", &(place + 1).to_string(), "] ", link, "\n"]);
    }
    text
}

/// A message, and its trailing quote where that is in doubt.
fn one(body: &Body, width: u16) -> (Letter, Option<Range<usize>>) {
    let (mut letter, marks) = read(body, width.into(), Reach::Shown);
    // Where no depth can be shown, an answer inside a quote cannot be told from the quote.
    let tail = if deepest(width.into()) > 0 { tail::find(&letter.lines, &marks) } else { None };
    match tail {
        Some(tail) if tail.doubt => (letter, Some(tail.lines)),
        tail => {
            letter.tail = tail.map(|tail| tail.lines);
            (letter, None)
        }
    }
}

fn read(body: &Body, width: usize, reach: Reach) -> (Letter, Vec<Mark>) {
    match body.kind {
        BodyKind::Html => html::read(&body.text, width.max(1), reach),
        BodyKind::Plain | BodyKind::Missing => plain::read(&body.text, width.max(1), reach),
    }
}

/// Adds the tricks of a text to those that are known.
fn note_tricks(text: &str, known: &mut Vec<Trick>) {
    for trick in safe::tricks(text) {
        if !known.contains(&trick) {
            known.push(trick);
        }
    }
}
