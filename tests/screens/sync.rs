//! The pairing of Bigin and Desk: every state of the screen, every list, the page of a conflict, what was done, what was
//! asked for.

use balcao::app::Message;
use balcao::model::pairing::{Act, FieldId, LinkId, Per, Progress, RowKey, Side};
use balcao::text::Lang;
use jiff::SignedDuration;

use super::stage::{Stage, now, offline};
use super::world::{Pairing, World};

const WIDE: (u16, u16) = (120, 40);
const NARROW: (u16, u16) = (80, 24);

fn stage(pairing: Pairing, lang: Lang, size: (u16, u16)) -> Stage {
    Stage::of(World { pairing, ..World::new() }, lang, size)
}

fn full(lang: Lang, size: (u16, u16), keys: &str) -> String {
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

#[test]
fn in_sync_wide() {
    insta::assert_snapshot!(full(Lang::En, WIDE, "j j"));
}

#[test]
fn in_sync_far_down_narrow_in_portuguese() {
    insta::assert_snapshot!(full(Lang::PtBr, NARROW, "G"));
}

#[test]
fn excluded_narrow() {
    insta::assert_snapshot!(full(Lang::En, NARROW, "l"));
}

#[test]
fn ambiguous_wide_in_portuguese() {
    insta::assert_snapshot!(full(Lang::PtBr, WIDE, "l l"));
}

#[test]
fn who_belongs_to_the_ambiguous_one() {
    insta::assert_snapshot!(full(Lang::En, WIDE, "l l m"));
}

#[test]
fn conflict_wide() {
    insta::assert_snapshot!(full(Lang::En, WIDE, "l l l enter"));
}

#[test]
fn conflict_narrow() {
    insta::assert_snapshot!(full(Lang::En, NARROW, "l l l enter"));
}

#[test]
fn conflict_with_all_fields_in_portuguese() {
    insta::assert_snapshot!(full(Lang::PtBr, WIDE, "l l l enter z"));
}

#[test]
fn failing_wide() {
    insta::assert_snapshot!(full(Lang::En, WIDE, "l l l l f"));
}

#[test]
fn failing_narrow_in_portuguese() {
    insta::assert_snapshot!(full(Lang::PtBr, NARROW, "l l l l enter"));
}

#[test]
fn what_the_service_said() {
    insta::assert_snapshot!(full(Lang::PtBr, NARROW, "l l l l e"));
}

#[test]
fn deleted_wide_in_portuguese() {
    insta::assert_snapshot!(full(Lang::PtBr, WIDE, "l l l l l"));
}

#[test]
fn the_parted_are_asked_about() {
    insta::assert_snapshot!(full(Lang::En, NARROW, "l l l l l l m"));
}

#[test]
fn who_wrote_the_field() {
    insta::assert_snapshot!(full(Lang::En, WIDE, "l l l enter z G i"));
}

#[test]
fn what_was_done_narrow_in_portuguese() {
    insta::assert_snapshot!(full(Lang::PtBr, NARROW, "l l l i"));
}

#[test]
fn a_write_is_to_be_taken_back() {
    insta::assert_snapshot!(full(Lang::En, WIDE, "l l l i v"));
}

#[test]
fn which_rule_shall_decide() {
    insta::assert_snapshot!(full(Lang::PtBr, WIDE, "l l l enter w"));
}

fn asked() -> Pairing {
    let mut pairing = Pairing::full();
    let shown = Per { bigin: "Recife".to_owned(), desk: "Olinda".to_owned() };
    let act = Act::Decide { link: LinkId(2), field: FieldId(12), winner: Side::Desk, shown };
    pairing.asked(RowKey::Link(LinkId(2)), act);
    pairing.asked(RowKey::Link(LinkId(2)), Act::Pin { link: LinkId(2), field: None, on: true });
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
