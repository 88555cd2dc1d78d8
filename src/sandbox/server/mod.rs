//! The shared state behind every route, and the running server.

/// Bodies that nobody reads to their end.
mod hear;
/// What the sandbox says first: where it is and how to sign in.
pub mod hello;
/// Starting and stopping.
mod running;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

pub use hello::Hello;
pub use running::{Running, StartError, start};

use super::desk::webhooks::Post;
use super::faults::Faults;
use super::gate::{Credits, Service};
use super::keep::{Backup, Changes, KeepError, Keeper};
use super::log::Log;
use super::world::{Clock, Clocks, World};

/// What every route works with. Cloning shares it.
#[derive(Clone)]
pub struct Shared {
    inner: Arc<Inner>,
    /// The time as the service sees it whose routes work with this; the sandbox's time for everybody else.
    pub clock: Arc<Clock>,
}

/// See [`Shared`].
pub struct Inner {
    world: Mutex<World>,
    log: Mutex<Log>,
    faults: Mutex<Faults>,
    credits: Credits,
    backups: Mutex<BTreeMap<String, Backup>>,
    keeper: Option<Keeper>,
    /// What tells the webhooks of Desk.
    pub post: Post,
    /// Where the sandbox is reached: `http://127.0.0.1:PORT`, no slash at the end.
    pub base_url: String,
    /// The clocks of the services.
    pub clocks: Clocks,
    /// Cancelled when the sandbox stops; whoever waits on purpose waits on this as well.
    pub stop: CancellationToken,
}

impl Shared {
    fn new(world: World, keeper: Option<Keeper>, base_url: String, stop: CancellationToken) -> Self {
        let clocks = world.clocks.clone();
        let clock = Arc::clone(&clocks.all);
        let faults = Mutex::new(Faults::new(world.plan.seed));
        let post = Post::new(world.plan.seed);
        let (log, credits) = (Mutex::default(), Credits::default());
        let world = Mutex::new(world);
        let backups = Mutex::default();
        let inner = Inner { world, log, faults, credits, backups, keeper, post, base_url, clocks, stop };
        Self { inner: Arc::new(inner), clock }
    }

    /// The same, as a service sees it: with its own clock.
    #[must_use]
    pub fn of(&self, service: Service) -> Self {
        let clocks = &self.clocks;
        let clock = match service {
            Service::Accounts => &clocks.accounts,
            Service::Bigin => &clocks.bigin,
            Service::Desk => &clocks.desk,
            Service::Control | Service::Other => &clocks.all,
        };
        Self { inner: Arc::clone(&self.inner), clock: Arc::clone(clock) }
    }

    /// The world, for as long as the guard lives; never keep it over an await.
    pub fn world(&self) -> MutexGuard<'_, World> {
        let mut world = held(&self.inner.world);
        world.speaking = Arc::clone(&self.clock);
        world
    }

    /// The request log.
    pub fn log(&self) -> MutexGuard<'_, Log> {
        held(&self.inner.log)
    }

    /// The faults in force.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        held(&self.inner.faults)
    }

    /// Tells the search indexes how far the faults in force hold them back.
    pub fn hold_indexes_back(&self) {
        let faults = self.faults();
        self.clocks.bigin.set_lag(faults.lag(Service::Bigin));
        self.clocks.desk.set_lag(faults.lag(Service::Desk));
    }

    /// Credits and simultaneous calls.
    pub fn credits(&self) -> &Credits {
        &self.inner.credits
    }

    /// The backups, by name.
    pub fn backups(&self) -> MutexGuard<'_, BTreeMap<String, Backup>> {
        held(&self.inner.backups)
    }

    /// Whether the state survives a restart.
    pub fn is_kept(&self) -> bool {
        self.inner.keeper.is_some()
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
        match &self.inner.keeper {
            Some(keeper) => keeper.save(|| {
                let mut changes = Changes::of(&mut self.world());
                if std::mem::take(&mut self.faults().dirty) {
                    changes.part("faults", &*self.faults());
                }
                if let Some(credits) = self.credits().changed() {
                    changes.part("credits", &credits);
                }
                changes
            }),
            None => Ok(()),
        }
    }

    /// Keeps the log as well; done once, when the sandbox stops.
    pub async fn keep_log(&self) {
        let shared = self.clone();
        let kept = tokio::task::spawn_blocking(move || match &shared.inner.keeper {
            Some(keeper) => keeper.save(|| {
                let mut changes = Changes::default();
                changes.part("log", &*shared.log());
                changes
            }),
            None => Ok(()),
        });
        if let Ok(Err(error)) = kept.await {
            tracing::error!(%error, "the log is not on disk");
        }
    }

    /// Takes up the faults in force, the credits and the log of the last time.
    fn take_up(&self) -> Result<(), KeepError> {
        let Some(keeper) = &self.inner.keeper else { return Ok(()) };
        if let Some(faults) = keeper.part("faults")? {
            *self.faults() = faults;
            self.hold_indexes_back();
        }
        if let Some(credits) = keeper.part("credits")? {
            self.credits().take_up(&credits);
        }
        if let Some(log) = keeper.part("log")? {
            *self.log() = log;
        }
        Ok(())
    }
}

/// A lock's guard; a panic elsewhere is no reason to stop serving.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Deref for Shared {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
