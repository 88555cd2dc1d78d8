//! What everything that draws needs to know, in one small copy: the state, the theme, the clock.

use std::borrow::Cow;

use jiff::Timestamp;
use ratatui::style::{Modifier, Style};

use super::Theme;
use super::paint::Row;
use super::symbols;
use crate::app::{Action, App, Context};
use crate::keys::{Chord, Code, Key};
use crate::model::{StatusKind, Ticket};
use crate::text::{Arg, Clock, Standard, line};

/// The state, the theme and the clock.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) app: &'a App,
    pub(super) theme: &'a Theme,
    /// The time here.
    pub(super) clock: &'a Clock,
    /// The time by Zoho's clock: what is due, is due by this one.
    pub(super) due: &'a Clock,
}

impl View<'_> {
    /// A message of the catalogue.
    pub(super) fn say(&self, id: &str) -> String {
        self.app.words.say(id)
    }

    /// A message with arguments.
    pub(super) fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.app.words.say_with(id, args)
    }

    /// A past time in a list.
    pub(super) fn ago(&self, at: Timestamp) -> String {
        self.clock.ago(&self.app.words, at)
    }

    /// The age of what is shown.
    pub(super) fn age(&self, at: Timestamp) -> String {
        self.clock.age(&self.app.words, at)
    }

    /// The due column of a ticket, with its style; of a closed one, when it was closed.
    pub(super) fn due(&self, ticket: &Ticket) -> (String, Style) {
        let text = match ticket.closed {
            Some(at) if ticket.kind == StatusKind::Closed => self.due.ago(&self.app.words, at),
            _ => self.due.due(&self.app.words, ticket.due, ticket.kind),
        };
        let style = if ticket.overdue(self.due.now) { self.theme.overdue } else { self.theme.dim };
        (text, style)
    }

    /// A ticket's status; with an arrow before it while it is on its way to Desk.
    pub(super) fn status(&self, ticket: &Ticket) -> String {
        let status = self.app.words.standard(Standard::Status, &ticket.status);
        if self.is_changing(ticket) { format!("{} {status}", symbols::OUT) } else { status }
    }

    /// Whether Desk has not answered yet about the status that is shown.
    pub(super) fn is_changing(&self, ticket: &Ticket) -> bool {
        self.app.changing.contains_key(&ticket.id)
    }

    /// A priority.
    pub(super) fn priority(&self, name: &str) -> String {
        self.app.words.standard(Standard::Priority, name)
    }

    /// A foreign name, or a word in its place when nothing of it can be seen: some are made of hidden characters only.
    pub(super) fn seen<'t>(&self, text: &'t str, instead: &str) -> Cow<'t, str> {
        if line(text).trim().is_empty() { Cow::Owned(self.say(instead)) } else { Cow::Borrowed(text) }
    }

    /// How the keys of a chord are written: `g g`, `ctrl-s`, `↵`.
    pub(super) fn chord(&self, chord: &Chord) -> String {
        chord.keys().iter().map(|key| self.key(*key)).collect::<Vec<_>>().join(" ")
    }

    /// How a key is written: Enter and the arrows by their signs.
    pub(super) fn key(&self, key: Key) -> String {
        written(key, self.theme)
    }

    /// The keys that ask for an action here and now; none when it has none.
    pub(super) fn keys_of(&self, action: Action) -> Option<String> {
        let chord = self.app.keymap.chord_of(&self.app.contexts(), &action)?;
        Some(self.chord(chord))
    }

    /// The keys that ask for an action in some place, whether or not it is in front now: what stands there keeps its
    /// words when something floats above it.
    pub(super) fn keys_in(&self, place: &[Context], action: Action) -> Option<String> {
        let chord = self.app.keymap.chord_of(place, &action)?;
        Some(self.chord(chord))
    }

    /// A key whose action the agent may not take.
    pub(super) fn refused(&self, key: &str, label: &str) -> Row {
        let style = self.theme.dim.add_modifier(Modifier::CROSSED_OUT);
        Row::of(key, self.theme.dim).and(" ", self.theme.dim).and(label, style)
    }

    /// A key and what it does, as hints show it.
    pub(super) fn hint(&self, key: &str, label: &str) -> Row {
        Row::of(key, self.theme.key).and(" ", self.theme.dim).and(label, self.theme.dim)
    }
}

/// How a key is written: Enter and the arrows by their signs.
pub(super) fn written(key: Key, theme: &Theme) -> String {
    let sign = match key.code {
        Code::Enter => symbols::ENTER,
        Code::Up => symbols::UP,
        Code::Down => symbols::DOWN,
        Code::Left => symbols::IN,
        Code::Right => symbols::OUT,
        _ => "",
    };
    if sign.is_empty() || theme.ascii || key != Key::plain(key.code) {
        key.to_string()
    } else {
        sign.to_owned()
    }
}
