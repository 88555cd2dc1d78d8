//! What is said at the foot of the screen: it leaves by itself.

use jiff::{SignedDuration, Timestamp};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It worked, or it is just so.
    Calm,
    /// Something to look at.
    Warning,
    /// It did not work.
    Error,
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said; already in the reader's language and clean.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// When it leaves.
    pub until: Timestamp,
    /// It answers a key that could do nothing: the next thing that is done makes it stale.
    pub answer: bool,
}

/// So long a sentence stays; an error twice as long.
const STAY: SignedDuration = SignedDuration::from_secs(6);

/// So long an answer to a key can be read, whatever is pressed next.
const READ: SignedDuration = SignedDuration::from_millis(1500);

impl Notice {
    /// A notice that stays long enough to be read: six seconds, errors twelve.
    pub fn new(text: String, tone: Tone, now: Timestamp) -> Self {
        let stay = if tone == Tone::Error { STAY * 2 } else { STAY };
        Self { text, tone, until: now + stay, answer: false }
    }

    /// That a key could do nothing here, and why.
    pub fn answer(text: String, now: Timestamp) -> Self {
        Self { answer: true, ..Self::new(text, Tone::Warning, now) }
    }
}

/// What is said now: the newest last. What calls for attention is not pushed out by what merely happened.
#[derive(Clone, Debug, Default)]
pub struct Notices(Vec<Notice>);

/// More than this at a time nobody reads.
const AT_ONCE: usize = 2;

impl Notices {
    /// Says one more. It takes the place of a calm one, and of its own repetition.
    pub fn say(&mut self, notice: Notice) {
        self.0.retain(|said| said.tone != Tone::Calm && said.text != notice.text);
        self.0.push(notice);
        let many = self.0.len().saturating_sub(AT_ONCE);
        self.0.drain(..many);
    }

    /// Takes back what is said elsewhere, or was done.
    pub fn unsay(&mut self, text: &str) {
        self.0.retain(|said| said.text != text);
    }

    /// Takes away what merely happened, and what a key could not do: something else begins.
    pub fn settle(&mut self) {
        self.0.retain(|said| said.tone != Tone::Calm && !said.answer);
    }

    /// A key is pressed: what an earlier one could not do was read.
    pub fn pressed(&mut self, now: Timestamp) {
        let read = |said: &Notice| said.answer && said.until + READ <= now + STAY;
        self.0.retain(|said| !read(said));
    }

    /// Takes away what stood long enough.
    pub fn expire(&mut self, now: Timestamp) {
        self.0.retain(|said| said.until > now);
    }

    /// When the next one leaves.
    pub fn next(&self) -> Option<Timestamp> {
        self.0.iter().map(|said| said.until).min()
    }

    /// The oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Notice> + ExactSizeIterator {
        self.0.iter()
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_key_could_not_do_leaves_with_the_next_thing_done() {
        let (now, mut notices) = (Timestamp::UNIX_EPOCH, Notices::default());
        notices.say(Notice::answer("Not allowed".to_owned(), now));
        notices.pressed(now + SignedDuration::from_millis(1400));
        assert_eq!(said(&notices), ["Not allowed"]);
        notices.pressed(now + SignedDuration::from_millis(1500));
        assert!(notices.is_empty());
        notices.say(Notice::new("The cache was damaged".to_owned(), Tone::Warning, now));
        notices.say(Notice::answer("Not allowed".to_owned(), now));
        notices.settle();
        assert_eq!(said(&notices), ["The cache was damaged"]);
    }

    fn said(notices: &Notices) -> Vec<&str> {
        notices.iter().map(|notice| notice.text.as_str()).collect()
    }

    #[test]
    fn a_warning_stays_beside_what_merely_happened() {
        let (now, mut notices) = (Timestamp::UNIX_EPOCH, Notices::default());
        for (text, tone) in [
            ("The cache was damaged", Tone::Warning),
            ("One draft is waiting", Tone::Calm),
            ("Copied", Tone::Calm),
        ] {
            notices.say(Notice::new(text.to_owned(), tone, now));
        }
        assert_eq!(said(&notices), ["The cache was damaged", "Copied"]);
        notices.say(Notice::new("The cache was damaged".to_owned(), Tone::Warning, now));
        assert_eq!(said(&notices), ["The cache was damaged"]);
        notices.say(Notice::new("No network".to_owned(), Tone::Error, now));
        notices.expire(now + SignedDuration::from_secs(6));
        assert_eq!(said(&notices), ["No network"]);
    }
}
