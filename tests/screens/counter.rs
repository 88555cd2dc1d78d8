//! Contacts, companies, pipelines.

use balcao::text::Lang;

use super::stage::Stage;

#[test]
fn contacts_wide() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).picture());
}

#[test]
fn contacts_wide_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (120, 40)).picture());
}

#[test]
fn contacts_narrow() {
    insta::assert_snapshot!(Stage::new(Lang::En, (80, 24)).picture());
}

#[test]
fn a_record_narrow_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("enter").picture());
}

#[test]
fn tickets_of_a_contact_with_the_keys() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("enter j").picture());
}

#[test]
fn overview() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("enter h").picture());
}

#[test]
fn overview_narrow_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("enter h").picture());
}

#[test]
fn activity() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("enter l").picture());
}

#[test]
fn a_filter_being_typed() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("/ \"souza\"").picture());
}

#[test]
fn a_contact_who_is_not_in_desk() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("j").picture());
}

#[test]
fn a_contact_with_an_ambiguous_twin_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (120, 40)).press("j j").picture());
}

#[test]
fn companies() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("2 enter").picture());
}

#[test]
fn pipelines_overview() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (120, 40)).press("3 enter h").picture());
}

#[test]
fn one_of_several_twins_looked_at() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("j j enter enter").picture());
}

#[test]
fn several_twins_with_the_keys_narrow_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("j j enter j").picture());
}
