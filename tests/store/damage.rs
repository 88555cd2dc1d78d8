//! Damaged, newer and unwritable files.

use std::{
    fs::{self, OpenOptions},
    io::{Seek, SeekFrom, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
};

use balcao::{
    model::{Department, DepartmentId, Fate},
    store::cache::{Cache, Error, Slot},
};
use rusqlite::Connection;

use super::{at, draft, open};

fn spoil(path: &Path, from: u64, bytes: usize) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(from)).unwrap();
    file.write_all(&vec![0xa5; bytes]).unwrap();
}

fn department() -> Vec<Department> {
    vec![Department { id: DepartmentId::new("1"), name: "Vendas".into(), enabled: true }]
}

#[test]
fn a_damaged_cache_takes_no_word_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    cache.put(&Slot::DEPARTMENTS, &department(), at(1)).unwrap();
    cache.save_draft(&draft("d1", "typed")).unwrap();
    drop(cache);
    spoil(&dir.path().join("cache.db"), 0, 100);
    let opened = Cache::open(dir.path()).unwrap();
    let aside = opened.set_aside.unwrap();
    assert!(aside.file_name().unwrap().to_str().unwrap().starts_with("cache.db.corrupt-"));
    assert!(aside.exists() && opened.words_set_aside.is_none());
    assert_eq!(opened.cache.get(&Slot::DEPARTMENTS).unwrap(), None);
    assert_eq!(opened.cache.drafts().unwrap().len(), 1);
}

#[test]
fn damage_found_later_is_set_aside_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    open(dir.path()).put(&Slot::DEPARTMENTS, &department(), at(1)).unwrap();
    let base = Connection::open(dir.path().join("cache.db")).unwrap();
    let page: u64 = base
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'furniture'", [], |row| row.get(0))
        .map(|page: u32| u64::from(page))
        .unwrap();
    drop(base);
    spoil(&dir.path().join("cache.db"), (page - 1) * 4096, 4096);
    let cache = open(dir.path());
    let error = cache.get(&Slot::DEPARTMENTS).unwrap_err();
    assert!(matches!(error, Error::Corrupt(_)), "{error}");
    drop(cache);
    let opened = Cache::open(dir.path()).unwrap();
    assert!(opened.set_aside.is_some());
    opened.cache.put(&Slot::DEPARTMENTS, &department(), at(2)).unwrap();
    drop(opened);
    assert_eq!(open(dir.path()).get(&Slot::DEPARTMENTS).unwrap(), Some((department(), at(2))));
}

#[test]
fn what_can_be_read_of_damaged_words_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    for n in 0..200 {
        cache.save_draft(&draft(&format!("d{n}"), &"word ".repeat(100))).unwrap();
    }
    cache.queue(&draft("d0", "held"), at(10), at(0)).unwrap();
    drop(cache);
    let words = dir.path().join("words.db");
    let pages = fs::metadata(&words).unwrap().len() / 4096;
    spoil(&words, pages / 2 * 4096, 4096);
    let opened = Cache::open(dir.path()).unwrap();
    assert!(opened.words_set_aside.unwrap().exists() && opened.set_aside.is_none());
    assert!((150..201).contains(&opened.salvaged), "{} salvaged", opened.salvaged);
    let left = opened.cache.recover(at(20)).unwrap();
    assert_eq!((left[0].draft.body.as_str(), &left[0].fate), ("held", &Fate::Asked));
    assert_eq!(opened.cache.drafts().unwrap().len() + 1, opened.salvaged);
}

/// Many drafts in `words.db`, which holds them alone.
fn many(dir: &Path) -> std::path::PathBuf {
    let cache = open(dir);
    for n in 0..400 {
        cache.save_draft(&draft(&format!("d{n}"), &"word ".repeat(100))).unwrap();
    }
    cache.put_away().unwrap();
    drop(cache);
    dir.join("words.db")
}

#[test]
fn what_lies_between_two_damaged_pages_is_kept_as_well() {
    let dir = tempfile::tempdir().unwrap();
    let words = many(dir.path());
    let pages = fs::metadata(&words).unwrap().len() / 4096;
    spoil(&words, pages / 4 * 4096, 4096);
    spoil(&words, pages * 3 / 4 * 4096, 4096);
    let opened = Cache::open(dir.path()).unwrap();
    assert!(opened.words_set_aside.is_some());
    // A page holds four of them.
    assert!(opened.salvaged >= 400 - 2 * 8, "{} salvaged", opened.salvaged);
    assert_eq!(opened.cache.drafts().unwrap().len(), opened.salvaged);
    drop(opened);
    drop(open(dir.path()));
}

#[test]
fn words_without_their_first_page_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let words = many(dir.path());
    spoil(&words, 0, 4096);
    let opened = Cache::open(dir.path()).unwrap();
    let aside = opened.words_set_aside.unwrap();
    assert_eq!(opened.salvaged, 400);
    assert_eq!(fs::read(&aside).unwrap()[..4096], [0xa5; 4096], "it stays as it was found");
    let beside = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(beside.into_iter().all(|name| !name.to_string_lossy().contains(".reading")));
}

#[test]
fn after_leaving_one_file_holds_every_word() {
    let dir = tempfile::tempdir().unwrap();
    let (cache, other) = (open(dir.path()), open(dir.path()));
    cache.save_draft(&draft("d1", "typed")).unwrap();
    cache.put_away().unwrap();
    // As when the process ends without closing anything, and somebody saves the one file.
    let saved = tempfile::tempdir().unwrap();
    fs::copy(dir.path().join("words.db"), saved.path().join("words.db")).unwrap();
    assert_eq!(open(saved.path()).drafts().unwrap()[0].body, "typed");
    assert_eq!(other.drafts().unwrap().len(), 1);
}

#[test]
fn a_newer_store_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(dir.path()));
    for name in ["cache.db", "words.db"] {
        let base = Connection::open(dir.path().join(name)).unwrap();
        let own: u32 = base.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        base.pragma_update(None, "user_version", 99).unwrap();
        let error = Cache::open(dir.path()).unwrap_err();
        assert!(matches!(error, Error::Newer { found: 99, known, .. } if known == own), "{error}");
        assert!(error.to_string().contains("newer balcao"), "{error}");
        base.pragma_update(None, "user_version", own).unwrap();
    }
    drop(open(dir.path()));
}

#[test]
fn a_place_that_is_no_folder_is_refused_in_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = Cache::open(&file).unwrap_err();
    assert!(error.to_string().contains("Check that the folder exists"), "{error}");
}

#[test]
fn the_files_are_for_their_owner_alone() {
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path().join("profile");
    let cache = open(&home);
    cache.save_draft(&draft("d1", "x")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&home), mode(&home.join("run"))), (0o700, 0o700));
    let files: Vec<_> = fs::read_dir(&home)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    assert!(files.len() >= 4, "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}
