//! What runs inside of the pseudo-terminal.

use std::io::{Read, Write};
use std::process::Command;

use balcao::term::{self, Colour, Input, Out, Screen, ScreenOptions, Session, SessionOptions};
use ratatui::style::Style;

/// Which of the programs to be.
pub const ROLE: &str = "BALCAO_TEST_INSIDE";

/// The status after the terminal was lost.
pub const GONE: i32 = 7;

const OPTIONS: ScreenOptions =
    ScreenOptions { colour: Colour::Sixteen, utf8: true, scroll_region: true, sync: true };

#[test]
#[ignore = "the other tests start it in a pseudo-terminal"]
fn program() {
    let role = std::env::var(ROLE).expect("started by the other tests");
    let session = Session::enter(SessionOptions::default()).expect("a terminal");
    let mut screen = Screen::new(Out, OPTIONS);
    say(&session, &mut screen, "hello from inside");
    eprintln!("scribble");
    match role.as_str() {
        "enter" => {}
        "panic" => {
            wait();
            panic!("something impossible happened");
        }
        "job-panic" => {
            let job = std::thread::spawn(|| panic!("something impossible happened"));
            assert!(job.join().is_err());
            say(&session, &mut screen, "the job is over");
        }
        "lend" => {
            let script = "[ -t 2 ] && echo borrowed with errors on a terminal && read line";
            let status = session.lend(|| Command::new("sh").args(["-c", script]).status());
            assert!(status.expect("lent").expect("ran").success());
            screen.forget();
            say(&session, &mut screen, "back inside");
        }
        "suspend" => {
            session.suspend().expect("suspended");
            screen.forget();
            say(&session, &mut screen, "back inside");
        }
        "input" => {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
            runtime.expect("a runtime").block_on(report(&session, &mut screen));
            // Nobody is there any more to whom the test could report.
            #[expect(clippy::exit, reason = "the status is what the outer test looks at")]
            std::process::exit(GONE);
        }
        other => panic!("no role {other}"),
    }
    wait();
    session.leave().expect("left");
    session.leave().expect("a second time does nothing");
    writeln!(Out, "left properly").expect("written");
}

/// Waits for a key.
fn wait() {
    std::io::stdin().read_exact(&mut [0]).expect("a key");
}

fn say(session: &Session, screen: &mut Screen<Out>, text: &str) {
    let drawn = screen.draw(session.area(), |buffer| {
        buffer.set_string(0, 0, text, Style::new());
        None
    });
    drawn.expect("drawn");
}

/// Shows what comes in, until the terminal is gone.
async fn report(session: &Session, screen: &mut Screen<Out>) {
    let (mut inputs, _handle) = term::spawn(false).expect("signals");
    while let Some(batch) = inputs.recv().await {
        for input in batch {
            let text = match input {
                Input::Key(key) => format!("Key {key}."),
                Input::Paste(text) => format!("Paste {}.", text.replace('\n', "|")),
                Input::Resize(width, height) => format!("Resize {width}x{height}."),
                Input::HangUp => return,
                other => format!("{other:?}"),
            };
            say(session, screen, &text);
        }
    }
}
