//! The shared state behind every route, and the running server.

/// What the sandbox says first: where it is and how to sign in.
pub mod hello;
/// Starting and stopping.
mod running;

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

pub use hello::Hello;
pub use running::{Running, StartError, start};

use super::world::{Clock, World};

/// What every route works with. Cloning shares it.
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

/// See [`Shared`].
pub struct Inner {
    world: Mutex<World>,
    /// Where the sandbox is reached: `http://127.0.0.1:PORT`, no slash at the end.
    pub base_url: String,
    /// The sandbox's time.
    pub clock: Arc<Clock>,
    /// Cancelled when the sandbox stops; whoever waits on purpose waits on this as well.
    pub stop: CancellationToken,
}

impl Shared {
    fn new(world: World, base_url: String, stop: CancellationToken) -> Self {
        let clock = Arc::clone(&world.clock);
        Self(Arc::new(Inner { world: Mutex::new(world), base_url, clock, stop }))
    }

    /// The world, for as long as the guard lives; never keep it over an await.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for Shared {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
