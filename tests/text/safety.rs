//! Whatever comes in: no panic, no control character, nothing wider than asked.

use balcao::model::{Body, BodyKind};
use balcao::text::{Letter, letter, to_html, width};
use proptest::prelude::*;

fn check(kind: BodyKind, text: &str, cols: u16) -> Result<Letter, TestCaseError> {
    let letter = letter(&Body { kind, text: text.to_owned() }, cols);
    for line in &letter.lines {
        let text = line.text();
        prop_assert!(!text.chars().any(char::is_control), "{text:?}");
        let turns =
            |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e000}'..='\u{f8ff}');
        prop_assert!(!text.contains(turns), "{text:?}");
        // A wide character cannot fit in one column; everything else does.
        prop_assert!(
            width(&text) + 2 * usize::from(line.quote) <= usize::from(cols).max(2),
            "{text:?} at {cols}"
        );
    }
    if let Some(tail) = &letter.tail {
        prop_assert!(tail.start < tail.end && tail.end <= letter.lines.len());
    }
    prop_assert!(letter.links.iter().all(|link| !link.chars().any(char::is_control)));
    Ok(letter)
}

/// Pieces of mail, put together at random: every element and mark that is treated specially.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "<(/?)(p|div|b|i|a|table|tr|td|th|ul|ol|li|blockquote|pre|code|h1|span|font|br|hr|dl|dd|center)>",
        "[a-zA-Zç東🙂 \u{301}\u{202e}\x1b\u{a0}&;<>]{0,12}",
        Just("<div class=\"gmail_quote\">".to_owned()),
        Just("<blockquote type=\"cite\">".to_owned()),
        Just("<a href=\"https://a.example/x\">".to_owned()),
        Just("<img src=\"http://a.example/p.png\" alt=\"a picture\">".to_owned()),
        Just("<td colspan=\"3\" rowspan=\"2\">".to_owned()),
        Just("<td colspan=0><th colspan=99>".to_owned()),
        Just("<table border=1><tr><th>A<th>B<tr><td>1<td>2</table>".to_owned()),
        Just("<p class=MsoNormal>From: a<br>Sent: b<br>To: c</p>".to_owned()),
        Just("On 14 Oct 2024, Ana wrote:".to_owned()),
        Just("<style>x</style><script>y</script><textarea><title>".to_owned()),
        Just("<span style=\"color:red;font-weight:bold\">".to_owned()),
        Just("\n> > quoted https://b.example/long/address\n".to_owned()),
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_mail_at_any_width(text in soup(), cols in 1u16..200) {
        check(BodyKind::Html, &text, cols)?;
        check(BodyKind::Plain, &text, cols)?;
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300), cols in 0u16..200) {
        let text = String::from_utf8_lossy(&bytes);
        check(BodyKind::Html, &text, cols)?;
        check(BodyKind::Missing, &text, cols)?;
    }

    #[test]
    fn what_is_written_reads_back(text in "[a-zç<>&\"' \n]{0,80}") {
        let body = Body { kind: BodyKind::Html, text: to_html(&text) };
        let read: String = letter(&body, 200).lines.iter().map(balcao::text::Line::text).collect();
        let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(visible(&read), visible(&text));
    }
}

#[test]
fn broken_and_endless_mail_is_read_to_an_end() {
    let deep = [
        "<div>",
        "<blockquote>",
        "<table><tr><td>",
        "<b>",
        "<ul><li>",
        "<a href=http://x.example>",
        "<p><i>",
    ];
    for piece in deep {
        let text = format!("{}end of it", piece.repeat(5_000));
        let letter = letter(&Body { kind: BodyKind::Html, text }, 80);
        let shown: String = letter.lines.iter().map(balcao::text::Line::text).collect();
        assert!(shown.contains("end of it"), "{piece}");
    }
}

#[test]
fn very_long_mail_is_cut_and_says_so() {
    for (kind, piece) in
        [(BodyKind::Html, "<p>Hello, the refund</p>"), (BodyKind::Plain, "Hello, the refund\n")]
    {
        let letter = letter(&Body { kind, text: piece.repeat(20_000) }, 80);
        assert!(letter.cut);
        let shown: usize = letter.lines.iter().map(|line| line.text().chars().count()).sum();
        assert!((150_000..=200_000).contains(&shown), "{shown}");
    }
}

#[test]
fn a_letter_that_carries_another_fits_where_both_do_not() {
    // U+11302 has a width of its own and belongs to the letter before it: three columns as one.
    for kind in [BodyKind::Html, BodyKind::Plain] {
        let letter = check(kind, "\u{2b740}\u{11302}", 1).expect("fits");
        assert_eq!(letter.text(), "\u{2b740}\n\u{11302}");
    }
}
