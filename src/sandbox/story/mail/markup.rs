//! The light markup of the story's texts: paragraphs, lists, tables, quotes, blocks of code.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines that belong together.
    Paragraph(Vec<String>),
    /// A list with dots.
    Bullets(Vec<String>),
    /// A list with numbers.
    Numbers(usize, Vec<String>),
    /// Rows of cells, the head first.
    Table(Vec<Vec<String>>),
    /// Quoted parts.
    Quote(Vec<Block>),
    /// Lines as they are.
    Code(Vec<String>),
}

/// The parts of a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        if line.is_empty() {
            at += 1;
            continue;
        }
        if line.starts_with("```") {
            let end = lines[at + 1..].iter().position(|line| line.starts_with("```"));
            let end = end.map_or(lines.len(), |n| at + 1 + n);
            blocks.push(Block::Code(owned(&lines[at + 1..end])));
            at = end + 1;
            continue;
        }
        let sort = sort(line);
        let length = lines[at..].iter().take_while(|line| self::sort(line) == sort).count();
        blocks.push(block(sort, &lines[at..at + length]));
        at += length;
    }
    blocks
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    Fence,
    Paragraph,
    Bullet,
    Number,
    Table,
    Quote,
}

fn sort(line: &str) -> Sort {
    match line {
        "" => Sort::Blank,
        _ if line.starts_with("```") => Sort::Fence,
        _ if line.starts_with("- ") => Sort::Bullet,
        _ if line.starts_with('>') => Sort::Quote,
        _ if line.starts_with('|') && line.ends_with('|') => Sort::Table,
        _ if number(line).is_some() => Sort::Number,
        _ => Sort::Paragraph,
    }
}

/// What follows `1. `.
fn number(line: &str) -> Option<&str> {
    let (digits, rest) = line.split_once(". ")?;
    (!digits.is_empty() && digits.len() < 3 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(rest)
}

fn block(sort: Sort, lines: &[&str]) -> Block {
    match sort {
        Sort::Bullet => Block::Bullets(lines.iter().map(|line| line[2..].to_owned()).collect()),
        Sort::Number => {
            // A list that an inline answer cut in two goes on with its number.
            let first = lines.first().and_then(|line| line.split_once('.')?.0.parse().ok()).unwrap_or(1);
            Block::Numbers(first, lines.iter().map(|line| number(line).unwrap_or(line).to_owned()).collect())
        }
        Sort::Table => Block::Table(
            lines
                .iter()
                .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
                .filter(|row: &Vec<String>| !row.iter().all(|cell| cell.starts_with("---")))
                .collect(),
        ),
        Sort::Quote => {
            let inner: Vec<&str> =
                lines.iter().map(|line| line[1..].strip_prefix(' ').unwrap_or(&line[1..])).collect();
            Block::Quote(blocks(&inner.join("\n")))
        }
        Sort::Blank | Sort::Fence | Sort::Paragraph => Block::Paragraph(owned(lines)),
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// Strong words.
    Bold(&'a str),
    /// Leaning words.
    Lean(&'a str),
    /// Code.
    Code(&'a str),
    /// Words and where they lead.
    Link(&'a str, &'a str),
}

/// The pieces of a line.
pub fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut words) = (line, 0);
    while words < rest.len() {
        match marked(&rest[words..]) {
            Some((piece, used)) => {
                if words > 0 {
                    pieces.push(Piece::Words(&rest[..words]));
                }
                pieces.push(piece);
                rest = &rest[words + used..];
                words = 0;
            }
            None => words += rest[words..].chars().next().map_or(1, char::len_utf8),
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// The marked piece that a text begins with, and its length.
fn marked(text: &str) -> Option<(Piece<'_>, usize)> {
    let inside = |mark: &str| {
        let inner = text.strip_prefix(mark)?;
        let end = inner.find(mark)?;
        let inner = &inner[..end];
        let fits = !inner.is_empty() && !inner.starts_with(' ') && !inner.ends_with(' ');
        fits.then_some((inner, end + 2 * mark.len()))
    };
    if text.starts_with("**") {
        return inside("**").map(|(inner, used)| (Piece::Bold(inner), used));
    }
    match text.as_bytes().first()? {
        b'*' => inside("*").map(|(inner, used)| (Piece::Lean(inner), used)),
        b'`' => inside("`").map(|(inner, used)| (Piece::Code(inner), used)),
        b'[' => {
            let (label, rest) = text[1..].split_once("](")?;
            let (address, _) = rest.split_once(')')?;
            Some((Piece::Link(label, address), label.len() + address.len() + 4))
        }
        b'h' if text.starts_with("https://") || text.starts_with("http://") => {
            let end = text.find(|c: char| c.is_whitespace() || "<>\"'()".contains(c)).unwrap_or(text.len());
            let address = text[..end].trim_end_matches(['.', ',', ';', ':', '!']);
            Some((Piece::Link(address, address), address.len()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_parts() {
        let text = "Hi,\nyou\n\n- a\n- b\n\n1. x\n\n| h | i |\n| --- | --- |\n| 1 | 2 |\n> old\nnew\n```\n- code\n```";
        let blocks = blocks(text);
        assert_eq!(blocks[0], Block::Paragraph(vec!["Hi,".into(), "you".into()]));
        assert_eq!(blocks[1], Block::Bullets(vec!["a".into(), "b".into()]));
        assert_eq!(blocks[2], Block::Numbers(1, vec!["x".into()]));
        assert_eq!(blocks[3], Block::Table(vec![vec!["h".into(), "i".into()], vec!["1".into(), "2".into()]]));
        assert_eq!(blocks[4], Block::Quote(vec![Block::Paragraph(vec!["old".into()])]));
        assert_eq!(blocks[5], Block::Paragraph(vec!["new".into()]));
        assert_eq!(blocks[6], Block::Code(vec!["- code".into()]));
    }

    #[test]
    fn a_line_has_pieces() {
        let found = pieces("**b** KIT-*-B `c` [t](https://t.example) see https://x.example/a, *i*!");
        let wanted = [
            Piece::Bold("b"),
            Piece::Words(" KIT-*-B "),
            Piece::Code("c"),
            Piece::Words(" "),
            Piece::Link("t", "https://t.example"),
            Piece::Words(" see "),
            Piece::Link("https://x.example/a", "https://x.example/a"),
            Piece::Words(", "),
            Piece::Lean("i"),
            Piece::Words("!"),
        ];
        assert_eq!(found, wanted);
    }
}
