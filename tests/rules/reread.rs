//! What a writer has read, when they come back to a draft.

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
