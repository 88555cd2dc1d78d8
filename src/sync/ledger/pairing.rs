//! The pairing as a whole: who leads, and whether the brake is on.

use crate::sync::Millis;

/// The state of a pairing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// The process that leads; zero is nobody.
    pub leader: u64,
    /// Moves with every take-over.
    pub epoch: u64,
    /// Until when the leader leads, unless it renews.
    pub lease_until: Millis,
    /// Whether deletions and creates are stopped.
    pub brake: Brake,
    /// The revision of the mapping, times four, and the number of the mode for which everything was planned.
    pub planned_for: u32,
}

/// What stops deletions and creates when too much is gone at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Brake {
    /// Nothing is stopped.
    #[default]
    Off,
    /// Until a person has looked.
    On,
    /// A person has looked: what is gone by the next cycle is gone.
    Released,
}

/// A claim to lead. It holds when nobody leads, the lease is over, or `me` leads already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Who claims.
    pub me: u64,
    /// Our clock.
    pub now: Millis,
    /// Until when.
    pub until: Millis,
}

impl Pairing {
    /// The pairing with the claim granted, or nothing when somebody else leads.
    #[must_use]
    pub fn claimed(self, lease: Lease) -> Option<Self> {
        let free = self.leader == 0 || self.leader == lease.me || self.lease_until < lease.now;
        let epoch = self.epoch + u64::from(self.leader != lease.me);
        free.then_some(Self { leader: lease.me, epoch, lease_until: lease.until, ..self })
    }
}
