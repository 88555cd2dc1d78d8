//! Before anybody is signed in: back and forward lose nothing, and what is secret stays so.

use balcao::app::door::{Effect, Left, Message, Step, Way};
use balcao::text::Lang;

use crate::screens::porch::{Porch, arrived, shown};

fn porch() -> Porch {
    Porch::new(Lang::En, (80, 24))
}

/// To the page of the client, with everything typed.
const TYPED: &str = "enter j enter enter enter \"1000.ABC\" tab \"s3cret\"";

#[test]
fn three_ways_lead_from_the_first_page() {
    let left = |keys: &str| match porch().press(keys).asked.as_slice() {
        [Effect::Leave(left)] => Some(*left),
        _ => None,
    };
    assert_eq!(left("j enter"), Some(Left::Demo));
    assert_eq!(left("j j enter"), Some(Left::Home));
    assert_eq!(left("q"), Some(Left::Home));
    assert_eq!(left("esc"), None);
    assert_eq!(left("enter q"), Some(Left::Home));
    assert_eq!(left("enter enter enter enter \"q\" ctrl-c"), Some(Left::Home), "out of a line as well");
}

#[test]
fn what_was_typed_is_what_is_signed_in_with() {
    let mut porch = porch();
    porch.press(TYPED).press("enter");
    let [Effect::SignIn(wish)] = porch.asked.as_slice() else { panic!("{:?}", porch.asked) };
    assert_eq!(
        (&wish.place, wish.way, wish.client.as_str()),
        (&Ok("eu".to_owned()), Way::Device, "1000.ABC")
    );
    assert_eq!(porch.door.step, Step::Wait);
    // Neither the state nor what it asks for tells the secret to a log.
    let told = format!("{:?} {:?}", porch.asked, porch.door.secret);
    assert!(!told.contains("s3cret"), "{told}");
}

#[test]
fn nothing_leaves_while_something_is_missing() {
    let mut porch = porch();
    porch.press("enter enter j j enter enter \"1000.ABC\" ctrl-s");
    assert!(porch.asked.is_empty() && porch.text().contains("Something is missing"));
    // The first empty line has the keys.
    porch.press("\"s3cret\" ctrl-s");
    assert!(porch.asked.is_empty());
    porch.press("\"1000.code\" ctrl-s");
    assert!(matches!(porch.asked.as_slice(), [Effect::SignIn(wish)] if wish.way == Way::Code));
}

#[test]
fn back_and_forward_lose_nothing() {
    let mut porch = porch();
    porch.press(TYPED).press("esc esc esc esc");
    assert_eq!((porch.door.step, porch.door.place), (Step::Welcome, 1));
    porch.press("enter enter enter enter ctrl-s");
    let [Effect::SignIn(wish)] = porch.asked.as_slice() else { panic!("{:?}", porch.asked) };
    assert_eq!((&wish.place, wish.client.as_str()), (&Ok("eu".to_owned()), "1000.ABC"));
}

#[test]
fn a_refusal_leads_back_to_what_was_typed() {
    let mut porch = porch();
    porch.press(TYPED).press("enter").take(shown()).take(Message::Refused("The code ran out.".into()));
    assert!(porch.text().contains("The code ran out.") && porch.text().contains("1000.ABC"));
    porch.press("ctrl-s");
    assert_eq!(porch.asked.len(), 2, "{:?}", porch.asked);
    assert!(!porch.text().contains("The code ran out."));
}

#[test]
fn who_stops_waiting_is_not_pulled_in_afterwards() {
    let mut porch = porch();
    porch.press(TYPED).press("enter").take(shown()).press("esc");
    assert!(matches!(porch.asked.last(), Some(Effect::GiveUp)));
    porch.take(shown()).take(arrived(&["Jatobá"])).take(Message::Refused("late".into()));
    assert_eq!((porch.door.step, porch.asked.len()), (Step::Client, 2));
    assert!(porch.door.trouble.is_none());
}

#[test]
fn one_portal_is_not_asked_about_and_several_are() {
    let mut porch = porch();
    porch.press(TYPED).press("enter").take(arrived(&["Jatobá"]));
    assert!(matches!(porch.asked.last(), Some(Effect::Keep(None))));
    porch.take(Message::Kept(Ok("/p".into()))).press("enter");
    assert!(matches!(porch.asked.last(), Some(Effect::Leave(Left::In))));

    let mut porch = self::porch();
    porch.press(TYPED).press("enter").take(arrived(&["Jatobá", "Ipê"])).press("j enter");
    assert!(matches!(porch.asked.last(), Some(Effect::Keep(Some(id))) if id == "2"));
    // A disk that is full leaves one there, to try again.
    porch.take(Message::Kept(Err("The disk is full.".into())));
    assert!(porch.door.step == Step::Portal && porch.text().contains("The disk is full."));
    porch.press("enter");
    assert!(matches!(porch.asked.last(), Some(Effect::Keep(Some(id))) if id == "2"));
}

#[test]
fn who_signed_out_finds_place_and_client() {
    let mut porch = Porch::after(Some((Ok("jp".into()), "1000.OLD".into())), Lang::En, (80, 24));
    porch.press("enter enter enter enter");
    assert!(porch.text().contains("1000.OLD"));
    // The secret is the first thing that is missing.
    porch.press("\"s3cret\" ctrl-s");
    let [Effect::SignIn(wish)] = porch.asked.as_slice() else { panic!("{:?}", porch.asked) };
    assert_eq!((&wish.place, wish.client.as_str()), (&Ok("jp".to_owned()), "1000.OLD"));
}

#[test]
fn time_is_told_by_the_second_and_not_longer_than_it_lasts() {
    let mut porch = porch();
    assert!(porch.door.next_wake().is_none());
    porch.press(TYPED).press("enter").take(shown());
    assert!(porch.door.next_wake().is_some_and(|at| at > porch.door.now));
    assert!(porch.wait(300).door.next_wake().is_none());
    assert!(porch.text().contains("0:00"));
}

#[test]
fn a_pasted_secret_brings_no_line_end_along() {
    let mut porch = porch();
    porch.press("enter enter enter enter").take(Message::Paste("1000.ABC\r\n".into()));
    assert_eq!(porch.door.client.text(), "1000.ABC");
    // Outside of a line a paste means nothing.
    porch.press("esc").take(Message::Paste("q".into()));
    assert_eq!(porch.door.step, Step::Rights);
}
