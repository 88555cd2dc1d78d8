//! Nothing typed is lost.

use balcao::app::parts::composer::Kept;
use balcao::app::{Effect, Fetch, Message, Trouble};
use balcao::model::{Fate, Module};
use balcao::text::Lang;

use crate::screens::stage::{Stage, offline};

fn saved(stage: &Stage) -> Vec<String> {
    let kept = stage.asked.iter().filter_map(|effect| match effect {
        Effect::SaveDraft(draft) => Some(draft.body.clone()),
        _ => None,
    });
    kept.collect()
}

#[test]
fn what_is_typed_is_on_disk_within_a_second() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Hi\"");
    let wake = stage.app.next_wake().expect("there is something to do");
    assert!(wake.duration_since(stage.app.now) < jiff::SignedDuration::from_secs(1));
    stage.wait(1);
    assert_eq!(saved(&stage), ["Hi"]);
    assert_eq!(stage.app.composer.as_ref().expect("open").kept, Kept::Saved);
}

#[test]
fn esc_keeps_the_draft_and_the_same_answer_goes_on_with_it() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Half a sent\" esc");
    assert_eq!(saved(&stage), ["Half a sent"]);
    assert!(stage.app.composer.is_none());
    stage.press("r \"ence\"");
    assert_eq!(stage.app.composer.as_ref().expect("open").body.lines(), ["Half a sentence"]);
}

#[test]
fn an_answer_that_was_only_opened_leaves_no_draft() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r esc");
    assert_eq!(saved(&stage), Vec::<String>::new());
    assert!(stage.app.drafts.is_empty());
}

#[test]
fn a_full_disk_is_said_and_the_text_stays() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Precious\"");
    let id = stage.app.composer.as_ref().expect("open").draft.id.clone();
    stage.take(Message::DraftKept(id, Err(offline())));
    let composer = stage.app.composer.as_ref().expect("still open");
    assert!(matches!(composer.kept, Kept::Failed(_)));
    assert_eq!(composer.body.lines(), ["Precious"]);
}

#[test]
fn leaving_the_program_keeps_what_is_being_written() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Almost\"");
    let last = stage.app.farewell();
    assert!(matches!(last.as_slice(), [Effect::SaveDraft(draft)] if draft.body == "Almost"));
}

#[test]
fn a_draft_that_the_disk_refused_is_not_lost_with_the_composer_and_leaving_asks() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Precious\"");
    let draft = stage.app.composer.as_ref().expect("open").current(stage.app.now);
    let closed = stage.app.update(Message::Key("esc".parse().expect("a key")), stage.app.now);
    assert!(matches!(closed.as_slice(), [Effect::SaveDraft(_), ..]));
    stage.take(Message::DraftKept(draft.id, Err(offline())));
    stage.press("q");
    assert_eq!(stage.app.popups.len(), 1, "leaving would lose it");
    assert!(!stage.asked.contains(&Effect::Quit));
    stage.press("esc r");
    assert_eq!(stage.app.composer.as_ref().expect("open again").body.lines(), ["Precious"]);
}

#[test]
fn a_draft_on_another_screen_is_gone_on_with_as_a_copy() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Mine\" esc");
    let id = stage.app.drafts[0].id.clone();
    stage.world.elsewhere.insert(id.clone());
    stage.take(Message::WritingChanged);
    stage.wait(1).press("r");
    let draft = &stage.app.composer.as_ref().expect("open").draft;
    assert!(draft.id != id && draft.body == "Mine");
}

#[test]
fn what_the_disk_refused_is_saved_by_itself_when_there_is_room_again() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Precious\"");
    stage.world.disk = Some(offline());
    stage.wait(1);
    let failed = |stage: &Stage| {
        let composer = stage.app.composer.as_ref().expect("still open");
        matches!(composer.kept, Kept::Failed(_))
    };
    assert!(failed(&stage) && stage.world.drafts.is_empty());
    stage.wait(2);
    assert_eq!(saved(&stage).len(), 1, "not all the time");
    let wake = stage.app.next_wake().expect("it is tried again");
    assert!(wake.duration_since(stage.app.now).as_secs() <= 5);
    stage.wait(4);
    assert!(failed(&stage) && saved(&stage).len() == 2);
    stage.world.disk = None;
    let text = stage.wait(6).text();
    assert_eq!(stage.world.drafts[0].body, "Precious");
    assert!(text.contains("what you wrote is saved") && !text.contains("NOT SAVED"), "{text}");
    stage.wait(10);
    assert_eq!(saved(&stage).len(), 3, "and that was that");
}

#[test]
fn a_draft_that_was_left_unsaved_is_saved_by_itself_as_well() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Precious\"");
    stage.world.disk = Some(offline());
    stage.press("esc");
    stage.world.disk = None;
    let text = stage.wait(6).text();
    assert!(stage.app.unsaved.is_empty() && stage.world.drafts[0].body == "Precious");
    assert!(text.contains("what you wrote is saved"), "{text}");
}

#[test]
fn that_drafts_wait_is_not_said_any_more_once_they_were_looked_at() {
    let mut first = Stage::new(Lang::En, (120, 40));
    first.press("enter enter r \"Half a sent\" esc");
    let world = std::mem::replace(&mut first.world, crate::screens::world::World::new());
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    assert!(stage.text().contains("1 draft is waiting"));
    stage.press("D esc");
    assert!(!stage.text().contains("1 draft is waiting"));
}

#[test]
fn what_a_pane_says_of_itself_is_not_said_at_the_foot_again() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    let sentence = "The connection to Zoho Desk broke off. Try again.";
    let broke = Trouble { sentence: sentence.into(), offline: false, at: stage.app.now };
    for fetch in [Fetch::Furniture, Fetch::Module(Module::Contacts), Fetch::Furniture] {
        stage.take(Message::Fetched { fetch, result: Err(broke.clone()) });
    }
    let text = stage.text();
    assert_eq!(text.matches("The connection").count(), 1, "{text}");
}

#[test]
fn a_start_says_that_messages_did_not_leave() {
    let mut first = Stage::new(Lang::En, (120, 40));
    first.press("enter enter r \"It left.\" ctrl-s");
    first.world.outbox[0].fate = Fate::Stale;
    let world = std::mem::replace(&mut first.world, crate::screens::world::World::new());
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    assert!(stage.text().contains("1 message did not leave: D shows it, and why."), "{}", stage.text());
}
