//! The Sync screen of the real binary over a real ledger: a ledger that another process makes comes up by itself, a
//! conflict is decided there, the run carries it out, and what it wrote is seen.

use std::process::Command;

use super::service::Service;
use super::terminal::Terminal;

/// Administrates the story's portal.
const ADMIN: &str = "rui.prado@jatoba.example";

#[test]
fn a_first_run_of_another_process_comes_up_and_a_second_is_started_here() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    let arguments = ["--sandbox", service.url.as_str(), "--as", ADMIN];
    let mut terminal = Terminal::start(home.path(), (120, 40), &arguments);
    terminal.wait_for("Adriano Melo");
    terminal.wait_for("5 Sync off");
    terminal.send("5");
    terminal.wait_for("have not been brought together here yet");
    let first = Command::new(env!("CARGO_BIN_EXE_balcao"))
        .args(arguments)
        .args(["sync", "--once"])
        .env("BALCAO_HOME", home.path())
        .env("NO_COLOR", "1")
        .output()
        .expect("it runs");
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    terminal.wait_for("Ambiguous 3");
    terminal.wait_for("Norte Log");
    terminal.wait_for("nothing left to do");
    // Who belongs to the ambiguous one is said here; the next run links them.
    terminal.send("ll");
    terminal.wait_for("Fernanda");
    terminal.wait_for("More than one record");
    terminal.send("m");
    terminal.wait_for("Who belongs to");
    terminal.send("\r");
    terminal.wait_for("1 asked for, next run");
    terminal.send("s");
    terminal.wait_for("#2");
    terminal.wait_without("asked for, next run");
    terminal.wait_without("Syncing");
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
}
