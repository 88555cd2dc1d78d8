//! The terminal lent to the editor for a while, and taken back as it was.

use std::os::unix::fs::PermissionsExt;

use pty_process::blocking::Command;

use super::open_her_ticket;
use super::terminal::Terminal;

#[test]
fn the_editor_gets_the_text_and_gives_it_back() {
    let home = tempfile::tempdir().expect("a home");
    let editor = home.path().join("an editor");
    std::fs::write(&editor, "#!/bin/sh\nprintf 'the line of the editor\\n' >> \"$2\"\n").expect("written");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o700)).expect("a mode");
    // People write arguments into the variable, and folders have blanks.
    let command = Command::new("sh").arg("-c").arg(format!(
        "VISUAL=\"'{}' --wait\" exec '{}' demo",
        editor.display(),
        env!("CARGO_BIN_EXE_balcao")
    ));
    let mut terminal = Terminal::run(home.path(), (120, 40), command);
    open_her_ticket(&mut terminal);
    terminal.send("r");
    terminal.wait_for("ctrl-s send");
    terminal.send("typed before ");
    terminal.wait_for("typed before");
    terminal.send("\x0f");
    terminal.wait_for("the line of the editor");
    terminal.wait_for("typed before");
    assert!(terminal.screen().alternate_screen());
    // The keys are the composer's again.
    terminal.send("and after");
    terminal.wait_for("and after");
}

#[test]
fn ctrl_z_stops_it_and_fg_brings_it_back() {
    let home = tempfile::tempdir().expect("a home");
    // Only a shell that minds its jobs can stop one and go on with it.
    let mut terminal = Terminal::run(home.path(), (100, 30), Command::new("sh").arg("-i"));
    terminal.send("PS1='prompt''> '; set -m\r");
    terminal.wait_for("prompt> ");
    terminal.send(&format!("'{}' demo\r", env!("CARGO_BIN_EXE_balcao")));
    terminal.wait_for("Adriano Melo");
    terminal.wait_for("ana.lima@jatoba.example");
    terminal.send("2");
    terminal.wait_for("Andina Textiles S.A.C.");
    terminal.send("\x1a");
    // The shell says so when its job stopped.
    terminal.wait_for("Stopped");
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    // The shell has the keys, and its lines are edited as before.
    terminal.send("echo in''between\r");
    terminal.wait_for("inbetween");
    // What stands behind `fg` runs when the program has ended.
    terminal.send("fg; echo it en''ded\r");
    terminal.wait_for("Andina Textiles S.A.C.");
    assert!(terminal.screen().alternate_screen());
    terminal.send("1");
    terminal.wait_for("Adriano Melo");
    terminal.send("q");
    terminal.wait_for("it ended");
    assert!(!terminal.screen().alternate_screen());
}
