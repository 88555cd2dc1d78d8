//! What floats: forms, questions, paths, lists.

use balcao::app::Message;
use balcao::text::Lang;

use super::stage::Stage;

#[test]
fn a_new_ticket() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("+ \"Where is\"").picture());
}

#[test]
fn a_new_ticket_narrow_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("+ tab enter").picture());
}

#[test]
fn a_question_before_sending() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter a \"See the attached file.\" ctrl-s");
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn a_file_to_attach() {
    let mut stage = Stage::new(Lang::PtBr, (80, 24));
    stage.press("enter enter r ctrl-a ctrl-u \"/tmp/re\"");
    stage.take(Message::PathCompleted {
        typed: "/tmp/re".into(),
        common: "/tmp/re".into(),
        choices: (0..11).map(|n| format!("/tmp/recibo-{n}.pdf")).collect(),
    });
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn drafts_and_outbox() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s D");
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn a_search() {
    insta::assert_snapshot!(Stage::new(Lang::En, (80, 24)).press("ctrl-f \"refund\"").picture());
}

#[test]
fn all_keys() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (120, 40)).press("?").picture());
}

#[test]
fn all_keys_narrow_further_down() {
    insta::assert_snapshot!(Stage::new(Lang::En, (80, 24)).press("? page-down").picture());
}

#[test]
fn an_unfinished_chord() {
    insta::assert_snapshot!(Stage::new(Lang::En, (80, 24)).press("g").picture());
}
