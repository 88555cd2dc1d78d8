//! The Sync screen: what its keys ask for, what is asked first, what is read and when.

use balcao::app::screens::sync::Focus;
use balcao::app::{Effect, Message};
use balcao::model::pairing::{Act, Change, FieldId, Kind, LinkId, List, OpId, Per, Side, Wins};
use balcao::text::Lang;

use crate::screens::stage::Stage;
use crate::screens::world::{Pairing, World};

pub fn stage(pairing: Pairing) -> Stage {
    let mut stage = Stage::of(World { pairing, ..World::new() }, Lang::En, (120, 40));
    stage.press("5").asked.clear();
    stage
}

/// What was asked of the pairing.
pub fn acts(stage: &Stage) -> Vec<&Act> {
    let mut acts = Vec::new();
    for effect in &stage.asked {
        if let Effect::AskFor(act) = effect {
            acts.push(act);
        }
    }
    acts
}

fn decided(field: u16, winner: Side, shown: (&str, &str)) -> Act {
    let shown = Per { bigin: shown.0.to_owned(), desk: shown.1.to_owned() };
    Act::Decide { link: LinkId(2), field: FieldId(field), winner, shown }
}

const TITLE: (&str, &str) = ("Head of Operations and Purchasing", "Diretora de Operações");

#[test]
fn in_the_list_all_conflicts_of_the_record_are_decided_on_its_page_the_one_under_the_cursor() {
    let mut stage = stage(Pairing::full());
    stage.press("l l l b");
    let all = [decided(7, Side::Bigin, TITLE), decided(12, Side::Bigin, ("Recife", "Olinda"))];
    assert_eq!(acts(&stage), all.iter().collect::<Vec<_>>());
    stage.press("enter j d");
    assert_eq!(acts(&stage).last(), Some(&&decided(12, Side::Desk, ("Recife", "Olinda"))));
    // The phone is in no conflict.
    let before = acts(&stage).len();
    stage.press("j d");
    assert_eq!(acts(&stage).len(), before);
    assert!(stage.text().contains("No conflict waits here."), "{}", stage.text());
}

#[test]
fn what_much_depends_on_is_asked_first_and_enter_changes_nothing() {
    for (keys, answer, act) in [
        ("l l l x", "x", Act::Part(LinkId(2))),
        ("l l l enter i v", "", Act::Revert(OpId(3))),
        ("l l l i v", "v", Act::Revert(OpId(3))),
        ("l l l l R", "r", Act::RetryAll(List::Failing)),
    ] {
        let mut stage = stage(Pairing::full());
        stage.press(keys);
        assert_eq!(acts(&stage), Vec::<&Act>::new(), "{keys}");
        if answer.is_empty() {
            continue;
        }
        stage.press("enter");
        assert_eq!(acts(&stage), Vec::<&Act>::new(), "{keys}");
        stage.press(keys.rsplit(' ').next().expect("a key")).press(answer);
        assert_eq!(acts(&stage), [&act], "{keys}");
    }
}

#[test]
fn who_may_not_administrate_asks_for_nothing() {
    let mut world = World { pairing: Pairing::full(), ..World::new() };
    world.furniture.me.as_mut().expect("somebody").administrator = Some(false);
    let mut stage = Stage::of(world, Lang::En, (120, 40));
    stage.press("5 l l l").asked.clear();
    for key in ["b", "d", "w", "r", "R", "v", "p", "m", "x", "s", "c", "B"] {
        stage.press(key);
        assert!(stage.app.popups.is_empty(), "{key}");
        assert!(stage.text().contains("Only an administrator of Desk"), "{key}: {}", stage.text());
    }
    let asks = |effect: &&Effect| !matches!(effect, Effect::Load(_));
    assert_eq!(stage.asked.iter().filter(asks).collect::<Vec<_>>(), Vec::<&Effect>::new());
    // What only looks works as before.
    stage.press("i");
    assert_eq!(stage.app.sync.focus, Focus::Page);
}

#[test]
fn always_so_shows_the_line_before_and_after_and_asks() {
    let mut stage = stage(Pairing::full());
    stage.press("l l l enter w \"Desk wins\" enter");
    let wins = Wins::Always(Side::Desk);
    let wanted =
        Change { kind: Kind::Contact, field: FieldId(7), wins, old: String::new(), new: String::new() };
    assert_eq!(stage.asked.last(), Some(&Effect::Propose(wanted.clone())));
    let change =
        Change { old: "Title ⇄ title · ask".into(), new: "Title ⇄ title · desk".into(), ..wanted };
    stage.take(Message::Proposed(Ok(change.clone())));
    let text = stage.text();
    assert!(text.contains("- Title ⇄ title · ask") && text.contains("+ Title ⇄ title · desk"), "{text}");
    stage.press("a");
    assert_eq!(acts(&stage), [&Act::Always(change)]);
    // The rule that is in force is no change.
    stage.press("w enter");
    assert!(stage.text().contains("The mapping says so already."), "{}", stage.text());
}
