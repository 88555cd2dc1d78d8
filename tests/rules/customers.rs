//! For whom `+ Ticket` is: the people of a company, one of several that match.

use balcao::app::Action;
use balcao::app::parts::popup::Popup;
use balcao::model::DeskContactId;
use balcao::text::Lang;

use crate::screens::stage::Stage;
use crate::screens::world::World;

fn stage() -> Stage {
    Stage::new(Lang::En, (120, 40))
}

fn choices(stage: &Stage) -> Vec<String> {
    let Some(Popup::Menu(menu)) = stage.app.popups.last() else { panic!("no menu floats") };
    menu.all().iter().map(|choice| choice.label.clone()).collect()
}

fn form_of(stage: &Stage) -> (String, Option<DeskContactId>, Option<String>) {
    let Some(Popup::Form(form)) = stage.app.popups.last() else { panic!("no form floats") };
    (form.customer.clone(), form.contact.clone(), form.email.clone())
}

#[test]
fn a_company_offers_its_people() {
    let mut stage = stage();
    stage.press("2");
    assert!(stage.app.has_target(Action::NewTicket), "the key stands in the foot");
    stage.press("+");
    let people = choices(&stage);
    assert_eq!(people[..2], ["Marina Souza", "Tiago Souza"]);
    assert_eq!(people.len(), 4, "who is there twice is offered twice: {people:?}");
    stage.press("\"tiago\" enter");
    let (who, contact, email) = form_of(&stage);
    assert_eq!(
        (who.as_str(), contact, email.as_deref()),
        ("Tiago Souza", None, Some("tiago@zylker.example"))
    );
}

#[test]
fn whoever_wrote_the_selected_ticket_comes_first() {
    let mut stage = stage();
    stage.press("2 enter down +");
    let wrote = stage.app.companies.ticket().map(|ticket| ticket.contact_name.clone());
    assert_eq!(choices(&stage).first().cloned(), wrote);
}

#[test]
fn a_company_without_people_says_what_to_do_and_that_does_not_linger() {
    let mut world = World::new();
    for (_, page) in &mut world.pages {
        page.people.clear();
        page.related.clear();
    }
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    stage.press("2");
    assert!(!stage.app.has_target(Action::NewTicket));
    stage.press("+");
    let refusal = "A ticket needs a person, and nobody of this company is in Bigin.";
    assert!(stage.app.popups.is_empty() && stage.text().contains(refusal), "{}", stage.text());
    stage.press("3 +");
    assert_eq!(form_of(&stage).0, "Marina Souza");
    assert!(!stage.text().contains(refusal));
}

#[test]
fn the_form_says_which_of_several_was_chosen() {
    let mut stage = stage();
    stage.press("down down +");
    assert_eq!(choices(&stage), ["Renata Souza <renata@sol.example>", "R. Souza <renata@sol.example>"]);
    stage.press("down enter");
    assert_eq!(form_of(&stage).1, Some(DeskContactId::new("9002")));
    assert!(stage.text().contains("+ Ticket  R. Souza <renata@sol.example>"), "{}", stage.text());
    // Left and asked for again, it is still theirs.
    stage.press("\"A question\" esc + down enter");
    let Some(Popup::Form(form)) = stage.app.popups.last() else { panic!("no form floats") };
    assert_eq!(form.subject.text(), "A question");
}

#[test]
fn the_menu_of_statuses_stays_where_it_is_while_one_types() {
    for lang in Lang::ALL {
        let mut stage = Stage::new(lang, (80, 24));
        let corners = |stage: &mut Stage| -> Vec<(usize, usize)> {
            let text = stage.text();
            let lines = text.lines().enumerate();
            let places = lines.flat_map(|(y, line)| {
                let marks = line.chars().enumerate().filter(|(_, c)| "┌┐└┘╭╮╰╯".contains(*c));
                marks.map(|(x, _)| (x, y)).collect::<Vec<_>>()
            });
            places.collect()
        };
        stage.press("4 s");
        let before = corners(&mut stage);
        assert_eq!(before.len(), 4, "{}", stage.text());
        for typed in ["\"c\"", "\"losxyz\"", "backspace"] {
            stage.press(typed);
            assert_eq!(corners(&mut stage), before, "{typed}: {}", stage.text());
        }
    }
}
