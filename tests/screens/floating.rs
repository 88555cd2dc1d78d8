//! What floats: forms, questions, paths, lists.

use balcao::app::Message;
use balcao::text::Lang;

use balcao::app::effect::{Effect, Fetch, Hit};
use balcao::model::TicketId;

use super::stage::{Stage, now};

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

#[test]
fn a_search_that_desk_answered_as_well() {
    let mut stage = Stage::new(Lang::En, (80, 24));
    stage.press("ctrl-f \"refund\"").wait(1);
    assert!(stage.asked.contains(&Effect::Fetch(Fetch::Search("refund".into()))), "asked once the keys rest");
    let hit = |number: &str| Hit {
        ticket: TicketId::new(format!("t{number}")),
        number: number.into(),
        subject: "Refund of an older order".into(),
        snippet: "Paulo Souza · Norte Log. · Closed".into(),
        at: now(),
        in_desk: true,
    };
    stage.take(Message::Found("refund".into(), vec![hit("1042"), hit("977")]));
    stage.take(Message::Found("refun".into(), vec![hit("1")]));
    insta::assert_snapshot!(stage.picture());
    let offline = Err(super::stage::offline());
    stage.take(Message::Fetched { fetch: Fetch::Search("refund".into()), result: offline });
    assert!(stage.text().contains("Only what was read here: Zoho Desk does not answer."));
}
