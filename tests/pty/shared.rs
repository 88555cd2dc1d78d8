//! Two programs on one profile, and a place that keeps nothing.

use super::open_her_ticket;
use super::service::Service;
use super::terminal::Terminal;

const WORDS: &str = "typed in the first of the two";

#[test]
fn two_programs_on_one_profile_leave_each_other_well() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    let arguments = ["--sandbox", service.url.as_str()];
    let mut first = Terminal::start(home.path(), (120, 40), &arguments);
    open_her_ticket(&mut first);
    let mut second = Terminal::start(home.path(), (120, 40), &arguments);
    second.wait_for("Adriano Melo");
    first.send("r");
    first.wait_for("ctrl-s send");
    first.send(WORDS);
    first.wait_for("saved");
    // The other one hears of it by itself, and goes on as before.
    second.send("D");
    second.wait_for("typed in the first");
    second.send("\x1b");
    second.wait_without("Drafts and outbox");
    second.send("2");
    second.wait_for("Aroeira Atacado");
    // Whoever opens a draft that stands on another screen gets a copy.
    second.send("1");
    second.wait_for("Adriano Melo");
    open_her_ticket(&mut second);
    second.send("r");
    second.wait_for("you go on with a copy of it");
    second.wait_for(WORDS);
    second.send(" and in the second");
    second.wait_for("and in the second");
    second.send("\x1b");
    second.wait_for("c comment");
    second.send("\x1b");
    second.wait_without("c comment");
    second.send("q");
    assert!(second.wait_for_end().success());
    // What one of them leaves behind does no harm to the other.
    first.send(" and more");
    first.wait_for("and more");
    first.kill();
    let mut third = Terminal::start(home.path(), (120, 40), &arguments);
    third.wait_for("2 drafts are waiting");
    assert!(!third.screen().contents().contains("damaged"));
}

#[test]
fn what_a_killed_program_held_is_asked_about_by_one_that_lives() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    let arguments = ["--sandbox", service.url.as_str()];
    let mut first = Terminal::start(home.path(), (120, 40), &arguments);
    open_her_ticket(&mut first);
    let mut second = Terminal::start(home.path(), (120, 40), &arguments);
    second.wait_for("Adriano Melo");
    first.send("r");
    first.wait_for("ctrl-s send");
    first.send(WORDS);
    first.wait_for(WORDS);
    first.send("\x13");
    first.wait_for("leaves in");
    second.send("D");
    second.wait_for("another balcao on this machine has it");
    second.send("\x1b");
    second.wait_without("Drafts and outbox");
    first.kill();
    second.wait_for("The program ended while it was held");
    second.answer("The program ended while it was held", "x");
    second.wait_for("Drop this message");
    second.send("d");
    second.wait_without("Drop this message");
    second.send("D");
    second.wait_for("Nothing is waiting");
}

#[test]
fn where_nothing_can_be_kept_it_opens_and_says_so_for_as_long_as_it_runs() {
    let home = tempfile::tempdir().expect("a home");
    // A file where the folder should be stops everybody, root included.
    std::fs::write(home.path().join("data"), "in the way").expect("written");
    let mut terminal = Terminal::start(home.path(), (120, 40), &["demo"]);
    terminal.wait_for("nothing saved");
    terminal.wait_for("ends with the program");
    open_her_ticket(&mut terminal);
    terminal.send("r");
    terminal.wait_for("ctrl-s send");
    terminal.send(WORDS);
    terminal.wait_for(WORDS);
    terminal.send("\x1b");
    terminal.wait_for("c comment");
    terminal.send("\x1b");
    terminal.wait_without("c comment");
    terminal.wait_for("nothing saved");
    // Leaving would lose it: that is asked.
    terminal.send("q");
    terminal.wait_for("is lost when you leave");
    terminal.send("k");
    terminal.wait_without("is lost when you leave");
    terminal.send("q");
    terminal.wait_for("is lost when you leave");
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    assert_eq!(std::fs::read_to_string(home.path().join("data")).expect("still there"), "in the way");
}
