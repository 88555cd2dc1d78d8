//! Messages that another living process answers for, and answers that come too late.

use balcao::app::message::{Delivery, Late};
use balcao::app::parts::popup::Popup;
use balcao::app::{Effect, Message};
use balcao::model::{Fate, OutgoingId};
use balcao::text::Lang;

use crate::screens::stage::Stage;

/// A held reply that another process answers for.
fn theirs() -> (Stage, OutgoingId) {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s");
    let id = stage.app.outbox[0].id.clone();
    stage.world.others.insert(id.clone());
    stage.take(Message::WritingChanged);
    stage.asked.clear();
    (stage, id)
}

fn delivers(stage: &Stage) -> bool {
    stage.asked.iter().any(|effect| matches!(effect, Effect::Deliver { .. }))
}

#[test]
fn it_is_neither_counted_down_nor_sent_nor_taken_back_here() {
    let (mut stage, _) = theirs();
    let text = stage.wait(3).text();
    assert!(text.contains("another balcao on this machine has it") && !text.contains("leaves in"), "{text}");
    stage.wait(20).wait(1).press("u");
    assert!(!delivers(&stage) && !stage.asked.iter().any(|one| matches!(one, Effect::TakeBack(_))));
    stage.press("q");
    assert!(stage.asked.contains(&Effect::Quit), "leaving here ends nothing there");
}

#[test]
fn when_its_process_ends_it_is_asked_about_here_and_only_then() {
    let (mut stage, id) = theirs();
    stage.world.outbox[0].fate = Fate::Asked;
    stage.take(Message::WritingChanged);
    assert!(stage.app.popups.is_empty(), "somebody else asks");
    // The watch saw its process end; reading the outbox took it over.
    stage.world.others.clear();
    stage.take(Message::CacheChanged);
    let Some(Popup::Dialog(dialog)) = stage.app.popups.last() else { panic!("a dialog") };
    assert_eq!(dialog.answers.iter().map(|answer| answer.key).collect::<String>(), "sexk");
    assert!(!delivers(&stage), "nobody sends what a person is asked about");
    stage.wait(1).press("x x");
    assert!(
        !stage.asked.contains(&Effect::DropOutgoing(id.clone())),
        "the same key twice throws nothing away"
    );
    stage.press("d");
    assert!(stage.asked.contains(&Effect::DropOutgoing(id)));
}

#[test]
fn in_the_list_it_says_who_has_it_and_offers_nothing() {
    let (mut stage, _) = theirs();
    stage.press("D enter");
    let Some(Popup::Dialog(dialog)) = stage.app.popups.last() else { panic!("a dialog") };
    assert_eq!(dialog.answers.iter().map(|answer| answer.key).collect::<String>(), "k");
    assert!(dialog.lines[0].starts_with("Another balcao on this machine"), "{:?}", dialog.lines);
}

#[test]
fn an_answer_that_comes_too_late_is_told() {
    for (late, said) in [
        (Late::Sent, "had been sent already"),
        (Late::Leaving, "is on its way already"),
        (Late::Elsewhere, "Answer there"),
        (Late::Gone, "taken back or dropped elsewhere"),
    ] {
        let mut stage = Stage::new(Lang::En, (120, 40));
        stage.press("enter enter r \"It has left the bank.\" ctrl-s u");
        let id = OutgoingId::new("out-0");
        stage.take(Message::TooLate(id.clone(), late)).take(Message::Delivered(id, Delivery::Taken));
        let text = stage.text();
        assert!(text.contains(said), "{late:?}: {text}");
    }
}
