//! Saving a file of a message.

use std::path::PathBuf;

use balcao::app::parts::popup::Popup;
use balcao::app::parts::prompt::Prompt;
use balcao::app::{Effect, Message, Trouble};
use balcao::model::Attachment;
use balcao::text::Lang;

use crate::screens::stage::{Stage, now};

/// The prompt about the first message's first file, its path typed and given.
fn asked(path: &str) -> (Stage, Attachment) {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter home o enter ctrl-u").press(&format!("\"{path}\" enter"));
    let wanted = stage.asked.iter().find_map(|effect| match effect {
        Effect::SaveAttachment { attachment, .. } => Some(attachment.clone()),
        _ => None,
    });
    (stage, wanted.expect("asked for"))
}

fn prompt(stage: &Stage) -> Option<&Prompt> {
    match stage.app.popups.last() {
        Some(Popup::Prompt(prompt)) => Some(prompt),
        _ => None,
    }
}

fn refused() -> Trouble {
    Trouble { sentence: "/nope cannot be used: it is not there.".to_owned(), offline: false, at: now() }
}

#[test]
fn a_path_that_cannot_be_used_is_mended_where_it_was_typed() {
    let (mut stage, attachment) = asked("/nope/a.pdf");
    assert!(stage.text().contains("Saving …"), "{}", stage.text());
    stage.press("enter");
    let asked = stage.asked.iter().filter(|one| matches!(one, Effect::SaveAttachment { .. })).count();
    assert_eq!(asked, 1, "one Enter more starts no second one");
    stage.take(Message::AttachmentSaved { attachment: attachment.clone(), result: Err(refused()) });
    assert_eq!(prompt(&stage).expect("still there").path.text(), "/nope/a.pdf");
    assert!(stage.text().contains("/nope cannot be used"), "{}", stage.text());
    stage.press("enter");
    stage.take(Message::AttachmentSaved { attachment, result: Ok(PathBuf::from("/tmp/a.pdf")) });
    assert!(stage.app.popups.is_empty() && stage.text().contains("/tmp/a.pdf"), "{}", stage.text());
}

#[test]
fn no_path_at_all_is_said_and_nothing_is_asked_for() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter home o enter ctrl-u \" \" enter");
    assert!(stage.text().contains("Type a path"), "{}", stage.text());
    assert!(!stage.asked.iter().any(|one| matches!(one, Effect::SaveAttachment { .. })));
}

#[test]
fn who_does_not_wait_is_told_when_it_is_there() {
    let (mut stage, attachment) = asked("/tmp/a.pdf");
    stage.press("esc");
    stage.take(Message::AttachmentSaved { attachment: attachment.clone(), result: Err(refused()) });
    assert!(stage.app.popups.is_empty() && stage.text().contains("/nope cannot be used"), "{}", stage.text());
    stage.take(Message::AttachmentSaved { attachment, result: Ok(PathBuf::from("/tmp/a.pdf")) });
    assert!(stage.text().contains("/tmp/a.pdf"), "{}", stage.text());
}
