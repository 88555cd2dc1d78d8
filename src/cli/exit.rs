//! How a command ends: exit codes for scripts, a sentence for people. Documented in `docs/command-line.md`.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use crate::counter;
use crate::text::{Words, line};
use crate::zoho::Kind;

/// What the exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Something of this machine: settings, profile, cache, a file.
    Machine = 1,
    /// The command cannot be carried out as it stands: arguments, an empty text, an address that mail cannot reach.
    Usage = 2,
    /// Not there, or several match and nobody guesses.
    NotFound = 3,
    /// Zoho does not take the sign-in, or the agent may not do this. Nothing was sent.
    NotAllowed = 4,
    /// Zoho refused it.
    Refused = 5,
    /// The network or the service is away, or what was asked of the cache was never fetched. Nothing was changed.
    Away = 6,
    /// Something is asked before this is sent; `--yes` answers it.
    Asked = 7,
    /// The answer was lost: it may have been done. Look before repeating.
    Unknown = 8,
}

/// The exit codes, for `--help`.
pub const HELP: &str = "\
Exit codes of contact, company, deal and ticket:
  0  done
  1  something of this machine: settings, profile, cache, a file
  2  the command cannot be carried out as it stands
  3  not found, or several match
  4  not allowed, or the sign-in is not accepted; nothing was sent
  5  refused by Zoho
  6  the network or the service is away, or (--cached) it was never fetched; nothing was changed
  7  something is asked before sending; --yes answers it
  8  the answer was lost: look before repeating";

/// Why a command did not do what it was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// One word for scripts, stable.
    pub kind: &'static str,
    /// What happened and what to do, in the reader's language.
    pub sentence: String,
    /// What more a script may want to know, by name.
    pub more: Map<String, Value>,
    /// Whether the place on this machine is at fault, before anything was handed over: in memory the command can be
    /// carried out.
    pub place: bool,
}

impl Failure {
    /// A failure with nothing more to say than its sentence.
    pub fn new(exit: Exit, kind: &'static str, sentence: impl Into<String>) -> Self {
        Self { exit, kind, sentence: sentence.into(), more: Map::new(), place: false }
    }

    /// The same, with one thing more for scripts.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// What went wrong at the counter.
    pub fn of(error: &counter::Error, words: &Words) -> Self {
        let (exit, kind) = match error {
            counter::Error::Zoho(error) => of_kind(error.kind()),
            counter::Error::Store(_) => (Exit::Machine, "store"),
            counter::Error::File { .. } | counter::Error::NameTaken(_) => (Exit::Machine, "file"),
            counter::Error::NotAFile(_) => (Exit::Usage, "not_a_file"),
            counter::Error::TooLarge(_) => (Exit::Usage, "file_too_large"),
            counter::Error::NotArrived(_) => (Exit::Away, "not_arrived"),
            counter::Error::TicketGone => (Exit::NotFound, "no_ticket"),
            counter::Error::NoTicket(_) => (Exit::NotFound, "no_ticket"),
            counter::Error::NoRecord(_) => (Exit::NotFound, "no_record"),
        };
        let sentence = match error {
            counter::Error::Store(error) => super::sentence::of_store(error, words),
            _ => error.sentence(words),
        };
        let mut failure = Self::new(exit, kind, sentence);
        failure.place = matches!(error, counter::Error::Store(error) if error.is_place());
        match error {
            // What is technical, or the service's own: for the log of a script.
            counter::Error::Zoho(error) => failure.with("detail", json!(error.to_string())),
            counter::Error::Store(error) => failure.with("detail", json!(error.to_string())),
            _ => failure,
        }
    }

    /// Says it on standard error: a sentence, or for scripts one line of JSON. Tells the exit code.
    pub fn report(&self, as_json: bool) -> ExitCode {
        let text =
            if as_json { self.json().to_string() } else { format!("balcao: {}", line(&self.sentence)) };
        // Who closed standard error does not want to know; the exit code still tells.
        let _ = writeln!(io::stderr().lock(), "{text}");
        ExitCode::from(self.exit as u8)
    }

    fn json(&self) -> Value {
        let mut error = self.more.clone();
        error.insert("exit".into(), json!(self.exit as u8));
        error.insert("kind".into(), json!(self.kind));
        error.insert("sentence".into(), json!(self.sentence));
        json!({ "error": error })
    }
}

fn of_kind(kind: Kind) -> (Exit, &'static str) {
    match kind {
        Kind::Setup => (Exit::Machine, "setup"),
        Kind::Offline => (Exit::Away, "offline"),
        Kind::Slow => (Exit::Away, "slow"),
        Kind::Broken => (Exit::Away, "broken"),
        Kind::Unknown => (Exit::Unknown, "unknown"),
        Kind::SignIn => (Exit::NotAllowed, "sign_in"),
        Kind::Forbidden => (Exit::NotAllowed, "forbidden"),
        Kind::NotFound => (Exit::NotFound, "not_found"),
        Kind::Refused => (Exit::Refused, "refused"),
        Kind::Busy => (Exit::Away, "busy"),
        Kind::Spent => (Exit::Away, "spent"),
        Kind::Down => (Exit::Away, "down"),
        Kind::Garbled => (Exit::Away, "garbled"),
        Kind::File => (Exit::Machine, "file"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_script_reads_the_kind_and_what_more_there_is() {
        let failure =
            Failure::new(Exit::NotFound, "no_status", "No such status.").with("known", json!(["Open"]));
        assert_eq!(
            failure.json().to_string(),
            r#"{"error":{"exit":3,"kind":"no_status","known":["Open"],"sentence":"No such status."}}"#
        );
    }

    #[test]
    fn a_missing_ticket_is_not_found() {
        let failure = Failure::of(&counter::Error::NoTicket("9".into()), &Words::new(Lang::En));
        assert_eq!((failure.exit, failure.kind), (Exit::NotFound, "no_ticket"));
    }
}
