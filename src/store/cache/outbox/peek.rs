//! What stands in an outbox whose place cannot be written to: read without a lock, and without leaving a trace.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::super::{Cache, error::Error};
use super::{queue::WAITING, row::outgoing};
use crate::model::Outgoing;

const THERE: &str = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'outgoing'";

impl Cache {
    /// The messages in the folder `dir` that have not been sent, whoever answers for them; none when there is no outbox.
    /// For one who works in memory because the folder cannot be written to, and must not send again what is on its way.
    pub fn left_in(dir: &Path) -> Result<Vec<Outgoing>, Error> {
        use std::io::ErrorKind::{NotADirectory, NotFound};
        let path = dir.join("words.db");
        match path.metadata() {
            Ok(meta) if meta.len() == 0 => return Ok(Vec::new()),
            Err(error) if matches!(error.kind(), NotFound | NotADirectory) => return Ok(Vec::new()),
            Err(error) => return Err(Error::io(&path, error)),
            Ok(_) => {}
        }
        // With what stands beside the file, if its index is there or can be made.
        read(&path, "").or_else(|error| {
            let log = path.with_extension("db-wal").metadata().map_or(0, |meta| meta.len());
            // Without a log, the file alone is the whole.
            if log == 0 { read(&path, "?immutable=1") } else { Err(error) }
        })
    }
}

fn read(path: &Path, how: &str) -> Result<Vec<Outgoing>, Error> {
    let name = path.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let rows = || {
        let conn = Connection::open_with_flags(format!("file:{name}{how}"), flags)?;
        if conn.query_row(THERE, [], |row| row.get::<_, i64>(0))? == 0 {
            return Ok(Vec::new());
        }
        conn.prepare(WAITING)?.query_map([], outgoing)?.collect()
    };
    rows().map_err(|error| Error::of(path, error))
}
