//! When a frame is due. A key is drawn at once, but with what the cache says to it, when that comes within a few
//! milliseconds: one frame instead of two. News that nobody waits for is shown at most every sixteen milliseconds.

use std::time::Duration;

use tokio::time::Instant;

/// News that nobody is waiting for is shown after this long at the latest, many in one frame.
const FRAME: Duration = Duration::from_millis(16);

/// So long a key waits for what the cache says to it. Shorter than anybody notices.
const GRACE: Duration = Duration::from_millis(3);

/// Whom a frame is for.
#[derive(Clone, Copy, Debug)]
enum For {
    /// Somebody pressed a key, then.
    Key(Instant),
    /// Somebody pressed a key and sees it, but not yet all of what it asked for.
    Answer,
    /// Nobody in particular.
    News,
}

/// Remembers what changed and when it was drawn.
#[derive(Debug)]
pub(super) struct Pace {
    changed: bool,
    next: For,
    drawn: Instant,
}

impl Pace {
    /// Nothing was drawn yet.
    pub(super) fn new(now: Instant) -> Self {
        Self { changed: true, next: For::Key(now), drawn: now }
    }

    /// What is shown may be no longer true.
    pub(super) fn changed(&mut self) {
        self.changed = true;
    }

    /// Somebody pressed a key. (Of many that wait for one frame, the first counts: holding a key down must not put
    /// the frame off.)
    pub(super) fn pressed(&mut self, now: Instant) {
        self.changed = true;
        if !matches!(self.next, For::Key(_)) {
            self.next = For::Key(now);
        }
    }

    /// When the next frame is due; none while nothing has changed. `reading` says that the cache is being asked for
    /// what is shown.
    pub(super) fn due(&self, reading: bool) -> Option<Instant> {
        self.changed.then_some(match self.next {
            For::Key(pressed) if reading => pressed + GRACE,
            For::Key(pressed) => pressed,
            For::Answer if !reading => self.drawn,
            For::Answer | For::News => self.drawn + FRAME,
        })
    }

    /// A frame was drawn. `reading` as in [`Pace::due`].
    pub(super) fn drawn(&mut self, now: Instant, reading: bool) {
        self.changed = false;
        self.drawn = now;
        self.next = if reading && !matches!(self.next, For::News) { For::Answer } else { For::News };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: Instant, millis: u64) -> Instant {
        start + Duration::from_millis(millis)
    }

    fn idle(start: Instant) -> Pace {
        let mut pace = Pace::new(start);
        pace.drawn(start, false);
        pace
    }

    #[test]
    fn nothing_is_drawn_when_nothing_changed() {
        assert_eq!(idle(Instant::now()).due(false), None);
    }

    #[test]
    fn a_key_is_due_at_once_and_waits_a_little_for_the_cache() {
        let start = Instant::now();
        let mut pace = idle(start);
        pace.pressed(at(start, 1));
        assert_eq!(pace.due(false), Some(at(start, 1)));
        assert_eq!(pace.due(true), Some(at(start, 4)));
        pace.pressed(at(start, 3));
        assert_eq!(pace.due(true), Some(at(start, 4)), "the first of several keys counts");
    }

    #[test]
    fn what_the_cache_says_later_is_drawn_at_once_and_other_news_are_not() {
        let start = Instant::now();
        let mut pace = idle(start);
        pace.pressed(start);
        pace.drawn(at(start, 3), true);
        pace.changed();
        assert_eq!(pace.due(true), Some(at(start, 19)));
        assert_eq!(pace.due(false), Some(at(start, 3)));
        pace.drawn(at(start, 5), false);
        pace.changed();
        assert_eq!(pace.due(false), Some(at(start, 21)));
    }
}
