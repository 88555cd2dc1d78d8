//! The Sync screen: what its keys ask for, what is asked first, what is read and when.

use balcao::app::screens::sync::{Focus, Mark};
use balcao::app::{Effect, Load, Message};
use balcao::model::pairing::{
    Act, Change, FieldId, Kind, LinkId, List, OpId, Per, Progress, RowKey, Side, Wins,
};
use balcao::text::Lang;

use crate::screens::stage::Stage;
use crate::screens::world::{Pairing, World};

fn stage(pairing: Pairing) -> Stage {
    let mut stage = Stage::of(World { pairing, ..World::new() }, Lang::En, (120, 40));
    stage.press("5").asked.clear();
    stage
}

/// What was asked of the pairing.
fn acts(stage: &Stage) -> Vec<&Act> {
    let mut acts = Vec::new();
    for effect in &stage.asked {
        if let Effect::AskFor(act) = effect {
            acts.push(act);
        }
    }
    acts
}

fn decided(field: u16, winner: Side, shown: (&str, &str)) -> Act {
    let shown = Per { bigin: shown.0.to_owned(), desk: shown.1.to_owned() };
    Act::Decide { link: LinkId(2), field: FieldId(field), winner, shown }
}

const TITLE: (&str, &str) = ("Head of Operations and Purchasing", "Diretora de Operações");

#[test]
fn in_the_list_all_conflicts_of_the_record_are_decided_on_its_page_the_one_under_the_cursor() {
    let mut stage = stage(Pairing::full());
    stage.press("l l l b");
    let all = [decided(7, Side::Bigin, TITLE), decided(12, Side::Bigin, ("Recife", "Olinda"))];
    assert_eq!(acts(&stage), all.iter().collect::<Vec<_>>());
    stage.press("enter j d");
    assert_eq!(acts(&stage).last(), Some(&&decided(12, Side::Desk, ("Recife", "Olinda"))));
    // The phone is in no conflict.
    let before = acts(&stage).len();
    stage.press("j d");
    assert_eq!(acts(&stage).len(), before);
    assert!(stage.text().contains("No conflict waits here."), "{}", stage.text());
}

#[test]
fn what_much_depends_on_is_asked_first_and_enter_changes_nothing() {
    for (keys, answer, act) in [
        ("l l l x", "x", Act::Part(LinkId(2))),
        ("l l l enter i v", "", Act::Revert(OpId(3))),
        ("l l l i v", "v", Act::Revert(OpId(3))),
        ("l l l l R", "r", Act::RetryAll(List::Failing)),
    ] {
        let mut stage = stage(Pairing::full());
        stage.press(keys);
        assert_eq!(acts(&stage), Vec::<&Act>::new(), "{keys}");
        if answer.is_empty() {
            continue;
        }
        stage.press("enter");
        assert_eq!(acts(&stage), Vec::<&Act>::new(), "{keys}");
        stage.press(keys.rsplit(' ').next().expect("a key")).press(answer);
        assert_eq!(acts(&stage), [&act], "{keys}");
    }
}

#[test]
fn who_may_not_administrate_asks_for_nothing() {
    let mut world = World { pairing: Pairing::full(), ..World::new() };
    world.furniture.me.as_mut().expect("somebody").administrator = Some(false);
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    stage.press("5 l l l").asked.clear();
    for key in ["b", "d", "w", "r", "R", "v", "p", "m", "x", "s", "c", "B"] {
        stage.press(key);
        assert!(stage.app.popups.is_empty(), "{key}");
        assert!(stage.text().contains("Only an administrator of Desk"), "{key}: {}", stage.text());
    }
    let asks = |effect: &&Effect| !matches!(effect, Effect::Load(_));
    assert_eq!(stage.asked.iter().filter(asks).collect::<Vec<_>>(), Vec::<&Effect>::new());
    // What only looks works as before.
    stage.press("i");
    assert_eq!(stage.app.sync.focus, Focus::Page);
}

#[test]
fn always_so_shows_the_line_before_and_after_and_asks() {
    let mut stage = stage(Pairing::full());
    stage.press("l l l enter w \"Desk wins\" enter");
    let wins = Wins::Always(Side::Desk);
    let wanted =
        Change { kind: Kind::Contact, field: FieldId(7), wins, old: String::new(), new: String::new() };
    assert_eq!(stage.asked.last(), Some(&Effect::Propose(wanted.clone())));
    let change =
        Change { old: "Title ⇄ title · ask".into(), new: "Title ⇄ title · desk".into(), ..wanted };
    stage.take(Message::Proposed(Ok(change.clone())));
    let text = stage.text();
    assert!(text.contains("- Title ⇄ title · ask") && text.contains("+ Title ⇄ title · desk"), "{text}");
    stage.press("a");
    assert_eq!(acts(&stage), [&Act::Always(change)]);
    // The rule that is in force is no change.
    stage.press("w enter");
    assert!(stage.text().contains("The mapping says so already."), "{}", stage.text());
}

#[test]
fn a_list_is_read_by_windows() {
    let mut stage = stage(Pairing::full());
    let offsets = |stage: &Stage| -> Vec<usize> {
        let pairs = |effect: &Effect| match effect {
            Effect::Load(Load::Pairs { offset, .. }) => Some(*offset),
            _ => None,
        };
        stage.asked.iter().filter_map(pairs).collect()
    };
    stage.press("j j j");
    assert_eq!(offsets(&stage), Vec::<usize>::new());
    stage.press("G");
    assert_eq!(offsets(&stage).len(), 1);
    assert!(stage.app.sync.rows.window.rows.len() <= 200);
    assert_eq!(stage.app.sync.rows.window.total, 1180);
    assert!(stage.text().contains("1 180 / 1 180") && stage.text().contains("Person 1179"));
}

#[test]
fn the_ledger_is_watched_only_while_the_screen_is_there() {
    let mut stage = Stage::of(World { pairing: Pairing::full(), ..World::new() }, Lang::En, (120, 40));
    let watched = |stage: &Stage| -> Vec<bool> {
        let watch = |effect: &Effect| match effect {
            Effect::WatchLedger(on) => Some(*on),
            _ => None,
        };
        stage.asked.iter().filter_map(watch).collect()
    };
    assert_eq!(watched(&stage), Vec::<bool>::new());
    stage.press("5 5 1 4 5 2");
    assert_eq!(watched(&stage), [true, false, true, false]);
}

#[test]
fn a_ledger_that_comes_is_shown_by_itself() {
    let mut stage = stage(Pairing::none());
    assert_eq!(stage.app.sync.mark(), Some(Mark::Off));
    assert!(stage.text().contains("balcao sync --dry-run"));
    stage.world.pairing = Pairing::full();
    stage.take(Message::LedgerChanged);
    assert_eq!(stage.app.sync.mark(), Some(Mark::Wait(4)));
    assert!(stage.text().contains("Person 0000"), "{}", stage.text());
}

#[test]
fn the_cursor_stays_on_its_record_when_others_come_above() {
    let mut stage = stage(Pairing::full());
    stage.press("j j j");
    let here = stage.app.sync.rows.selected().expect("a row").key;
    let first = stage.world.pairing.rows.iter().position(|(list, _)| *list == List::InSync).expect("some");
    let mut more = stage.world.pairing.rows[first].clone();
    more.1.key = RowKey::Link(LinkId(50));
    stage.world.pairing.rows.insert(first, more);
    stage.take(Message::LedgerChanged);
    assert_eq!(stage.app.sync.rows.selected().expect("a row").key, here);
    assert_eq!(stage.app.sync.rows.cursor, 4);
}

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
