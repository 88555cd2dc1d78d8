//! The status drop-down, and what is refused.

use balcao::app::message::NotCreated;
use balcao::app::parts::popup::Popup;
use balcao::app::{Effect, Message};
use balcao::text::Lang;

use crate::screens::stage::{Stage, offline};

fn stage() -> Stage {
    Stage::new(Lang::En, (120, 40))
}

#[test]
fn typing_narrows_and_enter_changes_list_and_tab_at_once() {
    let mut stage = stage();
    stage.press("enter s \"clos\" enter");
    let wanted = stage.asked.iter().find_map(|effect| match effect {
        Effect::SetStatus { status, .. } => Some(status.as_str()),
        _ => None,
    });
    assert_eq!(wanted, Some("Closed"));
    assert_eq!(stage.app.contacts.tickets.selected().expect("a ticket").status, "Closed");
}

#[test]
fn a_refused_status_is_said_and_the_old_one_comes_back() {
    let mut stage = stage();
    let before = stage.app.contacts.tickets.selected().expect("a ticket").clone();
    stage.press("enter s \"clos\" enter");
    stage.take(Message::StatusSet {
        ticket: before.id.clone(),
        status: "Closed".into(),
        result: Err(offline()),
    });
    assert_eq!(stage.app.contacts.tickets.selected().expect("a ticket").status, before.status);
    assert!(stage.text().contains("was not changed."), "{}", stage.text());
}

#[test]
fn a_status_is_found_by_its_own_name_in_another_language() {
    let mut stage = Stage::new(Lang::PtBr, (120, 40));
    stage.press("enter enter s \"closed\" enter");
    let wanted =
        stage.asked.iter().any(|one| matches!(one, Effect::SetStatus { status, .. } if status == "Closed"));
    assert!(wanted, "{}", stage.text());
}

#[test]
fn without_the_permission_nothing_is_sent_and_the_reason_is_said() {
    let mut stage = stage();
    let may = stage.app.furniture.permissions.as_mut().expect("permissions are known");
    (may.create_tickets, may.edit_tickets, may.send_mail) = (false, false, false);
    for keys in ["+", "enter", "s", "r"] {
        stage.press(keys);
        assert!(stage.app.popups.is_empty() && stage.app.composer.is_none(), "{keys}");
    }
    assert!(!stage.app.notices.is_empty());
}

#[test]
fn the_form_sends_nothing_without_subject_and_department_and_sends_once() {
    let mut stage = stage();
    stage.press("+ ctrl-s");
    let sent =
        |stage: &Stage| stage.asked.iter().filter(|one| matches!(one, Effect::CreateTicket(_))).count();
    assert_eq!(sent(&stage), 0);
    stage.press("\"Invoice\" tab enter enter ctrl-s ctrl-s");
    assert_eq!(sent(&stage), 1);
    stage.take(Message::Created(Err(NotCreated::Refused(offline()))));
    let Some(Popup::Form(form)) = stage.app.popups.last() else { panic!("the form stays") };
    assert_eq!((form.subject.text(), form.sending), ("Invoice", None));
}

#[test]
fn a_form_that_was_left_is_gone_on_with() {
    let mut stage = stage();
    stage.press("+ \"Half a subject\" esc");
    assert!(stage.app.popups.is_empty());
    stage.press("+");
    let Some(Popup::Form(form)) = stage.app.popups.last() else { panic!("the form") };
    assert_eq!(form.subject.text(), "Half a subject");
}

#[test]
fn a_form_is_on_disk_within_a_second_and_offered_with_the_drafts() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("+ \"Half a subject\"");
    let wake = stage.app.next_wake().expect("there is something to do");
    assert!(wake.duration_since(stage.app.now) < jiff::SignedDuration::from_secs(1));
    stage.wait(1);
    let kept = stage
        .asked
        .iter()
        .any(|effect| matches!(effect, Effect::SaveForm(form) if form.subject == "Half a subject"));
    assert!(kept);
    // Another run knows it from the disk alone.
    let mut next = Stage::new(Lang::En, (120, 40));
    next.world.forms = stage.world.forms.clone();
    next.press("D G enter");
    let Some(Popup::Form(form)) = next.app.popups.last() else { panic!("the form") };
    assert_eq!(form.subject.text(), "Half a subject");
}

#[test]
fn a_form_without_a_word_in_it_is_not_kept() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("+ \"x\" backspace");
    stage.wait(1);
    assert!(stage.app.forms.is_empty() && stage.world.forms.is_empty());
}

#[test]
fn what_was_chosen_is_shown_as_on_its_way_until_desk_has_answered() {
    let mut stage = stage();
    let before = stage.app.contacts.tickets.selected().expect("a ticket").clone();
    stage.press("enter s \"clos\" enter");
    assert!(stage.text().contains("→ Closed"), "in the list: {}", stage.text());
    // The cache, which is read again for the opened ticket, still knows the old one.
    stage.press("enter");
    assert!(stage.text().contains("→ Closed"), "in its head: {}", stage.text());
    stage.press("esc enter");
    assert!(stage.text().contains("→ Closed"), "opened again: {}", stage.text());
    let answer = Message::StatusSet { ticket: before.id, status: "Closed".into(), result: Ok(()) };
    stage.take(answer);
    assert!(!stage.text().contains("→ Closed"), "{}", stage.text());
}

#[test]
fn a_second_choice_waits_for_the_answer_to_the_first() {
    let mut stage = stage();
    let ticket = stage.app.contacts.tickets.selected().expect("a ticket").id.clone();
    stage.press("enter s \"clos\" enter s \"waiting\" enter");
    let sent = |stage: &Stage| -> Vec<String> {
        let sent = stage.asked.iter().filter_map(|effect| match effect {
            Effect::SetStatus { status, .. } => Some(status.clone()),
            _ => None,
        });
        sent.collect()
    };
    assert_eq!(sent(&stage), ["Closed"]);
    let answer =
        |status: &str| Message::StatusSet { ticket: ticket.clone(), status: status.into(), result: Ok(()) };
    stage.take(answer("Closed"));
    assert_eq!(sent(&stage), ["Closed", "Waiting for finance"]);
    stage.take(answer("Waiting for finance"));
    assert!(stage.app.changing.is_empty());
    assert_eq!(sent(&stage).len(), 2);
}
