//! The session in a real pseudo-terminal: this test binary starts itself as the program inside.

mod inside;
mod outside;

use outside::Outside;

#[test]
fn every_reset_is_in_the_one_sequence() {
    let sequence = String::from_utf8_lossy(balcao::term::restore_sequence());
    for reset in [
        "\x1b[?2026l",
        "\x1b[r",
        "\x1b[0m",
        "\x1b[?1006l",
        "\x1b[?1000l",
        "\x1b[?1004l",
        "\x1b[?2004l",
        "\x1b[<u",
        "\x1b[?7h",
        "\x1b[?25h",
    ] {
        assert!(sequence.contains(reset), "{reset:?}");
    }
    assert!(sequence.ends_with("\x1b[?1049l"), "the screen changes last, with everything else in order");
}

#[test]
fn entering_and_leaving_gives_everything_back() {
    let mut outside = Outside::start("enter");
    outside.wait_for("hello from inside");
    let screen = outside.screen();
    assert!(screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
    assert!(!outside.is_cooked(), "keys arrive one by one");
    assert!(!outside.seen("scribble"), "standard error stays off the screen");
    outside.send(b"x");
    outside.wait_for_end();
    assert!(outside.is_restored() && outside.is_cooked());
    assert!(outside.seen("left properly") && !outside.seen("hello from inside"));
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut outside = Outside::start("panic");
    outside.wait_for("hello from inside");
    outside.send(b"x");
    outside.wait_for_end();
    assert!(outside.is_restored() && outside.is_cooked());
    assert!(outside.seen("something impossible happened"));
}

#[test]
fn a_panic_of_a_job_leaves_the_screen_alone() {
    let mut outside = Outside::start("job-panic");
    outside.wait_for("the job is over");
    assert!(outside.screen().alternate_screen());
    assert!(!outside.seen("something impossible happened"));
    outside.send(b"x");
    outside.wait_for_end();
    assert!(outside.is_restored() && outside.is_cooked());
}

#[test]
fn a_borrower_gets_a_terminal_as_it_was() {
    let mut outside = Outside::start("lend");
    outside.wait_for("borrowed with errors on a terminal");
    assert!(outside.is_restored() && outside.is_cooked());
    outside.send(b"typed to the borrower\n");
    outside.wait_for("back inside");
    assert!(outside.screen().alternate_screen() && !outside.is_cooked());
    outside.send(b"x");
    outside.wait_for_end();
    assert!(outside.is_restored());
}

#[test]
fn a_suspended_session_comes_back() {
    let mut outside = Outside::start_in_shell("suspend");
    outside.wait_for("the shell is in front");
    assert!(outside.is_restored() && outside.is_cooked());
    outside.send(b"go on\n");
    outside.wait_for("back inside");
    assert!(outside.screen().alternate_screen());
    outside.send(b"x");
    outside.wait_for_end();
    assert!(outside.is_restored());
}

#[test]
fn keys_arrive_whole_and_a_lost_terminal_is_noticed() {
    let mut outside = Outside::start("input");
    outside.wait_for("hello from inside");
    outside.send(b"\x1b[A");
    outside.wait_for("Key up.");
    outside.send(b"\x1b[200~two\r\nlines\x1b[201~");
    outside.wait_for("Paste two|lines.");
    outside.send(b"\x13");
    outside.wait_for("Key ctrl-s.");
    outside.resize(100, 30);
    outside.wait_for("Resize 100x30.");
    assert_eq!(outside.hang_up().code(), Some(inside::GONE), "the program ends by itself, not by the signal");
}
