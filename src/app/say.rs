//! What is said at the foot of the screen.

use super::parts::notice::{Notice, Tone};
use super::{Action, App, Context, Trouble};
use crate::text::Arg;

impl App {
    /// Says that something is so.
    pub(super) fn say(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.notices.say(Notice::new(self.words.say_with(id, args), Tone::Calm, self.now));
    }

    /// Says that something wants a look.
    pub(super) fn warn(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.notices.say(Notice::new(self.words.say_with(id, args), Tone::Warning, self.now));
    }

    /// Says why a key does nothing here: it leaves with the next thing that is done.
    pub(super) fn refuse(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.notices.say(Notice::answer(self.words.say_with(id, args), self.now));
    }

    /// Says that a line had no room for all that was pasted, if so.
    pub(super) fn say_when_cut(&mut self, whole: bool) {
        if !whole {
            self.warn("notice-paste-cut", &[]);
        }
    }

    /// The key that asks for an action on the screens, as the person has it; empty when there is none.
    pub(super) fn key_of(&self, action: Action) -> String {
        let contexts = [Context::Ticket, Context::List, Context::Global];
        self.keymap.chord_of(&contexts, &action).map(ToString::to_string).unwrap_or_default()
    }

    /// Says what went wrong.
    pub(super) fn complain(&mut self, trouble: &Trouble) {
        self.notices.say(Notice::new(trouble.sentence.clone(), Tone::Error, self.now));
    }
}
