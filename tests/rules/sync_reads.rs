//! The Sync screen: what is read, and when.

use balcao::app::screens::sync::Mark;
use balcao::app::{Effect, Load, Message};
use balcao::model::pairing::{LinkId, List, RowKey};
use balcao::text::Lang;

use super::sync::stage;
use crate::screens::stage::Stage;
use crate::screens::world::{Pairing, World};

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
