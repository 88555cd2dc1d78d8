//! HTML messages: cleaned, laid out by html2text, and turned into lines.

use html2text::config::with_decorator;
use html2text::render::{TaggedLine, TaggedLineElement, TextDecorator};

use super::clean::{BOX, Clean, HOLD, QUOTE, UNBOX, VIVID, clean};
use super::{Letter, Line, Mark, Span, Style, deepest, fit, plain};
use crate::text::safe;

pub(super) fn read(source: &str, width: usize) -> (Letter, Vec<Mark>) {
    let Clean { html, links, remote, cut } = clean(source, deepest(width));
    let laid_out = with_decorator(Looks)
        .no_link_wrapping()
        .allow_width_overflow()
        .link_footnotes(false)
        .unicode_strikeout(false)
        .lines_from_read(html.as_bytes(), width);
    let Ok(laid_out) = laid_out else {
        // A layout that cannot be done at this width still has its words.
        let (letter, marks) = plain::read(&bare(&html), width);
        return (Letter { links, remote, cut: cut || letter.cut, ..letter }, marks);
    };
    let mut page = Page { width, ..Page::default() };
    for line in laid_out {
        page.line(line);
    }
    let (lines, marks) = page.finish();
    (Letter { lines, links, remote, tail: None, cut }, marks)
}

/// The words of cleaned HTML without its elements.
fn bare(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    let private = [QUOTE, BOX, UNBOX, HOLD, VIVID];
    text.replace(private, "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The lines so far.
#[derive(Default)]
struct Page {
    width: usize,
    lines: Vec<Line>,
    marks: Vec<Mark>,
    boxes: usize,
}

impl Page {
    fn line(&mut self, tagged: TaggedLine<Vec<Style>>) {
        let mut line = Line::default();
        let mut mark = Mark { boxed: self.boxes > 0, vivid: false };
        let mut only_a_mark = false;
        for element in tagged {
            let TaggedLineElement::Str(part) = element else { continue };
            let mut text = part.s;
            if text.contains(|c| matches!(c, QUOTE | BOX..=VIVID)) {
                line.quote =
                    line.quote.saturating_add(u8::try_from(text.matches(QUOTE).count()).unwrap_or(u8::MAX));
                mark.vivid |= text.contains(VIVID);
                for c in text.chars() {
                    match c {
                        BOX => (self.boxes, only_a_mark) = (self.boxes + 1, true),
                        UNBOX => (self.boxes, only_a_mark) = (self.boxes.saturating_sub(1), true),
                        _ => {}
                    }
                }
                text = text.replace("\u{1} ", "").replace(QUOTE, "").replace(HOLD, " ");
                text = text.replace([BOX, UNBOX, VIVID], "");
            }
            if !text.is_empty() {
                let style = part.tag.into_iter().max_by_key(|style| *style as u8).unwrap_or_default();
                line.spans.push(Span { text: safe::line(&text).into_owned(), style });
            }
        }
        if only_a_mark && line.is_blank() {
            return;
        }
        let room = self.width.saturating_sub(2 * usize::from(line.quote)).max(1);
        for line in fit::fit(line, room) {
            // Templates are full of empty lines: one is enough.
            if !(line.is_blank() && self.lines.last().is_none_or(Line::is_blank)) {
                self.lines.push(line);
                self.marks.push(mark);
            }
        }
    }

    fn finish(mut self) -> (Vec<Line>, Vec<Mark>) {
        while self.lines.last().is_some_and(Line::is_blank) {
            self.lines.pop();
            self.marks.pop();
        }
        (self.lines, self.marks)
    }
}

/// How html2text marks what it lays out: with [`Style`]s, and quotes with a private mark.
#[derive(Clone, Debug)]
struct Looks;

impl TextDecorator for Looks {
    type Annotation = Style;

    fn decorate_link_start(&mut self, _url: &str) -> (String, Style) {
        (String::new(), Style::Link)
    }

    fn decorate_link_end(&mut self) -> String {
        String::new()
    }

    fn decorate_em_start(&self) -> (String, Style) {
        (String::new(), Style::Emphasis)
    }

    fn decorate_em_end(&self) -> String {
        String::new()
    }

    fn decorate_strong_start(&self) -> (String, Style) {
        (String::new(), Style::Strong)
    }

    fn decorate_strong_end(&self) -> String {
        String::new()
    }

    fn decorate_strikeout_start(&self) -> (String, Style) {
        (String::new(), Style::Dim)
    }

    fn decorate_strikeout_end(&self) -> String {
        String::new()
    }

    fn decorate_code_start(&self) -> (String, Style) {
        (String::new(), Style::Code)
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) -> Style {
        Style::Code
    }

    fn decorate_preformat_cont(&self) -> Style {
        Style::Code
    }

    fn decorate_image(&mut self, _src: &str, title: &str) -> (String, Style) {
        (title.to_owned(), Style::Dim)
    }

    fn header_prefix(&self, _level: usize) -> String {
        String::new()
    }

    fn quote_prefix(&self) -> String {
        format!("{QUOTE} ")
    }

    fn unordered_item_prefix(&self) -> String {
        "- ".to_owned()
    }

    fn ordered_item_prefix(&self, place: i64) -> String {
        format!("{place}. ")
    }

    fn make_subblock_decorator(&self) -> Self {
        self.clone()
    }
}
