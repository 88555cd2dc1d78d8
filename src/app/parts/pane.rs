//! How a pane knows what it shows: loading, empty, in trouble, stale or fresh. A failed fetch never looks empty.

use jiff::{SignedDuration, Timestamp};

use crate::app::Trouble;

/// After this long without a good look, a pane says its age.
pub const STALE_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// What a pane knows about its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Freshness {
    /// Whether the cache has answered at all.
    pub loaded: bool,
    /// When Zoho was last heard.
    pub fetched: Option<Timestamp>,
    /// Whether Zoho is being asked.
    pub fetching: bool,
    /// What went wrong the last time.
    pub trouble: Option<Trouble>,
}

/// What a pane has to say about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State<'a> {
    /// Nothing here yet, and it is on its way.
    Loading,
    /// Zoho was asked, and there is nothing.
    Empty,
    /// Nothing here, and asking failed.
    Failed(&'a Trouble),
    /// Rows are here, but asking again failed.
    Troubled(&'a Trouble),
    /// Rows are here by chance, out of other lists: this one was never read to its end.
    Partial,
    /// Rows are here, from back then.
    Stale(Timestamp),
    /// Rows are here and good.
    Fresh,
}

impl Freshness {
    /// What to say, given whether there are rows.
    pub fn state(&self, rows: bool, now: Timestamp) -> State<'_> {
        match (&self.trouble, rows) {
            (Some(trouble), false) => State::Failed(trouble),
            (Some(trouble), true) => State::Troubled(trouble),
            (None, false) if self.fetched.is_none() || !self.loaded => State::Loading,
            (None, false) => State::Empty,
            (None, true) => match self.fetched {
                None => State::Partial,
                Some(at) if now.duration_since(at) > STALE_AFTER => State::Stale(at),
                Some(_) => State::Fresh,
            },
        }
    }

    /// Whether what is here may be counted as the whole: it was read at least once.
    pub fn whole(&self) -> bool {
        self.fetched.is_some()
    }

    /// Whether it is time to ask Zoho again.
    pub fn due(&self, now: Timestamp, every: SignedDuration) -> bool {
        !self.fetching && self.fetched.is_none_or(|at| now.duration_since(at) > every)
    }

    /// Takes the outcome of a fetch.
    pub fn heard(&mut self, result: &Result<bool, Trouble>, now: Timestamp) {
        self.fetching = false;
        match result {
            Ok(_) => {
                self.fetched = Some(now);
                self.trouble = None;
            }
            Err(trouble) => self.trouble = Some(trouble.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble() -> Trouble {
        Trouble { sentence: "No answer.".into(), offline: true, at: Timestamp::UNIX_EPOCH }
    }

    #[test]
    fn a_failed_fetch_never_looks_empty() {
        let now = Timestamp::UNIX_EPOCH;
        let mut pane = Freshness { loaded: true, ..Freshness::default() };
        assert_eq!(pane.state(false, now), State::Loading);
        pane.heard(&Err(trouble()), now);
        assert_eq!(pane.state(false, now), State::Failed(&trouble()));
        pane.heard(&Ok(false), now);
        assert_eq!(pane.state(false, now), State::Empty);
        pane.heard(&Err(trouble()), now);
        assert_eq!(pane.state(false, now), State::Failed(&trouble()));
    }

    #[test]
    fn rows_out_of_other_lists_are_not_the_whole() {
        let now = Timestamp::UNIX_EPOCH;
        let mut pane = Freshness { loaded: true, fetching: true, ..Freshness::default() };
        assert_eq!((pane.state(true, now), pane.whole()), (State::Partial, false));
        pane.heard(&Err(trouble()), now);
        assert_eq!((pane.state(true, now), pane.whole()), (State::Troubled(&trouble()), false));
        pane.heard(&Ok(true), now);
        assert_eq!((pane.state(true, now), pane.whole()), (State::Fresh, true));
    }

    #[test]
    fn rows_grow_stale_and_say_so() {
        let now = Timestamp::UNIX_EPOCH;
        let pane = Freshness { loaded: true, fetched: Some(now), ..Freshness::default() };
        assert_eq!(pane.state(true, now), State::Fresh);
        assert_eq!(pane.state(true, now + SignedDuration::from_mins(6)), State::Stale(now));
    }
}
