//! The queue: what its filter finds, where its columns stand, what it says of tickets that are not here.

use balcao::app::effect::TicketPlace;
use balcao::app::{Effect, Load};
use balcao::text::{Lang, width};

use crate::screens::stage::Stage;
use crate::screens::world::World;

#[test]
fn the_filter_asks_for_what_the_words_of_the_screen_mean() {
    for (lang, typed, word, value) in [
        (Lang::En, "e-mail", "e-mail", "email"),
        (Lang::PtBr, "telefone", "telefone", "phone"),
        (Lang::PtBr, "Alta", "alta", "high"),
    ] {
        let mut stage = Stage::new(lang, (80, 24));
        stage.press("4 l l l /").asked.clear();
        stage.press(&format!("\"{typed}\""));
        let asked = stage.asked.iter().rev().find_map(|effect| match effect {
            Effect::Load(Load::Tickets { place: TicketPlace::Queue, query, .. }) => Some(query),
            _ => None,
        });
        let query = asked.expect("the queue is asked for");
        assert_eq!(query.text, typed);
        assert!(query.meant.contains(&(word.to_owned(), value.to_owned())), "{query:?}");
    }
}

/// In which columns the heading's words stand, behind the subject.
fn heading(stage: &mut Stage) -> Vec<(String, usize)> {
    let text = stage.text();
    let line = text.lines().find(|line| line.contains(" # ")).expect("a heading");
    let at = line.find(" # ").expect("a heading");
    let mut places = Vec::new();
    let mut rest = &line[at + 2..];
    while let Some(start) = rest.find(|c| c != ' ') {
        let word = rest[start..].split(' ').next().unwrap_or_default();
        places.push((word.to_owned(), width(&line[..line.len() - rest.len() + start])));
        rest = &rest[start + word.len()..];
    }
    places
}

#[test]
fn columns_stand_at_one_place_on_every_shelf() {
    for (lang, channel) in [(Lang::En, "Via"), (Lang::PtBr, "Canal")] {
        for size in [(80, 24), (100, 30), (120, 40), (200, 50)] {
            let mut stage = Stage::new(lang, size);
            stage.press("4");
            let first = heading(&mut stage);
            let names: Vec<_> = first.iter().map(|(name, _)| name.as_str()).collect();
            assert!(names.len() >= 6, "{names:?}");
            assert!(names.contains(&channel), "{names:?}");
            for _ in 0..3 {
                stage.press("l");
                if stage.app.queue.tickets.window.total > 0 {
                    assert_eq!(heading(&mut stage), first, "{size:?}");
                }
            }
        }
    }
}

#[test]
fn statuses_that_begin_alike_are_told_apart() {
    let mut world = World::new();
    for (ticket, status) in world.tickets.iter_mut().zip(["Waiting for finance", "Waiting for customer"]) {
        ticket.status = status.into();
        ticket.kind = balcao::model::StatusKind::OnHold;
    }
    let text = Stage::of(world, Lang::En, (80, 24)).press("4 l l l").text();
    assert!(text.contains("Waiting for f…") && text.contains("Waiting for c…"), "{text}");
}

#[test]
fn a_list_that_was_not_read_to_its_end_says_so() {
    let mut world = World::new();
    world.cut = true;
    let mut stage = Stage::of(world, Lang::En, (80, 24));
    stage.press("4 l l l");
    let here = stage.app.queue.tickets.window.total;
    assert!(stage.text().contains("Not all are here: a list is read to 2 000 tickets"), "{}", stage.text());
    stage.app.queue.totals[3] = Some(8086);
    assert!(stage.text().contains(&format!("{here} of 8 086 are here")), "{}", stage.text());
    stage.world.cut = false;
    stage.press("h l");
    assert!(!stage.text().contains("are here"), "{}", stage.text());
}
