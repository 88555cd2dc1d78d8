//! HTML messages: a walk over what [`soup`](super::soup) found, setting text onto a [`Page`] as it goes.

use html5ever::tokenizer::Tag;

use super::cells::Cells;
use super::page::Page;
use super::soup::{Event, events};
use super::tags::{Role, role};
use super::{LONGEST, Letter, Mark, Style, deepest, links, style, table};
use crate::text::safe;

/// Longest source that is read, in bytes: pictures inside the text make mail of many megabytes.
const SOURCE: usize = 8_000_000;

pub(super) fn read(source: &str, width: usize) -> (Letter, Vec<Mark>) {
    let end = source.floor_char_boundary(SOURCE);
    let events = events(&source[..end]);
    let mut walk = Walk { page: Page::new(width), deepest: deepest(width), ..Walk::default() };
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
                if role == Role::Drop || style::hidden(tag, &style) {
                    return end + 1;
                }
                let end = self.element(tag, role, &style, events, place);
                self.open.push(end);
            }
        }
        place + 1
    }

    fn element(&mut self, tag: &Tag, role: Role, style: &str, events: &[Event], place: usize) -> End {
        let inside = self.flat > 0 || self.cells.is_some();
        match role {
            Role::Table => self.table(tag, events, place),
            Role::Block(_) if inside => {
                self.put(" ");
                End::Nothing
            }
            Role::Block("div") if style::boxes_the_original(tag) => self.boxed(),
            Role::Block("blockquote") if style::only_indents(tag, style) => self.block(),
            Role::Block("blockquote") if usize::from(self.page.quote) >= self.deepest => self.boxed(),
            Role::Block("blockquote") => {
                self.page.apart();
                self.page.quote += 1;
                End::Quote
            }
            Role::Block("pre") => {
                self.page.apart();
                self.pre += 1;
                End::Pre
            }
            Role::Block("ul" | "ol") => self.list(tag),
            Role::Block("li") => self.item(),
            Role::Block("h3") => {
                self.page.apart();
                self.strong += 1;
                End::Heading
            }
            // Outlook makes every line a paragraph without margins.
            Role::Block("p") if !style::is_a_line(tag, style) => {
                self.page.apart();
                End::Apart
            }
            Role::Block(_) if style::vivid(tag, style) => {
                self.page.block();
                count(&mut self.vivid, End::VividBlock)
            }
            Role::Block(_) => self.block(),
            Role::Inline("a") => self.link(tag),
            Role::Inline("code") => count(&mut self.code, End::Code),
            Role::Inline("s") => count(&mut self.dim, End::Dim),
            // An answer typed into the original is often in colour; links and tables are coloured anyway.
            _ if style::vivid(tag, style) && !inside && self.link.is_none() => {
                count(&mut self.vivid, End::Vivid)
            }
            Role::Inline("b") => count(&mut self.strong, End::Strong),
            Role::Inline("i") => count(&mut self.emphasis, End::Emphasis),
            _ if style::bold(style) => count(&mut self.strong, End::Strong),
            _ => End::Nothing,
        }
    }

    fn block(&mut self) -> End {
        self.page.block();
        End::Block
    }

    fn boxed(&mut self) -> End {
        self.page.block();
        self.boxes += 1;
        self.page.mark.boxed = true;
        End::Boxed
    }

    fn list(&mut self, tag: &Tag) -> End {
        if self.lists.is_empty() {
            self.page.apart();
        }
        let first = style::attribute(tag, "start").and_then(|start| start.parse::<u16>().ok());
        let ordered = role(&tag.name) == Role::Block("ol");
        self.lists.push(ordered.then(|| first.map_or(1, usize::from)));
        End::List
    }

    fn item(&mut self) -> End {
        let bullet = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        let wide = bullet.len();
        self.page.item(bullet);
        self.page.indent += wide;
        End::Item(wide)
    }

    fn table(&mut self, tag: &Tag, events: &[Event], place: usize) -> End {
        let name = &*tag.name;
        if let Some(cells) = &mut self.cells {
            let span =
                style::attribute(tag, "colspan").and_then(|span| span.parse::<usize>().ok()).unwrap_or(1);
            match name {
                "tr" => cells.row(),
                "td" => cells.cell(span.clamp(1, 12)),
                "th" => {
                    cells.cell(span.clamp(1, 12));
                    return count(&mut self.strong, End::Strong);
                }
                _ => {}
            }
            return End::Nothing;
        }
        match name {
            _ if self.flat > 0 => End::FlatCell,
            "table" if table::holds_data(events, place) => {
                self.cells = Some(Cells::default());
                End::Data
            }
            "tr" if table::reads_on_one_line(events, place) => {
                self.page.block();
                count(&mut self.flat, End::Flat)
            }
            _ => self.block(),
        }
    }

    fn link(&mut self, tag: &Tag) -> End {
        match style::attribute(tag, "href").and_then(links::target) {
            // A link in a link: the outer one wins.
            Some(target) if self.link.is_none() => {
                self.link = Some((target, String::new(), self.shown));
                End::Link
            }
            _ => End::Nothing,
        }
    }

    fn close(&mut self) {
        let Some(end) = self.open.pop() else { return };
        match end {
            End::Nothing => {}
            End::Block => self.page.block(),
            End::Apart => self.page.apart(),
            End::Boxed => {
                self.page.block();
                self.boxes -= 1;
                self.page.mark.boxed = self.boxes > 0;
            }
            End::Quote => {
                self.page.apart();
                self.page.quote -= 1;
            }
            End::Pre => {
                self.pre -= 1;
                self.page.apart();
            }
            End::Heading => {
                self.page.apart();
                self.strong -= 1;
            }
            End::Code => self.code -= 1,
            End::Strong => self.strong -= 1,
            End::Emphasis => self.emphasis -= 1,
            End::Dim => self.dim -= 1,
            End::Vivid => self.vivid -= 1,
            End::VividBlock => {
                self.page.block();
                self.vivid -= 1;
            }
            End::List => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.page.apart();
                }
            }
            End::Item(wide) => {
                self.page.end_item();
                self.page.indent -= wide;
            }
            End::Flat => {
                self.flat -= 1;
                self.page.block();
            }
            End::FlatCell => self.put("  "),
            End::Data => {
                if let Some(cells) = self.cells.take() {
                    cells.set(&mut self.page);
                }
            }
            End::Link => self.end_link(),
        }
    }

    fn end_link(&mut self) {
        let Some((target, said, before)) = self.link.take() else { return };
        let address = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:"));
        // Nothing to see, or an address that is its own text: no number.
        if self.shown > before && !address.is_some_and(|address| address.eq_ignore_ascii_case(said.trim())) {
            let number = links::number(&mut self.letter.links, &target);
            self.set(&format!(" [{number}]"), Style::Link);
        }
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
                if !name.trim().is_empty() && self.shown < LONGEST {
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
        let left = LONGEST.saturating_sub(self.shown);
        let text = match text.char_indices().nth(left) {
            Some((end, _)) => {
                self.letter.cut = true;
                &text[..end]
            }
            None => text,
        };
        self.shown += text.chars().count();
        if self.vivid > 0 {
            self.page.mark.vivid = true;
        }
        if let Some((_, said, _)) = &mut self.link {
            said.push_str(text);
        }
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

/// Counts one more of what `end` takes back.
fn count(open: &mut usize, end: End) -> End {
    *open += 1;
    end
}
