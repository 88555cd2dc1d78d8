//! The world: the plain state that the routes work on. It knows nothing of HTTP.

/// Clients, people, tokens.
pub mod accounts;
/// Bigin.
pub mod bigin;
/// The sandbox's time.
pub mod clock;
/// The clocks of the services.
pub mod clocks;
/// Desk.
pub mod desk;
/// Ids.
pub mod id;
/// Kept orders.
pub mod order;
/// Records with their indexes.
pub mod shelf;
/// All shelves.
pub mod shelves;
/// Message bodies.
pub mod text;
/// The word index.
pub mod words;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use accounts::Accounts;
pub use bigin::Bigin;
pub use clock::Clock;
pub use clocks::{Clocks, Skew};
pub use desk::Desk;
pub use id::Id;
pub use shelf::{Item, Key, Shelf, Word};
pub use text::{Body, Content, Text};

use super::story;

/// What a world is told from: the same plan gives the same world, to the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The source of every choice.
    pub seed: u64,
    /// How many contacts; `None` is the small story that people look at.
    pub scale: Option<u32>,
    /// The moment the story ends and the sandbox begins; times in the story count back from here.
    pub anchor: Timestamp,
}

/// Everything the sandbox knows.
#[derive(Debug)]
pub struct World {
    /// What it was told from.
    pub plan: Plan,
    /// Its time, and the clocks of its services.
    pub clocks: Clocks,
    /// The clock of the service that speaks now: see [`World::now`].
    pub speaking: Arc<Clock>,
    /// Who may sign in.
    pub accounts: Accounts,
    /// Bigin.
    pub bigin: Bigin,
    /// Desk.
    pub desk: Desk,
    /// The bytes of files that were brought, by file id; see [`Content::Kept`].
    blobs: HashMap<Id, Arc<[u8]>>,
    dirty_blobs: BTreeSet<Id>,
}

impl World {
    /// An empty world, open for loading; the story fills it and settles it.
    pub fn new(plan: Plan, clock: Arc<Clock>) -> Self {
        let clocks = Clocks::new(clock);
        Self {
            plan,
            accounts: Accounts::new(plan.seed),
            bigin: Bigin::new(plan.seed, &clocks.bigin),
            desk: Desk::new(plan.seed, &clocks.desk),
            speaking: Arc::clone(&clocks.all),
            clocks,
            blobs: HashMap::new(),
            dirty_blobs: BTreeSet::new(),
        }
    }

    /// Ends loading: from now on every change is noted for the disk.
    pub fn settle(&mut self) {
        let Self { bigin, desk, .. } = self;
        std::thread::scope(|scope| {
            scope.spawn(|| bigin.settle());
            desk.settle();
        });
        self.bigin.dirty = false;
        self.desk.dirty = false;
        self.accounts.dirty = false;
        self.dirty_blobs.clear();
    }

    /// The time now, as the service sees it that speaks.
    pub fn now(&self) -> Timestamp {
        self.speaking.now()
    }

    /// What a message says; told ones are told again.
    pub fn text<'a>(&self, body: &'a Body) -> Cow<'a, Text> {
        match body {
            Body::Text(text) => Cow::Borrowed(text),
            Body::Told { n } => Cow::Owned(story::text(&self.plan, *n)),
        }
    }

    /// The bytes of a file; empty when it has none.
    pub fn bytes(&self, file: &desk::Attachment) -> Arc<[u8]> {
        match file.content {
            Content::Kept => self.blobs.get(&file.id).cloned().unwrap_or_default(),
            Content::Told { n } => story::file(&self.plan, n).into(),
        }
    }

    /// Keeps the bytes of a file under its id.
    pub fn keep_bytes(&mut self, file: Id, bytes: impl Into<Arc<[u8]>>) {
        self.blobs.insert(file, bytes.into());
        self.dirty_blobs.insert(file);
    }

    /// The files whose bytes came since the last call, for the disk.
    pub fn take_dirty_bytes(&mut self) -> Vec<(Id, Arc<[u8]>)> {
        let dirty = std::mem::take(&mut self.dirty_blobs);
        dirty.into_iter().filter_map(|id| Some((id, Arc::clone(self.blobs.get(&id)?)))).collect()
    }
}
