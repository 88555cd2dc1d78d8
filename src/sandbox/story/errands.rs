//! What agents of Desk have to do for their tickets: tasks, calls, events. Told last, so that they shift no other id.

use jiff::SignedDuration;

use super::super::world::desk::activity::{Activity, Deed};
use super::super::world::desk::{StatusType, Ticket};
use super::super::world::{Id, World};
use super::calendar::Calendar;
use super::deals::when;

/// What, for which ticket (the n-th told one that somebody has and that is open, or closed), when (days from now, and
/// the hour behind the dot), status, priority, what it is about.
type Errand = (Deed, StatusType, usize, &'static str, &'static str, &'static str, &'static str);

const ERRANDS: &[Errand] = {
    use Deed::{Call, Event, Task};
    use StatusType::{Closed, Open};
    &[
        (Task, Open, 0, "-2.11", "Not Started", "High", "Conferir a nota com o financeiro"),
        (Task, Open, 0, "1.15", "In Progress", "Normal", "Mandar a segunda via por e-mail"),
        (Task, Open, 1, "2.10", "Not Started", "Normal", "Ask the warehouse for the tracking code"),
        (Task, Open, 2, "-1.17", "Waiting on someone else", "Low", "Esperar o retorno da transportadora"),
        (Task, Closed, 0, "-20.14", "Completed", "Normal", "Refund the second payment"),
        (Task, Closed, 1, "-34.9", "Canceled", "Low", "Ligar para confirmar o endereço"),
        (Call, Open, 0, "1.10", "Scheduled", "High", "Ligar e contar como ficou"),
        (Call, Open, 3, "-1.14", "Missed", "Normal", "Call back about the invoice"),
        (Call, Closed, 0, "-21.16", "Completed", "Normal", "First call about the double payment"),
        (Event, Open, 1, "3.14", "Not Started", "Normal", "Demonstração da nova tela de pedidos"),
        (Event, Open, 4, "-3.9", "Not Started", "High", "Visit at the shop"),
        (Event, Closed, 2, "-12.11", "Completed", "Normal", "Treinamento da equipe de caixa"),
    ]
};

/// Brings them; `tickets` are those of the story, in the order in which they are told.
pub fn bring(world: &mut World, calendar: &Calendar, tickets: &[Id]) {
    for (deed, state, nth, at, status, priority, subject) in ERRANDS {
        let told = tickets.iter().filter_map(|id| world.desk.tickets.get(*id));
        let mut fitting = told.filter(|ticket| ticket.status_type == *state && ticket.assignee.is_some());
        let Some(ticket) = fitting.nth(*nth) else { continue };
        let Some(owner) = ticket.assignee else { continue };
        let errand = activity(calendar, ticket, owner, *deed, at);
        let done = matches!(*status, "Completed" | "Canceled" | "Missed");
        let ended = done.then(|| errand.when.unwrap_or(calendar.now).clamp(errand.created, calendar.now));
        let id = world.desk.make_id();
        world.desk.activities.insert(Activity {
            id,
            subject: (*subject).to_owned(),
            status: (*status).into(),
            priority: Some((*priority).into()),
            completed: ended,
            modified: ended.unwrap_or(errand.created),
            ..errand
        });
    }
}

fn activity(calendar: &Calendar, ticket: &Ticket, owner: Id, deed: Deed, at: &str) -> Activity {
    let soon = ticket.created + SignedDuration::from_mins(20);
    let created = soon.min(calendar.now);
    Activity {
        id: Id::default(),
        deed,
        subject: String::new(),
        department: ticket.department,
        ticket: Some(ticket.id),
        contact: Some(ticket.contact),
        owner: Some(owner),
        status: "".into(),
        priority: None,
        category: None,
        description: None,
        when: Some(when(calendar, at)),
        duration: match deed {
            Deed::Task => None,
            Deed::Call => Some(600),
            Deed::Event => Some(45),
        },
        direction: (deed == Deed::Call).then(|| "outbound".into()),
        reminders: Vec::new(),
        completed: None,
        trashed: None,
        creator: owner,
        modified_by: owner,
        created,
        modified: created,
    }
}
