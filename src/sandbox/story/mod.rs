//! The story: one deterministic data set, told from a seed. The texts lie in `assets/story/`; this only puts them
//! together. `docs/story.md` tells people who plays and where to find what.

/// The texts.
mod assets;
/// When things happened.
mod calendar;
/// Who plays.
mod cast;
/// Deals and activities in Bigin.
mod deals;
/// Chance that is always the same.
mod dice;
/// A ticket before it stands on the shelves.
mod draft;
/// What agents have to do for tickets.
mod errands;
/// Escapes in the texts.
mod escape;
/// Tickets that nobody wrote by hand.
mod extras;
/// The bytes of attachments.
mod files;
/// The company whose counter this is.
mod house;
/// The texts, read once.
mod lore;
/// Mails as real mail programs write them.
mod mail;
/// Conversations with slots.
mod pattern;
/// Companies and people.
mod people;
/// The hand-written conversations.
mod play;
/// Portal, organization, sign-in.
mod portal;
/// The messages of a ticket.
mod post;
/// Products of Bigin.
mod products;
/// The crowd of `--scale`.
mod scale;
/// Plays a scene.
mod stage;
/// Tables of the texts.
mod table;
/// Lists of words.
mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::world::{Clock, Plan, Text, World};
use calendar::Calendar;
use cast::Cast;
use lore::lore;
use scale::Crowd;
use stage::Stage;

/// Tells the whole world of a plan.
pub fn tell(plan: Plan, clock: Arc<Clock>) -> World {
    let mut world = World::new(plan, clock);
    let lore = lore();
    let calendar = Calendar::new(plan.anchor, &lore.house.time_zone);
    let mut cast = Cast::default();
    portal::open(&mut world, &lore.house, &calendar, &mut cast);
    people::bring(&mut world, &calendar, &mut cast);
    deals::deals(&mut world, &lore.house, &calendar, &cast);
    deals::activities(&mut world, &calendar, &cast);
    products::bring(&mut world, &calendar, &cast);
    Crowd::of(&plan).bring(&mut world, &calendar, &mut cast);
    let mut scenes: Vec<_> = assets::PLAYS.iter().flat_map(|play| play::scenes(play)).collect();
    for scene in &mut scenes {
        extras::spin(&calendar, &cast, &lore.words, scene);
    }
    let missing = scale::STORY_TICKETS.saturating_sub(u32::try_from(scenes.len()).unwrap_or(0));
    scenes.extend(extras::scenes(plan.seed, &calendar, &cast, &lore.patterns, &lore.words, missing));
    let mut stage = Stage { cast: &mut cast, calendar: &calendar };
    let drafts: Vec<_> =
        scenes.iter().filter_map(|scene| stage::play(&mut world, &mut stage, scene)).collect();
    let told: Vec<_> = drafts.iter().map(|draft| draft.ticket.id).collect();
    // The house has had its desk for a while: the last number is four digits long.
    world.desk.settings.next_number = world.desk.settings.next_number.max(801);
    draft::shelve(&mut world, &mut cast, drafts);
    portal::goods::templates(&mut world);
    errands::bring(&mut world, &calendar, &told);
    portal::complete(&mut world, &lore.house);
    world.settle();
    world
}

/// What the n-th told message says.
pub fn text(plan: &Plan, n: u64) -> Text {
    scale::text(plan, n)
}

/// The bytes of the n-th told file.
pub fn file(_plan: &Plan, n: u64) -> Vec<u8> {
    files::bytes(n)
}
