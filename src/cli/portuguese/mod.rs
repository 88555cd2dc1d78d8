//! The command line in Portuguese: its help, and what is wrong with arguments. The English of both stands in the doc
//! comments of the commands and in the argument reader; the Portuguese in `assets/i18n/pt-BR/arguments.ftl`. It is built
//! only when there is something to be told, so that a command that is right pays nothing for it.

mod complaint;
mod help;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;

use super::ground::{Ground, spoken};
use crate::text::{Lang, Words};

/// Tells what came of the arguments, when that is no command to carry out: the help, the version, or what is wrong.
/// `english` is what the argument reader says.
pub fn tell(args: &[OsString], english: &clap::Error) -> ExitCode {
    let error = match language(args) {
        Lang::PtBr => help::command(&Words::arguments()).try_get_matches_from(args).err(),
        Lang::En => None,
    };
    let code = ExitCode::from(u8::try_from(english.exit_code()).unwrap_or(2));
    let Some(error) = error else {
        // Who closed the output does not want to know; the exit code still tells.
        let _ = english.print();
        return code;
    };
    let words = Words::arguments();
    let text = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let said = error.render();
            let coloured = coloured(error.use_stderr());
            let said = if coloured { said.ansi().to_string() } else { said.to_string() };
            help::placed(&said, &words)
        }
        _ => complaint::text(&error, &words),
    };
    let _ = if error.use_stderr() {
        io::stderr().lock().write_all(text.as_bytes())
    } else {
        io::stdout().lock().write_all(text.as_bytes())
    };
    code
}

/// The language to tell it in, found without reading the arguments: they may be wrong.
fn language(args: &[OsString]) -> Lang {
    let asked = asked(args);
    Ground::find(asked).map_or_else(|_| spoken(asked), |ground| ground.words).lang()
}

fn asked(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().skip(1).map_while(|arg| arg.to_str().filter(|arg| *arg != "--"));
    let value = args.find_map(|arg| match arg.strip_prefix("--lang")? {
        "" => Some(None),
        rest => rest.strip_prefix('=').map(Some),
    })?;
    value.or_else(|| args.next())?.parse().ok()
}

fn coloured(stderr: bool) -> bool {
    let env = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let terminal = if stderr { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
    terminal && env("NO_COLOR").is_none() && env("TERM").is_some_and(|term| term != "dumb")
}
