//! Brings a file to the newest version, one numbered script after the other. Scripts only ever grow in number.

use super::{base::Base, error::Error};

/// The scripts of one file, oldest first; the version of a file is how many of them have run.
pub(super) type Scripts = &'static [&'static str];

pub(super) const CACHE: Scripts = &[include_str!("../../../assets/migrations/cache/0001-first.sql")];
pub(super) const WORDS: Scripts = &[include_str!("../../../assets/migrations/words/0001-first.sql")];

/// Runs what has not run yet, each script with its version in one transaction. Two processes may start at once.
pub(super) fn migrate(base: &Base, scripts: Scripts) -> Result<(), Error> {
    let known = u32::try_from(scripts.len()).expect("a handful of scripts");
    loop {
        let found = version(base)?;
        if found > known {
            return Err(Error::Newer { path: base.path().to_owned(), found, known });
        }
        if found == known {
            return Ok(());
        }
        base.write(|tx| {
            let found: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
            if let Some(script) = scripts.get(found as usize) {
                tx.execute_batch(script)?;
                tx.pragma_update(None, "user_version", found + 1)?;
            }
            Ok(())
        })?;
    }
}

fn version(base: &Base) -> Result<u32, Error> {
    base.run(|conn| conn.pragma_query_value(None, "user_version", |row| row.get(0)))
}
