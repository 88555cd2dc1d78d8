//! Words as plain text: quoted with `>`, flowed or not.

use super::markup::{Block, Piece, pieces};
use super::{Letter, Program, Quoting, attribution};

/// How wide a flowed line may get, in characters.
const WIDE: usize = 78;

fn line(text: &str) -> String {
    let one = |piece: &Piece<'_>| match piece {
        Piece::Words(words) | Piece::Bold(words) | Piece::Lean(words) | Piece::Code(words) => {
            (*words).to_owned()
        }
        Piece::Link(words, to) if words == to => (*to).to_owned(),
        Piece::Link(words, to) => format!("{words} <{to}>"),
    };
    pieces(text).iter().map(one).collect()
}

/// The words of a text.
pub fn words(program: Program, blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(|part| block(program, part)).collect();
    parts.join("\n\n")
}

fn block(program: Program, block: &Block) -> String {
    let lines: Vec<String> = match block {
        Block::Paragraph(text) => {
            let flow = |text: &String| {
                let text = line(text);
                if program == Program::Flowed { flowed(&text) } else { text }
            };
            text.iter().map(flow).collect()
        }
        Block::Bullets(items) => items.iter().map(|item| format!("- {}", line(item))).collect(),
        Block::Numbers(first, items) => {
            (*first..).zip(items).map(|(n, item)| format!("{n}. {}", line(item))).collect()
        }
        Block::Table(rows) => rows.iter().map(|row| row.join("\t")).collect(),
        Block::Code(text) => text.iter().map(|text| format!("    {text}")).collect(),
        Block::Quote(inner) => vec![quoted(&words(program, inner))],
    };
    lines.join("\n")
}

/// The text with soft breaks: a line that ends in a space goes on (RFC 3676).
fn flowed(text: &str) -> String {
    let (mut out, mut width) = (String::new(), 0);
    for word in text.split_inclusive(' ') {
        let long = word.chars().count();
        if width > 0 && width + long > WIDE {
            out.push('\n');
            width = 0;
        }
        out.push_str(word);
        width += long;
    }
    out
}

/// Every line behind a `>`.
pub fn quoted(text: &str) -> String {
    let one = |line: &str| match line {
        "" => ">".to_owned(),
        line if line.starts_with('>') => format!(">{line}"),
        line => format!("> {line}"),
    };
    text.split('\n').map(one).collect::<Vec<_>>().join("\n")
}

/// The words with what they answer.
pub fn body(letter: &Letter<'_>, blocks: &[Block], quoting: Quoting) -> String {
    let words = words(letter.program, blocks);
    let Some(earlier) = letter.earlier else { return words };
    let who = attribution::plain(letter, earlier);
    match quoting {
        Quoting::None => words,
        Quoting::Top => format!("{words}\n\n{who}\n{}", quoted(&earlier.plain)),
        Quoting::Bottom => format!("{who}\n{}\n\n{words}", quoted(&earlier.plain)),
        Quoting::Inline => format!("{who}\n\n{words}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_nest_and_lines_flow() {
        assert_eq!(quoted("a\n\n> b"), "> a\n>\n>> b");
        let text = flowed(&"word ".repeat(40));
        assert!(text.lines().all(|line| line.chars().count() <= WIDE));
        assert!(text.lines().all(|line| line.ends_with(' ')));
    }
}
