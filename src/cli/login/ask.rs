//! Asking a person, or reading from standard input what a script says instead.

use std::io::{self, BufRead, IsTerminal, Write};

use secrecy::SecretString;

use crate::cli::exit::{Exit, Failure};

/// Who answers: somebody at a keyboard, or the lines of standard input.
pub struct Asker {
    /// Whether it is somebody at a keyboard.
    pub person: bool,
}

impl Asker {
    /// Whoever is at the other end of standard input.
    pub fn new() -> Self {
        Self { person: io::stdin().is_terminal() }
    }

    /// A line; empty when nothing came. A script is not prompted.
    pub fn line(&self, prompt: &str) -> Result<String, Failure> {
        if self.person {
            let mut err = io::stderr().lock();
            let _ = write!(err, "{prompt}: ").and_then(|()| err.flush());
        }
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line).map_err(|error| broken(&error))?;
        Ok(line.trim().to_owned())
    }

    /// A line that is not shown; none when nothing came.
    pub fn secret(&self, prompt: &str) -> Result<Option<SecretString>, Failure> {
        let said = if self.person {
            rpassword::prompt_password(format!("{prompt}: ")).map_err(|error| broken(&error))?
        } else {
            self.line("")?
        };
        let said = said.trim();
        Ok((!said.is_empty()).then(|| SecretString::from(said)))
    }

    /// Yes or no; whoever cannot be asked says no.
    pub fn agrees(&self, question: &str) -> Result<bool, Failure> {
        if !self.person {
            return Ok(false);
        }
        let said = self.line(question)?.to_lowercase();
        Ok(["y", "yes", "s", "sim"].contains(&said.as_str()))
    }
}

fn broken(error: &io::Error) -> Failure {
    Failure::new(Exit::Machine, "input", error.to_string())
}

/// Says something to a person, beside the answer.
pub fn tell(text: &str) {
    // Who closed standard error does not want to know.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
