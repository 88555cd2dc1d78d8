//! Message text as words to be searched. This is not how mail is shown: nothing of its layout is kept.

use std::borrow::Cow;

use crate::model::{Body, BodyKind};

/// Longer texts are searched up to here, in bytes: what follows is quoted history.
const LONGEST: usize = 64 * 1024;

/// The words of a message or comment; none while its text is missing.
pub(in super::super) fn plain(body: &Body) -> Option<String> {
    match body.kind {
        BodyKind::Missing => None,
        BodyKind::Plain => Some(sayable(&body.text)),
        BodyKind::Html => Some(sayable(&strip(&body.text))),
    }
}

/// One line without control characters and invisible ones, cut at 64 KiB.
pub(in super::super) fn sayable(text: &str) -> String {
    let mut said = String::new();
    for c in text.chars() {
        if said.len() > LONGEST {
            break;
        }
        match c {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !said.is_empty() && !said.ends_with(' ') {
                    said.push(' ');
                }
            }
            c => said.push(c),
        }
    }
    said.truncate(said.trim_end().len());
    said
}

/// Takes tags, comments, styles and scripts out of HTML and reads entities.
fn strip(html: &str) -> String {
    let (mut text, mut rest) = (String::with_capacity(html.len() / 2), html);
    while let Some(open) = rest.find('<') {
        text.push_str(&entities(&rest[..open]));
        rest = &rest[open..];
        let name: String =
            rest[1..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!')).collect();
        let name = name.to_ascii_lowercase();
        let end = match name.as_str() {
            _ if rest.starts_with("<!--") => after(rest, "-->"),
            "style" | "script" | "head" | "title" => {
                let close = format!("</{name}");
                rest.to_ascii_lowercase()
                    .find(&close)
                    .and_then(|at| after(&rest[at..], ">").map(|len| at + len))
            }
            "" => {
                // A lone `<` is a character.
                text.push('<');
                Some(1)
            }
            _ => after(rest, ">"),
        };
        // Bold and the like stand inside of words; everything else parts them.
        if !matches!(
            name.trim_start_matches('/'),
            "" | "a" | "b" | "i" | "u" | "em" | "strong" | "span" | "font"
        ) {
            text.push(' ');
        }
        rest = end.map_or("", |end| &rest[end..]);
    }
    text.push_str(&entities(rest));
    text
}

fn after(text: &str, mark: &str) -> Option<usize> {
    text.find(mark).map(|at| at + mark.len())
}

fn entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let (mut read, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        read.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        if let Some((c, end)) = end.and_then(|end| entity(&rest[1..end]).map(|c| (c, end))) {
            read.push(c);
            rest = &rest[end + 1..];
        } else {
            read.push('&');
            rest = &rest[1..];
        }
    }
    read.push_str(rest);
    Cow::Owned(read)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    // Letters with accents: `&ccedil;` is a c to the search either way.
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "szlig" => 'ß',
        _ if ["acute", "grave", "circ", "tilde", "uml", "cedil", "ring"]
            .iter()
            .any(|accent| name.get(1..) == Some(accent)) =>
        {
            name.chars().next()?
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn html_is_read_as_words() {
        let html = "<html><head><style>p { color: red }</style></head><body><p>Ol&aacute; Jo&#227;o,</p>\
                    <!-- <b>no</b> --><div>a cone<b>x</b>&atilde;o&nbsp;caiu<br>3 < 4 &amp; R&D</div></body>";
        let body = Body { kind: BodyKind::Html, text: html.into() };
        assert_eq!(plain(&body).unwrap(), "Ola João, a conexao caiu 3 < 4 & R&D");
        assert_eq!(
            plain(&Body { kind: BodyKind::Plain, text: "a\u{1b}[31m\u{202e}b\n\n c ".into() }).unwrap(),
            "a [31mb c"
        );
        assert_eq!(plain(&Body { kind: BodyKind::Missing, text: "x".into() }), None);
    }

    proptest! {
        #[test]
        fn any_html_is_read(text in "[<>&;/!#a-zé\\- ]{0,60}|\\PC{0,60}") {
            let said = plain(&Body { kind: BodyKind::Html, text }).unwrap();
            prop_assert!(!said.chars().any(char::is_control));
        }
    }
}
