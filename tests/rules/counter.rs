//! Lists, records, tickets: where keys lead.

use balcao::app::effect::Loaded;
use balcao::app::screens::counter::{Focus, Tab};
use balcao::app::{Effect, Fetch, Front, Load, Message, ScreenName};
use balcao::model::{ContactId, Module, RecordId, RecordRow, Window};
use balcao::text::Lang;

use crate::screens::stage::Stage;

fn stage() -> Stage {
    Stage::new(Lang::En, (120, 40))
}

#[test]
fn enter_goes_in_and_esc_comes_back_step_by_step() {
    let mut stage = stage();
    assert_eq!(stage.app.contacts.focus, Focus::List);
    stage.press("enter");
    assert_eq!((stage.app.contacts.focus, stage.app.contacts.tab), (Focus::Record, Tab::Tickets));
    stage.press("enter");
    assert_eq!(stage.app.front(), Front::Talk);
    stage.press("esc");
    assert_eq!(stage.app.front(), Front::Screen);
    stage.press("esc");
    assert_eq!(stage.app.contacts.focus, Focus::List);
}

#[test]
fn a_filter_that_is_begun_again_begins_anew_unless_somebody_goes_on_with_it() {
    let mut stage = stage();
    stage.press("/ \"zel\" enter esc / \"no\"");
    assert_eq!(stage.app.contacts.find.text(), "no");
    stage.press("esc / right \"rt\"");
    assert_eq!(stage.app.contacts.find.text(), "nort");
    stage.press("esc 4 / \"x\" esc / \"y\"");
    assert_eq!(stage.app.queue.find.text(), "y");
}

#[test]
fn numbers_switch_screens_and_each_keeps_its_place() {
    let mut stage = stage();
    stage.press("down down 2 4 1");
    assert_eq!((stage.app.screen, stage.app.contacts.rows.cursor), (ScreenName::Contacts, 2));
}

#[test]
fn passing_over_rows_asks_zoho_nothing_and_resting_asks_once() {
    let mut stage = stage();
    stage.asked.clear();
    stage.press("down down down");
    let asks = |stage: &Stage| {
        let asked = stage.asked.iter().filter(|effect| matches!(effect, Effect::Fetch(Fetch::TicketsOf(_))));
        asked.count()
    };
    assert_eq!(asks(&stage), 0);
    stage.wait(1);
    assert!(asks(&stage) <= 1, "{:?}", stage.asked);
}

#[test]
fn the_filter_takes_every_letter_and_esc_keeps_what_was_found() {
    let mut stage = stage();
    stage.press("/ \"souza\"");
    assert_eq!(stage.app.contacts.find.text(), "souza");
    assert!(stage.app.contacts.rows.window.rows.iter().all(|row| row.name.contains("Souza")));
    stage.press("esc");
    assert_eq!((stage.app.contacts.finding, stage.app.contacts.find.text()), (false, "souza"));
    stage.press("esc");
    assert_eq!(stage.app.contacts.find.text(), "");
}

#[test]
fn a_late_answer_takes_nobody_back_to_where_they_were() {
    let mut stage = stage();
    stage.press("down down");
    let (kept, window) = {
        let rows = &stage.app.contacts.rows;
        (rows.selected().map(|row| row.id.clone()), rows.window.clone())
    };
    stage.press("down down");
    // Asked two rows earlier; meanwhile somebody else added a contact above.
    let mut rows = window.rows.clone();
    rows.insert(0, RecordRow { id: RecordId::Contact(ContactId::new("new")), ..rows[0].clone() });
    let window = Window { total: window.total + 1, offset: 0, rows };
    let before = stage.app.contacts.rows.selected().cloned();
    let load =
        Load::Rows { module: Module::Contacts, text: String::new(), offset: 0, keep: kept, ahead: false };
    let loaded = Loaded::Rows { window, place: Some(3), fetched: None };
    stage.app.update(Message::Loaded(load, Box::new(loaded)), stage.app.now);
    assert_eq!(stage.app.contacts.rows.cursor, 5);
    assert_eq!(stage.app.contacts.rows.selected().cloned(), before);
}

#[test]
fn who_tries_again_has_it_tried_and_a_clock_does_not_insist() {
    let mut stage = Stage::new(Lang::En, (120, 40));
    stage.press("ctrl-r");
    let insisted = |stage: &Stage| stage.asked.iter().filter(|effect| **effect == Effect::Insist).count();
    assert_eq!(insisted(&stage), 1);
    let first = stage.asked.iter().position(|effect| *effect == Effect::Insist);
    let fetched = stage.asked.iter().rposition(|effect| matches!(effect, Effect::Fetch(Fetch::Module(_))));
    assert!(first < fetched, "before anything is asked");
    stage.wait(3600);
    assert_eq!(insisted(&stage), 1);
}
