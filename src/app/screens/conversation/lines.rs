//! A conversation as a column of lines: what scrolling counts and drawing walks over.

use std::collections::BTreeSet;

use crate::app::effect::Said;
use crate::model::EntryKey;

/// One line of the column. Numbers point into the entries, so that nothing is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Who, when, how: the head of an entry.
    Head(usize),
    /// To whom and with copy to whom: only when there is more than the customer to tell.
    People(usize),
    /// A line of its text.
    Text(usize, usize),
    /// Stands for so many folded lines of quote.
    Fold(usize, usize),
    /// Its files.
    Files(usize),
    /// Its numbered links: entry and which link.
    Link(usize, usize),
    /// Says that so many pictures were not fetched.
    Remote(usize, usize),
    /// Says that the message goes on where its lines end.
    Cut(usize),
    /// Says that the message hides something.
    Hidden(usize),
    /// Nothing: the space between entries.
    Blank,
}

impl Line {
    /// The entry it belongs to.
    pub fn entry(self) -> Option<usize> {
        match self {
            Self::Head(entry)
            | Self::People(entry)
            | Self::Text(entry, _)
            | Self::Fold(entry, _)
            | Self::Files(entry)
            | Self::Link(entry, _)
            | Self::Remote(entry, _)
            | Self::Cut(entry)
            | Self::Hidden(entry) => Some(entry),
            Self::Blank => None,
        }
    }
}

/// Lays the entries out; trailing quotes are folded unless their entry is in `unfolded`.
pub fn lay_out(said: &[Said], unfolded: &BTreeSet<EntryKey>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, Said { entry, letter }) in said.iter().enumerate() {
        lines.push(Line::Head(at));
        if people(entry) {
            lines.push(Line::People(at));
        }
        if letter.hidden > 0 || !letter.tricks.is_empty() {
            lines.push(Line::Hidden(at));
        }
        let tail = letter.tail.clone().filter(|_| !unfolded.contains(&entry.key()));
        let shown = tail.as_ref().map_or(letter.lines.len(), |tail| tail.start);
        lines.extend((0..shown).map(|line| Line::Text(at, line)));
        if let Some(tail) = tail {
            lines.push(Line::Fold(at, tail.len()));
            lines.extend((tail.end..letter.lines.len()).map(|line| Line::Text(at, line)));
        }
        if letter.cut {
            lines.push(Line::Cut(at));
        }
        lines.extend((0..letter.links.len()).map(|link| Line::Link(at, link)));
        if letter.remote > 0 {
            lines.push(Line::Remote(at, letter.remote));
        }
        if !entry.attachments().is_empty() {
            lines.push(Line::Files(at));
        }
        lines.push(Line::Blank);
    }
    lines
}

fn people(entry: &crate::model::Entry) -> bool {
    match entry {
        crate::model::Entry::Thread(thread) => !thread.to.is_empty() || !thread.cc.is_empty(),
        crate::model::Entry::Comment(_) => false,
    }
}
