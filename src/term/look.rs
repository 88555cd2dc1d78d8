//! What this terminal can show, from the environment alone: nothing is asked of the terminal, because an
//! answer costs a round trip and may never come.

use std::io::IsTerminal;

/// How many colours are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// None: bold, dim, underline and reverse only.
    Mono,
    /// The terminal's own sixteen; finer ones become the nearest of them.
    Sixteen,
    /// 24 bits.
    True,
}

/// What the person set, which goes before what the environment says; `None` decides by the environment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The colours.
    pub colour: Option<Colour>,
    /// Borders and symbols in ASCII.
    pub ascii: Option<bool>,
    /// Scroll regions, which some multiplexers get wrong.
    pub scroll_region: Option<bool>,
}

/// What this terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours that are sent.
    pub colour: Colour,
    /// Borders and symbols must be ASCII: the terminal is not UTF-8, or it may draw `─│●` two columns wide.
    pub ascii: bool,
    /// The terminal understands UTF-8; if not, [`super::Screen`] writes letters without their accents.
    pub utf8: bool,
    /// It is at the far end of an SSH connection: be sparing, and patient with split keys.
    pub ssh: bool,
    /// It is inside tmux.
    pub tmux: bool,
    /// Scroll regions may be used.
    pub scroll_region: bool,
    /// It can do nothing but print lines (`TERM=dumb` or none at all).
    pub dumb: bool,
}

/// Why no screen can be shown, in a sentence with a way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Input or output is a file or a pipe.
    #[error(
        "This is not a terminal. For scripts and pipes use the commands, for example `balcao ticket list --json`."
    )]
    NotATerminal,
    /// The terminal cannot move its cursor.
    #[error(
        "This terminal (TERM=dumb, or TERM not set) cannot show a screen. Set TERM to what it is, for example \
         `TERM=xterm-256color`, or use the commands, for example `balcao ticket list`."
    )]
    Dumb,
}

impl Look {
    /// Reads the environment through `env` (a variable's value, if it is set) and lays the wishes over it.
    pub fn detect(env: impl Fn(&str) -> Option<String>, wishes: &Wishes) -> Self {
        let set = |name: &str| env(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default().to_ascii_lowercase();
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).unwrap_or_default();
        let utf8 = is_utf8(&locale);
        let dumb = term.is_empty() || term == "dumb";
        Self {
            colour: wishes.colour.unwrap_or_else(|| {
                let deep = set("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit");
                match () {
                    () if set("NO_COLOR").is_some() || dumb || is_colourless(&term) => Colour::Mono,
                    () if deep => Colour::True,
                    () => Colour::Sixteen,
                }
            }),
            ascii: !utf8 || wishes.ascii.unwrap_or_else(|| draws_symbols_wide(&locale)),
            utf8,
            ssh: ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(|name| set(name).is_some()),
            tmux: set("TMUX").is_some(),
            scroll_region: wishes.scroll_region.unwrap_or_else(|| set("ZELLIJ").is_none()),
            dumb,
        }
    }

    /// Whether a screen can be shown at all on this process's input and output.
    pub fn check(&self) -> Result<(), Refusal> {
        self.check_with(std::io::stdin().is_terminal() && std::io::stdout().is_terminal())
    }

    /// [`Look::check`], told whether both ends are a terminal.
    pub fn check_with(&self, is_terminal: bool) -> Result<(), Refusal> {
        match (is_terminal, self.dumb) {
            (false, _) => Err(Refusal::NotATerminal),
            (true, true) => Err(Refusal::Dumb),
            (true, false) => Ok(()),
        }
    }
}

/// A locale that says nothing is taken as UTF-8: bare containers set none, and their terminals are.
fn is_utf8(locale: &str) -> bool {
    let lower = locale.to_ascii_lowercase();
    lower.is_empty() || lower.contains("utf-8") || lower.contains("utf8")
}

/// Chinese, Japanese and Korean terminals often draw characters of ambiguous width two columns wide.
fn draws_symbols_wide(locale: &str) -> bool {
    ["zh", "ja", "ko"].iter().any(|language| {
        locale.strip_prefix(language).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}

fn is_colourless(term: &str) -> bool {
    term.starts_with("vt") && term[2..].starts_with(|c: char| c.is_ascii_digit()) || term.ends_with("-m")
}
