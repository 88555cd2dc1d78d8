//! Opening the cache of one profile: the folder, the two files in it, the lock that says we live.

use std::{
    cell::RefCell,
    fs::{DirBuilder, File, TryLockError},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    Cache,
    aside::sound,
    base::{Base, Care},
    error::Error,
    finder::Finders,
    migrate::{CACHE, WORDS, migrate},
    owner::{Owner, lock_file, new_id},
    salvage::salvage,
};

/// The oldest SQLite without the WAL-reset bug, as `sqlite3_libversion_number` spells it.
const SOUND_SQLITE: i32 = 3_051_003;

/// How long one start waits for another one that is just opening.
const PATIENCE: Duration = Duration::from_secs(5);

/// A cache, and what had to be done to open it.
#[derive(Debug)]
pub struct Opened {
    /// The cache, ready.
    pub cache: Cache,
    /// Where the old `cache.db` is, when it was damaged and a new one was started.
    pub set_aside: Option<PathBuf>,
    /// Where the old `words.db` is, when it was damaged; its readable rows are in the new one.
    pub words_set_aside: Option<PathBuf>,
    /// How many drafts and outgoing messages were read out of the damaged `words.db`.
    pub salvaged: usize,
}

impl Cache {
    /// Opens the cache in the folder `dir` (made with mode 0700 when it is not there): `cache.db` with what can be fetched
    /// again, `words.db` with drafts and outbox, `run/` with the locks of living instances.
    pub fn open(dir: &Path) -> Result<Opened, Error> {
        if rusqlite::version_number() < SOUND_SQLITE {
            return Err(Error::OldSqlite(rusqlite::version().to_owned()));
        }
        let run = dir.join("run");
        DirBuilder::new().recursive(true).mode(0o700).create(&run).map_err(|error| Error::io(&run, error))?;
        let opening = opening_lock(&run.join("open.lock"))?;
        let (db, set_aside) = sound(&dir.join("cache.db"), Care::Quick, CACHE)?;
        let (words, words_set_aside) = sound(&dir.join("words.db"), Care::Sure, WORDS)?;
        let salvaged = match &words_set_aside {
            Some(old) => salvage(old, &words)?,
            None => 0,
        };
        let owner = Arc::new(Owner::new(&run)?);
        drop(opening);
        let cache = Self { db, words, owner, finders: RefCell::new(Finders::default()) };
        Ok(Opened { cache, set_aside, words_set_aside, salvaged })
    }

    /// Whether a living instance works in the folder `dir`.
    pub fn is_used(dir: &Path) -> bool {
        super::owner::anybody(&dir.join("run"))
    }

    /// A cache in memory alone, for a place that cannot be written to: empty, shared with nobody, and gone with the
    /// program.
    pub fn fleeting() -> Result<Self, Error> {
        let name = new_id();
        let base = |what: &str, care, scripts| -> Result<Base, Error> {
            let base = Base::fleeting(Path::new(&format!("{name}-{what}")), care)?;
            migrate(&base, scripts)?;
            Ok(base)
        };
        Ok(Self {
            db: base("cache", Care::Quick, CACHE)?,
            words: base("words", Care::Sure, WORDS)?,
            owner: Arc::new(Owner::alone()),
            finders: RefCell::new(Finders::default()),
        })
    }

    /// Before leaving: `words.db` alone holds every word, without the files beside it.
    pub fn put_away(&self) -> Result<(), Error> {
        self.words.checkpoint()
    }

    /// A second cache on the same files, for another thread of this instance.
    pub fn reader(&self) -> Result<Self, Error> {
        Ok(Self {
            db: self.db.again()?,
            words: self.words.again()?,
            owner: Arc::clone(&self.owner),
            finders: RefCell::new(Finders::default()),
        })
    }
}

/// One process at a time makes, migrates or sets aside.
fn opening_lock(path: &Path) -> Result<File, Error> {
    let file = lock_file(path).map_err(|error| Error::io(path, error))?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(Error::io(path, error)),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                return Err(Error::Locked(path.to_owned()));
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}
