//! What comes up while somebody writes takes no letter of theirs; and what they type goes where they mean it to.

use balcao::app::message::Delivery;
use balcao::app::parts::composer::Kept;
use balcao::app::parts::popup::{Picked, Popup};
use balcao::app::{Effect, Front, Message};
use balcao::model::{DeskContactId, Fate, TicketId};
use balcao::text::Lang;

use crate::screens::stage::Stage;

/// A reply that stays here because its ticket has grown; told to the state, unless `after` says what is pressed before.
fn grown(after: &str) -> Stage {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s").press(after);
    let id = stage.app.outbox[0].id.clone();
    stage.world.outbox[0].fate = Fate::Stale;
    stage.take(Message::Delivered(id, Delivery::Stale(TicketId::new("t1042"), 1)));
    stage
}

fn typed(stage: &Stage) -> String {
    stage.app.composer.as_ref().expect("a composer").body.lines().join("\n")
}

#[test]
fn a_question_waits_until_nobody_types() {
    let mut stage = grown("c \"resp\"");
    assert!(stage.app.popups.is_empty(), "the letters belong to the comment");
    assert!(stage.text().contains("was not sent: a new entry came"), "{}", stage.text());
    stage.press("\"osta es\"");
    assert_eq!(typed(&stage), "resposta es");
    stage.press("esc");
    assert!(matches!(stage.app.popups.last(), Some(Popup::Dialog(_))), "now it is asked");
}

#[test]
fn letters_typed_before_a_question_can_have_been_read_answer_nothing() {
    let mut stage = grown("");
    stage.press("e s");
    assert!(matches!(stage.app.popups.last(), Some(Popup::Dialog(_))));
    assert!(!stage.asked.iter().any(|effect| matches!(effect, Effect::TakeBack(_) | Effect::Deliver { .. })));
    stage.wait(1).press("e");
    assert_eq!(typed(&stage), "It has left the bank.");
}

#[test]
fn what_is_typed_while_a_draft_comes_back_goes_into_it() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It left.\" ctrl-s");
    let now = stage.app.now;
    let taken = stage.app.update(Message::Key("u".parse().unwrap()), now);
    assert!(taken.iter().any(|effect| matches!(effect, Effect::TakeBack(_))));
    for key in ["space", "s", "q"] {
        assert_eq!(stage.app.update(Message::Key(key.parse().unwrap()), now), []);
    }
    let back = stage.world.outbox.remove(0).draft;
    stage.world.drafts.push(back);
    stage.take(Message::WritingChanged);
    assert_eq!(stage.app.front(), Front::Composer);
    assert_eq!(typed(&stage), "It left. sq");
}

#[test]
fn a_draft_that_does_not_come_back_does_not_keep_the_keys() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It left.\" ctrl-s");
    let now = stage.app.now;
    stage.app.update(Message::Key("u".parse().unwrap()), now);
    stage.wait(3).press("?");
    assert!(matches!(stage.app.popups.last(), Some(Popup::Help(_))));
}

#[test]
fn where_the_cursor_stands_is_kept_with_the_draft() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"abc def\"").wait(1);
    assert_eq!(stage.app.composer.as_ref().unwrap().kept, Kept::Saved);
    stage.press("left left left").wait(1);
    assert_eq!(stage.world.drafts[0].cursor, (0, 4));
    // Nothing was written: there is nothing to keep.
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter f tab tab tab tab down up").wait(1);
    assert!(stage.world.drafts.is_empty());
}

#[test]
fn whose_ticket_it_shall_be_is_asked_where_several_match() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("j j +");
    let Some(Popup::Menu(menu)) = stage.app.popups.last() else { panic!("a menu") };
    assert!(menu.list.window.total > 1);
    let Some(Picked::Customer(chosen)) = menu.selected().cloned() else { panic!("a customer") };
    stage.press("enter \"Lost parcel\" tab enter enter ctrl-s");
    let made = stage.asked.iter().find_map(|effect| match effect {
        Effect::CreateTicket(new) => new.contact.clone(),
        _ => None,
    });
    assert_eq!(made, chosen.contact);
}

#[test]
fn the_one_that_is_looked_at_is_not_asked_for_again() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("j j enter enter +");
    let Some(Popup::Form(form)) = stage.app.popups.last() else { panic!("the form") };
    assert!(form.contact.as_ref().is_some_and(|id| *id != DeskContactId::new("")));
}

#[test]
fn a_message_taken_back_from_the_list_gets_the_keys_at_once() {
    for fate in [None, Some(Fate::Stale)] {
        let mut stage = Stage::new(Lang::En, (120, 40));
        stage.press("enter enter r \"It left.\" ctrl-s");
        if let Some(fate) = fate {
            stage.world.outbox[0].fate = fate;
            stage.take(Message::WritingChanged);
        }
        stage.press("D enter e");
        assert_eq!(stage.app.front(), Front::Composer, "no list above it");
        stage.press("\" dado adicional do dia\"");
        assert_eq!(typed(&stage), "It left. dado adicional do dia");
        assert!(!stage.asked.iter().any(|one| matches!(one, Effect::DropDraft(_) | Effect::DropOutgoing(_))));
    }
}

#[test]
fn the_key_that_asks_whether_to_drop_is_not_its_own_answer() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Half a sent\" esc D d d d");
    assert_eq!(stage.world.drafts.len(), 1);
    stage.press("x");
    assert!(stage.world.drafts.is_empty());
    stage.press("esc r \"It left.\" ctrl-s D d d d");
    assert!(!stage.asked.iter().any(|one| matches!(one, Effect::DropOutgoing(_))));
}

#[test]
fn who_decided_later_can_still_look_at_what_is_new() {
    let mut stage = grown("");
    stage.wait(1).press("k D enter l");
    assert_eq!(stage.app.front(), Front::Talk);
    assert!(stage.app.popups.is_empty());
}

#[test]
fn what_is_longer_than_the_line_is_seen_in_the_composer() {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.press(&format!("enter enter c \"https://exemplo.example/{}FIMX\"", "a".repeat(94)));
    assert!(stage.text().contains("FIMX"), "{}", stage.text());
}

#[test]
fn back_from_what_a_search_found_leads_to_the_search() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("ctrl-f \"invoice\"");
    let Some(Popup::Search(search)) = stage.app.popups.last() else { panic!("the search") };
    assert!(search.hits.selected().is_some(), "something is found");
    stage.press("down enter esc");
    let Some(Popup::Search(search)) = stage.app.popups.last() else { panic!("the search again") };
    assert_eq!(search.text.text(), "invoice");
    stage.press("esc");
    assert!(stage.app.popups.is_empty() && stage.app.front() == Front::Screen);
}
