//! The many tickets that nobody wrote by hand: patterns become scenes.

use jiff::{SignedDuration, Timestamp};

use super::calendar::Calendar;
use super::cast::Cast;
use super::dice::{Dice, hash};
use super::pattern::{self, Pattern, Slots, Turn};
use super::play::{Say, Scene, Sort};
use super::words::Words;

/// How long ago the oldest ticket came, in hours: 14 months.
const OLDEST: f64 = 14.0 * 30.4 * 24.0;

/// So many scenes for the people of the cast.
pub fn scenes(
    seed: u64,
    calendar: &Calendar,
    cast: &Cast,
    patterns: &[Pattern],
    words: &Words,
    count: u32,
) -> Vec<Scene> {
    let people: Vec<&String> = cast
        .people
        .iter()
        .filter(|(_, person)| person.contact.is_some() && person.company.as_deref() != Some("redfox"))
        .map(|(key, _)| key)
        .collect();
    let made = (0..count).filter_map(|n| {
        let mut dice = Dice::new(seed, 0xE0_0000 + u64::from(n));
        let key = *dice.pick(&people)?;
        let language = cast.people.get(key)?.language.as_str();
        let fitting: Vec<&Pattern> = patterns.iter().filter(|pattern| pattern.language == language).collect();
        let at = usize::try_from(n).unwrap_or(0) + dice.below(3);
        let pattern = fitting.get(at % fitting.len().max(1))?;
        let share = f64::from(n) / f64::from(count.max(1));
        let minutes = 40.0 + OLDEST * share.powf(2.4) * 60.0;
        #[allow(clippy::cast_possible_truncation)] // at most 14 months of minutes
        let minutes = minutes as i64 + dice.between(0, 55);
        Some(Extra { calendar, cast, words, key, pattern, minutes }.scene(&mut dice, n))
    });
    made.collect()
}

/// A scene to be made.
struct Extra<'a> {
    calendar: &'a Calendar,
    cast: &'a Cast,
    words: &'a Words,
    key: &'a str,
    pattern: &'a Pattern,
    /// How many minutes ago it began.
    minutes: i64,
}

impl Extra<'_> {
    fn scene(&self, dice: &mut Dice, n: u32) -> Scene {
        let pattern = self.pattern;
        let status = self.status(dice);
        let agent = self.agent(dice);
        let unowned = status == "Open" && self.minutes < 4000 && dice.percent(35);
        let turns = self.turns(status, unowned, dice);
        let channel = dice.word(&pattern.channels);
        let says = self.says(dice, &agent, turns, unowned, channel);
        let mut scene = Scene { key: format!("{}-{n}", pattern.key), says, ..Scene::default() };
        let mut set = |name: &str, value: &str| {
            scene.lines.insert(name.to_owned(), value.to_owned());
        };
        set("subject", &self.slots(dice, &agent).subject(pattern));
        set("from", self.key);
        set("dept", &pattern.department);
        set("channel", channel);
        set("status", status);
        set("area", &pattern.area);
        set("class", &pattern.class);
        set("tags", &pattern.tags.join(", "));
        if let Some(priority) = dice.pick(&["High", "Medium", "Medium", "Low", "-", "Medium"]) {
            set("priority", priority);
        }
        set("to", if unowned { "-" } else { &agent });
        let closed = matches!(status, "Closed" | "Resolved");
        if closed && dice.percent(35) {
            let mood = dice.pick(&["GOOD", "GOOD", "GOOD", "OK", "BAD", "GOOD"]).copied();
            set("rated", mood.unwrap_or("GOOD"));
        }
        if !closed {
            let days = [1, 1, 2, 3, 5];
            let due = dice.pick(&days).copied().unwrap_or(1) * 1440 - self.minutes + dice.between(-200, 200);
            // What has been late for weeks has no due time: somebody took it away.
            if due > -8 * 1440 {
                set("due", &if due < 0 { format!("{}m ago", -due) } else { format!("in {due}m") });
            }
            if turns == 1 && status == "Open" {
                let respond = dice.between(20, 400);
                set("respond", &format!("in {respond}m"));
            }
            if turns % 2 == 1 && dice.percent(45) {
                set("unread", "yes");
            }
        }
        if status == "Escalated" {
            set("escalated", "yes");
        }
        scene
    }

    /// When it began: people call and chat while others work, and mostly write then, too.
    fn begun(&self, dice: &Dice) -> Timestamp {
        let at = self.calendar.now - SignedDuration::from_mins(self.minutes);
        let awake = self.calendar.at_work(at);
        let late = self.calendar.now - SignedDuration::from_mins(15);
        if awake < late && !dice.purpose().is_multiple_of(5) { awake } else { at }
    }

    /// What became of it: the older, the more likely closed.
    fn status(&self, dice: &mut Dice) -> &'static str {
        let days = self.minutes / 1440;
        let (closed, held) = match days {
            0..=1 => (10, 20),
            2..=6 => (45, 25),
            7..=25 => (80, 12),
            _ => (97, 2),
        };
        if dice.percent(closed) {
            return if dice.percent(30) { "Resolved" } else { "Closed" };
        }
        if dice.percent(held * 100 / (100 - closed)) {
            let billing = self.pattern.department == "billing";
            return match dice.below(3) {
                0 if billing => "Waiting for finance",
                0 => "On Hold",
                _ => "Waiting for customer",
            };
        }
        if dice.percent(7) { "Escalated" } else { "Open" }
    }

    fn agent(&self, dice: &mut Dice) -> String {
        let department = self.cast.departments.get(&self.pattern.department);
        let agents = department.map_or(&[][..], |department| &department.agents);
        // The counter has an owner who is seldom at it.
        let not_rui: Vec<String> = agents.iter().filter(|key| *key != "rui").cloned().collect();
        dice.word(&not_rui).to_owned()
    }

    /// How many turns were taken.
    fn turns(&self, status: &str, unowned: bool, dice: &mut Dice) -> usize {
        let all = self.pattern.turns.len();
        match status {
            _ if unowned => 1,
            "Closed" | "Resolved" => all - usize::from(all > 3 && dice.percent(50)),
            "Open" | "Escalated" if all >= 3 && dice.percent(55) => 3,
            "Open" | "Escalated" => 1,
            _ => 2.min(all),
        }
    }

    fn slots<'a>(&'a self, dice: &Dice, agent: &str) -> Slots<'a> {
        let person = &self.cast.people[self.key];
        let agent = self.cast.agents.get(agent).map_or("", |agent| agent.first.as_str());
        let company = self.cast.company_of(person).map_or("", |company| company.name.as_str());
        Slots {
            words: self.words,
            salt: dice.purpose(),
            language: self.pattern.language,
            first: &person.first,
            full: &person.name,
            company,
            agent,
            month: self.calendar.month_before(self.begun(dice)),
        }
    }

    fn says(&self, dice: &mut Dice, agent: &str, turns: usize, unowned: bool, channel: &str) -> Vec<Say> {
        let mut at = self.begun(dice);
        let mut says: Vec<Say> = Vec::new();
        let slots = self.slots(dice, agent);
        let pattern = self.pattern;
        for (n, turn) in (0..).zip(pattern.turns.iter().take(turns)) {
            if n > 0 {
                at = self.later(at, dice, turn.agent);
            }
            if turn.agent && dice.percent(22) {
                let text = dice.word(self.words.list("all", "note")).to_owned();
                let others: Vec<String> =
                    self.cast.agents.keys().filter(|key| *key != agent).cloned().collect();
                let who = if text.contains('@') { agent.to_owned() } else { dice.word(&others).to_owned() };
                let when = at - SignedDuration::from_mins(dice.between(2, 9));
                says.push(Say { who, moment: Some(when), sort: Sort::Note, text, ..Say::default() });
            }
            let who = if turn.agent { agent } else { self.key };
            let mut say = spoken(who, &slots, turn, n, at);
            if n == 0 && matches!(channel, "Phone" | "Chat") {
                say.text = spoken_words(&say.text, channel, &slots);
            }
            if !turn.agent && dice.percent(18) {
                say.files.push(dice.word(self.words.list("all", "file")).to_owned());
            }
            if !unowned && dice.percent(12) {
                say.cc.extend(self.colleague(dice));
            }
            says.push(say);
        }
        says
    }

    /// Somebody else of the same company.
    fn colleague(&self, dice: &mut Dice) -> Option<String> {
        let company = self.cast.people.get(self.key)?.company.as_ref()?;
        let same = |(key, person): &(&String, &super::cast::Person)| {
            key.as_str() != self.key && person.company.as_ref() == Some(company)
        };
        let others: Vec<String> = self.cast.people.iter().filter(same).map(|(key, _)| key.clone()).collect();
        dice.pick(&others).cloned()
    }

    /// When the next one speaks: agents at work, customers mostly.
    fn later(&self, at: Timestamp, dice: &mut Dice, agent: bool) -> Timestamp {
        let minutes = if dice.percent(70) { dice.between(6, 150) } else { dice.between(150, 1700) };
        let next = at + SignedDuration::from_secs(minutes * 60 + dice.between(0, 59));
        if agent || dice.percent(75) { self.calendar.at_work(next) } else { next }
    }
}

fn spoken(who: &str, slots: &Slots<'_>, turn: &Turn, n: u64, at: Timestamp) -> Say {
    Say { who: who.to_owned(), moment: Some(at), text: slots.turn(turn, n), ..Say::default() }
}

/// A call and a chat have neither greeting nor signature; of a call, somebody takes a note.
fn spoken_words(text: &str, channel: &str, slots: &Slots<'_>) -> String {
    let parts: Vec<&str> = text.split("\n\n").collect();
    let middle = if parts.len() > 2 { &parts[1..parts.len() - 1] } else { &parts[..] };
    let words = middle.join("\n\n");
    if channel == "Phone" { format!("{}\n\n{words}", slots.call()) } else { words }
}

/// Adds the short messages that a part of a scene asks for (`spin`), between it and now.
pub fn spin(calendar: &Calendar, cast: &Cast, words: &Words, scene: &mut Scene) {
    let Some(at) = scene.says.iter().position(|say| say.spin > 0) else { return };
    let patterns = pattern::read("pt", super::assets::SPIN);
    let (Some(pattern), Some(customer)) = (patterns.first(), scene.line("from").map(str::to_owned)) else {
        return;
    };
    let (agent, count) = (scene.says[at].who.clone(), scene.says[at].spin);
    let start = calendar.ago(&scene.says[at].when, scene.says[at].time).unwrap_or(calendar.now);
    let step = (calendar.now - SignedDuration::from_hours(5)).as_second() - start.as_second();
    let step = step / i64::try_from(count + 1).unwrap_or(1);
    let mut moment = start;
    for n in 0..count {
        moment = moment.checked_add(SignedDuration::from_secs(step)).unwrap_or(moment);
        let turn = &pattern.turns[n % pattern.turns.len()];
        let slots = Slots {
            words,
            salt: hash(&scene.key) ^ (u64::try_from(n).unwrap_or(0) / 2),
            language: "pt",
            first: cast.people.get(&customer).map_or("", |person| person.first.as_str()),
            full: "",
            company: "",
            agent: "",
            month: calendar.month_before(moment),
        };
        let who = if turn.agent { &agent } else { &customer };
        scene.says.push(spoken(who, &slots, turn, 0, calendar.at_work(moment)));
    }
}
