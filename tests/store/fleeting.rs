//! A place that cannot be written to: the cache in memory does all that the one on the disk does, and shares nothing.

use balcao::store::cache::{Cache, Slot};
use jiff::Timestamp;

use super::draft;

#[test]
fn what_is_kept_in_memory_is_seen_by_every_connection_of_this_run_and_by_nobody_else() {
    let cache = Cache::fleeting().expect("memory");
    let mut watch = cache.watch().expect("a watch");
    let reader = cache.reader().expect("a reader");
    assert!(!watch.changed().expect("asked"));
    let draft = draft("d1", "words");
    cache.save_draft(&draft).expect("kept");
    cache.put(&Slot::PRIORITIES, &vec!["High".to_owned()], Timestamp::UNIX_EPOCH).expect("kept");
    assert!(watch.changed().expect("asked"));
    assert_eq!(reader.drafts().expect("read").len(), 1);
    let now = Timestamp::now();
    let outgoing = cache.queue(&draft, now, now).expect("queued");
    assert!(cache.recover(now).is_ok());
    assert_eq!(reader.outbox().expect("read")[0].id, outgoing.id);
    assert_eq!(Cache::fleeting().expect("memory").drafts().expect("read"), Vec::new());
}

#[test]
fn a_folder_that_is_a_file_is_the_place_at_fault() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("cache");
    std::fs::write(&path, "").expect("a file");
    assert!(Cache::open(&path).expect_err("no folder").is_place());
}
