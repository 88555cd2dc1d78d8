//! What tickets of the crowd say, told when somebody asks.

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
    let turn = n % TURNS;
    let earlier = turn.checked_sub(1).and_then(|before| {
        let written = written(&crowd, &tale, before, None)?;
        Some(quotable(plan, &crowd, ticket, &tale, before, written))
    });
    written(&crowd, &tale, turn, earlier.as_ref()).map(|written| written.text).unwrap_or_default()
}

fn written(crowd: &Crowd, tale: &Tale, turn: u64, earlier: Option<&Earlier>) -> Option<Written> {
    let said = tale.pattern.turns.get(usize::try_from(turn).ok()?)?;
    let full = format!("{} {}", tale.head.first, tale.head.last);
    let words = tale.slots(crowd, &full).turn(said, turn);
    let programs = [Program::Gmail, Program::Outlook, Program::Android, Program::Plain, Program::Ios];
    let own = programs[usize::try_from(tale.salt % 5).unwrap_or(0)];
    let program = if said.agent { Program::Desk } else { own };
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

fn quotable(plan: &Plan, crowd: &Crowd, ticket: u32, tale: &Tale, turn: u64, written: Written) -> Earlier {
    let house = &crowd.lore.house;
    let calendar = Calendar::new(plan.anchor, &house.time_zone);
    let at = turn_at(crowd.begun(&calendar, ticket), turn, tale.salt).to_zoned(calendar.zone.clone());
    let full = format!("{} {}", tale.head.first, tale.head.last);
    let department = house.department.iter().find(|department| department.key == tale.pattern.department);
    let mailbox = department.and_then(|department| department.addresses.first()).cloned().unwrap_or_default();
    let customer = (full.clone(), tale.head.email.clone());
    let ours = tale.pattern.turns.get(usize::try_from(turn).unwrap_or(0)).is_some_and(|turn| turn.agent);
    let ((name, address), (_, to)) = if ours { (mailbox, customer) } else { (customer, mailbox) };
    let subject = tale.slots(crowd, &full).subject(tale.pattern);
    Earlier { name, address, to, subject, at, html: written.html, plain: written.plain }
}
