//! A pairing at rest: its folder, its ledger, the mapping that is in force. Opening it asks nobody but the disk.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;

use super::{Error, Way};
use crate::store::ledger::{Lead, SqliteLedger};
use crate::sync::{
    FieldId, Kind,
    engine::Limits,
    mapping::{
        Mapping,
        file::{DEFAULT, MappingFile, read},
    },
};

/// A pairing of this machine.
#[derive(Debug)]
pub struct Pairing {
    /// The ledger.
    pub ledger: SqliteLedger,
    /// The mapping in force.
    pub file: MappingFile,
    /// Its revision.
    pub revision: u32,
    place: Place,
}

/// Where its files lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder of the ledger, which must exist.
    pub folder: PathBuf,
    /// The mapping that people write.
    pub mapping: PathBuf,
}

/// What the screen needs to look at a pairing and to run it.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where its files lie.
    pub place: Place,
    /// How far the two are brought together; else why that is not known, in a sentence.
    pub way: Result<Way, String>,
    /// Sizes and times, and what may be spent.
    pub limits: Limits,
}

impl Place {
    /// The ledger.
    pub fn ledger(&self) -> PathBuf {
        self.folder.join("sync.db")
    }

    fn lock(&self) -> PathBuf {
        self.folder.join("sync.lock")
    }

    /// The mapping as people wrote it; none when there is no file.
    pub fn written(&self) -> Result<Option<String>, Error> {
        match std::fs::read_to_string(&self.mapping) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::File { path: self.mapping.clone(), why: error.to_string() }),
        }
    }

    /// The mapping as people wrote it, looked through; the default one when there is no file.
    pub fn draft(&self) -> Result<(String, MappingFile), Error> {
        let text = self.written()?.unwrap_or_else(|| DEFAULT.to_owned());
        let file = read(&text).map_err(|faults| Error::Mapping { path: self.mapping.clone(), faults })?;
        Ok((text, file))
    }
}

impl Pairing {
    /// Opens it. The first time, the mapping as it is written is put in force.
    pub fn open(place: Place) -> Result<Self, Error> {
        let path = place.ledger();
        // The match fields of the mapping in force are known only once the ledger is open.
        let ledger = SqliteLedger::open(&path, &Mapping::new(0))?;
        let applied = match ledger.mappings(1)?.pop() {
            Some(applied) => applied,
            None => {
                let (text, _) = place.draft()?;
                ledger.apply_mapping(Timestamp::now().as_millisecond(), &text)?;
                ledger.mappings(1)?.pop().ok_or(Error::NoRevision(1))?
            }
        };
        let file =
            read(&applied.text).map_err(|faults| Error::InForce { revision: applied.revision, faults })?;
        let ledger = SqliteLedger::open(&path, &file.mapping)?;
        ledger.judge(applied.revision)?;
        Ok(Self { ledger, file, revision: applied.revision, place })
    }

    /// Takes the right to lead from this machine. Who led from here before is dead, and its lease over.
    pub fn lead(&self) -> Result<Lead, Error> {
        let lead = Lead::take(&self.place.lock())?;
        self.ledger.vacate()?;
        Ok(lead)
    }

    /// Where its files lie.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The mapping for the engine, under the revision that is counted here.
    pub fn mapping(&self) -> Arc<Mapping> {
        let mut mapping = self.file.mapping.clone();
        mapping.revision = self.revision;
        Arc::new(mapping)
    }

    /// Whether the mapping as it is written differs from the one in force.
    pub fn is_behind(&self) -> Result<bool, Error> {
        let Some(written) = self.place.written()? else { return Ok(false) };
        let applied = self.ledger.mappings(1)?.pop();
        Ok(applied.is_some_and(|applied| applied.text != written))
    }

    /// Puts a mapping in force that was looked through. Its revision.
    pub fn apply(&mut self, text: &str, file: MappingFile) -> Result<u32, Error> {
        let now = Timestamp::now().as_millisecond();
        self.revision = self.ledger.apply_mapping(now, text)?;
        self.ledger = SqliteLedger::open(&self.place.ledger(), &file.mapping)?;
        self.ledger.judge(self.revision)?;
        self.file = file;
        Ok(self.revision)
    }

    /// A mapping that was in force: that revision, or the one before the present.
    pub fn earlier(&self, revision: Option<u32>) -> Result<(u32, String), Error> {
        let wanted = revision.unwrap_or(self.revision.saturating_sub(1));
        let found = self.ledger.mappings(usize::MAX)?.into_iter().find(|applied| applied.revision == wanted);
        found.map(|applied| (applied.revision, applied.text)).ok_or(Error::NoRevision(wanted))
    }

    /// The name of a field for people: Bigin's and Desk's.
    pub fn field(&self, kind: Kind, field: FieldId) -> String {
        self.file
            .names
            .get(&(kind, field))
            .map_or_else(|| format!("#{field}"), |names| format!("{} ⇄ {}", names.bigin, names.desk))
    }
}

/// Writes a file whole or not at all.
pub fn put(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::File { path: path.to_owned(), why: error.to_string() };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let aside = path.with_extension("new");
    std::fs::write(&aside, text).map_err(failed)?;
    std::fs::rename(&aside, path).map_err(failed)
}
