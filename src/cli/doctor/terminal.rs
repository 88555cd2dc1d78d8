//! What the terminal can do.

use super::finding::Finding;
use crate::cli::ground::Ground;
use crate::cli::screen;
use crate::term::Colour;

/// Fewer columns or rows than these show one sentence and nothing else.
const LEAST: (u16, u16) = (60, 16);

pub(super) fn look(ground: &Ground) -> Finding {
    let words = &ground.words;
    let look = screen::look(&ground.settings);
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok().filter(|size| size.ws_col > 0);
    let (Ok(()), Some(size)) = (look.check(), size) else {
        return Finding::good("terminal", words.say("doctor-terminal-none"));
    };
    let colours = match look.colour {
        Colour::Mono => "doctor-colours-mono",
        Colour::Sixteen => "doctor-colours-sixteen",
        Colour::True => "doctor-colours-true",
    };
    let letters = if look.utf8 { "doctor-letters-full" } else { "doctor-letters-ascii" };
    let args = [
        ("columns", size.ws_col.to_string().into()),
        ("rows", size.ws_row.to_string().into()),
        ("colours", words.say(colours).into()),
        ("letters", words.say(letters).into()),
    ];
    if size.ws_col < LEAST.0 || size.ws_row < LEAST.1 {
        return Finding::poor("terminal", words.say_with("doctor-terminal-small", &args[..2]));
    }
    Finding::good("terminal", words.say_with("doctor-terminal", &args))
}
