//! The Sync screen in every state: no ledger, loading, empty, in trouble, long ago.

use balcao::app::Message;
use balcao::text::Lang;
use jiff::SignedDuration;

use super::stage::{Stage, offline};
use super::world::{Pairing, World};

pub const WIDE: (u16, u16) = (120, 40);
pub const NARROW: (u16, u16) = (80, 24);

pub fn stage(pairing: Pairing, lang: Lang, size: (u16, u16)) -> Stage {
    Stage::of(World { pairing, ..World::new() }, lang, size)
}

pub fn full(lang: Lang, size: (u16, u16), keys: &str) -> String {
    stage(Pairing::full(), lang, size).press(&format!("5 {keys}")).picture()
}

#[test]
fn there_is_no_ledger() {
    insta::assert_snapshot!(stage(Pairing::none(), Lang::En, WIDE).press("5").picture());
}

#[test]
fn there_is_no_ledger_narrow() {
    insta::assert_snapshot!(stage(Pairing::none(), Lang::PtBr, NARROW).press("5").picture());
}

#[test]
fn it_loads() {
    let world = World { answers: false, pairing: Pairing::full(), ..World::new() };
    insta::assert_snapshot!(Stage::of(world, Lang::PtBr, NARROW).press("5").picture());
}

#[test]
fn nobody_was_linked_yet() {
    insta::assert_snapshot!(stage(Pairing::empty(), Lang::En, NARROW).press("5").picture());
}

#[test]
fn nothing_waits_in_a_list() {
    insta::assert_snapshot!(stage(Pairing::empty(), Lang::PtBr, WIDE).press("5 l l l").picture());
}

#[test]
fn the_ledger_cannot_be_read() {
    let pairing = Pairing { trouble: Some(offline()), ..Pairing::full() };
    insta::assert_snapshot!(stage(pairing, Lang::En, WIDE).press("5").picture());
}

#[test]
fn the_ledger_cannot_be_read_again() {
    let mut stage = stage(Pairing::full(), Lang::PtBr, NARROW);
    stage.press("5").world.pairing.trouble = Some(offline());
    insta::assert_snapshot!(stage.take(Message::LedgerChanged).picture());
}

#[test]
fn the_last_run_is_long_ago() {
    let mut pairing = Pairing::full();
    for run in &mut pairing.overview.as_mut().expect("it is there").runs {
        run.began -= SignedDuration::from_hours(30);
        run.ended -= SignedDuration::from_hours(30);
    }
    insta::assert_snapshot!(stage(pairing, Lang::En, NARROW).press("5").picture());
}
