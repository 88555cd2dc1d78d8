//! The crowd of `--scale`: any number of people, companies, deals and tickets around the story. Everything about
//! the n-th of them follows from the seed and n, so what their tickets say need not be kept.

/// Companies and people.
mod people;
/// Tickets and their messages.
mod tickets;
/// What tickets say, told when somebody asks.
mod told;

use super::super::world::{Id, Plan, World};
use super::calendar::Calendar;
use super::cast::Cast;
use super::dice::Dice;
use super::lore::{Lore, lore};
use super::pattern::Pattern;
use super::words::Words;

pub use told::text;

/// How many tickets the small story has.
pub const STORY_TICKETS: u32 = 250;

/// The crowd of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Crowd {
    seed: u64,
    lore: &'static Lore,
    /// How many people are invented.
    heads: u32,
    /// How many companies.
    firms: u32,
    /// How many tickets.
    tickets: u32,
    /// How many patterns it speaks.
    spoken: usize,
    lists: Lists,
}

/// What its people and companies are called, looked up once.
#[derive(Clone, Copy, Debug)]
struct Lists {
    first: &'static [String],
    last: &'static [String],
    title: &'static [String],
    firm: &'static [String],
    trade: &'static [String],
    suffix: &'static [String],
}

impl Lists {
    fn of(words: &'static Words) -> Self {
        let list = |name| words.list("scale", name);
        Self {
            first: list("first"),
            last: list("last"),
            title: list("title"),
            firm: list("firm"),
            trade: list("trade"),
            suffix: list("suffix"),
        }
    }
}

/// A person of the crowd.
#[derive(Clone, Debug)]
pub struct Head {
    first: String,
    last: String,
    email: String,
    firm: u32,
}

/// Their ids on both sides, in the order of their numbers.
#[derive(Debug, Default)]
struct Ids {
    accounts: Vec<Id>,
    contacts: Vec<Option<Id>>,
}

impl Crowd {
    /// The crowd of a plan: as many people as are missing until Bigin has [`Plan::scale`] contacts.
    pub fn of(plan: &Plan) -> Self {
        let scale = plan.scale.unwrap_or(0);
        let heads = scale.saturating_sub(lore().known);
        let tickets = if heads == 0 { 0 } else { (2 * scale).saturating_sub(STORY_TICKETS) };
        let lore = lore();
        // The crowd speaks Portuguese, English and Spanish; its names do not fit the other languages.
        let speaks = |pattern: &&Pattern| matches!(pattern.language, "pt" | "en" | "es");
        let spoken = lore.patterns.iter().filter(speaks).count();
        let (firms, lists) = ((heads / 10).max(1), Lists::of(&lore.words));
        Self { seed: plan.seed, lore, heads, firms, tickets, spoken, lists }
    }

    /// Brings the crowd into the world.
    pub fn bring(&self, world: &mut World, calendar: &Calendar, cast: &mut Cast) {
        if self.heads == 0 {
            return;
        }
        let ids = people::bring(self, world, calendar, cast);
        tickets::bring(self, world, calendar, cast, &ids);
    }

    fn words(&self) -> &'static Words {
        &self.lore.words
    }

    fn dice(&self, purpose: u64, n: u32) -> Dice {
        Dice::new(self.seed ^ purpose, u64::from(n))
    }

    /// The name and domain of a company; every name once.
    fn firm(&self, n: u32) -> (String, String) {
        let Lists { firm: names, trade: trades, suffix: suffixes, .. } = self.lists;
        // A walk through all combinations whose step has no factor in common with their number.
        let all = names.len() * trades.len() * suffixes.len();
        let place = usize::try_from(n).unwrap_or(0);
        let at = (place * 7919 + usize::try_from(self.seed % 1000).unwrap_or(0)) % all.max(1);
        let name = &names[at % names.len()];
        let trade = &trades[at / names.len() % trades.len()];
        let suffix = &suffixes[at / names.len() / trades.len() % suffixes.len()];
        let round = if place < all { String::new() } else { format!(" {}", place / all + 1) };
        let domain = format!("{}-{}{n}.example", plain(name), plain(trade));
        (format!("{name} {trade}{round} {suffix}"), domain)
    }

    /// A person; every address once.
    fn head(&self, n: u32) -> Head {
        let mut dice = self.dice(0xC0, n);
        let first = dice.word(self.lists.first).to_owned();
        let mut last = dice.word(self.lists.last).to_owned();
        if dice.percent(30) {
            last = format!("{last} {}", dice.word(self.lists.last));
        }
        let firm = u32::try_from(dice.below(usize::try_from(self.firms).unwrap_or(1))).unwrap_or(0);
        let own = plain(last.split(' ').next().unwrap_or_default());
        let email = format!("{}.{own}.{n}@{}", plain(&first), self.firm(firm).1);
        Head { first, last, email, firm }
    }
}

/// The text in lower-case ASCII letters, for addresses.
fn plain(text: &str) -> String {
    let folded = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'Á' => 'a',
        'é' | 'ê' | 'è' | 'ë' | 'É' => 'e',
        'í' | 'î' | 'ï' | 'Í' => 'i',
        'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'Ó' | 'Ø' | 'Ö' => 'o',
        'ú' | 'ü' | 'û' | 'Ú' => 'u',
        'ç' => 'c',
        'Ł' | 'ł' => 'l',
        c => c.to_ascii_lowercase(),
    };
    text.chars().map(folded).filter(char::is_ascii_lowercase).collect()
}
