//! Words in the HTML of a mail program.

use super::markup::{Block, Piece, pieces};
use super::{Earlier, Letter, Program, attribution};

/// The text with the characters that HTML gives a meaning named.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// A line with its links and strong words.
fn line(text: &str) -> String {
    let one = |piece: &Piece<'_>| match piece {
        Piece::Words(words) => escaped(words),
        Piece::Bold(words) => format!("<b>{}</b>", escaped(words)),
        Piece::Lean(words) => format!("<i>{}</i>", escaped(words)),
        Piece::Code(words) => format!("<code>{}</code>", escaped(words)),
        Piece::Link(words, to) => {
            format!("<a href=\"{}\" target=\"_blank\">{}</a>", escaped(to), escaped(words))
        }
    };
    pieces(text).iter().map(one).collect()
}

/// Empty space between two parts.
fn gap(program: Program) -> &'static str {
    match program {
        Program::Outlook => "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n",
        Program::Thunderbird => "\n",
        Program::Desk => "<div><br></div>\n",
        _ => "<div><br></div>",
    }
}

/// The words of a text; a picture at its end where the program of a company adds one.
pub fn words(program: Program, blocks: &[Block], domain: &str) -> String {
    let mut out = String::new();
    for (n, part) in blocks.iter().enumerate() {
        if n > 0 {
            out.push_str(gap(program));
        }
        out.push_str(&block(program, part));
    }
    if program == Program::Outlook && !domain.is_empty() {
        let picture = format!(
            "<p class=\"MsoNormal\"><img border=\"0\" width=\"120\" height=\"40\" \
             src=\"https://www.{domain}/assinatura/logo.png\" alt=\"{domain}\"><o:p></o:p></p>\n"
        );
        out.push_str(&picture);
    }
    out
}

fn block(program: Program, block: &Block) -> String {
    let lines = |lines: &[String], between: &str| {
        lines.iter().map(|text| line(text)).collect::<Vec<_>>().join(between)
    };
    match block {
        Block::Paragraph(text) => match program {
            Program::Outlook => format!("<p class=\"MsoNormal\">{}<o:p></o:p></p>\n", lines(text, "<br>\n")),
            Program::Thunderbird => format!("<p>{}</p>\n", lines(text, "<br>\n  ")),
            Program::Apple | Program::Ios => format!("<div>{}</div>", lines(text, "</div><div>")),
            Program::Desk => format!("<div>{}<br></div>\n", lines(text, "<br></div>\n<div>")),
            _ => format!("<div>{}</div>", lines(text, "<br>")),
        },
        Block::Bullets(items) => list(program, items, None),
        Block::Numbers(first, items) => list(program, items, Some(*first)),
        Block::Table(rows) => table(program, rows),
        Block::Code(text) => {
            let text = text.iter().map(|text| escaped(text)).collect::<Vec<_>>().join("\n");
            format!("<pre style=\"font-family:Consolas,monospace\">{text}</pre>\n")
        }
        Block::Quote(inner) => quoted(program, &words(program, inner, "")),
    }
}

fn list(program: Program, items: &[String], first: Option<usize>) -> String {
    if program == Program::Outlook {
        let item = |(n, item): (usize, &String)| {
            let mark = first.map_or("·".to_owned(), |first| format!("{}.", first + n));
            format!(
                "<p class=\"MsoListParagraph\" style=\"text-indent:-18.0pt;mso-list:l0 level1 lfo1\">\
                 <![if !supportLists]><span style=\"mso-list:Ignore\">{mark}<span style=\"font:7.0pt \
                 &quot;Times New Roman&quot;\">&nbsp;&nbsp;&nbsp; </span></span><![endif]>{}<o:p></o:p></p>\n",
                line(item)
            )
        };
        return items.iter().enumerate().map(item).collect();
    }
    let items: Vec<String> = items.iter().map(|item| line(item)).collect();
    let (open, close) = match first {
        None => ("ul".to_owned(), "ul"),
        Some(1) => ("ol".to_owned(), "ol"),
        Some(first) => (format!("ol start=\"{first}\""), "ol"),
    };
    format!("<{open}><li>{}</li></{close}>\n", items.join("</li><li>"))
}

fn table(program: Program, rows: &[Vec<String>]) -> String {
    let cell = |text: &str, head: bool| match program {
        Program::Outlook => format!(
            "<td width=\"140\" valign=\"top\" style=\"width:105.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm \
             5.4pt\"><p class=\"MsoNormal\">{}{}{}<o:p></o:p></p></td>\n",
            if head { "<b>" } else { "" },
            line(text),
            if head { "</b>" } else { "" },
        ),
        _ if head => format!("<th style=\"text-align:left\">{}</th>", line(text)),
        _ => format!("<td>{}</td>", line(text)),
    };
    let row = |(n, row): (usize, &Vec<String>)| {
        let cells: String = row.iter().map(|text| cell(text, n == 0)).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let class = if program == Program::Outlook { " class=\"MsoTableGrid\"" } else { "" };
    format!(
        "<table{class} border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\"><tbody>\n\
         {rows}</tbody></table>\n"
    )
}

/// Quoted words, without saying whose.
fn quoted(program: Program, html: &str) -> String {
    let open = match program {
        Program::Gmail => {
            "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid \
             rgb(204,204,204);padding-left:1ex\">"
        }
        Program::Android => {
            "<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex\">"
        }
        Program::Outlook => "<blockquote style=\"margin-left:30.0pt;margin-right:0cm\">",
        Program::Desk => "<blockquote style=\"margin: 0px;\">",
        _ => "<blockquote type=\"cite\">",
    };
    format!("{open}{html}</blockquote>\n")
}

/// What stands before answers between quoted lines.
pub fn inline_head(program: Program, who: &str) -> String {
    match program {
        Program::Outlook => format!("<p class=\"MsoNormal\">{who}<o:p></o:p></p>\n"),
        Program::Thunderbird => format!("<div class=\"moz-cite-prefix\">{who}<br></div>\n"),
        Program::Gmail | Program::Android => {
            format!("<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">{who}<br></div></div>")
        }
        _ => format!("<div>{who}</div>"),
    }
}

/// The earlier message, quoted as the program does.
pub fn quote(letter: &Letter<'_>, earlier: &Earlier) -> String {
    let program = letter.program;
    let who = attribution::html(letter, earlier);
    let html = &earlier.html;
    match program {
        Program::Outlook => format!(
            "<div>\n<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">\n\
             <p class=\"MsoNormal\">{who}<o:p></o:p></p>\n</div>\n</div>\n\
             <p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n{html}"
        ),
        Program::Gmail => format!(
            "<br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">{who}<br></div>\
             {}</div>",
            quoted(program, html)
        ),
        Program::Android => format!(
            "<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">{who}<br></div>{}</div>",
            quoted(program, html)
        ),
        Program::Apple => format!(
            "<br id=\"lineBreakAtBeginningOfMessage\"><div><br><blockquote type=\"cite\"><div>{who}</div>\
             <br class=\"Apple-interchange-newline\"><div>{html}</div></blockquote></div><br>"
        ),
        Program::Ios => format!(
            "<div dir=\"ltr\"><br><blockquote type=\"cite\">{who}<br><br></blockquote></div>\
             <blockquote type=\"cite\"><div dir=\"ltr\">{html}</div></blockquote>"
        ),
        Program::Thunderbird => format!(
            "<div class=\"moz-cite-prefix\">{who}<br></div>\n<blockquote type=\"cite\" \
             cite=\"mid:{:x}@jatoba.example\">\n{html}</blockquote>\n",
            super::super::dice::hash(html)
        ),
        _ => format!(
            "<div><br></div>\n<div class=\"zmail_extra_hr\" style=\"border-top: 1px solid rgb(204, 204, 204); \
             height: 0px; margin-top: 10px\"></div>\n<div class=\"zmail_extra\"><br><div>{who}</div>\n{}</div>",
            quoted(program, html)
        ),
    }
}
