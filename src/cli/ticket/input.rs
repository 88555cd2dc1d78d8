//! Text that comes in with a command: from an argument, or on standard input.

use std::io::{IsTerminal, Read};

use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Stdin;
use crate::text::Words;

/// A text, and whether a person typed it just now, so that it exists nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text, lines split by `\n`, without blank lines at its end.
    pub text: String,
    /// Whether it was typed at a terminal.
    pub typed: bool,
}

/// The text of the argument, or of standard input to its end. With `optional`, a terminal is not waited for.
pub async fn text(
    argument: Option<String>,
    optional: bool,
    stdin: &Stdin,
    words: &Words,
) -> Result<Text, Failure> {
    if let Some(argument) = argument {
        return Ok(Text { text: clean(&argument), typed: false });
    }
    let typed = std::io::stdin().is_terminal();
    if typed && optional {
        return Ok(Text::default());
    }
    if stdin.get().is_none() {
        if typed {
            print::note(&words.say("cli-type-text"));
        }
        let read = tokio::task::spawn_blocking(|| {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        });
        let bytes = read.await.expect("reading does not panic");
        let bytes = bytes.map_err(|error| Failure::new(Exit::Machine, "input", error.to_string()))?;
        let _ = stdin.set(bytes);
    }
    let bytes = stdin.get().cloned().unwrap_or_default();
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(Exit::Usage, "not_utf8", words.say("cli-not-utf8")))?;
    Ok(Text { text: clean(&text), typed })
}

fn clean(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[tokio::test]
    async fn line_ends_of_any_machine_are_read() {
        let words = Words::new(Lang::En);
        let read = text(Some("\u{feff}Oi,\r\n\r\ntudo bem?\r\n\n".into()), false, &Stdin::default(), &words)
            .await
            .expect("text");
        assert_eq!(read, Text { text: "Oi,\n\ntudo bem?".into(), typed: false });
    }
}
