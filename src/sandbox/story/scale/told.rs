//! What tickets of the crowd say, told when somebody asks.

use jiff::Timestamp;

use super::super::super::world::{Plan, Text};
use super::super::calendar::Calendar;
use super::super::mail::{self, Earlier, Letter, Program, Written};
use super::Crowd;
use super::tickets::{TURNS, Tale, turn_at};

/// What the n-th message says; nothing when the crowd has no such message.
pub fn text(plan: &Plan, n: u64) -> Text {
    let crowd = Crowd::of(plan);
    let tale = u32::try_from(n / TURNS).ok().and_then(|ticket| crowd.tale(ticket).map(|tale| (ticket, tale)));
    let Some((ticket, tale)) = tale else { return Text::default() };
    let calendar = Calendar::new(plan.anchor, &crowd.lore.house.time_zone);
    let begun = crowd.begun(&calendar, ticket);
    let full = tale.full();
    let teller = Teller { crowd, tale, full, month: calendar.month_before(begun), begun, calendar };
    let turn = n % TURNS;
    let earlier = turn.checked_sub(1).and_then(|before| teller.earlier(before));
    teller.written(turn, earlier.as_ref()).map(|written| written.text).unwrap_or_default()
}

/// Tells what one ticket says.
struct Teller {
    crowd: Crowd,
    tale: Tale,
    full: String,
    month: usize,
    begun: Timestamp,
    calendar: Calendar,
}

impl Teller {
    fn written(&self, turn: u64, earlier: Option<&Earlier>) -> Option<Written> {
        let tale = &self.tale;
        let said = tale.pattern.turns.get(usize::try_from(turn).ok()?)?;
        let words = tale.slots(&self.crowd, &self.full, self.month).turn(said, turn);
        let programs = [Program::Gmail, Program::Outlook, Program::Android, Program::Plain, Program::Ios];
        let own = programs[usize::try_from(tale.salt % 5).unwrap_or(0)];
        let written_elsewhere = turn == 0 && tale.channel != "Email";
        let program = match said.agent {
            true => Program::Desk,
            false if written_elsewhere => Program::Note,
            false => own,
        };
        let domain = tale.head.email.split_once('@').map_or("", |(_, domain)| domain);
        Some(mail::write(&Letter {
            program,
            quoting: program.quoting(),
            language: tale.pattern.language,
            earlier,
            words: &words,
            domain: if said.agent { "" } else { domain },
        }))
    }

    /// A turn, to be quoted by the next.
    fn earlier(&self, turn: u64) -> Option<Earlier> {
        let (tale, house) = (&self.tale, &self.crowd.lore.house);
        let written = self.written(turn, None)?;
        let at = turn_at(self.begun, turn, tale.salt).to_zoned(self.calendar.zone.clone());
        let department = house.department.iter().find(|department| department.key == tale.pattern.department);
        let mailbox = department.and_then(|department| department.addresses.first()).cloned()?;
        let customer = (self.full.clone(), tale.head.email.clone());
        let ours = tale.pattern.turns.get(usize::try_from(turn).ok()?)?.agent;
        let ((name, address), (_, to)) = if ours { (mailbox, customer) } else { (customer, mailbox) };
        let subject = tale.slots(&self.crowd, &self.full, self.month).subject(tale.pattern);
        Some(Earlier { name, address, to, subject, at, html: written.html, plain: written.plain })
    }
}
