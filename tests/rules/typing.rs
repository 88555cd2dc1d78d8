//! While somebody types, letters are letters.

use balcao::app::{Front, ScreenName};
use balcao::text::Lang;

use crate::screens::stage::Stage;

#[test]
fn no_shortcut_fires_in_the_composer() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"gg q 1 s ? u D\"");
    let composer = stage.app.composer.as_ref().expect("the composer is still open");
    assert_eq!(composer.body.lines(), ["gg q 1 s ? u D"]);
    assert_eq!((stage.app.screen, stage.app.popups.len()), (ScreenName::Contacts, 0));
}

#[test]
fn an_unfinished_chord_swallows_nothing() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("down down g j");
    assert_eq!(stage.app.contacts.rows.cursor, 3);
    stage.press("g g");
    assert_eq!(stage.app.contacts.rows.cursor, 0);
}

#[test]
fn a_paste_into_a_list_does_nothing_and_says_so() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.take(balcao::app::Message::Paste("q\nq\n".into()));
    assert_eq!(stage.app.front(), Front::Screen);
    assert!(!stage.app.notices.is_empty());
}

#[test]
fn a_paste_into_a_reply_keeps_its_lines() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r");
    stage.take(balcao::app::Message::Paste("first\nsecond".into()));
    let composer = stage.app.composer.as_ref().expect("the composer is open");
    assert_eq!(composer.body.lines(), ["first", "second"]);
}

#[test]
fn pasted_addresses_are_parted_as_their_lines_are() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter f");
    stage.take(balcao::app::Message::Paste(
        "\"Lima, Ana\" <ana@a.example>,\r\n\n  rui@b.example;\nbia@c.example".into(),
    ));
    let composer = stage.app.composer.as_ref().expect("the composer is open");
    let to = composer.current(stage.app.now).to;
    assert_eq!(to, "\"Lima, Ana\" <ana@a.example>, rui@b.example, bia@c.example");
}

#[test]
fn an_editor_that_gives_nothing_back_takes_nothing_away() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"A long answer\"");
    stage.take(balcao::app::Message::Edited(Ok("\n".into())));
    assert_eq!(stage.app.composer.as_ref().expect("the composer is open").body.lines(), ["A long answer"]);
    assert!(stage.text().contains("What you had written stays."), "{}", stage.text());
}
