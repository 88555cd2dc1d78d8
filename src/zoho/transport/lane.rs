//! How many calls a service may have in flight. A lane narrows when the service says that it is too many, and widens
//! again, one by one, after calls that went well.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many good calls in a row widen a narrowed lane by one.
const GOOD: usize = 20;

#[derive(Debug)]
pub(super) struct Lane {
    widest: usize,
    width: AtomicUsize,
    good: AtomicUsize,
    places: Arc<Semaphore>,
}

/// A place in the lane, given back when dropped.
pub(super) struct Place<'a> {
    lane: &'a Lane,
    permit: OwnedSemaphorePermit,
}

impl Lane {
    pub(super) fn new(width: usize) -> Self {
        let places = Arc::new(Semaphore::new(width));
        Self { widest: width, width: AtomicUsize::new(width), good: AtomicUsize::new(0), places }
    }

    pub(super) async fn enter(&self) -> Place<'_> {
        let permit = Arc::clone(&self.places).acquire_owned().await.expect("nobody closes a lane");
        Place { lane: self, permit }
    }
}

impl Place<'_> {
    /// The service said that it is too many: this place is not given back, unless it is the last.
    pub(super) fn narrow(self) {
        self.lane.good.store(0, Relaxed);
        let narrower = |width: usize| (width > 1).then(|| width - 1);
        if self.lane.width.fetch_update(Relaxed, Relaxed, narrower).is_ok() {
            self.permit.forget();
        }
    }

    /// It went well.
    pub(super) fn done(self) {
        if self.lane.good.fetch_add(1, Relaxed) + 1 < GOOD {
            return;
        }
        self.lane.good.store(0, Relaxed);
        let wider = |width: usize| (width < self.lane.widest).then(|| width + 1);
        if self.lane.width.fetch_update(Relaxed, Relaxed, wider).is_ok() {
            self.lane.places.add_permits(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn narrows_to_one_and_widens_again() {
        let lane = Lane::new(3);
        for _ in 0..5 {
            lane.enter().await.narrow();
        }
        assert_eq!(lane.places.available_permits(), 1);
        for _ in 0..GOOD * 5 {
            lane.enter().await.done();
        }
        assert_eq!(lane.places.available_permits(), 3);
    }
}
