//! What a writer has read, when they come back to a draft.

use balcao::app::Message;
use balcao::app::effect::TicketPage;
use balcao::model::ThreadId;
use balcao::text::Lang;

use crate::screens::stage::Stage;

#[test]
fn a_draft_that_is_resumed_has_read_what_the_conversation_shows_now() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Half\" esc");
    let read = stage.world.drafts[0].seen.clone();
    stage.world.drafts[0].seen.last_thread = Some(ThreadId::new("long ago"));
    stage.world.drafts[0].seen.until = None;
    stage.app.drafts.clone_from(&stage.world.drafts);
    stage.press("r");
    assert_eq!(stage.app.composer.as_ref().expect("open").draft.seen, read);
}

#[test]
fn who_reads_the_end_sees_what_is_new_and_others_stay_where_they_are() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    let long = |talk: &TicketPage| talk.ticket.id.as_str() == "t1042";
    let at = stage.world.talks.iter().position(long).expect("the long one");
    let newest = stage.world.talks[at].entries.pop().expect("the newest");
    stage.press("enter enter");
    let shown = |stage: &Stage| {
        let talk = stage.app.talk.as_ref().expect("open");
        (talk.selected + 1, talk.said().len())
    };
    let (_, before) = shown(&stage);
    stage.press("G");
    stage.world.talks[at].entries.push(newest.clone());
    stage.take(Message::CacheChanged);
    assert_eq!(shown(&stage), (before + 1, before + 1));

    stage.press("g g");
    stage.world.talks[at].entries.pop();
    stage.take(Message::CacheChanged);
    let top = stage.app.talk.as_ref().expect("open").top;
    stage.world.talks[at].entries.push(newest);
    stage.take(Message::CacheChanged);
    assert_eq!(shown(&stage), (1, before + 1));
    assert_eq!(stage.app.talk.as_ref().expect("open").top, top);
}
