//! Nothing that came from the server drives the terminal: every byte is looked at while hostile records are read.

use super::bytes::foreign;
use super::terminal::Terminal;

#[test]
fn no_byte_of_hostile_text_reaches_the_terminal() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::start(home.path(), (120, 40), &["demo"]);
    terminal.wait_for("Adriano Melo");
    // The people and the company of the security test.
    terminal.send("/");
    terminal.wait_for("esc done");
    terminal.send("red fox");
    terminal.wait_without("Adriano Melo");
    terminal.wait_for("Red Fox");
    for _ in 0..8 {
        terminal.send("\x1b[B");
    }
    terminal.send("\r");
    terminal.wait_without("esc done");
    terminal.send("2");
    terminal.wait_for("Aroeira Atacado");
    terminal.send("/");
    terminal.wait_for("esc done");
    terminal.send("red fox");
    terminal.wait_without("Aroeira Atacado");
    terminal.wait_for("[security test]");
    terminal.send("\r");
    terminal.wait_without("esc done");
    terminal.send("t");
    terminal.wait_for("r reply");
    // Each of its tickets, from the first message to the last.
    for ticket in 0..7 {
        terminal.send("\r");
        terminal.wait_for("esc back");
        terminal.wait_for("c comment");
        terminal.wait_without("Loading");
        terminal.send("gg");
        for _ in 0..6 {
            terminal.send(" ");
        }
        terminal.send("r");
        terminal.wait_for("ctrl-s send");
        terminal.send("\x1b");
        terminal.wait_for("c comment");
        terminal.send("\x1b");
        terminal.wait_for("[security test]");
        terminal.wait_without("c comment");
        terminal.send("j");
        assert_eq!(foreign(&terminal.bytes), Vec::<String>::new(), "at ticket {ticket}");
    }
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    assert_eq!(foreign(&terminal.bytes), Vec::<String>::new());
}
