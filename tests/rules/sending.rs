//! Sending: asked before, held, taken back, delivered once.

use balcao::app::message::Delivery;
use balcao::app::parts::popup::Popup;
use balcao::app::{Effect, Front, Message};
use balcao::compose::Concern;
use balcao::model::{Fate, OutgoingId, Reason, TicketId, addresses};
use balcao::text::Lang;

use crate::screens::stage::Stage;

fn reply() -> Stage {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s");
    stage
}

fn deliveries(stage: &Stage) -> usize {
    stage.asked.iter().filter(|effect| matches!(effect, Effect::Deliver { .. })).count()
}

#[test]
fn a_message_is_held_and_composing_stays_free() {
    let stage = reply();
    let (_, until) = stage.app.held().expect("a held message");
    assert_eq!(until.duration_since(stage.app.now).as_secs(), 10);
    assert_eq!(stage.app.front(), Front::Talk);
}

#[test]
fn it_is_delivered_once_when_the_hold_ends() {
    let mut stage = reply();
    stage.wait(5);
    assert_eq!(deliveries(&stage), 0);
    stage.wait(6).wait(1).wait(1);
    assert_eq!(deliveries(&stage), 1);
}

#[test]
fn from_the_end_of_the_hold_the_foot_says_that_it_is_being_sent() {
    let mut stage = reply();
    stage.wait(5);
    assert!(stage.text().contains("leaves in 5 s"), "{}", stage.text());
    stage.wait(6);
    let text = stage.text();
    assert!(text.contains("is being sent …") && !text.contains("leaves in"), "{text}");
}

#[test]
fn u_takes_it_back_before_it_leaves() {
    let mut stage = reply();
    stage.press("u");
    assert!(stage.asked.iter().any(|effect| matches!(effect, Effect::TakeBack(_))));
    assert_eq!(deliveries(&stage), 0);
    let composer = stage.app.composer.as_ref().expect("the text is back, to go on with");
    assert_eq!(composer.body.lines(), ["It has left the bank."]);
    assert!(stage.app.held().is_none());
}

#[test]
fn an_empty_answer_and_one_to_nobody_are_refused_with_the_reason() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter f \"\" ctrl-s");
    let Some(Popup::Dialog(dialog)) = stage.app.popups.last() else { panic!("a dialog") };
    assert_eq!(dialog.answers.len(), 1, "it can only be edited: {dialog:?}");
    assert!(!stage.asked.iter().any(|effect| matches!(effect, Effect::Queue { .. })));
    stage.press("esc");
    assert_eq!(stage.app.front(), Front::Composer);
}

#[test]
fn a_grown_ticket_asks_and_the_text_is_not_lost() {
    let mut stage = reply();
    let id = stage.app.outbox[0].id.clone();
    stage.world.outbox[0].fate = Fate::Stale;
    stage.take(Message::Delivered(id.clone(), Delivery::Stale(TicketId::new("t1042"), 2)));
    assert!(matches!(stage.app.popups.last(), Some(Popup::Dialog(_))));
    stage.wait(1).press("s");
    let despite =
        |effect: &Effect| matches!(effect, Effect::Deliver { id: one, despite_news: true } if *one == id);
    assert!(stage.asked.iter().any(despite));
}

#[test]
fn what_an_earlier_run_left_held_is_asked_about_at_start() {
    let mut first = reply();
    let mut world = std::mem::replace(&mut first.world, crate::screens::world::World::new());
    world.outbox[0].fate = Fate::Asked;
    let mut stage = Stage::of(world, Lang::En, (80, 24));
    let Some(Popup::Dialog(dialog)) = stage.app.popups.last() else { panic!("a dialog") };
    assert_eq!(dialog.answers.iter().map(|answer| answer.key).collect::<String>(), "sexk");
    stage.press("s");
    assert_eq!(deliveries(&stage), 0, "a key that came with the question was meant for something else");
    stage.wait(1).press("s");
    assert!(stage.asked.contains(&Effect::Deliver { id: OutgoingId::new("out-0"), despite_news: true }));
}

#[test]
fn letters_that_somebody_types_answer_no_question() {
    let mut first = reply();
    let mut world = std::mem::replace(&mut first.world, crate::screens::world::World::new());
    let left = std::mem::take(&mut world.outbox);
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    stage.press("/ \"san\"");
    stage.world.outbox = left;
    stage.world.outbox[0].fate = Fate::Asked;
    stage.take(Message::WritingChanged).wait(2).press("\"sex\"");
    assert_eq!(stage.app.contacts.find.text(), "sansex");
    assert!(stage.app.popups.is_empty() && deliveries(&stage) == 0);
    stage.press("esc");
    assert!(matches!(stage.app.popups.last(), Some(Popup::Dialog(_))), "asked when they have finished");
}

#[test]
fn leaving_while_a_message_is_held_is_asked_about() {
    let mut stage = reply();
    stage.press("q");
    assert!(matches!(stage.app.popups.last(), Some(Popup::Dialog(_))));
    stage.press("esc");
    assert!(!stage.asked.contains(&Effect::Quit));
}

#[test]
fn send_anyway_looks_at_the_newest_message_once_more() {
    let mut stage = reply();
    let id = stage.app.outbox[0].id.clone();
    stage.world.outbox[0].fate = Fate::Stale;
    stage.world.concerns = vec![Concern::Dropped(addresses("counsel@zylker.example"))];
    stage.take(Message::Delivered(id.clone(), Delivery::Stale(TicketId::new("t1042"), 1)));
    stage.wait(1).press("s");
    assert!(stage.asked.contains(&Effect::CheckAgain(id.clone())));
    assert_eq!(deliveries(&stage), 0, "somebody would be left out");
    let text = stage.text();
    assert!(text.contains("counsel@zylker.example"), "{text}");
    stage.press("s");
    assert!(stage.asked.contains(&Effect::Deliver { id, despite_news: true }));
}

#[test]
fn why_it_did_not_leave_is_told_in_the_readers_language() {
    let reason = Reason::told("error-zoho-down", &[("service", "Zoho Desk"), ("status", "503")]);
    for (lang, said) in [(Lang::En, "has a fault of its own"), (Lang::PtBr, "HTTP 503")] {
        let mut stage = Stage::new(lang, (120, 40));
        stage.press("enter enter r \"It has left the bank.\" ctrl-s");
        stage.world.outbox[0].fate = Fate::Failed { reason: reason.clone() };
        let text = stage.take(Message::WritingChanged).text();
        let english = text.contains("has a fault of its own");
        assert!(text.contains(said) && english == (lang == Lang::En), "{text}");
    }
}
