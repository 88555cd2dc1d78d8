//! Messages that wait for the network: across restarts, and against two who would send them.

use balcao::{
    model::{Fate, OutgoingId},
    store::cache::Cache,
};

use super::{at, draft, open};

fn waiting() -> Fate {
    Fate::Waiting { since: at(10), reason: "no network".into(), despite_news: false }
}

fn fate(cache: &Cache, id: &OutgoingId) -> Option<Fate> {
    cache.outgoing(id).unwrap().map(|message| message.fate)
}

#[test]
fn it_goes_on_waiting_across_a_restart_and_leaves_once() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let id = cache.queue(&draft("d1", "x"), at(10), at(0)).unwrap().id;
    assert!(cache.park(&id, 0, &waiting()).unwrap(), "the hold ended without a network");
    let other = open(dir.path());
    assert!(!other.begin_after(&id, 0, at(11)).unwrap(), "it is a living process's");
    drop((cache, other));
    let cache = open(dir.path());
    assert_eq!(cache.recover(at(20)).unwrap()[0].fate, waiting(), "nobody is asked about it");
    assert!(cache.begin_after(&id, 0, at(21)).unwrap());
    // The connection was refused: certainly not sent.
    assert!(cache.settle(&id, &waiting()).unwrap());
    assert!(!cache.begin_after(&id, 0, at(22)).unwrap(), "who read it before that try knows too little");
    assert!(cache.begin_after(&id, 1, at(22)).unwrap());
    assert_eq!(cache.take_back(&id, at(23)).unwrap(), None);
    assert!(cache.settle(&id, &Fate::Sent { at: at(24), thread: None }).unwrap());
    assert!(!cache.begin_after(&id, 2, at(25)).unwrap());
}

#[test]
fn it_can_be_taken_back_and_dropped_while_it_waits() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    for name in ["d1", "d2"] {
        let id = cache.queue(&draft(name, name), at(10), at(0)).unwrap().id;
        cache.park(&id, 0, &waiting()).unwrap();
        if name == "d1" {
            assert_eq!(cache.take_back(&id, at(11)).unwrap().unwrap().body, "d1");
        } else {
            assert!(cache.drop_outgoing(&id).unwrap());
        }
        assert!(!cache.begin_after(&id, 0, at(12)).unwrap());
        assert!(!cache.park(&id, 0, &waiting()).unwrap(), "what is gone stays gone");
    }
}

#[test]
fn what_is_in_hand_is_never_parked() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let id = cache.queue(&draft("d1", "x"), at(10), at(0)).unwrap().id;
    assert!(cache.begin_after(&id, 0, at(10)).unwrap());
    for fate in [waiting(), Fate::Stale, Fate::Failed { reason: "no".into() }] {
        assert!(!cache.park(&id, 0, &fate).unwrap() && !cache.park(&id, 1, &fate).unwrap());
    }
    // The answer was lost. One who looked before a second try may not begin a third.
    assert!(cache.settle(&id, &Fate::Unknown { since: at(10) }).unwrap());
    assert!(!cache.park(&id, 0, &waiting()).unwrap());
    assert!(cache.begin_after(&id, 1, at(80)).unwrap());
    assert!(cache.settle(&id, &Fate::Unknown { since: at(80) }).unwrap());
    assert!(!cache.begin_after(&id, 1, at(90)).unwrap());
    assert_eq!(fate(&cache, &id), Some(Fate::Unknown { since: at(80) }));
    for no_reason in [Fate::Asked, Fate::Sent { at: at(91), thread: None }] {
        assert!(!cache.park(&id, 2, &no_reason).unwrap());
    }
}
