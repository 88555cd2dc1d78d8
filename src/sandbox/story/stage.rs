//! Plays a scene: makes the ticket, its messages, comments and files.

use jiff::{SignedDuration, Timestamp};

use super::super::world::desk::rating::{Mood, Rating};
use super::super::world::desk::thread::Author;
use super::super::world::desk::{Comment, StatusType, Ticket, Turn};
use super::super::world::{Body, Id, World};
use super::calendar::Calendar;
use super::cast::Cast;
use super::dice::hash;
use super::draft::Draft;
use super::play::{Say, Scene, Sort};
use super::post::Post;

/// What stays the same while a scene is played.
#[derive(Debug)]
pub struct Stage<'a> {
    /// Everybody.
    pub cast: &'a mut Cast,
    /// Time.
    pub calendar: &'a Calendar,
}

/// When each part was said: as written, but each before the next.
fn moments(calendar: &Calendar, scene: &Scene) -> Vec<Timestamp> {
    let mut moments: Vec<Timestamp> = Vec::new();
    for (n, say) in (0..).zip(&scene.says) {
        let jitter = match (say.moment, say.time) {
            (None, Some(_)) => i64::try_from(hash(&scene.key).wrapping_add(n * 17) % 55).unwrap_or(0),
            _ => 0,
        };
        let at = say.moment.or_else(|| calendar.ago(&say.when, say.time)).unwrap_or(calendar.now);
        moments.push(at + SignedDuration::from_secs(jitter));
    }
    let mut latest = calendar.now - SignedDuration::from_secs(20);
    for moment in moments.iter_mut().rev() {
        *moment = (*moment).min(latest);
        latest = *moment - SignedDuration::from_secs(75);
    }
    moments
}

/// Plays a scene; `None` when its customer is not in Desk.
pub fn play(world: &mut World, stage: &mut Stage<'_>, scene: &Scene) -> Option<Draft> {
    let moments = moments(stage.calendar, scene);
    let person = stage.cast.people.get(scene.line("from")?)?.clone();
    let contact = person.contact?;
    let account = stage.cast.company_of(&person).and_then(|company| company.account);
    let department = stage.cast.departments.get(scene.line("dept")?)?.clone();
    let assignee = scene.line("to").and_then(|key| stage.cast.agents.get(key)).map(|agent| agent.id);
    let channel = scene.line("channel").unwrap_or("Email");
    let status = world.desk.status(scene.line("status").unwrap_or("Open"))?.clone();
    let (opened, last) = (*moments.first()?, *moments.last()?);
    let ticket_id = world.desk.make_id();
    let mut draft = Draft {
        wish: scene.line("number").and_then(|number| number.parse().ok()),
        ticket: Ticket {
            id: ticket_id,
            number: 0,
            subject: subject(scene.line("subject").unwrap_or_default()),
            description: None,
            status: status.name,
            status_type: status.kind,
            priority: scene.line("priority").map(|priority| stage.cast.share(priority)),
            channel: stage.cast.share(channel),
            department: department.id,
            contact,
            account,
            assignee,
            email: Some(person.email.clone()),
            due: scene.line("due").and_then(|text| stage.calendar.due(text)),
            response_due: scene.line("respond").and_then(|text| stage.calendar.due(text)),
            created: opened,
            modified: last,
            customer_response: opened,
            closed: None,
            on_hold: None,
            escalated: scene.line("escalated").is_some(),
            spam: false,
            trashed: None,
            created_by: (channel == "Phone").then_some(assignee).flatten(),
            modified_by: assignee,
            conversation: Vec::new(),
            more: None,
        },
        threads: Vec::new(),
        comments: Vec::new(),
        files: Vec::new(),
        rating: None,
    };
    let mut post = Post::new(scene, &person, &department, channel);
    for (say, at) in scene.says.iter().zip(&moments) {
        if matches!(say.sort, Sort::Note | Sort::Public) {
            comment(world, stage, &mut draft, say, *at);
        } else {
            post.send(world, stage, &mut draft, say, *at);
        }
    }
    close(world, stage, scene, &mut draft, last);
    details(world, stage, scene, &mut draft);
    Some(draft)
}

/// The subject; `repeat:N:` in front repeats the rest until it has N characters.
fn subject(line: &str) -> String {
    let line = super::escape::unescape(line);
    let repeated = line.strip_prefix("repeat:").and_then(|rest| rest.split_once(':'));
    match repeated.and_then(|(count, rest)| Some((count.parse().ok()?, rest))) {
        Some((count, rest)) => rest.chars().cycle().take(count).collect(),
        None => line,
    }
}

fn comment(world: &mut World, stage: &Stage<'_>, draft: &mut Draft, say: &Say, at: Timestamp) {
    let Some(agent) = stage.cast.agents.get(&say.who) else { return };
    let id = world.desk.make_id();
    draft.comments.push(Comment {
        id,
        place: super::super::world::desk::comment::Place::Ticket(draft.ticket.id),
        author: Author::Agent(agent.id),
        body: Body::plain(stage.cast.mentions(&say.text)),
        public: say.sort == Sort::Public,
        attachments: Vec::new(),
        created: at,
        modified: at,
    });
    draft.ticket.conversation.push(Turn::Comment(id));
}

/// The times that follow from what was said and the status.
fn close(world: &mut World, stage: &Stage<'_>, scene: &Scene, draft: &mut Draft, last: Timestamp) {
    let ticket = &mut draft.ticket;
    let heard = draft.threads.iter().filter(|thread| thread.incoming).map(|thread| thread.created).max();
    ticket.customer_response = heard.unwrap_or(ticket.created);
    let after = (last + SignedDuration::from_mins(4)).min(stage.calendar.now);
    match ticket.status_type {
        StatusType::Closed => {
            ticket.closed = Some(after);
            ticket.due = ticket.due.or(Some(after + SignedDuration::from_hours(7)));
            ticket.response_due = None;
        }
        StatusType::OnHold => ticket.on_hold = Some(after),
        StatusType::Open => {}
    }
    if &*ticket.status != "Open" {
        ticket.modified = after;
    }
    let mood = match scene.line("rated") {
        Some("GOOD") => Mood::Good,
        Some("OK") => Mood::Ok,
        Some("BAD") => Mood::Bad,
        _ => return,
    };
    let answer = draft.threads.iter().rev().find(|thread| !thread.incoming).map(|thread| thread.id);
    draft.rating = Some(Rating {
        id: world.desk.make_id(),
        mood,
        feedback: scene.line("feedback").map(str::to_owned),
        ticket: ticket.id,
        thread: answer,
        agent: ticket.assignee,
        contact: ticket.contact,
        account: ticket.account,
        department: ticket.department,
        at: (after + SignedDuration::from_mins(38)).min(stage.calendar.now),
    });
}

/// Tags, custom fields and the like.
fn details(world: &mut World, stage: &mut Stage<'_>, scene: &Scene, draft: &mut Draft) {
    let readers: Vec<Id> = world.desk.settings.agents.iter().map(|agent| agent.id).collect();
    let department = draft.ticket.department;
    let tags = scene.line("tags").unwrap_or_default().split(", ").filter(|tag| !tag.is_empty());
    let tags = tags.map(|tag| tag_id(world, tag, department)).collect();
    let language = scene.line("from").and_then(|key| stage.cast.people.get(key)).map(|person| {
        match person.language.as_str() {
            "pt" => "Portuguese",
            "es" => "Spanish",
            "ja" => "Japanese",
            "ar" => "Arabic",
            _ => "English",
        }
    });
    let more = draft.ticket.more_mut();
    more.classification = scene.line("class").map(|class| stage.cast.share(class));
    more.language = language.map(|language| stage.cast.share(language));
    more.tags = tags;
    if scene.line("unread").is_none() {
        more.read_by = readers;
    }
    let cc = scene.line("cc").unwrap_or_default().split(", ");
    more.secondary_contacts = cc.filter_map(|key| stage.cast.people.get(key)?.contact).collect();
    let mut set = |name: &str, value: Option<serde_json::Value>| {
        more.cf.insert(name.to_owned(), value.unwrap_or_default());
    };
    set("cf_order_number", scene.line("order").map(Into::into));
    set("cf_product_area", scene.line("area").map(Into::into));
    set("cf_refund_amount", scene.line("refund").and_then(|text| text.parse::<f64>().ok()).map(Into::into));
    let promised = scene.line("promised").and_then(|days| days.parse().ok());
    set("cf_promised_for", promised.map(|days| stage.calendar.date(days).to_string().into()));
}

/// The tag of that name in a department, made when new.
fn tag_id(world: &mut World, name: &str, department: Id) -> Id {
    let known = world.desk.settings.tags.iter();
    if let Some(tag) = known.into_iter().find(|tag| tag.name == name && tag.department == department) {
        return tag.id;
    }
    let id = world.desk.make_id();
    let tag = super::super::world::desk::Tag { id, name: name.to_owned(), department };
    world.desk.settings.tags.push(tag);
    id
}
