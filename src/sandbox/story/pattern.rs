//! Conversations with slots: the many tickets that nobody wrote by hand.

use super::assets;
use super::dice::{Dice, hash};
use super::words::Words;

/// A conversation with slots.
#[derive(Clone, Debug, Default)]
pub struct Pattern {
    /// Its name.
    pub key: String,
    /// Key of its department.
    pub department: String,
    /// The product area it is about.
    pub area: String,
    /// The channels it comes through.
    pub channels: Vec<String>,
    /// Its classification.
    pub class: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its language.
    pub language: &'static str,
    /// Subjects to choose from.
    pub subjects: Vec<String>,
    /// What is said, in order.
    pub turns: Vec<Turn>,
}

/// Something that is said.
#[derive(Clone, Debug, Default)]
pub struct Turn {
    /// Whether one of us says it.
    pub agent: bool,
    /// Ways to say it.
    pub ways: Vec<String>,
}

/// All patterns, in the order of the files.
pub fn patterns() -> Vec<Pattern> {
    assets::PATTERNS.iter().flat_map(|(language, text)| read(language, text)).collect()
}

/// The patterns of a file.
pub fn read(language: &str, text: &str) -> Vec<Pattern> {
    let mut patterns: Vec<Pattern> = Vec::new();
    for line in text.lines() {
        if let Some(head) = line.strip_prefix("=== ") {
            patterns.push(head_of(language, head));
            continue;
        }
        let Some(pattern) = patterns.last_mut() else { continue };
        if let Some(who) = line.strip_prefix("--- ") {
            pattern.turns.push(Turn { agent: who.trim() == "a", ways: vec![String::new()] });
        } else if let Some(subject) = line.strip_prefix("? ") {
            pattern.subjects.push(subject.to_owned());
        } else if let Some(turn) = pattern.turns.last_mut() {
            match turn.ways.last_mut() {
                Some(_) if line == "||" => turn.ways.push(String::new()),
                Some(way) => {
                    way.push_str(line);
                    way.push('\n');
                }
                None => {}
            }
        }
    }
    for way in patterns.iter_mut().flat_map(|pattern| &mut pattern.turns).flat_map(|turn| &mut turn.ways) {
        way.truncate(way.trim_end().len());
    }
    patterns
}

fn head_of(language: &str, head: &str) -> Pattern {
    let mut columns = head.split(" | ").map(str::trim);
    let mut next = || columns.next().unwrap_or_default().to_owned();
    let list = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let key = next();
    let language = match (language, key.rsplit_once('-')) {
        ("world", Some((_, "es"))) => "es",
        ("world", Some((_, "ja"))) => "ja",
        ("world", Some((_, "ar"))) => "ar",
        ("pt", _) => "pt",
        _ => "en",
    };
    let (department, area) = (next(), next());
    let (channels, class, tags) = (list(&next()), next(), list(&next()));
    Pattern { key, department, area, channels, class, tags, language, ..Pattern::default() }
}

/// What the slots of one ticket are filled with. The same ticket always gets the same words.
#[derive(Clone, Debug)]
pub struct Slots<'a> {
    /// The lists.
    pub words: &'a Words,
    /// Which ticket.
    pub salt: u64,
    /// Its language.
    pub language: &'a str,
    /// The customer's first name.
    pub first: &'a str,
    /// The customer's full name.
    pub full: &'a str,
    /// The customer's company.
    pub company: &'a str,
    /// The first name of the agent.
    pub agent: &'a str,
    /// The month before the ticket, 0 = January.
    pub month: usize,
}

impl Slots<'_> {
    /// One of the subjects, filled.
    pub fn subject(&self, pattern: &Pattern) -> String {
        let mut dice = Dice::new(self.salt, 1);
        self.fill(dice.word(&pattern.subjects), 0)
    }

    /// One of the ways to say a turn, filled; `at` makes the greetings of one ticket differ.
    pub fn turn(&self, turn: &Turn, at: u64) -> String {
        let mut dice = Dice::new(self.salt, 100 + at);
        let text = self.fill(dice.word(&turn.ways), at);
        self.fill(&text, at) // greetings hold slots themselves
    }

    /// How a note about a call begins.
    pub fn call(&self) -> String {
        let mut dice = Dice::new(self.salt, 2);
        self.fill(dice.word(self.words.list(self.language, "call")), 0)
    }

    /// The text with its slots filled; what is no slot stays.
    fn fill(&self, text: &str, at: u64) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            rest = &rest[open..];
            let name = rest[1..].split('}').next().unwrap_or_default();
            let known = name.len() + 2 <= rest.len() && name.bytes().all(|b| b.is_ascii_lowercase());
            if let Some(value) = known.then(|| self.value(name, at)).flatten() {
                out.push_str(&value);
                rest = &rest[name.len() + 2..];
            } else {
                out.push('{');
                rest = &rest[1..];
            }
        }
        out.push_str(rest);
        out
    }

    fn value(&self, name: &str, at: u64) -> Option<String> {
        let greeting = matches!(name, "hi" | "hello" | "bye" | "sign" | "thanks");
        let mut dice = Dice::new(self.salt ^ hash(name), if greeting { at } else { 0 });
        Some(match name {
            "first" => self.first.to_owned(),
            "full" => self.full.to_owned(),
            "company" if self.company.is_empty() => self.full.to_owned(),
            "company" => self.company.to_owned(),
            "agent" => self.agent.to_owned(),
            "order" => dice.between(4000, 99_000).to_string(),
            "nota" => format!("{}.{}", dice.between(10, 99), dice.digits("###")),
            "sku" => {
                format!("{}-{}", dice.pick(&["CAD", "KIT", "CAM", "LUM", "BRQ", "VIN"])?, dice.digits("####"))
            }
            "qty" => dice.between(20, 900).to_string(),
            "days" => dice.between(2, 9).to_string(),
            "amount" if self.language == "en" => {
                format!("R$ {}.{:02}", dice.between(80, 999), dice.between(0, 99))
            }
            "amount" => {
                format!("{}.{:03},{:02}", dice.between(1, 9), dice.between(0, 999), dice.between(0, 99))
            }
            "month" => self.words.list(self.language, name).get(self.month)?.clone(),
            "link" => format!("https://app.jatoba.example/a/{:x}", dice.any() >> 40),
            _ => {
                let own = self.words.list(self.language, name);
                let list = if own.is_empty() { self.words.list("all", name) } else { own };
                dice.pick(list)?.clone()
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_of_every_pattern_is_filled() {
        let words = Words::read();
        for pattern in patterns() {
            assert!(!pattern.subjects.is_empty() && !pattern.turns.is_empty(), "{}", pattern.key);
            assert!(!pattern.channels.is_empty() && !pattern.class.is_empty(), "{}", pattern.key);
            for salt in 0..50 {
                let slots = Slots {
                    words: &words,
                    salt,
                    language: pattern.language,
                    first: "Íris",
                    full: "Íris Sá",
                    company: "Sá & Cia.",
                    agent: "Ana",
                    month: usize::try_from(salt % 12).expect("small"),
                };
                let mut said = vec![slots.subject(&pattern)];
                said.extend((0..).zip(&pattern.turns).map(|(at, turn)| slots.turn(turn, at)));
                for text in said {
                    let text = text.replace("{id}", "");
                    assert!(!text.contains('{'), "{}: {text}", pattern.key);
                    assert!(!text.trim().is_empty(), "{}", pattern.key);
                }
            }
        }
    }
}
