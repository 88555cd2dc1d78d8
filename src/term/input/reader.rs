//! From the terminal's events to [`Input`]: puts pieces together, by the clock it is given.

use std::time::Duration;

use tokio::time::Instant;

use super::burst::Burst;
use super::events::Raw;
use super::repair::Repair;
use super::{Input, paste};
use crate::term::LIMIT;

/// A window that is dragged larger reports many sizes; only the one it rests at is worth a frame.
const RESIZE: Duration = Duration::from_millis(15);

/// What waits for its other half.
#[derive(Debug)]
pub(super) struct Reader {
    repair: Repair,
    burst: Burst,
    resize: Option<(u16, u16, Instant)>,
}

impl Reader {
    /// Waits for `patience` for the rest of a split escape sequence.
    pub(super) fn new(patience: Duration) -> Self {
        Self { repair: Repair::new(patience), burst: Burst::default(), resize: None }
    }

    /// Takes what arrived at once, in its order.
    pub(super) fn read(&mut self, batch: Vec<Raw>, now: Instant, in_text: bool) -> Vec<Input> {
        let (mut raws, mut out) = (Vec::with_capacity(batch.len()), Vec::new());
        for raw in batch {
            if let Raw::Key(key) = raw {
                self.repair.push(key, now, &mut raws);
            } else {
                self.repair.release(&mut raws);
                raws.push(raw);
            }
        }
        self.pass(raws, now, in_text, &mut out);
        out
    }

    /// Lets go of what waited long enough.
    pub(super) fn expire(&mut self, now: Instant, in_text: bool) -> Vec<Input> {
        let (mut raws, mut out) = (Vec::new(), Vec::new());
        self.burst.expire(now, &mut out);
        self.repair.expire(now, &mut raws);
        if !raws.is_empty() {
            self.pass(raws, now, in_text, &mut out);
        }
        if let Some((width, height, _)) = self.resize.take_if(|(_, _, at)| now >= *at) {
            out.push(Input::Resize(width.min(LIMIT.0), height.min(LIMIT.1)));
        }
        out
    }

    /// When something waits no longer.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let resize = self.resize.map(|(_, _, at)| at);
        [self.repair.deadline(), self.burst.deadline(), resize].into_iter().flatten().min()
    }

    fn pass(&mut self, raws: Vec<Raw>, now: Instant, in_text: bool, out: &mut Vec<Input>) {
        for raw in raws {
            match raw {
                Raw::Key(key) => self.burst.push(key, out),
                Raw::PasteBegins => self.burst.begin(out),
                Raw::Resize(width, height) => {
                    let at = self.resize.map_or(now + RESIZE, |(_, _, at)| at);
                    self.resize = Some((width, height, at));
                }
                Raw::Paste(text) => {
                    self.burst.decide(out);
                    paste::put(&text, out);
                }
                other => {
                    self.burst.decide(out);
                    out.push(match other {
                        Raw::Focus(true) => Input::FocusIn,
                        Raw::Mouse(click) => Input::Mouse(click),
                        _ => Input::FocusOut,
                    });
                }
            }
        }
        self.burst.settle(now, in_text, out);
    }
}
