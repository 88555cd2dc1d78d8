//! From HTML as it comes to the few elements that matter to a reader, with inert text: what html2text then lays out.
//! Marks that only this module can write (private-use characters, which never survive in foreign text) carry what
//! plain elements cannot say.

use html5ever::tokenizer::Tag;

use super::soup::{Event, events};
use super::tags::{Role, role};
use super::{LONGEST, links, style, table};
use crate::text::safe;

/// One level of quoting, at the start of a line: a control character, since html2text counts prefixes in bytes.
pub(super) const QUOTE: char = '\u{1}';
/// The quoted original starts: alone on its line.
pub(super) const BOX: char = '\u{e002}';
/// The quoted original ends: alone on its line.
pub(super) const UNBOX: char = '\u{e003}';
/// A blank that holds its line open.
pub(super) const HOLD: char = '\u{e004}';
/// What follows is written in a striking colour.
pub(super) const VIVID: char = '\u{e005}';

/// Longest source that is read, in bytes: pictures inside the text make mail of many megabytes.
const SOURCE: usize = 8_000_000;

/// A cleaned message.
#[derive(Default)]
pub(super) struct Clean {
    /// A fragment of HTML: `p div ul ol li blockquote pre h3 b i s code a br hr img table tr td th` only, the
    /// address of an `a` being its number.
    pub html: String,
    /// Where the links go, by number.
    pub links: Vec<String>,
    /// Remote pictures.
    pub remote: usize,
    /// Whether the message was too long.
    pub cut: bool,
}

/// Cleans a message; `deepest` bounds the quotes inside each other.
pub(super) fn clean(source: &str, deepest: usize) -> Clean {
    let end = source.floor_char_boundary(SOURCE);
    let events = events(&source[..end]);
    let mut walk = Walk { deepest, ..Walk::default() };
    walk.clean.cut = end < source.len();
    let mut place = 0;
    while place < events.len() {
        place = walk.step(&events, place);
    }
    walk.clean
}

#[derive(Default)]
struct Walk {
    clean: Clean,
    /// What to write when each open element ends.
    open: Vec<End>,
    shown: usize,
    deepest: usize,
    quotes: usize,
    pre: usize,
    /// Inside a row that is written on one line: blocks in it do not break.
    flat: usize,
    /// Inside a table of data.
    data: usize,
}

/// What an element undoes at its end.
struct End {
    tail: &'static str,
    undo: Undo,
}

enum Undo {
    Nothing,
    Quote,
    Pre,
    Flat,
    Data,
    /// An `a` that started at this place of the output, to this target.
    Link {
        start: usize,
        shown: usize,
        target: String,
    },
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
        let out = &mut self.clean.html;
        if role != Role::Inline("a")
            && self.data == 0
            && style::boxes_the_original(tag)
            && &*tag.name == "div"
        {
            out.extend(["<div>", BOX.encode_utf8(&mut [0; 4]), "</div><div>"]);
            return End { tail: "</div><div>\u{e003}</div>", undo: Undo::Nothing };
        }
        let end = match role {
            Role::Table => return self.table(tag, events, place),
            Role::Inline("a") => return self.link(tag),
            Role::Block(_) if self.flat > 0 => End { tail: " ", undo: Undo::Nothing },
            Role::Block("blockquote") if style::only_indents(tag, style) => block(out, "<div>", "</div>"),
            Role::Block("blockquote") => {
                if self.quotes >= self.deepest {
                    out.extend(["<div>", BOX.encode_utf8(&mut [0; 4]), "</div><div>"]);
                    return End { tail: "</div><div>\u{e003}</div>", undo: Undo::Nothing };
                }
                self.quotes += 1;
                out.push_str("<blockquote>");
                End { tail: "</blockquote>", undo: Undo::Quote }
            }
            Role::Block("pre") => {
                self.pre += 1;
                out.push_str("<pre>");
                End { tail: "</pre>", undo: Undo::Pre }
            }
            // Outlook makes every line a paragraph without margins.
            Role::Block("p") if is_a_line(tag, style) => block(out, "<div>", "</div>"),
            Role::Block("p") => block(out, "<p>", "</p>"),
            Role::Block("ul") => block(out, "<ul>", "</ul>"),
            Role::Block("ol") => block(out, "<ol>", "</ol>"),
            Role::Block("li") => block(out, "<li>", "</li>"),
            Role::Block("h3") => block(out, "<h3><b>", "</b></h3>"),
            Role::Block(_) => block(out, "<div>", "</div>"),
            Role::Inline("b") => block(out, "<b>", "</b>"),
            Role::Inline("i") => block(out, "<i>", "</i>"),
            Role::Inline("s") => block(out, "<s>", "</s>"),
            Role::Inline("code") if self.pre == 0 => block(out, "<code>", "</code>"),
            _ if style::bold(style) => block(out, "<b>", "</b>"),
            _ => End { tail: "", undo: Undo::Nothing },
        };
        if style::vivid(tag, style) && !self.open.iter().any(|end| matches!(end.undo, Undo::Link { .. })) {
            out.push(VIVID);
        }
        end
    }

    fn table(&mut self, tag: &Tag, events: &[Event], place: usize) -> End {
        let out = &mut self.clean.html;
        match &*tag.name {
            "table" if self.flat == 0 && self.data == 0 && table::holds_data(events, place) => {
                self.data += 1;
                out.push_str("<table>");
                End { tail: "</table>", undo: Undo::Data }
            }
            "tr" if self.data > 0 => block(out, "<tr>", "</tr>"),
            name @ ("td" | "th") if self.data > 0 => {
                let (start, tail) = if name == "th" { ("<th", "</b></th>") } else { ("<td", "</td>") };
                out.push_str(start);
                for span in ["colspan", "rowspan"] {
                    let wide = style::attribute(tag, span).and_then(|wide| wide.parse::<u8>().ok());
                    if let Some(wide @ 2..=12) = wide {
                        out.push_str(&format!(" {span}=\"{wide}\""));
                    }
                }
                out.push_str(if name == "th" { "><b>" } else { ">" });
                End { tail, undo: Undo::Nothing }
            }
            _ if self.data > 0 => End { tail: "", undo: Undo::Nothing },
            "tr" if self.flat > 0 || table::reads_on_one_line(events, place) => {
                self.flat += 1;
                out.push_str("<div>");
                End { tail: "</div>", undo: Undo::Flat }
            }
            "td" | "th" if self.flat > 0 => End { tail: "  ", undo: Undo::Nothing },
            _ if self.flat > 0 => End { tail: " ", undo: Undo::Nothing },
            _ => block(out, "<div>", "</div>"),
        }
    }

    fn link(&mut self, tag: &Tag) -> End {
        let out = &mut self.clean.html;
        match style::attribute(tag, "href").and_then(links::target) {
            // A link in a link: the outer one wins.
            Some(target) if !self.open.iter().any(|end| matches!(end.undo, Undo::Link { .. })) => {
                let start = out.len();
                out.push_str("<a href=\"#\">");
                End { tail: "</a>", undo: Undo::Link { start, shown: self.shown, target } }
            }
            _ => End { tail: "", undo: Undo::Nothing },
        }
    }

    fn close(&mut self) {
        let Some(End { tail, undo }) = self.open.pop() else { return };
        match undo {
            Undo::Nothing => {}
            Undo::Quote => self.quotes -= 1,
            Undo::Pre => self.pre -= 1,
            Undo::Flat => self.flat -= 1,
            Undo::Data => self.data -= 1,
            Undo::Link { start, shown, target } => {
                const START: &str = "<a href=\"#\">";
                let address = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:"));
                let said = self.clean.html[start + START.len()..].trim();
                // Nothing to see, or an address that is its own text: no number.
                if shown == self.shown || address.is_some_and(|address| address.eq_ignore_ascii_case(said)) {
                    self.clean.html.replace_range(start..start + START.len(), "");
                    return;
                }
                let number = links::number(&mut self.clean.links, &target);
                self.clean.html.push_str(&format!(" [{number}]"));
            }
        }
        self.clean.html.push_str(tail);
    }

    fn void(&mut self, tag: &Tag) {
        let out = &mut self.clean.html;
        match &*tag.name {
            "br" if self.flat > 0 => out.push(' '),
            "br" => out.push_str("<br>"),
            "hr" if self.flat > 0 || self.data > 0 => {}
            "hr" => out.push_str("<hr>"),
            _ => {
                let source = style::attribute(tag, "src").unwrap_or_default();
                self.clean.remote += usize::from(links::remote(source));
                let name = safe::line(style::attribute(tag, "alt").unwrap_or_default());
                let name = name.trim();
                if !name.is_empty() && self.shown < LONGEST {
                    self.shown += name.len();
                    out.push_str("<s>[");
                    escape(name, out);
                    out.push_str("]</s>");
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        let blank = text.chars().all(char::is_whitespace);
        if blank && text.contains('\u{a0}') && self.clean.html.ends_with('>') {
            self.clean.html.push(HOLD);
            return;
        }
        if blank && self.pre == 0 {
            self.clean.html.push(' ');
            return;
        }
        let left = LONGEST.saturating_sub(self.shown);
        let text = match text.char_indices().nth(left) {
            Some((end, _)) => {
                self.clean.cut = true;
                &text[..end]
            }
            None => text,
        };
        self.shown += text.chars().count();
        if self.pre > 0 {
            escape(&safe::block(text), &mut self.clean.html);
        } else {
            escape(&safe::line(text), &mut self.clean.html);
        }
    }
}

fn block(out: &mut String, start: &str, tail: &'static str) -> End {
    out.push_str(start);
    End { tail, undo: Undo::Nothing }
}

fn is_a_line(tag: &Tag, style: &str) -> bool {
    style::attribute(tag, "class")
        .is_some_and(|class| class.contains("MsoNormal") || class.contains("MsoPlainText"))
        || style.contains("margin:0")
        || style.contains("margin-bottom:0")
}

/// Writes text so that HTML reads it back as it is.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
