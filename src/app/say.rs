//! What is said at the foot of the screen.

use super::parts::notice::{Notice, Tone};
use super::{App, Trouble};
use crate::text::Arg;

impl App {
    /// Says that something is so.
    pub(super) fn say(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.notice = Some(Notice::new(self.words.say_with(id, args), Tone::Calm, self.now));
    }

    /// Says that something wants a look.
    pub(super) fn warn(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.notice = Some(Notice::new(self.words.say_with(id, args), Tone::Warning, self.now));
    }

    /// Says what went wrong.
    pub(super) fn complain(&mut self, trouble: &Trouble) {
        self.notice = Some(Notice::new(trouble.sentence.clone(), Tone::Error, self.now));
    }
}
