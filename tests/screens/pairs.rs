//! The lists of the Sync screen, and the page of a record.

use balcao::text::Lang;

use super::sync::{NARROW, WIDE, full};

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
