//! The agent's own tickets.

use balcao::text::Lang;

use super::stage::Stage;
use super::world::World;

#[test]
fn mine_wide() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("4 j").picture());
}

#[test]
fn mine_narrow_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("4 j").picture());
}

#[test]
fn all_open_wide_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (120, 40)).press("4 l l l").picture());
}

#[test]
fn all_open_narrow() {
    insta::assert_snapshot!(Stage::new(Lang::En, (80, 24)).press("4 l l l").picture());
}

#[test]
fn overdue_wide() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("4 l l").picture());
}

#[test]
fn one_department_being_chosen() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("4 d").picture());
}

#[test]
fn a_filter_that_matches_nothing() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("4 / \"nada disso\"").picture());
}

#[test]
fn how_many_stand_on_each_shelf() {
    let mut world = World::new();
    world.counted = true;
    insta::assert_snapshot!(Stage::of(world, Lang::En, (120, 40)).press("4 l").picture());
}
