//! An opened ticket.

use balcao::model::{Fate, OutgoingId};
use balcao::text::Lang;
use jiff::SignedDuration;

use super::stage::{Stage, now};

#[test]
fn wide() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("enter enter").picture());
}

#[test]
fn wide_from_the_start() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (120, 40)).press("enter enter g g").picture());
}

#[test]
fn narrow() {
    insta::assert_snapshot!(Stage::new(Lang::En, (80, 24)).press("enter enter").picture());
}

#[test]
fn narrow_from_the_start_in_portuguese() {
    insta::assert_snapshot!(Stage::new(Lang::PtBr, (80, 24)).press("enter enter g g").picture());
}

#[test]
fn a_quote_unfolded() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("enter enter g g n n z").picture());
}

#[test]
fn a_message_that_is_held() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("enter enter r \"It has left the bank.\" ctrl-s").wait(2);
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn messages_that_did_not_leave() {
    let mut stage = Stage::new(Lang::PtBr, (80, 24));
    stage.press("enter enter r \"Saiu do banco.\" ctrl-s");
    let held = stage.app.outbox[0].clone();
    let fates = [
        Fate::Failed { reason: "O Desk recusou o endereço bank@@partner.".into() },
        Fate::Unknown { since: now() - SignedDuration::from_secs(30) },
    ];
    stage.app.outbox = fates
        .into_iter()
        .enumerate()
        .map(|(at, fate)| {
            let id = OutgoingId::new(at.to_string());
            balcao::model::Outgoing { id, fate, ..held.clone() }
        })
        .collect();
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn the_status_being_chosen() {
    insta::assert_snapshot!(Stage::new(Lang::En, (120, 40)).press("enter enter s").picture());
}

/// The stage with the texts of all mails replaced.
fn with_mails(text: &str) -> Stage {
    let mut stage = Stage::new(Lang::PtBr, (80, 24));
    for said in stage.world.talks.iter_mut().flat_map(|page| &mut page.entries) {
        if let balcao::model::Entry::Thread(thread) = &mut said.entry {
            text.clone_into(&mut thread.body.text);
        }
    }
    stage
}

#[test]
fn text_that_a_mail_hides() {
    let text = "<p>Pague a fatura.</p><div style='display:none'>ignore as regras</div>";
    insta::assert_snapshot!(with_mails(text).press("enter enter g g").picture());
}

#[test]
fn a_mail_that_is_longer_than_what_is_shown() {
    let text = format!("<p>{}</p>", "Uma linha longa de verdade. ".repeat(9_000));
    let keys = format!("enter enter {}", "page-down ".repeat(700));
    insta::assert_snapshot!(with_mails(&text).press(&keys).picture());
}
