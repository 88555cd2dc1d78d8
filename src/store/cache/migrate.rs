//! Brings a file to the newest version, one numbered script after the other. Scripts only ever grow in number.

use super::{base::Base, error::Error};

/// The scripts of one file, oldest first; the version of a file is how many of them have run.
pub(super) type Scripts = &'static [&'static str];

pub(super) const CACHE: Scripts = &[
    include_str!("../../../assets/migrations/cache/0001-first.sql"),
    include_str!("../../../assets/migrations/cache/0002-deals-of-a-contact.sql"),
    include_str!("../../../assets/migrations/cache/0003-twins.sql"),
];
pub(super) const WORDS: Scripts = &[
    include_str!("../../../assets/migrations/words/0001-first.sql"),
    include_str!("../../../assets/migrations/words/0002-form.sql"),
];

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

#[cfg(test)]
mod tests {
    use super::{
        super::base::{Base, Care},
        *,
    };

    const ONE: &str = "CREATE TABLE word(text); INSERT INTO word VALUES ('kept')";
    const TWO: &str = "ALTER TABLE word ADD COLUMN length INTEGER; UPDATE word SET length = length(text)";

    #[test]
    fn an_old_store_is_brought_forward_once_with_what_is_in_it() {
        let dir = tempfile::tempdir().unwrap();
        let base = Base::open(&dir.path().join("a.db"), Care::Sure).unwrap();
        migrate(&base, &[ONE]).unwrap();
        for _ in 0..2 {
            migrate(&base, &[ONE, TWO]).unwrap();
            assert_eq!(version(&base).unwrap(), 2);
        }
        let row = base.run(|conn| {
            conn.query_row("SELECT text, length FROM word", [], |row| Ok((row.get(0)?, row.get(1)?)))
        });
        assert_eq!(row.unwrap(), ("kept".to_owned(), 4));
        assert!(matches!(migrate(&base, &[ONE]), Err(Error::Newer { found: 2, known: 1, .. })));
    }

    #[test]
    fn a_script_that_fails_leaves_the_version_before_it() {
        let dir = tempfile::tempdir().unwrap();
        let base = Base::open(&dir.path().join("a.db"), Care::Sure).unwrap();
        assert!(migrate(&base, &[ONE, "CREATE TABLE other(x); NONSENSE"]).is_err());
        assert_eq!(version(&base).unwrap(), 1);
        let tables: i64 = base
            .run(|conn| conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)))
            .unwrap();
        assert_eq!(tables, 1);
    }
}
