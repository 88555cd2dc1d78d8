//! What the commands print: tables and pages for people, JSON for scripts. Foreign text is inert in the first and raw,
//! as JSON escapes it, in the second.

mod activity;
mod json;
mod page;
mod record;
mod table;
mod talk;
mod ticket;

use std::io::{self, IsTerminal, Write};

use serde_json::Value;

pub use activity::{activities, activity_json};
pub use json::{named, optional};
pub use page::Page;
pub use record::{record_json, record_page, record_row, said, twin_json, twins_text};
pub use table::table;
pub use talk::{entry_json, talk};
pub use ticket::{Names, ticket_json, ticket_row, ticket_titles};

use super::exit::{Exit, Failure};

/// Columns that text is set in when nobody says how wide the window is, and at most.
const WIDE: u16 = 100;

/// Prints text on standard output. A reader who went away (`| head`) is no failure.
pub fn out(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(Exit::Machine, "output", error.to_string()))
        }
        _ => Ok(()),
    }
}

/// Prints one line of JSON.
pub fn json(value: &Value) -> Result<(), Failure> {
    out(&format!("{value}\n"))
}

/// Says something beside the answer, on standard error.
pub fn note(sentence: &str) {
    // Who closed standard error does not want to know.
    let _ = writeln!(io::stderr().lock(), "balcao: {sentence}");
}

/// The columns of the window, if standard output is one.
pub fn columns() -> Option<u16> {
    let out = io::stdout();
    if !out.is_terminal() {
        return None;
    }
    rustix::termios::tcgetwinsize(&out).ok().map(|size| size.ws_col).filter(|columns| *columns > 0)
}

/// The columns that running text is set in.
pub fn measure() -> u16 {
    columns().map_or(WIDE, |columns| columns.min(WIDE))
}
