//! Text as Desk derives it: the plain text of HTML, the one-line summary, the encoded content of comments.

use std::fmt::Write as _;

/// The longest summary of a thread, in characters.
const SUMMARY: usize = 250;

/// Tags after which a new line begins.
const BREAKS: &[&str] =
    &["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote"];

/// The plain text of an HTML text: tags gone, block ends as line ends, the common entities decoded.
/// Style and script blocks are dropped with what they hold.
pub fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        decode(&rest[..open], &mut out);
        rest = &rest[open..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let Some(close) = rest.find('>') else {
            decode(rest, &mut out);
            return tidy(&out);
        };
        let name: String = rest[1..close]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let closing = rest[1..].starts_with('/');
        rest = &rest[close + 1..];
        if BREAKS.contains(&name.as_str()) && (closing || name == "br") {
            out.push('\n');
        }
        if !closing && matches!(name.as_str(), "style" | "script") {
            let end = format!("</{name}");
            rest = rest.find(&end).map_or("", |at| &rest[at..]);
        }
    }
    decode(rest, &mut out);
    tidy(&out)
}

fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity =
            rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((end, letter(&rest[1..end])?)));
        if let Some((end, letter)) = entity {
            out.push(letter);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
}

fn letter(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let digits = entity.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// Blank lines folded to one, blanks at line ends dropped.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        if line.trim().is_empty() && (out.is_empty() || out.ends_with("\n\n")) {
            continue;
        }
        out.push_str(line.trim_start_matches(['\t', ' ']));
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// The first words of a plain text, on one line.
pub fn summary(plain: &str) -> String {
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(SUMMARY).collect()
}

/// A comment's `encodedContent`: everything but ASCII letters, digits and a few marks written as an entity.
pub fn encoded(content: &str) -> String {
    let mut out = String::with_capacity(content.len() * 2);
    for c in content.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '.' | '-' | '_') => out.push(c),
            _ => write!(out, "&#x{:x};", u32::from(c)).expect("a String takes every write"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_lines() {
        let html = "<style>p{}</style><p>Ol&aacute; &amp; bom&nbsp;dia</p><div>a<br>b</div><!-- x --><b>c</b> &lt;d&#62;";
        assert_eq!(plain(html), "Ol&aacute; & bom dia\na\nb\nc <d>");
    }

    #[test]
    fn a_broken_tag_is_kept_as_text() {
        assert_eq!(plain("1 < 2"), "1 < 2");
    }

    #[test]
    fn encoded_content_is_as_the_service_writes_it() {
        assert_eq!(
            encoded("zsu[@user:11550965]zsu Please"),
            "zsu&#x5b;&#x40;user&#x3a;11550965&#x5d;zsu Please"
        );
    }
}
