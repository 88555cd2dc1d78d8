//! Writes mails as real mail programs do: the same words come out as Gmail's, Outlook's, Apple Mail's … HTML, with
//! the earlier message quoted their way.

/// Who wrote when, in the words of a language and a program.
mod attribution;
/// Words in the HTML of a program.
mod html;
/// The light markup of the story's texts.
pub mod markup;
/// The page around the words.
mod page;
/// Words as plain text.
mod plain;

use jiff::Zoned;

use super::super::world::Text;
use super::super::world::text::Kind;
use markup::Block;

/// A mail program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// Gmail in a browser.
    #[default]
    Gmail,
    /// Outlook on Windows.
    Outlook,
    /// Apple Mail.
    Apple,
    /// Thunderbird.
    Thunderbird,
    /// The mail of an iPhone.
    Ios,
    /// Gmail on Android.
    Android,
    /// Plain text, quoted with `>`.
    Plain,
    /// Plain text, `format=flowed`: lines that end in a space go on.
    Flowed,
    /// The editor of Desk.
    Desk,
    /// No mail: a form, a chat, a post.
    Note,
}

impl Program {
    /// The program of a word.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "gmail" => Self::Gmail,
            "outlook" => Self::Outlook,
            "apple" => Self::Apple,
            "thunderbird" => Self::Thunderbird,
            "ios" => Self::Ios,
            "android" => Self::Android,
            "plain" => Self::Plain,
            "flowed" => Self::Flowed,
            "desk" => Self::Desk,
            _ => return None,
        })
    }

    /// Whether it writes plain text.
    pub fn is_plain(self) -> bool {
        matches!(self, Self::Plain | Self::Flowed | Self::Note)
    }

    /// Where it quotes by itself.
    pub fn quoting(self) -> Quoting {
        match self {
            Self::Thunderbird | Self::Plain | Self::Flowed => Quoting::Bottom,
            Self::Note => Quoting::None,
            _ => Quoting::Top,
        }
    }
}

/// Where the answer stands in relation to what it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Answer first, the quote below.
    Top,
    /// Quote first, the answer below.
    Bottom,
    /// Answers between the quoted lines.
    Inline,
    /// Nothing quoted.
    None,
}

impl Quoting {
    /// The quoting of a word.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "top" => Self::Top,
            "bottom" => Self::Bottom,
            "inline" => Self::Inline,
            "noquote" => Self::None,
            _ => return None,
        })
    }
}

/// A message that can be quoted.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Who wrote it.
    pub name: String,
    /// Their address.
    pub address: String,
    /// Whom it went to.
    pub to: String,
    /// What it was about.
    pub subject: String,
    /// When, in the reader's zone.
    pub at: Zoned,
    /// The words as HTML, without the page around them; what they quote included.
    pub html: String,
    /// The words as plain text; what they quote included.
    pub plain: String,
}

/// A message to be written.
#[derive(Debug)]
pub struct Letter<'a> {
    /// With which program.
    pub program: Program,
    /// Where it quotes.
    pub quoting: Quoting,
    /// In which language: `pt`, `en`, `es`, `ja`, `ar`.
    pub language: &'a str,
    /// What it answers.
    pub earlier: Option<&'a Earlier>,
    /// The words, in light markup.
    pub words: &'a str,
    /// The writer's domain, for the pictures of signatures and for tracking; nothing is ever there.
    pub domain: &'a str,
}

/// A written message.
#[derive(Debug)]
pub struct Written {
    /// As it arrives.
    pub text: Text,
    /// Without the page around it, for the next who quotes it.
    pub html: String,
    /// As plain text, for the next who quotes it.
    pub plain: String,
}

/// How long a quote may get before what it quotes itself is left out, in bytes.
const LONG: usize = 8_000;

/// Writes a letter.
pub fn write(letter: &Letter<'_>) -> Written {
    let blocks = markup::blocks(letter.words);
    let quoting = if letter.earlier.is_some() { letter.quoting } else { Quoting::None };
    let plain = plain::body(letter, &blocks, quoting);
    let html = html_body(letter, &blocks, quoting);
    let text = if letter.program.is_plain() {
        Text { kind: Kind::Plain, content: plain.clone() }
    } else {
        Text { kind: Kind::Html, content: page::around(letter, &html) }
    };
    let own = |all: String, own: &dyn Fn() -> String| if all.len() > LONG { own() } else { all };
    Written {
        text,
        html: own(html, &|| html::words(letter.program, &blocks, letter.domain)),
        plain: own(plain, &|| plain::words(letter.program, &blocks)),
    }
}

fn html_body(letter: &Letter<'_>, blocks: &[Block], quoting: Quoting) -> String {
    let words = html::words(letter.program, blocks, letter.domain);
    let Some(earlier) = letter.earlier else { return words };
    match quoting {
        Quoting::None => words,
        Quoting::Top => format!("{words}{}", html::quote(letter, earlier)),
        Quoting::Bottom => format!("{}{words}", html::quote(letter, earlier)),
        Quoting::Inline => {
            let who = attribution::html(letter, earlier);
            format!("{}{words}", html::inline_head(letter.program, &who))
        }
    }
}
