//! From record to record, and from several that match to the tickets of one.

use balcao::app::screens::counter::{Focus, Tab};
use balcao::app::{Effect, Fetch, Front, ScreenName};
use balcao::model::{CompanyId, ContactId, DealId, RecordId};
use balcao::text::Lang;

use crate::screens::stage::{Stage, offline};

fn stage() -> Stage {
    Stage::new(Lang::En, (120, 40))
}

#[test]
fn a_deal_of_the_overview_opens_in_its_pane_and_esc_leads_back() {
    let mut stage = stage();
    stage.press("enter h down enter");
    assert_eq!((stage.app.screen, stage.app.pipelines.focus), (ScreenName::Pipelines, Focus::Record));
    assert_eq!(stage.app.pipelines.shown, Some(RecordId::Deal(DealId::new("d0"))));
    stage.press("esc");
    assert_eq!((stage.app.screen, stage.app.contacts.focus), (ScreenName::Contacts, Focus::Record));
    assert_eq!(stage.app.contacts.tab, Tab::Overview);
}

#[test]
fn a_contact_leads_to_the_company_and_the_company_to_its_people() {
    let mut stage = stage();
    stage.press("enter h enter");
    let companies = &stage.app.companies;
    assert_eq!((stage.app.screen, companies.tab), (ScreenName::Companies, Tab::Overview));
    assert_eq!(companies.shown, Some(RecordId::Company(CompanyId::new("a0"))));
    stage.press("end enter");
    assert_eq!(stage.app.screen, ScreenName::Contacts);
    assert_eq!(stage.app.contacts.shown, Some(RecordId::Contact(ContactId::new("c0"))));
}

#[test]
fn the_row_of_an_opened_record_is_selected_in_its_list() {
    let mut stage = stage();
    stage.press("2 down 1 enter h enter");
    let selected = stage.app.companies.rows.selected().map(|row| row.id.clone());
    assert_eq!(selected, Some(RecordId::Company(CompanyId::new("a0"))));
}

#[test]
fn one_of_several_is_looked_at_and_nothing_is_kept_of_it() {
    let mut stage = stage();
    stage.press("down down enter");
    assert!(stage.app.contacts.choosing());
    assert!(!stage.text().contains("reply"), "{}", stage.text());
    stage.press("down enter");
    let looked = stage.asked.iter().any(|effect| {
        matches!(effect, Effect::Fetch(Fetch::TicketsOfCandidate(_, twin)) if Some(twin.clone())
            == stage.app.contacts.looking.as_ref().map(balcao::model::Candidate::twin))
    });
    assert!(looked, "{:?}", stage.asked);
    assert!(stage.text().contains("one of 2 that match. Nothi"), "{}", stage.text());
    stage.press("esc");
    assert!(stage.app.contacts.choosing());
    stage.press("enter esc esc down up");
    assert!(stage.app.contacts.looking.is_none());
}

#[test]
fn tickets_that_are_here_by_chance_are_not_counted_as_all() {
    let mut stage = stage();
    stage.world.fetched = None;
    stage.world.zoho = None;
    stage.press("4");
    let text = stage.text();
    assert!(text.contains("Loading"), "{text}");
    let total = stage.app.queue.tickets.window.total;
    assert!(text.contains(&format!("1 / {total}+")) && !text.contains(&format!("Mine {total}")), "{text}");
    stage.world.zoho = Some(Err(offline()));
    stage.press("l h f5");
    assert!(stage.text().contains("incomplete"), "{}", stage.text());
}

#[test]
fn a_message_without_files_offers_those_of_the_ticket() {
    let mut stage = stage();
    stage.press("enter enter");
    let none = stage.app.talk.as_ref().and_then(|talk| talk.entry()).expect("an entry");
    assert!(none.attachments().is_empty());
    stage.press("o");
    assert_eq!(stage.app.front(), Front::Popup);
    let text = stage.text();
    assert!(text.contains("No file in this message") && text.contains("receipt.pdf"), "{text}");
}

#[test]
fn every_popup_opens_the_page_of_keys() {
    for keys in ["D", "+", "ctrl-f", "enter s"] {
        let mut stage = stage();
        stage.press(keys);
        let floating = stage.app.popups.len();
        stage.press("f1");
        assert_eq!(stage.app.popups.len(), floating + 1, "{keys}");
        stage.press("esc");
        assert_eq!(stage.app.popups.len(), floating, "{keys}");
    }
    let mut stage = stage();
    stage.press("D ?");
    assert_eq!(stage.app.popups.len(), 2);
}
