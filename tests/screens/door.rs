//! The pages before anybody is signed in.

use balcao::app::door::{Arrived, Message};
use balcao::text::Lang;

use super::porch::{Porch, arrived, shown};

const NARROW: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

#[test]
fn nobody_is_signed_in() {
    insta::assert_snapshot!(Porch::new(Lang::En, WIDE).press("j").picture());
}

#[test]
fn nobody_is_signed_in_narrow() {
    insta::assert_snapshot!(Porch::new(Lang::PtBr, NARROW).picture());
}

#[test]
fn the_data_centre_is_asked_for() {
    insta::assert_snapshot!(Porch::new(Lang::PtBr, WIDE).press("enter j j").picture());
}

#[test]
fn the_way_is_asked_for() {
    insta::assert_snapshot!(Porch::new(Lang::En, NARROW).press("enter enter j").picture());
}

#[test]
fn the_rights_are_listed() {
    insta::assert_snapshot!(Porch::new(Lang::PtBr, NARROW).press("enter enter enter").picture());
}

#[test]
fn the_client_is_asked_for_and_what_is_secret_is_not_shown() {
    let mut porch = Porch::new(Lang::En, NARROW);
    porch.press("enter j enter j j enter enter \"1000.ABC\" tab \"s3cret\" left left");
    assert!(!porch.text().contains("s3cret"));
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn an_address_of_ones_own_is_asked_for() {
    let mut porch = Porch::new(Lang::PtBr, WIDE);
    porch.press("enter G enter j enter enter \"http://127.0.0.1:8300\"");
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn a_code_waits_to_be_typed() {
    let mut porch = agreeing(Lang::En, NARROW);
    porch.take(shown()).wait(61);
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn the_network_goes_while_it_waits_for_somebody_elsewhere() {
    let mut porch = agreeing(Lang::PtBr, WIDE);
    porch.take(shown()).take(Message::Moved("eu".into()));
    porch.take(Message::Asked(Some("O Zoho Accounts não responde.".into())));
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn a_refusal_stands_where_it_can_be_mended() {
    let mut porch = agreeing(Lang::En, NARROW);
    porch.take(Message::Refused("Zoho does not know this client (invalid_client).".into()));
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn one_of_several_portals_is_chosen() {
    let mut porch = agreeing(Lang::PtBr, NARROW);
    porch.take(arrived(&["Jatobá Sistemas", "Ipê Consultoria"])).press("j");
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn somebody_is_in() {
    let mut porch = agreeing(Lang::En, WIDE);
    porch
        .take(arrived(&["Jatobá Sistemas"]))
        .take(Message::Kept(Ok("/home/ana/.config/profile.toml".into())));
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn somebody_is_in_with_less_than_was_asked_for() {
    let mut porch = agreeing(Lang::PtBr, NARROW);
    porch.take(Message::Arrived(Box::new(Arrived {
        desk: Ok(("Ana Lima".into(), "ana.lima@jatoba.example".into())),
        bigin: Err("O Bigin não conhece você.".into()),
        portals: Vec::new(),
        missing: vec![("Desk.search.READ".into(), "scope-search")],
    })));
    porch.take(Message::Kept(Ok("/home/ana/.config/profile.toml".into())));
    insta::assert_snapshot!(porch.picture());
}

#[test]
fn no_size_breaks_the_door() {
    for (step, size) in
        ["", "enter", "enter enter", "enter enter enter", "enter enter enter enter"].iter().flat_map(|keys| {
            [(0, 0), (1, 1), (30, 10), (59, 16), (60, 15), (60, 16), (300, 90)].map(|size| (keys, size))
        })
    {
        Porch::new(Lang::PtBr, size).press(step).picture();
    }
    let mut porch = agreeing(Lang::PtBr, (60, 16));
    assert!(porch.take(shown()).text().contains("W K Z Z"), "{}", porch.text());
}

/// The page that waits for somebody to agree.
fn agreeing(lang: Lang, size: (u16, u16)) -> Porch {
    let mut porch = Porch::new(lang, size);
    porch.press("enter enter enter enter \"1000.ABC\" tab \"s3cret\" ctrl-s");
    porch
}
