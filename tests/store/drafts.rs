//! Drafts survive everything, cursor included.

use balcao::{
    model::{Attachment, AttachmentId, LocalFile, ThreadId, TicketId},
    store::cache::Error,
};

use super::{at, draft, open};

#[test]
fn a_draft_comes_back_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut words = draft("d1", "Olá,\n\nçã 🎉\u{202e}");
    words.seen.last_thread = Some(ThreadId::new("9"));
    let source = Attachment { id: AttachmentId::new("f"), name: "a.pdf".into(), size: 3, href: "u".into() };
    words.files = vec![LocalFile {
        path: "".into(),
        name: "a.pdf".into(),
        size: 3,
        upload: None,
        source: Some(source),
    }];
    open(dir.path()).save_draft(&words).unwrap();
    let cache = open(dir.path());
    assert_eq!(cache.draft(&words.id).unwrap(), Some(words.clone()));
    let mut other = draft("d2", "side by side");
    other.updated = at(5);
    cache.save_draft(&other).unwrap();
    assert_eq!(cache.drafts().unwrap(), [other.clone(), words.clone()], "the last one touched first");
    assert_eq!(cache.drafts_of(&words.ticket).unwrap().len(), 2);
    assert_eq!(cache.drafts_of(&TicketId::new("t2")).unwrap(), []);
    assert!(cache.drop_draft(&other.id).unwrap());
    assert!(!cache.drop_draft(&other.id).unwrap());
    assert_eq!(cache.drafts().unwrap(), [words]);
    assert_ne!(cache.new_draft_id(), cache.new_draft_id());
}

#[test]
fn a_late_save_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let mut late = draft("d1", "old");
    let mut newer = draft("d1", "new");
    newer.updated = at(2);
    assert!(cache.save_draft(&newer).unwrap());
    assert!(!cache.save_draft(&late).unwrap());
    assert_eq!(cache.draft(&newer.id).unwrap().unwrap().body, "new");
    // Nor after the message was queued: no ghost of it is offered again.
    let queued = cache.queue(&newer, at(10), at(3)).unwrap();
    late.updated = at(4);
    assert!(!cache.save_draft(&late).unwrap());
    assert_eq!(cache.drafts().unwrap(), []);
    assert!(matches!(cache.queue(&newer, at(10), at(5)), Err(Error::AlreadyQueued)));
    // Taken back, it is a draft like any other.
    let back = cache.take_back(&queued.id, at(6)).unwrap().unwrap();
    assert_eq!((back.body.as_str(), back.cursor), ("new", (2, 7)));
    assert!(!cache.save_draft(&late).unwrap(), "still late");
    assert_eq!(cache.drafts().unwrap(), std::slice::from_ref(&back));
    assert!(cache.queue(&back, at(20), at(8)).is_ok());
}

#[test]
fn a_draft_says_whether_somebody_else_has_it() {
    let dir = tempfile::tempdir().unwrap();
    let (here, there) = (open(dir.path()), open(dir.path()));
    let words = draft("d1", "x");
    there.save_draft(&words).unwrap();
    assert!(here.is_draft_elsewhere(&words.id).unwrap());
    assert!(!there.reader().unwrap().is_draft_elsewhere(&words.id).unwrap());
    drop(there);
    assert!(!here.is_draft_elsewhere(&words.id).unwrap(), "the other one ended");
}
