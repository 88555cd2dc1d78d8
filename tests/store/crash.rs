//! The program ends without warning at every step of sending. Whatever the step: the message is never sent twice, and
//! never lost.

use balcao::{model::Fate, store::cache::Cache};

use super::{at, draft, open};

/// Desk, as far as this matters: what it took.
#[derive(Default)]
struct Desk {
    took: Vec<String>,
}

/// Sends one message step by step, and ends after `steps` of them; true when it came to the end.
fn send(cache: &Cache, desk: &mut Desk, steps: usize) -> bool {
    let mut left = steps;
    let mut alive = || {
        left = left.saturating_sub(1);
        left > 0
    };
    let words = draft("d1", "Olá");
    if !alive() || !cache.save_draft(&words).unwrap() {
        return false;
    }
    if !alive() {
        return false;
    }
    let message = cache.queue(&words, at(10), at(0)).unwrap();
    if !alive() || !cache.begin(&message.id, at(10)).unwrap() {
        return false;
    }
    if !alive() {
        return false;
    }
    desk.took.push(words.body.clone());
    if !alive() {
        return false;
    }
    cache.settle(&message.id, &Fate::Sent { at: at(11), thread: None }).unwrap()
}

/// What the next start does: asks about what was held (the person says *send*), looks up what has no answer.
fn start_again(cache: &Cache, desk: &mut Desk) {
    for message in cache.recover(at(100)).unwrap() {
        let there = desk.took.contains(&message.draft.body);
        let again = match message.fate {
            Fate::Asked => {
                cache.release(&message.id, at(100)).unwrap() && cache.begin(&message.id, at(100)).unwrap()
            }
            Fate::Unknown { .. } => !there && cache.begin(&message.id, at(100)).unwrap(),
            other => panic!("{other:?} was left behind"),
        };
        if again {
            desk.took.push(message.draft.body.clone());
        }
        assert!(cache.settle(&message.id, &Fate::Sent { at: at(101), thread: None }).unwrap());
    }
}

#[test]
fn no_step_loses_or_doubles_a_message() {
    for steps in 1..=6 {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = Desk::default();
        let finished = send(&open(dir.path()), &mut desk, steps);
        assert_eq!(finished, steps == 6, "{steps} steps");
        // Two starts at once: only one of them takes over.
        let (one, other) = (open(dir.path()), open(dir.path()));
        start_again(&one, &mut desk);
        start_again(&other, &mut desk);
        let drafts = one.drafts().unwrap().len();
        assert!(desk.took.len() <= 1, "sent twice after {steps} steps");
        // Before the first save nothing was typed that could be lost.
        let typed = usize::from(steps > 1);
        assert_eq!(desk.took.len() + drafts, typed, "after {steps} steps it is in Desk or among the drafts");
        assert_eq!(one.outbox().unwrap(), []);
    }
}

#[test]
fn ending_during_recovery_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let held = open(dir.path());
    let first = held.queue(&draft("d1", "held"), at(10), at(0)).unwrap();
    let second = held.queue(&draft("d2", "sending"), at(10), at(1)).unwrap();
    held.begin(&second.id, at(2)).unwrap();
    drop(held);
    for _ in 0..3 {
        // Each start takes over and dies before a person answers.
        let left = open(dir.path()).recover(at(100)).unwrap();
        let fates: Vec<_> = left.iter().map(|message| (message.id.clone(), message.fate.clone())).collect();
        assert_eq!(
            fates,
            [(first.id.clone(), Fate::Asked), (second.id.clone(), Fate::Unknown { since: at(2) })]
        );
    }
}
