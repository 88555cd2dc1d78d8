//! What can be wrong with a keymap, in sentences.

use std::fmt;

/// Whose keymap it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The one that is part of the program.
    BuiltIn,
    /// The person's own.
    Own,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BuiltIn => "the built-in keymap",
            Self::Own => "your keymap",
        })
    }
}

/// A keymap that cannot be used: where, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Line {line} of {origin}: {problem}.")]
pub struct KeymapError {
    /// Whose file.
    pub origin: Origin,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a line of a keymap.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It is not TOML.
    #[error("{0}")]
    Syntax(String),
    /// An entry outside of any table.
    #[error("`{0}` stands outside of a table; put it under a context, as `[list]`")]
    NoContext(String),
    /// A table whose name is no context.
    #[error("there is no context `{0}`; docs/keys.md lists them")]
    Context(String),
    /// The left side is no chord.
    #[error("{0}")]
    Chord(String),
    /// The right side is neither text nor `false`.
    #[error("`{0}` wants the name of an action in quotes, or false to take the built-in entry away")]
    Value(String),
    /// The right side is no action.
    #[error("there is no action `{0}`; docs/keys.md lists them")]
    Action(String),
    /// A letter where letters are text.
    #[error("`{0}` is text there and would fire while you write; take a key with ctrl or alt")]
    Text(String),
    /// The same chord twice in one context.
    #[error("`{chord}` already means something since line {first}; take one of the two away")]
    Twice {
        /// The chord.
        chord: String,
        /// Where it stands for the first time.
        first: usize,
    },
    /// A chord that is the beginning of another one, which could then never be reached.
    #[error(
        "`{chord}` and `{other}` (line {first}) begin alike, so one of them could never be pressed; change one"
    )]
    Hidden {
        /// The chord.
        chord: String,
        /// The other one.
        other: String,
        /// Where the other one stands.
        first: usize,
    },
}
