//! Reads the hand-written conversations (`assets/story/tickets/README.md` tells how they are written).

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Time;

use super::calendar::clock_time;
use super::escape::unescape;
use super::mail::{Program, Quoting};

/// A ticket as it is written down.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// Its name in the story.
    pub key: String,
    /// `subject`, `from`, `dept`, … as written.
    pub lines: BTreeMap<String, String>,
    /// What was said.
    pub says: Vec<Say>,
}

impl Scene {
    /// A header line, unless it is missing or a lone dash.
    pub fn line(&self, name: &str) -> Option<&str> {
        self.lines.get(name).map(String::as_str).filter(|text| *text != "-")
    }
}

/// What kind of thing was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// A message.
    #[default]
    Message,
    /// A message that was passed on.
    Forward,
    /// A message not sent.
    Draft,
    /// A message that bounced.
    Failed,
    /// A comment that the customer sees.
    Public,
    /// A comment for us.
    Note,
}

/// One thing that was said.
#[derive(Clone, Debug, Default)]
pub struct Say {
    /// Who said it: a key of a person or an agent.
    pub who: String,
    /// How long ago; with `time`, in working days.
    pub when: String,
    /// The time of day.
    pub time: Option<Time>,
    /// The moment itself, for what is not written by hand; then `when` and `time` say nothing.
    pub moment: Option<Timestamp>,
    /// What kind of thing it is.
    pub sort: Sort,
    /// The mail program, when it is not the person's own.
    pub program: Option<Program>,
    /// How the earlier message is quoted, when not as the program does.
    pub quoting: Option<Quoting>,
    /// The channel, when it is not the ticket's.
    pub channel: Option<&'static str>,
    /// Recipients, copies, blind copies: keys or addresses.
    pub to: Vec<String>,
    /// See `to`.
    pub cc: Vec<String>,
    /// See `to`.
    pub bcc: Vec<String>,
    /// Names of attachments.
    pub files: Vec<String>,
    /// The file of `assets/story/mail/` that is the body.
    pub raw: Option<String>,
    /// How many kilobytes of a log follow.
    pub long: usize,
    /// How many short messages follow.
    pub spin: usize,
    /// The words.
    pub text: String,
    /// Options that nobody knows; a test wants none.
    pub unknown: Vec<String>,
}

/// The scenes of a play.
pub fn scenes(play: &str) -> Vec<Scene> {
    let mut scenes: Vec<Scene> = Vec::new();
    for line in play.lines() {
        if let Some(key) = line.strip_prefix("=== ") {
            scenes.push(Scene { key: key.trim().to_owned(), ..Scene::default() });
            continue;
        }
        let Some(scene) = scenes.last_mut() else { continue };
        if let Some(head) = line.strip_prefix("--- ") {
            scene.says.push(say(head));
        } else if let Some(said) = scene.says.last_mut() {
            said.text.push_str(&unescape(line));
            said.text.push('\n');
        } else if let Some((name, value)) = line.split_once(": ") {
            scene.lines.insert(name.to_owned(), value.trim().to_owned());
        }
    }
    for say in scenes.iter_mut().flat_map(|scene| &mut scene.says) {
        say.text.truncate(say.text.trim_end_matches('\n').len());
    }
    scenes
}

/// The head of something said: `who when options`.
fn say(head: &str) -> Say {
    let mut words = head.split_whitespace().map(unescape).peekable();
    let mut say = Say { who: words.next().unwrap_or_default(), ..Say::default() };
    say.when = words.next().unwrap_or_default();
    say.time = words.peek().and_then(|word| clock_time(word));
    if say.time.is_some() {
        words.next();
    }
    words.for_each(|word| option(&mut say, word));
    say
}

fn option(say: &mut Say, word: String) {
    let list = |text: &str| text.split(',').map(str::to_owned).collect();
    if let Some((name, value)) = word.split_once('=') {
        match name {
            "to" => say.to = list(value),
            "cc" => say.cc = list(value),
            "bcc" => say.bcc = list(value),
            "file" => say.files.push(value.to_owned()),
            "raw" => say.raw = Some(value.to_owned()),
            "long" => say.long = value.parse().unwrap_or(0),
            "spin" => say.spin = value.parse().unwrap_or(0),
            _ => say.unknown.push(word),
        }
        return;
    }
    match word.as_str() {
        "note" => say.sort = Sort::Note,
        "public" => say.sort = Sort::Public,
        "fwd" => say.sort = Sort::Forward,
        "draft" => say.sort = Sort::Draft,
        "failed" => say.sort = Sort::Failed,
        other => {
            if let Some(program) = Program::of(other) {
                say.program = Some(program);
            } else if let Some(quoting) = Quoting::of(other) {
                say.quoting = Some(quoting);
            } else if let Some(channel) = channel(other) {
                say.channel = Some(channel);
            } else {
                say.unknown.push(word);
            }
        }
    }
}

/// The channel of a word, as tickets name it.
fn channel(word: &str) -> Option<&'static str> {
    Some(match word {
        "email" => "Email",
        "web" => "Web",
        "phone" => "Phone",
        "chat" => "Chat",
        "facebook" => "Facebook",
        "twitter" => "Twitter",
        "forum" => "Forums",
        "feedback" => "Feedback",
        _ => return None,
    })
}
