//! Nothing typed is lost.

use balcao::app::parts::composer::Kept;
use balcao::app::{Effect, Message};
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
