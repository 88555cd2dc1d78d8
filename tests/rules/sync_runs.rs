//! The Sync screen: runs, and what came of what was asked for.

use balcao::app::{Effect, Message};
use balcao::model::pairing::{Act, Kind, Per, Progress};

use super::sync::{acts, stage};
use crate::screens::stage::Stage;
use crate::screens::world::Pairing;

#[test]
fn one_run_at_a_time_and_it_can_be_stopped() {
    let mut stage = stage(Pairing::full());
    let count = |stage: &Stage, effect: &Effect| stage.asked.iter().filter(|one| *one == effect).count();
    stage.press("s s");
    assert_eq!(count(&stage, &Effect::RunSync), 1);
    assert!(stage.text().contains("A run is under way already."));
    stage.take(Message::SyncWent(Progress { linked: 3, calls: 9, ..Progress::default() }));
    assert!(stage.text().contains("Syncing · 9 calls · 3 linked"), "{}", stage.text());
    stage.press("c");
    assert_eq!(count(&stage, &Effect::StopSync), 1);
    assert!(stage.text().contains("Stopping"));
    let run = stage.world.pairing.overview.as_ref().expect("it is there").runs[4].clone();
    stage.take(Message::SyncEnded(Ok(run)));
    assert!(stage.app.sync.running.is_none());
    assert!(stage.text().contains("Stopped: 12 written, 40 calls."), "{}", stage.text());
}

#[test]
fn what_moved_meanwhile_is_not_asked_for() {
    let mut stage = stage(Pairing::full());
    stage.press("l l l b");
    let act = acts(&stage)[0].clone();
    stage.take(Message::AskedFor(act.clone(), Ok(0)));
    assert!(stage.text().contains("it is no longer as it was shown"), "{}", stage.text());
    stage.take(Message::AskedFor(act, Ok(1)));
    assert!(stage.text().contains("The next run does it: s runs now."), "{}", stage.text());
}

#[test]
fn a_free_record_with_the_same_key_can_be_chosen() {
    let mut stage = stage(Pairing::full());
    stage.press("l l m down enter");
    let ids = Per {
        bigin: balcao::model::pairing::RecordId(4_150_868),
        desk: balcao::model::pairing::RecordId(82),
    };
    assert_eq!(acts(&stage), [&Act::Link(Kind::Contact, ids)]);
}
