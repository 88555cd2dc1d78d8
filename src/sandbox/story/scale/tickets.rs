//! Tickets of the crowd: what follows from the seed and a number.

use std::sync::mpsc;

use jiff::{SignedDuration, Timestamp};

use super::super::super::world::desk::thread::{Author, Sent, Thread};
use super::super::super::world::desk::{StatusType, Ticket, Turn};
use super::super::super::world::{Body, Id, Word, World};
use super::super::calendar::Calendar;
use super::super::cast::Cast;
use super::super::dice::Dice;
use super::super::pattern::{Pattern, Slots};
use super::{Crowd, Head, Ids};

/// How many turns of one ticket can be told; the number of a message is eight times its ticket's, plus its turn.
pub const TURNS: u64 = 8;

/// How many tickets may be made up before they are put on the shelves.
const AHEAD: usize = 4096;

/// The n-th ticket of the crowd.
#[derive(Clone, Debug)]
pub struct Tale {
    /// What it follows.
    pub pattern: &'static Pattern,
    /// Who asks, as a number of the crowd.
    pub asker: u32,
    /// The same as a person.
    pub head: Head,
    /// First name of the agent.
    pub agent: &'static str,
    /// Key of the agent.
    pub agent_key: &'static str,
    /// Their company.
    pub company: String,
    /// The channel it comes through, as tickets name it.
    pub channel: &'static str,
    /// What its slots are filled by.
    pub salt: u64,
    dice: Dice,
}

impl Tale {
    /// The full name of who asks.
    pub fn full(&self) -> String {
        format!("{} {}", self.head.first, self.head.last)
    }

    /// Its slots.
    pub fn slots<'a>(&'a self, crowd: &Crowd, full: &'a str, month: usize) -> Slots<'a> {
        Slots {
            words: crowd.words(),
            salt: self.salt,
            language: self.pattern.language,
            first: &self.head.first,
            full,
            company: &self.company,
            agent: self.agent,
            month,
        }
    }
}

impl Crowd {
    /// The n-th ticket; `None` when the texts are missing.
    pub fn tale(&self, n: u32) -> Option<Tale> {
        let mut dice = self.dice(0xF4, n);
        let patterns = &self.lore.patterns;
        let pattern = patterns.get(dice.below(self.spoken))?;
        let mut asker = u32::try_from(dice.below(usize::try_from(self.heads).ok()?)).ok()?;
        if asker % 10 == 9 {
            asker -= 1; // every tenth has never written to us
        }
        let fits = |agent: &&super::super::house::Agent| {
            agent.departments.contains(&pattern.department)
                && matches!(agent.profile.as_str(), "agent" | "answers")
        };
        let count = self.lore.house.agent.iter().filter(fits).count();
        let agent = self.lore.house.agent.iter().filter(fits).nth(dice.below(count))?;
        let head = self.head(asker);
        let company = self.firm(head.firm).0;
        let channel = dice.word(&pattern.channels);
        let salt = dice.purpose();
        Some(Tale {
            pattern,
            asker,
            head,
            agent: &agent.first,
            agent_key: &agent.key,
            company,
            channel,
            salt,
            dice,
        })
    }

    /// When the n-th ticket began: the higher the number, the later; the last a day before now.
    pub fn begun(&self, calendar: &Calendar, n: u32) -> Timestamp {
        let left = 1.0 - f64::from(n + 1) / f64::from(self.tickets.max(1));
        #[allow(clippy::cast_possible_truncation)] // at most 14 months of seconds
        let seconds = (left.powf(1.4) * 425.0 * 86_400.0) as i64;
        let latest = calendar.now - SignedDuration::from_hours(26);
        let at = latest - SignedDuration::from_secs(seconds);
        let awake = if n.is_multiple_of(5) { at } else { calendar.at_work(at) };
        if awake < latest { awake } else { at }
    }
}

/// When a turn was taken.
pub fn turn_at(begun: Timestamp, turn: u64, salt: u64) -> Timestamp {
    let mut dice = Dice::new(salt, 0x71);
    let steps = (0..turn).map(|_| dice.between(600, 20_000)).sum();
    begun + SignedDuration::from_secs(steps)
}

/// Brings them.
pub fn bring(crowd: &Crowd, world: &mut World, calendar: &Calendar, cast: &mut Cast, ids: &Ids) {
    let words = Shared {
        closed: cast.share("Closed"),
        open: cast.share("Open"),
        waiting: cast.share("Waiting for customer"),
        priorities: ["High", "Medium", "Low"].map(|word| cast.share(word)),
        mail: cast.share("EMAIL"),
    };
    // One thread makes up what the other puts on the shelves.
    std::thread::scope(|scope| {
        let (sender, told) = mpsc::sync_channel(AHEAD);
        scope.spawn(move || {
            for n in 0..crowd.tickets {
                let Some(tale) = crowd.tale(n) else { continue };
                let begun = crowd.begun(calendar, n);
                let full = tale.full();
                let subject = tale.slots(crowd, &full, calendar.month_before(begun)).subject(tale.pattern);
                if sender.send(Told { n, tale, begun, subject }).is_err() {
                    return;
                }
            }
        });
        for told in told {
            let n = told.n;
            if ticket(world, calendar, cast, ids, &words, told).is_none() {
                tracing::warn!(n, "a ticket of the crowd has nobody who asks");
            }
        }
    });
}

/// A ticket, made up.
struct Told {
    n: u32,
    tale: Tale,
    begun: Timestamp,
    subject: String,
}

/// Words that all tickets share.
struct Shared {
    closed: Word,
    open: Word,
    waiting: Word,
    priorities: [Word; 3],
    mail: Word,
}

fn ticket(
    world: &mut World,
    calendar: &Calendar,
    cast: &mut Cast,
    ids: &Ids,
    words: &Shared,
    told: Told,
) -> Option<()> {
    let Told { n, tale, begun, subject } = told;
    let mut dice = tale.dice.clone();
    let contact = (*ids.contacts.get(usize::try_from(tale.asker).ok()?)?)?;
    let account = ids.accounts.get(usize::try_from(tale.head.firm).ok()?).copied();
    let agent = cast.agents.get(tale.agent_key)?.id;
    let department = cast.departments.get(&tale.pattern.department)?.id;
    let fresh = calendar.now.as_second() - begun.as_second() < 6 * 86_400;
    let (status, kind) = match dice.below(100) {
        0..30 if fresh => (&words.open, StatusType::Open),
        30..45 if fresh => (&words.waiting, StatusType::OnHold),
        0..2 => (&words.open, StatusType::Open),
        2..4 => (&words.waiting, StatusType::OnHold),
        _ => (&words.closed, StatusType::Closed),
    };
    let turns = match kind {
        StatusType::Open => 1,
        StatusType::OnHold => 2,
        StatusType::Closed => 2 + u64::from(dice.percent(25)),
    };
    let turns = turns.min(u64::try_from(tale.pattern.turns.len()).ok()?).min(TURNS);
    let channel = cast.share(tale.channel);
    let first_code = world.desk.settings.channels.iter().find(|known| known.name == channel);
    let first_code = first_code.map_or_else(|| words.mail.clone(), |known| cast.share(&known.code));
    let id = world.desk.make_id();
    let mut conversation = Vec::with_capacity(usize::try_from(turns).ok()?);
    let mut last = begun;
    let mut heard = begun;
    let mut asked: Option<Id> = None;
    for turn in 0..turns {
        last = turn_at(begun, turn, tale.salt).min(calendar.now);
        let by_agent = tale.pattern.turns[usize::try_from(turn).ok()?].agent;
        if !by_agent {
            heard = last;
        }
        let thread = Thread {
            id: world.desk.make_id(),
            ticket: id,
            channel: if turn == 0 { first_code.clone() } else { words.mail.clone() },
            incoming: !by_agent,
            sent: Sent::Success,
            private: false,
            forward: false,
            description: turn == 0,
            author: if by_agent { Author::Agent(agent) } else { Author::Contact(contact) },
            body: Body::Told { n: u64::from(n) * TURNS + turn },
            mail: None,
            in_reply_to: asked,
            attachments: Vec::new(),
            created: last,
        };
        asked = Some(thread.id);
        conversation.push(Turn::Thread(thread.id));
        world.desk.threads.insert(thread);
    }
    let open = kind != StatusType::Closed;
    let due = begun + SignedDuration::from_hours(dice.between(20, 120));
    let unowned = kind == StatusType::Open && dice.percent(40);
    let ticket = Ticket {
        id,
        number: world.desk.make_number(),
        subject,
        description: Some(Body::Told { n: u64::from(n) * TURNS }),
        status: status.clone(),
        status_type: kind,
        priority: words.priorities.get(dice.below(4)).cloned(),
        channel,
        department,
        contact,
        account,
        assignee: (!unowned).then_some(agent),
        email: Some(tale.head.email),
        due: (open && fresh).then_some(due),
        response_due: None,
        created: begun,
        modified: last,
        customer_response: heard,
        closed: (!open).then_some(last),
        on_hold: (kind == StatusType::OnHold).then_some(last),
        escalated: false,
        spam: false,
        trashed: None,
        created_by: None,
        modified_by: (!unowned).then_some(agent),
        conversation,
        more: None,
    };
    world.desk.tickets.insert(ticket);
    Some(())
}
