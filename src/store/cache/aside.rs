//! Sets a damaged file aside, never deletes it: a person may want to look at it.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use super::{
    base::{Base, Care, mark_of},
    error::Error,
    migrate::{Scripts, migrate},
};

/// Opens and migrates a file; when it is damaged, moves it aside and starts an empty one. Says where the old one is.
/// The caller holds the lock on opening.
pub(super) fn sound(path: &Path, care: Care, scripts: Scripts) -> Result<(Base, Option<PathBuf>), Error> {
    if !mark_of(path).exists() {
        match ready(path, care, scripts) {
            Err(Error::Corrupt(_)) => {}
            other => return other.map(|base| (base, None)),
        }
    }
    let aside = move_aside(path)?;
    ready(path, care, scripts).map(|base| (base, aside))
}

fn ready(path: &Path, care: Care, scripts: Scripts) -> Result<Base, Error> {
    let base = Base::open(path, care)?;
    // Reads the header and the whole schema: what is damaged deeper shows itself later and leaves a mark.
    base.run(|conn| conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)))?;
    // Words are few and there is no second copy of them: they are looked through at every start.
    if care == Care::Sure {
        let said: String = base.run(|conn| conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        if said != "ok" {
            return Err(Error::Corrupt(path.to_owned()));
        }
    }
    migrate(&base, scripts)?;
    Ok(base)
}

fn move_aside(path: &Path) -> Result<Option<PathBuf>, Error> {
    let aside =
        with_suffix(path, &format!(".corrupt-{}", jiff::Timestamp::now().strftime("%Y%m%dT%H%M%S%6f")));
    let mut moved = None;
    for suffix in ["", "-wal", "-shm"] {
        let from = with_suffix(path, suffix);
        match fs::rename(&from, with_suffix(&aside, suffix)) {
            Ok(()) if suffix.is_empty() => moved = Some(aside.clone()),
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Error::io(&from, error)),
        }
    }
    match fs::remove_file(mark_of(path)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io(&mark_of(path), error)),
        _ => Ok(moved),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}
