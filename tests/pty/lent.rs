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
