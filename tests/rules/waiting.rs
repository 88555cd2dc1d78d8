//! Messages that wait for the network, and what is checked after a lost answer, as the screen says it.

use balcao::app::message::Delivery;
use balcao::app::{Effect, Fetch, Message};
use balcao::model::{Fate, Module, OutgoingId};
use balcao::text::Lang;

use crate::screens::stage::{Stage, offline};

fn waiting(stage: &Stage) -> Fate {
    Fate::Waiting { since: stage.app.now, reason: "no network".into(), despite_news: false }
}

/// A reply whose hold has ended, with this fate.
fn reply(fate: impl Fn(&Stage) -> Fate, delivery: Delivery) -> (Stage, OutgoingId) {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s").wait(11);
    let id = stage.app.outbox[0].id.clone();
    stage.world.outbox[0].fate = fate(&stage);
    stage.take(Message::WritingChanged).take(Message::Delivered(id.clone(), delivery));
    stage.asked.clear();
    (stage, id)
}

fn deliveries(stage: &Stage) -> usize {
    stage.asked.iter().filter(|effect| matches!(effect, Effect::Deliver { .. })).count()
}

#[test]
fn it_says_so_and_is_tried_again_now_and_then() {
    let (mut stage, _) = reply(waiting, Delivery::Waiting(offline()));
    let text = stage.text();
    assert!(
        text.contains("waits for the network — will be sent when it is back · u takes it back"),
        "{text}"
    );
    assert!(text.contains("1 message waits for the network"), "{text}");
    stage.wait(5);
    assert_eq!(deliveries(&stage), 0);
    stage.wait(6).wait(1).wait(1);
    assert_eq!(deliveries(&stage), 1, "once, until there is an answer");
}

#[test]
fn it_leaves_as_soon_as_zoho_answers_anything() {
    let (mut stage, id) = reply(waiting, Delivery::Waiting(offline()));
    stage.take(Message::Fetched { fetch: Fetch::Module(Module::Contacts), result: Ok(false) }).wait(0);
    assert_eq!(stage.asked, [Effect::Deliver { id, despite_news: false }]);
}

#[test]
fn u_takes_it_back() {
    let (mut stage, id) = reply(waiting, Delivery::Waiting(offline()));
    stage.press("u");
    assert!(stage.asked.contains(&Effect::TakeBack(id)));
    assert_eq!(stage.app.composer.as_ref().expect("to go on with").body.lines(), ["It has left the bank."]);
}

#[test]
fn of_several_the_first_goes_first() {
    let (mut stage, first) = reply(waiting, Delivery::Waiting(offline()));
    let mut second = stage.world.outbox[0].clone();
    second.id = OutgoingId::new("out-1");
    second.draft.ticket = balcao::model::TicketId::new("t1038");
    stage.world.outbox.push(second);
    stage.take(Message::WritingChanged).wait(11);
    assert_eq!(stage.asked.iter().filter(|one| matches!(one, Effect::Deliver { .. })).count(), 1);
    stage.world.outbox.remove(0);
    stage.asked.clear();
    let sent = Delivery::Sent(stage.app.talk.as_ref().expect("open").id.clone());
    stage.take(Message::Delivered(first, sent)).wait(0);
    let second = Effect::Deliver { id: OutgoingId::new("out-1"), despite_news: false };
    assert!(stage.asked.contains(&second), "{:?}", stage.asked);
}

#[test]
fn what_another_process_has_is_not_asked_for_all_the_time() {
    let (mut stage, _) = reply(waiting, Delivery::Taken);
    for _ in 0..5 {
        stage.wait(1);
    }
    assert_eq!(deliveries(&stage), 0);
}

#[test]
fn a_look_up_counts_down_what_it_still_takes() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s").wait(11);
    let since = stage.app.now;
    stage.world.outbox[0].fate = Fate::Unknown { since };
    stage.take(Message::WritingChanged).wait(17);
    let text = stage.text();
    assert!(text.contains("checking whether it arrived · 43 s"), "{text}");
    let wake = stage.app.next_wake().expect("a wake");
    assert!(wake.duration_since(stage.app.now).as_secs() <= 1, "its seconds are drawn");
    assert!(stage.wait(50).text().contains("checking whether it arrived …"));
    let id = stage.app.outbox[0].id.clone();
    stage.take(Message::Delivered(id, Delivery::Unknown(offline())));
    assert!(stage.text().contains("the ticket is looked up before anything is sent again"));
}
