//! Two processes on one profile.

use std::sync::Barrier;

use balcao::{model::Fate, store::cache::Cache};

use super::{at, draft, open};

#[test]
fn of_many_claims_one_wins() {
    let dir = tempfile::tempdir().unwrap();
    let first = open(dir.path());
    let ids: Vec<_> = (0..20)
        .map(|n| {
            let message = first.queue(&draft(&format!("d{n}"), "x"), at(10), at(n)).unwrap();
            // Certain not to have left: it may be tried again.
            assert!(first.settle(&message.id, &Fate::Failed { reason: "no network".into() }).unwrap());
            message.id
        })
        .collect();
    let start = Barrier::new(4);
    let won: usize = std::thread::scope(|scope| {
        let claims: Vec<_> = (0..4)
            .map(|_| {
                let (first, start, ids) = (first.reader().unwrap(), &start, &ids);
                scope.spawn(move || {
                    start.wait();
                    ids.iter().filter(|id| first.begin(id, at(20)).unwrap()).count()
                })
            })
            .collect();
        claims.into_iter().map(|claim| claim.join().unwrap()).sum()
    });
    assert_eq!(won, ids.len());
    assert!(first.outbox().unwrap().iter().all(|message| message.attempts == 1));
}

#[test]
fn undo_and_send_exclude_each_other() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    for n in 0..20 {
        let message = cache.queue(&draft(&format!("d{n}"), "x"), at(10), at(0)).unwrap();
        let (here, there) = (cache.reader().unwrap(), cache.reader().unwrap());
        let start = Barrier::new(2);
        let (undone, sent) = std::thread::scope(|scope| {
            let (id, start) = (&message.id, &start);
            let undone = scope.spawn(move || {
                start.wait();
                here.take_back(id, at(5)).unwrap().is_some()
            });
            start.wait();
            let sent = there.begin(id, at(10)).unwrap();
            (undone.join().unwrap(), sent)
        });
        assert_ne!(undone, sent);
    }
}

#[test]
fn starting_at_once_makes_one_store() {
    let dir = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for n in 0..6 {
            let dir = dir.path();
            scope.spawn(move || open(dir).save_draft(&draft(&format!("d{n}"), "x")).unwrap());
        }
    });
    assert_eq!(open(dir.path()).drafts().unwrap().len(), 6);
}

#[test]
fn each_learns_what_the_other_changed() {
    let dir = tempfile::tempdir().unwrap();
    let (mut here, there) = (open(dir.path()), open(dir.path()));
    let mut watch = here.watch().unwrap();
    assert!(!here.changed().unwrap() && !watch.changed().unwrap());
    there.save_draft(&draft("d1", "x")).unwrap();
    assert!(here.changed().unwrap() && watch.changed().unwrap());
    assert!(!here.changed().unwrap() && !watch.changed().unwrap());
    there.put_contacts(&[]).unwrap();
    assert!(!here.changed().unwrap(), "nothing was written");
    here.save_draft(&draft("d2", "x")).unwrap();
    assert!(!here.changed().unwrap(), "its own words are no news");
}

#[test]
fn a_cache_goes_to_another_thread() {
    fn sent<T: Send>() {}
    sent::<Cache>();
}

#[test]
fn what_a_dead_process_held_is_taken_over_by_one_of_the_living() {
    let dir = tempfile::tempdir().unwrap();
    let (dead, here, there) = (open(dir.path()), open(dir.path()), open(dir.path()));
    let watch = here.watch().unwrap();
    let id = dead.queue(&draft("d1", "x"), at(10), at(0)).unwrap().id;
    assert!(!watch.has_orphans().unwrap());
    assert!(here.outgoing_elsewhere().unwrap().contains(&id));
    for other in [&here, &there] {
        assert_eq!(other.take_back(&id, at(1)).unwrap(), None, "it is a living process's");
        assert!(!other.drop_outgoing(&id).unwrap() && !other.begin(&id, at(11)).unwrap());
    }
    drop(dead);
    assert!(watch.has_orphans().unwrap() && there.has_orphans().unwrap());
    let start = Barrier::new(2);
    let took: Vec<usize> = std::thread::scope(|scope| {
        let takes: Vec<_> = [&here, &there]
            .map(|cache| cache.reader().unwrap())
            .into_iter()
            .map(|cache| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    cache.recover(at(20)).unwrap().len()
                })
            })
            .collect();
        takes.into_iter().map(|take| take.join().unwrap()).collect()
    });
    // One that looked at the dead one's lock in the same moment may have seen it held; the next look settles it.
    let again = [here.recover(at(21)).unwrap().len(), there.recover(at(21)).unwrap().len()];
    assert_eq!(took.iter().chain(&again).sum::<usize>(), 1);
    assert!(!watch.has_orphans().unwrap());
    let ours = there.outgoing_elsewhere().unwrap().contains(&id);
    let (asks, waits) = if ours { (&here, &there) } else { (&there, &here) };
    assert_eq!(asks.outgoing(&id).unwrap().unwrap().fate, Fate::Asked);
    assert!(!waits.begin(&id, at(22)).unwrap() && !waits.release(&id, at(30)).unwrap());
    assert!(!waits.drop_outgoing(&id).unwrap());
    assert!(asks.drop_outgoing(&id).unwrap());
    assert!(!asks.drop_outgoing(&id).unwrap() && !asks.begin(&id, at(23)).unwrap(), "gone is gone");
    assert_eq!(waits.outbox().unwrap(), []);
}

#[test]
fn an_answer_that_comes_after_it_left_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let cache = open(dir.path());
    let id = cache.queue(&draft("d1", "x"), at(10), at(0)).unwrap().id;
    assert!(cache.begin(&id, at(10)).unwrap());
    for fate in [Fate::Unknown { since: at(10) }, Fate::Sent { at: at(11), thread: None }] {
        assert!(cache.settle(&id, &fate).unwrap());
        assert!(!cache.drop_outgoing(&id).unwrap() && cache.take_back(&id, at(12)).unwrap().is_none());
        assert_eq!(cache.outgoing(&id).unwrap().unwrap().fate, fate);
    }
}
