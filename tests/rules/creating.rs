//! `+ Ticket`, created once: what came of a lost answer is looked for before anything is created again.

use balcao::app::message::NotCreated;
use balcao::app::parts::form::Form;
use balcao::app::parts::popup::Popup;
use balcao::app::{Effect, Message};
use balcao::model::TicketId;
use balcao::text::Lang;

use crate::screens::stage::{Stage, offline};

fn sent() -> Stage {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("+ \"Invoice\" tab enter enter ctrl-s");
    stage
}

fn lost() -> Stage {
    let mut stage = sent();
    stage.take(Message::Created(Err(NotCreated::Unknown(offline()))));
    stage
}

fn form(stage: &Stage) -> &Form {
    let mut forms = stage.app.popups.iter();
    forms
        .find_map(|popup| if let Popup::Form(form) = popup { Some(&**form) } else { None })
        .expect("the form stays")
}

fn count(stage: &Stage) -> (usize, usize) {
    let of = |which: fn(&Effect) -> bool| stage.asked.iter().filter(|one| which(one)).count();
    (of(|one| matches!(one, Effect::CreateTicket(_))), of(|one| matches!(one, Effect::LookForTicket { .. })))
}

#[test]
fn after_a_lost_answer_it_is_looked_for_and_not_created_again() {
    let mut stage = lost();
    assert!(stage.text().contains("The answer was lost"), "{}", stage.text());
    stage.wait(60).press("ctrl-s ctrl-s");
    assert_eq!(count(&stage), (1, 1));
    stage.take(Message::Created(Ok((TicketId::new("t1042"), "1042".into()))));
    assert!(stage.app.popups.is_empty() && stage.app.talk.is_some() && stage.world.forms.is_empty());
}

#[test]
fn what_desk_does_not_list_is_asked_about() {
    let mut stage = lost();
    stage.wait(60).press("ctrl-s").take(Message::Created(Err(NotCreated::NotFound)));
    assert!(stage.text().contains("Create it again?"), "{}", stage.text());
    stage.press("enter");
    assert_eq!(count(&stage), (1, 2), "looking again is the first answer");
    stage.take(Message::Created(Err(NotCreated::NotFound))).press("k");
    assert_eq!(count(&stage), (1, 2));
    stage.press("ctrl-s").take(Message::Created(Err(NotCreated::NotFound))).press("c");
    assert_eq!(count(&stage), (2, 3));
    // A refusal of the second try says nothing about the first one.
    stage.take(Message::Created(Err(NotCreated::Refused(offline())))).press("ctrl-s");
    assert_eq!(count(&stage), (2, 4));
}

#[test]
fn what_was_refused_is_simply_sent_again() {
    let mut stage = sent();
    stage.take(Message::Created(Err(NotCreated::Refused(offline())))).press("ctrl-s");
    assert_eq!(count(&stage), (2, 0));
}

#[test]
fn a_program_that_ended_while_it_was_on_its_way_looks_for_it_too() {
    let mut first = sent();
    assert!(first.world.forms[0].tried.is_some(), "on disk before it leaves");
    let world = std::mem::replace(&mut first.world, crate::screens::world::World::new());
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    stage.press("D G enter");
    assert_eq!(form(&stage).subject.text(), "Invoice");
    stage.press("ctrl-s");
    assert_eq!(count(&stage), (0, 1));
}
