//! Hostile and honest text.

use proptest::prelude::*;

use super::*;

#[test]
fn escape_sequences_are_seen_but_do_nothing() {
    assert_eq!(line("a\x1b[31mred\x07"), "a␛[31mred␇");
    assert_eq!(line("title\u{9b}2J\u{7f}"), "title?2J␡");
    assert_eq!(line("one\r\ntwo\tthree\u{2028}four"), "one two three four");
    assert_eq!(block("a\tb\r\nc\rd"), "a       b\nc\nd");
}

#[test]
fn direction_and_hidden_characters_fall_away() {
    assert_eq!(line("invoice\u{202e}fdp.exe\u{202c}"), "invoicefdp.exe");
    assert_eq!(line("\u{feff}pay\u{200b}pal\u{ad}"), "paypal");
    assert_eq!(line("\u{2067}שלום\u{2069}"), "שלום");
    assert_eq!(line("می\u{200c}خواهم"), "می\u{200c}خواهم");
    assert_eq!(line("a\u{200d}b"), "ab");
    assert_eq!(line("क्\u{200d}ष"), "क्\u{200d}ष");
}

#[test]
fn emoji_keep_to_widths_that_terminals_agree_on() {
    assert_eq!(line("👩\u{200d}👩\u{200d}👧 fam"), "👩 fam");
    assert_eq!(line("❤\u{fe0f} 👍🏽"), "❤ 👍");
    assert_eq!(line("❤\u{fe0f}\u{200d}🔥!"), "❤!");
    assert_eq!(line("🇧🇷"), "BR");
}

#[test]
fn towers_are_cut_and_marks_need_a_letter() {
    assert_eq!(line(&format!("Z{}x", "\u{301}".repeat(40))), format!("Z{}x", "\u{301}".repeat(4)));
    assert_eq!(line("\u{301}a \u{301}b"), "a b");
    assert_eq!(line("Joa\u{303}o"), "Joa\u{303}o");
}

#[test]
fn inert_text_is_not_copied() {
    assert!(matches!(line("Reclamação nº 5 – “já” pago… João"), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn tricks_are_named_and_honest_text_is_left_alone() {
    assert_eq!(tricks("a\x1b]0;x\x07"), [Trick::ControlCodes]);
    assert_eq!(tricks("invoice\u{202e}fdp.exe"), [Trick::BidiOverride]);
    assert_eq!(tricks("pay\u{200b}pal"), [Trick::ZeroWidth]);
    assert_eq!(tricks("pay\u{200d}pal"), [Trick::ZeroWidth]);
    assert_eq!(tricks(&format!("Z{}", "\u{301}".repeat(20))), [Trick::StackedMarks]);
    assert_eq!(tricks("hi\u{e0041}\u{e0042}"), [Trick::InvisibleText]);
    for honest in [
        "\u{feff}Olá,\r\n\tJoão",
        "re\u{ad}fund",
        "👩\u{200d}👧 ❤\u{fe0f}",
        "می\u{200c}خواهم",
        "🏴\u{e0067}\u{e007f}",
    ] {
        assert_eq!(tricks(honest), [], "{honest:?}");
    }
}

#[test]
fn escaped_text_shows_what_was_hidden() {
    assert_eq!(escaped("invoice\u{202e}fdp.exe\x1b"), r"invoice\u{202E}fdp.exe\u{1B}");
    assert_eq!(escaped("João"), "João");
}

fn drives(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

proptest! {
    #[test]
    fn nothing_drives_the_terminal(text in any::<String>(), noise in "[\\x00-\\x1f\u{80}-\u{9f}\u{200b}-\u{206f}a]{0,20}") {
        let text = format!("{text}{noise}");
        prop_assert!(!line(&text).chars().any(drives));
        prop_assert!(!escaped(&text).chars().any(drives));
        prop_assert!(!block(&text).chars().any(|c| c != '\n' && drives(c)));
    }

    #[test]
    fn making_inert_twice_changes_nothing(text in any::<String>()) {
        let once = line(&text).into_owned();
        prop_assert_eq!(line(&once), once.clone());
        let once = block(&text);
        prop_assert_eq!(block(&once), once.clone());
    }
}
