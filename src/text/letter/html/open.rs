//! Where an element starts: what changes for what comes in it.

use html5ever::tokenizer::Tag;

use super::{End, Walk};
use crate::text::letter::cells::Cells;
use crate::text::letter::soup::Event;
use crate::text::letter::tags::{Role, role};
use crate::text::letter::{links, style, table};

impl Walk {
    pub(super) fn element(
        &mut self,
        tag: &Tag,
        role: Role,
        style: &str,
        events: &[Event],
        place: usize,
    ) -> End {
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
}

/// Counts one more of what `end` takes back.
fn count(open: &mut usize, end: End) -> End {
    *open += 1;
    end
}
