//! What a plain-text composer sends.

/// Plain text as the simple HTML that mail programs show alike: a `div`, lines ended by `<br>`, everything escaped,
/// blanks at a line's start and runs of blanks kept, control characters left out. Addresses stay text: programs make
/// links of them by themselves.
pub fn to_html(plain: &str) -> String {
    let mut html = String::with_capacity(plain.len() + plain.len() / 8 + 16);
    html.push_str("<div>");
    for (place, line) in plain.replace("\r\n", "\n").split('\n').enumerate() {
        if place > 0 {
            html.push_str("<br>");
        }
        let mut blank_before = true;
        let mut text = String::with_capacity(line.len());
        for c in line.trim_end().replace('\t', "    ").chars().filter(|c| !c.is_control()) {
            // HTML folds blanks: every second one, and one at a line's start, has to be hard.
            let hard = c == ' ' && blank_before;
            blank_before = c == ' ' && !hard;
            if hard {
                escape(&std::mem::take(&mut text), &mut html);
                html.push_str("&nbsp;");
            } else {
                text.push(c);
            }
        }
        escape(&text, &mut html);
    }
    html.push_str("</div>");
    html
}

fn escape(text: &str, out: &mut String) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_blanks_and_signs_arrive_as_typed() {
        assert_eq!(
            to_html("Olá,\n\na < b & c\r\n  x  y"),
            "<div>Olá,<br><br>a &lt; b &amp; c<br>&nbsp; x &nbsp;y</div>"
        );
        assert_eq!(to_html("\x1b[31m"), "<div>[31m</div>");
        assert_eq!(to_html(""), "<div></div>");
    }
}
