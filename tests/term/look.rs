//! What is read out of the environment.

use balcao::term::{Colour, Look, Refusal, Wishes};

fn look(variables: &[(&str, &str)], wishes: Wishes) -> Look {
    let env =
        |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    Look::detect(env, &wishes)
}

#[test]
fn colours_follow_no_color_term_and_colorterm() {
    let xterm = ("TERM", "xterm-256color");
    for (variables, colour) in [
        (vec![xterm], Colour::Sixteen),
        (vec![xterm, ("COLORTERM", "truecolor")], Colour::True),
        (vec![xterm, ("COLORTERM", "24bit")], Colour::True),
        (vec![xterm, ("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Colour::Mono),
        (vec![xterm, ("NO_COLOR", "")], Colour::Sixteen),
        (vec![("TERM", "vt100"), ("COLORTERM", "truecolor")], Colour::Mono),
        (vec![("TERM", "vt220")], Colour::Mono),
        (vec![("TERM", "vte-256color")], Colour::Sixteen),
        (vec![("TERM", "dumb")], Colour::Mono),
        (vec![], Colour::Mono),
    ] {
        assert_eq!(look(&variables, Wishes::default()).colour, colour, "{variables:?}");
    }
    let wishes = Wishes { colour: Some(Colour::True), ..Wishes::default() };
    assert_eq!(look(&[xterm, ("NO_COLOR", "1")], wishes).colour, Colour::True);
}

#[test]
fn symbols_follow_the_locale() {
    for (variables, utf8, ascii) in [
        (vec![], true, false),
        (vec![("LANG", "pt_BR.UTF-8")], true, false),
        (vec![("LANG", "en_US.utf8")], true, false),
        (vec![("LANG", "C")], false, true),
        (vec![("LANG", "pt_BR.ISO-8859-1")], false, true),
        (vec![("LANG", "en_US.UTF-8"), ("LC_ALL", "POSIX")], false, true),
        (vec![("LC_ALL", ""), ("LC_CTYPE", "en_US.UTF-8"), ("LANG", "C")], true, false),
        (vec![("LANG", "ja_JP.UTF-8")], true, true),
        (vec![("LANG", "zh_CN.UTF-8")], true, true),
        (vec![("LANG", "kok_IN.UTF-8")], true, false),
    ] {
        let look = look(&variables, Wishes::default());
        assert_eq!((look.utf8, look.ascii), (utf8, ascii), "{variables:?}");
    }
    let lines = Wishes { ascii: Some(false), ..Wishes::default() };
    assert!(!look(&[("LANG", "ja_JP.UTF-8")], lines).ascii);
    assert!(look(&[("LANG", "C")], lines).ascii, "lines cannot be wished for where they cannot be sent");
}

#[test]
fn the_way_here_is_seen() {
    let far = look(&[("SSH_CONNECTION", "a b c d"), ("TMUX", "/tmp/x")], Wishes::default());
    assert!(far.ssh && far.tmux && far.scroll_region);
    let zellij = [("ZELLIJ", "0")];
    assert!(!look(&zellij, Wishes::default()).scroll_region);
    assert!(look(&zellij, Wishes { scroll_region: Some(true), ..Wishes::default() }).scroll_region);
}

#[test]
fn what_cannot_show_a_screen_is_refused_in_a_sentence() {
    let good = look(&[("TERM", "xterm")], Wishes::default());
    assert_eq!(good.check_with(true), Ok(()));
    assert_eq!(good.check_with(false), Err(Refusal::NotATerminal));
    let dumb = look(&[("TERM", "dumb")], Wishes::default()).check_with(true).expect_err("dumb");
    assert_eq!(dumb, Refusal::Dumb);
    assert!(dumb.to_string().contains("balcao ticket list"));
}
