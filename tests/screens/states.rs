//! Loading, empty, failed, troubled, stale: every pane says which.

use balcao::app::parts::notice::{Notice, Tone};
use balcao::text::Lang;
use jiff::SignedDuration;

use super::stage::{Stage, now, offline};
use super::world::World;

fn loading() -> World {
    World { answers: false, zoho: None, fetched: None, ..World::empty() }
}

fn failed() -> World {
    World { zoho: Some(Err(offline())), fetched: None, ..World::empty() }
}

fn troubled() -> World {
    let fetched = Some(now() - SignedDuration::from_mins(47));
    World { zoho: Some(Err(offline())), fetched, ..World::new() }
}

fn stale() -> World {
    World { zoho: None, fetched: Some(now() - SignedDuration::from_hours(3)), ..World::new() }
}

#[test]
fn the_counter_loads() {
    insta::assert_snapshot!(Stage::of(loading(), Lang::En, (120, 40)).picture());
}

#[test]
fn the_counter_is_empty() {
    insta::assert_snapshot!(Stage::of(World::empty(), Lang::PtBr, (80, 24)).picture());
}

#[test]
fn the_counter_could_not_be_fetched() {
    insta::assert_snapshot!(Stage::of(failed(), Lang::En, (120, 40)).picture());
}

#[test]
fn the_counter_could_not_be_fetched_narrow() {
    insta::assert_snapshot!(Stage::of(failed(), Lang::PtBr, (80, 24)).picture());
}

#[test]
fn the_counter_could_not_be_fetched_again() {
    insta::assert_snapshot!(Stage::of(troubled(), Lang::En, (120, 40)).picture());
}

#[test]
fn the_counter_is_stale() {
    insta::assert_snapshot!(Stage::of(stale(), Lang::PtBr, (120, 40)).picture());
}

#[test]
fn the_queue_loads() {
    insta::assert_snapshot!(Stage::of(loading(), Lang::PtBr, (80, 24)).press("4 l").picture());
}

#[test]
fn the_queue_is_empty() {
    insta::assert_snapshot!(Stage::of(World::empty(), Lang::En, (120, 40)).press("4").picture());
}

#[test]
fn the_queue_could_not_be_fetched() {
    insta::assert_snapshot!(Stage::of(failed(), Lang::En, (80, 24)).press("4").picture());
}

#[test]
fn the_queue_is_stale() {
    insta::assert_snapshot!(Stage::of(stale(), Lang::En, (80, 24)).press("4").picture());
}

#[test]
fn a_conversation_loads() {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.world.answers = false;
    stage.world.zoho = None;
    insta::assert_snapshot!(stage.press("enter enter").picture());
}

#[test]
fn a_conversation_could_not_be_fetched() {
    let mut stage = Stage::new(Lang::PtBr, (80, 24));
    stage.world.talks.clear();
    stage.world.zoho = Some(Err(offline()));
    insta::assert_snapshot!(stage.press("enter enter").picture());
}

#[test]
fn a_notice_beside_what_is_held() {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.press("enter enter r \"Done.\" ctrl-s");
    let text = "The ticket was changed by somebody else meanwhile; this is how it stands now.".to_owned();
    stage.app.notices.say(Notice::new(text, Tone::Warning, stage.app.now));
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn the_queue_is_not_the_whole() {
    let world = World { zoho: None, fetched: None, ..World::new() };
    insta::assert_snapshot!(Stage::of(world, Lang::En, (120, 40)).press("4").picture());
}

#[test]
fn the_queue_is_not_the_whole_and_could_not_be_fetched() {
    let world = World { zoho: Some(Err(offline())), fetched: None, ..World::new() };
    insta::assert_snapshot!(Stage::of(world, Lang::PtBr, (80, 24)).press("4").picture());
}

#[test]
fn what_a_profile_forbids_is_struck_through() {
    let mut world = World::new();
    let may = world.furniture.permissions.as_mut().expect("permissions");
    (may.create_tickets, may.send_mail) = (false, false);
    insta::assert_snapshot!(Stage::of(world, Lang::En, (80, 24)).press("enter").picture());
}
