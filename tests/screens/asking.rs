//! The Sync screen while something was asked for, runs, or may not be asked for.

use balcao::app::Message;
use balcao::model::pairing::{Act, FieldId, LinkId, Per, Progress, RowKey, Side};
use balcao::text::Lang;
use jiff::SignedDuration;

use super::stage::{Stage, now};
use super::sync::{NARROW, WIDE, stage};
use super::world::{Pairing, World};

fn asked() -> Pairing {
    let mut pairing = Pairing::full();
    let shown = Per { bigin: "Recife".to_owned(), desk: "Olinda".to_owned() };
    let act = Act::Decide { link: LinkId(2), field: FieldId(12), winner: Side::Desk, shown };
    pairing.asked(RowKey::Link(LinkId(2)), &act);
    pairing.asked(RowKey::Link(LinkId(2)), &Act::Pin { link: LinkId(2), field: None, on: true });
    pairing.conflict().fields[2].decided = Some(Side::Desk);
    pairing
}

#[test]
fn something_was_asked_for_wide() {
    insta::assert_snapshot!(stage(asked(), Lang::En, WIDE).press("5 l l l").picture());
}

#[test]
fn something_was_asked_for_narrow_in_portuguese() {
    insta::assert_snapshot!(stage(asked(), Lang::PtBr, NARROW).press("5 l l l enter").picture());
}

#[test]
fn a_run_is_under_way() {
    let mut stage = stage(Pairing::full(), Lang::En, WIDE);
    stage.press("5 s").wait(75);
    let written = Per { bigin: 340, desk: 1210 };
    stage.take(Message::SyncWent(Progress { linked: 12, written, calls: 1422, left: 2400 }));
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn another_process_syncs() {
    let mut pairing = Pairing::full();
    let overview = pairing.overview.as_mut().expect("it is there");
    overview.led_until = Some(now() + SignedDuration::from_secs(40));
    overview.waiting = 812;
    insta::assert_snapshot!(stage(pairing, Lang::PtBr, NARROW).press("5").picture());
}

#[test]
fn too_much_is_gone() {
    let mut pairing = Pairing::full();
    pairing.overview.as_mut().expect("it is there").braked = true;
    insta::assert_snapshot!(stage(pairing, Lang::En, NARROW).press("5 B").picture());
}

#[test]
fn who_may_not_administrate_sees_why() {
    let mut world = World { pairing: Pairing::full(), ..World::new() };
    world.furniture.me.as_mut().expect("somebody").administrator = Some(false);
    insta::assert_snapshot!(Stage::of(world, Lang::En, NARROW).press("5 l l l enter d").picture());
}
