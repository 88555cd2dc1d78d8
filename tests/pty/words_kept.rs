//! No word typed is lost, whenever the program dies; and nothing is sent twice.

use std::path::Path;

use super::open_her_ticket;
use super::service::Service;
use super::terminal::Terminal;

const WORDS: &str = "gg q 1 the refund left today";

/// Opens the screen on a running sandbox.
fn open(home: &Path, service: &Service) -> Terminal {
    Terminal::start(home, (120, 40), &["--sandbox", &service.url])
}

/// Writes a reply to Marina's ticket.
fn write(terminal: &mut Terminal) {
    open_her_ticket(terminal);
    terminal.send("r");
    terminal.wait_for("ctrl-s send");
    // Letters that are keys elsewhere are text here.
    terminal.send(WORDS);
    terminal.wait_for(WORDS);
}

#[test]
fn a_draft_survives_kill_9() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    let mut terminal = open(home.path(), &service);
    write(&mut terminal);
    terminal.wait_for("draft saved");
    terminal.kill();

    let mut terminal = open(home.path(), &service);
    open_her_ticket(&mut terminal);
    terminal.send("r");
    terminal.wait_for("You go on with the draft you left here");
    terminal.wait_for(WORDS);
    // The cursor stands where it stood: what is typed now comes after the words.
    terminal.send("!");
    terminal.wait_for(&format!("{WORDS}!"));
    assert_eq!(service.replies(), 0);
}

#[test]
fn a_terminal_that_vanishes_takes_no_word_along() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    let mut terminal = open(home.path(), &service);
    write(&mut terminal);
    // Typed, on the screen, and not yet saved.
    terminal.hang_up();

    let mut terminal = open(home.path(), &service);
    terminal.wait_for("Adriano Melo");
    terminal.send("D");
    terminal.wait_for("Drafts and outbox 1");
    terminal.wait_for(WORDS);
    assert_eq!(service.replies(), 0);
}

#[test]
fn a_held_message_survives_kill_9_and_leaves_once_when_asked() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    hold_for(home.path(), 600);
    let mut terminal = open(home.path(), &service);
    write(&mut terminal);
    terminal.send("\x13");
    terminal.wait_for("Reply to #1003 leaves in");
    terminal.kill();
    assert_eq!(service.replies(), 0, "what is held has not left");

    let mut terminal = open(home.path(), &service);
    terminal.wait_for("A message has not left");
    for text in ["The program ended while it was held", WORDS, "s  send", "e  edit", "x  drop"] {
        terminal.wait_for(text);
    }
    assert_eq!(service.replies(), 0, "nor does the next start send it by itself");
    terminal.answer("A message has not left", "s");
    terminal.wait_for("Sent: it stands on the ticket now.");
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    assert_eq!(service.replies(), 1);

    // Nothing is left to ask about.
    let mut terminal = open(home.path(), &service);
    terminal.wait_for("Adriano Melo");
    terminal.send("D");
    terminal.wait_for("Nothing is waiting");
    assert_eq!(service.replies(), 1);
}

#[test]
fn undo_brings_the_text_back_and_a_hold_that_ends_sends_once() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    hold_for(home.path(), 600);
    let mut terminal = open(home.path(), &service);
    write(&mut terminal);
    terminal.send("\x13");
    terminal.wait_for("leaves in");
    terminal.send("u");
    terminal.wait_for("ctrl-s send");
    terminal.wait_for(WORDS);
    terminal.wait_without("leaves in");
    terminal.kill();

    // Another start with a short hold: the draft is there, and now it is sent.
    hold_for(home.path(), 1);
    let mut terminal = open(home.path(), &service);
    open_her_ticket(&mut terminal);
    terminal.send("r");
    terminal.wait_for(WORDS);
    terminal.send("\x13");
    terminal.wait_for("Sent: it stands on the ticket now.");
    assert_eq!(service.replies(), 1);
    // It stands in the conversation, and the bubble is gone.
    terminal.send("G");
    terminal.wait_for(WORDS);
    terminal.wait_without("leaves in");
    let shown = terminal.screen().contents();
    assert_eq!(shown.matches(WORDS).count(), 1, "{shown}");
}

#[test]
fn a_lost_answer_sends_nothing_twice_and_a_network_that_comes_back_sends_what_waits() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    hold_for(home.path(), 1);
    let mut terminal = open(home.path(), &service);
    // Desk takes the reply, and the connection breaks before it says so.
    service.faults(
        r#"{"kind":"reset_after_commit","method":"POST","path":"/api/v1/tickets/*/sendReply","count":1}"#,
    );
    write(&mut terminal);
    terminal.send("\x13");
    terminal.wait_for("Sent: it stands on the ticket now.");
    assert_eq!(service.replies(), 1);
    // Now nothing gets through at all, until it does.
    service.faults(r#"{"kind":"reset_before_commit","service":"desk"}"#);
    terminal.send("r");
    terminal.wait_for("ctrl-s send");
    terminal.send("a second one");
    terminal.send("\x13");
    terminal.wait_for("waits for the network");
    service.faults("");
    terminal.wait_without("waits for the network");
    terminal.wait_for("Sent: it stands on the ticket now.");
    terminal.send("G");
    terminal.wait_for("a second one");
    let sent = service.replies();
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    let mut terminal = open(home.path(), &service);
    open_her_ticket(&mut terminal);
    terminal.send("D");
    terminal.wait_for("Nothing is waiting");
    assert_eq!(service.replies(), sent, "the next start sends nothing more");
}

/// Sets for how many seconds a message is held.
fn hold_for(home: &Path, seconds: u16) {
    let folder = home.join("config");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("settings.toml"), format!("hold_seconds = {seconds}\n")).expect("written");
}
