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

use super::desk::webhooks::Post;
use super::faults::Faults;
use super::gate::Credits;
use super::keep::{Changes, KeepError, Keeper};
use super::log::Log;
use super::world::{Clock, World};

/// What every route works with. Cloning shares it.
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

/// See [`Shared`].
pub struct Inner {
    world: Mutex<World>,
    log: Mutex<Log>,
    faults: Mutex<Faults>,
    credits: Credits,
    keeper: Option<Keeper>,
    /// What tells the webhooks of Desk.
    pub post: Post,
    /// Where the sandbox is reached: `http://127.0.0.1:PORT`, no slash at the end.
    pub base_url: String,
    /// The sandbox's time.
    pub clock: Arc<Clock>,
    /// Cancelled when the sandbox stops; whoever waits on purpose waits on this as well.
    pub stop: CancellationToken,
}

impl Shared {
    fn new(world: World, keeper: Option<Keeper>, base_url: String, stop: CancellationToken) -> Self {
        let clock = Arc::clone(&world.clock);
        let faults = Mutex::new(Faults::new(world.plan.seed));
        let post = Post::new(world.plan.seed);
        let (log, credits) = (Mutex::default(), Credits::default());
        Self(Arc::new(Inner {
            world: Mutex::new(world),
            log,
            faults,
            credits,
            keeper,
            post,
            base_url,
            clock,
            stop,
        }))
    }

    /// The world, for as long as the guard lives; never keep it over an await.
    pub fn world(&self) -> MutexGuard<'_, World> {
        held(&self.0.world)
    }

    /// The request log.
    pub fn log(&self) -> MutexGuard<'_, Log> {
        held(&self.0.log)
    }

    /// The faults in force.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        held(&self.0.faults)
    }

    /// Credits and simultaneous calls.
    pub fn credits(&self) -> &Credits {
        &self.0.credits
    }

    /// Whether the state survives a restart.
    pub fn is_kept(&self) -> bool {
        self.0.keeper.is_some()
    }

    /// Brings what changed to the disk, when there is one; a failure is logged and told by the next start.
    pub async fn keep(&self) {
        if !self.is_kept() {
            return;
        }
        let shared = self.clone();
        match tokio::task::spawn_blocking(move || shared.keep_now()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "what changed is not on disk"),
            Err(error) => tracing::error!(%error, "what changed is not on disk"),
        }
    }

    fn keep_now(&self) -> Result<(), KeepError> {
        match &self.0.keeper {
            Some(keeper) => keeper.save(|| Changes::of(&mut self.world())),
            None => Ok(()),
        }
    }
}

/// A lock's guard; a panic elsewhere is no reason to stop serving.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
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
