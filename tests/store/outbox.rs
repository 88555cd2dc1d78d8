//! The steps of the outbox, and which of them are refused.

use balcao::{
    model::{Fate, OutgoingId, ThreadId},
    store::cache::Cache,
};

use super::{at, draft, open};

fn fate(cache: &Cache, id: &OutgoingId) -> Option<Fate> {
    cache.outgoing(id).unwrap().map(|message| message.fate)
}

#[test]
fn a_message_leaves_once() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let words = draft("d1", "Olá");
    cache.save_draft(&words).unwrap();
    let message = cache.queue(&words, at(10), at(0)).unwrap();
    assert_eq!(cache.drafts().unwrap(), []);
    assert_eq!(cache.outbox().unwrap(), std::slice::from_ref(&message));
    assert!(cache.begin(&message.id, at(10)).unwrap());
    assert!(!cache.begin(&message.id, at(10)).unwrap(), "it is being sent");
    assert_eq!(cache.take_back(&message.id, at(10)).unwrap(), None, "it may have left");
    assert!(!cache.drop_outgoing(&message.id).unwrap());
    let sent = Fate::Sent { at: at(12), thread: Some(ThreadId::new("9")) };
    assert!(cache.settle(&message.id, &sent).unwrap());
    assert!(!cache.settle(&message.id, &Fate::Asked).unwrap(), "settled for good");
    assert!(!cache.begin(&message.id, at(13)).unwrap());
    assert_eq!(cache.take_back(&message.id, at(13)).unwrap(), None);
    assert_eq!(cache.outbox().unwrap(), []);
    let remembered = cache.sent_recently(at(12)).unwrap();
    assert_eq!((remembered[0].attempts, &remembered[0].fate), (1, &sent));
    assert_eq!(cache.sent_recently(at(13)).unwrap(), []);
    cache.recover(at(8 * 86_400)).unwrap();
    assert_eq!(cache.sent_recently(at(0)).unwrap(), [], "after a week it is forgotten");
}

#[test]
fn one_who_works_in_memory_sees_what_waits_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(Cache::left_in(dir.path()).unwrap(), []);
    assert_eq!(Cache::left_in(&dir.path().join("no such folder")).unwrap(), []);
    let cache = open(dir.path());
    assert_eq!(Cache::left_in(dir.path()).unwrap(), []);
    let message = cache.queue(&draft("d1", "Olá"), at(10), at(0)).unwrap();
    assert_eq!(Cache::left_in(dir.path()).unwrap(), std::slice::from_ref(&message), "beside one who lives");
    drop(cache);
    assert_eq!(Cache::left_in(dir.path()).unwrap(), [message], "after an end");
    assert_eq!(open(dir.path()).outbox().unwrap().len(), 1, "nothing was touched");
}

#[test]
fn undo_brings_the_text_back_from_every_fate_that_has_not_left() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let failed = Fate::Failed { reason: "Desk refused it.".into() };
    for (n, fates) in
        [vec![], vec![Fate::Stale], vec![failed.clone()], vec![Fate::Asked]].into_iter().enumerate()
    {
        let words = draft(&format!("d{n}"), "words");
        let message = cache.queue(&words, at(10), at(0)).unwrap();
        for fate in &fates {
            assert!(cache.begin(&message.id, at(10)).unwrap());
            assert!(cache.settle(&message.id, fate).unwrap());
        }
        assert_eq!(cache.take_back(&message.id, at(11)).unwrap().unwrap().body, "words");
        assert!(!cache.begin(&message.id, at(12)).unwrap());
        assert_eq!(fate(&cache, &message.id), None);
    }
    assert_eq!(cache.drafts().unwrap().len(), 4);
}

#[test]
fn a_failed_or_stale_message_can_be_sent_after_all() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let message = cache.queue(&draft("d1", "x"), at(10), at(0)).unwrap();
    assert!(cache.settle(&message.id, &Fate::Stale).unwrap(), "the ticket grew during the hold");
    assert!(cache.begin(&message.id, at(20)).unwrap());
    assert!(cache.settle(&message.id, &Fate::Failed { reason: "no network".into() }).unwrap());
    assert!(cache.begin(&message.id, at(30)).unwrap());
    // The answer was lost; the look-up did not find the message; it is sent again.
    assert!(cache.settle(&message.id, &Fate::Unknown { since: at(30) }).unwrap());
    assert_eq!(cache.take_back(&message.id, at(31)).unwrap(), None);
    assert!(cache.begin(&message.id, at(40)).unwrap());
    assert_eq!(cache.outgoing(&message.id).unwrap().unwrap().attempts, 3);
    // Held and Sending are no ends.
    assert!(!cache.settle(&message.id, &Fate::Held { until: at(50) }).unwrap());
    assert!(!cache.settle(&message.id, &Fate::Sending { since: at(50) }).unwrap());
    assert!(!cache.settle(&OutgoingId::new("no such"), &Fate::Stale).unwrap());
}

#[test]
fn what_a_living_process_holds_is_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second) = (open(dir.path()), open(dir.path()));
    let message = first.queue(&draft("d1", "x"), at(10), at(0)).unwrap();
    assert_eq!(second.recover(at(11)).unwrap(), []);
    assert!(!second.begin(&message.id, at(11)).unwrap());
    assert!(
        first.reader().unwrap().begin(&message.id, at(11)).unwrap(),
        "another thread of the same process may"
    );
    assert_eq!(second.recover(at(12)).unwrap(), []);
    assert!(!second.settle(&message.id, &Fate::Asked).unwrap());
    // The answer was lost. Only who asked last knows up to when the ticket was looked up.
    assert!(first.settle(&message.id, &Fate::Unknown { since: at(11) }).unwrap());
    assert!(!second.begin(&message.id, at(13)).unwrap());
    drop(first);
    assert_eq!(second.recover(at(14)).unwrap().len(), 1, "now it is ours to look up");
    assert_eq!(fate(&second, &message.id), Some(Fate::Unknown { since: at(11) }));
    assert!(second.begin(&message.id, at(15)).unwrap());
}

#[test]
fn a_person_decides_about_what_was_found_held() {
    let dir = tempfile::tempdir().unwrap();
    let message = open(dir.path()).queue(&draft("d1", "x"), at(10), at(0)).unwrap();
    let cache = open(dir.path());
    assert!(!cache.release(&message.id, at(30)).unwrap(), "nobody asked yet");
    assert_eq!(cache.recover(at(20)).unwrap()[0].fate, Fate::Asked);
    assert!(cache.release(&message.id, at(30)).unwrap());
    assert_eq!(fate(&cache, &message.id), Some(Fate::Held { until: at(30) }));
    assert!(cache.drop_outgoing(&message.id).unwrap());
    assert_eq!(cache.outbox().unwrap(), []);
}
