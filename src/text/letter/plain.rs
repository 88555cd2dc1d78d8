//! Plain-text messages: quotes marked by `>`, soft line breaks joined, web addresses numbered.

use super::{Letter, Line, Mark, Reach, Span, Style, deepest, links, note_tricks};
use crate::text::{safe, width};

pub(super) fn read(source: &str, width: usize, reach: Reach) -> (Letter, Vec<Mark>) {
    let mut letter = Letter::default();
    let end = source.char_indices().nth(reach.longest()).map_or(source.len(), |(end, _)| end);
    letter.cut = end < source.len();
    note_tricks(&source[..end], &mut letter.tricks);
    let text = match reach {
        Reach::Whole => source.lines().map(safe::escaped).collect::<Vec<_>>().join("\n"),
        Reach::Shown => safe::block(&source[..end]),
    };
    for (quote, paragraph) in joined(&text) {
        let shown = quote.min(deepest(width));
        let room = width.saturating_sub(2 * shown).max(1);
        let quote = u8::try_from(shown).unwrap_or(u8::MAX);
        for spans in set(&paragraph, room, &mut letter.links) {
            let line = Line { spans, quote };
            if !(line.is_blank()
                && letter.lines.last().is_none_or(|last| last.is_blank() && last.quote == quote))
            {
                letter.lines.push(line);
            }
        }
    }
    while letter.lines.last().is_some_and(Line::is_blank) {
        letter.lines.pop();
    }
    let marks = vec![Mark::default(); letter.lines.len()];
    (letter, marks)
}

/// Lines with their quote depth; lines that end in a blank are joined with the next of the same depth, as
/// `format=flowed` means it (RFC 3676), save the `-- ` before a signature.
fn joined(text: &str) -> Vec<(usize, String)> {
    let mut joined: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for line in text.split('\n') {
        let (depth, line) = unquoted(line);
        let soft = line.ends_with(' ') && !line.ends_with("  ") && line != "-- " && !line.trim().is_empty();
        match joined.last_mut() {
            Some((before, paragraph)) if open && *before == depth && !line.trim().is_empty() => {
                paragraph.push_str(line);
            }
            _ => joined.push((depth, line.to_owned())),
        }
        open = soft;
    }
    joined
}

/// The depth of a line and what is quoted: `> > text`, `>>text`, `> text`.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(deeper) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(" >").filter(|_| depth > 0))
    {
        depth += 1;
        rest = deeper;
    }
    (depth, if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest })
}

/// A paragraph in lines, its web addresses marked and numbered.
fn set(paragraph: &str, room: usize, links: &mut Vec<String>) -> Vec<Vec<Span>> {
    let mut text = String::with_capacity(paragraph.len());
    // Which bytes of `text` belong to addresses: wrapping keeps the order of all that is visible.
    let mut marked: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for (start, end) in links::found(paragraph) {
        text.push_str(&paragraph[from..start]);
        let begin = text.len();
        let address = &paragraph[start..end];
        text.push_str(address);
        if let Some(target) = links::target(address) {
            text.extend([" [", &links::number(links, &target).to_string(), "]"]);
        }
        marked.push((begin, text.len()));
        from = end;
    }
    text.push_str(&paragraph[from..]);
    let text = text.trim_end();
    let mut place = 0;
    let mut wrapped = Vec::new();
    for line in width::wrap(text, room) {
        // Blanks at which a line broke are not in the lines.
        while !text[place..].starts_with(line.as_str()) && place < text.len() {
            place += text[place..].chars().next().map_or(1, char::len_utf8);
        }
        wrapped.push(spans(&line, place, &marked));
        place += line.len();
    }
    wrapped
}

fn spans(line: &str, place: usize, marked: &[(usize, usize)]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut push = |from: usize, to: usize, style| {
        if from < to {
            spans.push(Span { text: line[from..to].to_owned(), style });
        }
    };
    let mut from = 0;
    let first = marked.partition_point(|(_, end)| *end <= place);
    for (start, end) in marked[first..].iter().take_while(|(start, _)| *start < place + line.len()) {
        let start = start.saturating_sub(place).clamp(from, line.len());
        let end = end.saturating_sub(place).clamp(start, line.len());
        push(from, start, Style::Plain);
        push(start, end, Style::Link);
        from = end;
    }
    push(from, line.len(), Style::Plain);
    spans
}
