//! The composer.

use balcao::app::parts::composer::Kept;
use balcao::model::LocalFile;
use balcao::text::Lang;

use super::stage::{Stage, offline};

#[test]
fn a_reply_wide() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"Hi Marina,\" enter enter \"it has left the bank today. \"");
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn a_reply_to_all_narrow_in_portuguese() {
    let mut stage = Stage::new(Lang::PtBr, (80, 24));
    stage.press(
        "enter enter a \"Olá Marina, o valor saiu do banco hoje às dez e deve estar na conta amanhã cedo.\"",
    );
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn the_recipients_have_the_keys() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter a shift-tab \"x@@\" shift-tab \"rui@zylker.example\"");
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn the_address_to_send_from() {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.press("enter enter a tab enter");
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn a_private_comment() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter c \"@Rui what did the bank say?\"");
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn a_forward_with_files_that_is_not_on_disk() {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.press("enter enter f");
    let composer = stage.app.composer.as_mut().expect("the composer is open");
    composer.kept = Kept::Failed(offline());
    composer.draft.files = vec![LocalFile {
        path: "/tmp/receipt.pdf".into(),
        name: "receipt.pdf".into(),
        size: 86_016,
        upload: None,
        source: None,
    }];
    insta::assert_snapshot!(stage.picture());
}
