//! `balcao ticket create`.

use jiff::Timestamp;
use serde_json::json;

use super::input;
use crate::app::effect::Record;
use crate::cli::exit::{Exit, Failure};
use crate::cli::furniture::{AGENT, CHANNEL, DEPARTMENT, Furniture, PRIORITY};
use crate::cli::print;
use crate::cli::record;
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::counter::{create, twin};
use crate::model::{AgentId, Contact, DeskTwin, Module, NewTicket};

/// The ticket to be.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// For whom: a contact of Bigin
    #[arg(long, value_name = "EMAIL|NAME|ID")]
    contact: String,
    /// Its subject
    #[arg(long)]
    subject: String,
    /// Its department
    #[arg(long, value_name = "NAME")]
    department: String,
    /// Its description; - reads it from standard input
    #[arg(long, value_name = "-|TEXT", allow_hyphen_values = true)]
    description: Option<String>,
    /// Its priority, as the portal or the screen calls it
    #[arg(long, value_name = "NAME")]
    priority: Option<String>,
    /// How the customer came, as the portal or the screen calls it, such as Phone
    #[arg(long, value_name = "NAME")]
    channel: Option<String>,
    /// Who shall have it; without it, Desk's own rules decide
    #[arg(long, value_name = "EMAIL|me|none")]
    assignee: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let mut source = Source::writing(open);
    let mut furniture = Furniture::ready(&mut source).await?;
    furniture.allow(&mut source, "refused-create", |may| may.create_tickets).await?;
    let new = new(&args, &mut source, &mut furniture).await?;
    let created = create::create(&open.services, &new, Timestamp::now()).await;
    let ticket = created.map_err(|error| open.failure(&error))?;
    if args.json {
        let ticket = print::ticket_json(&ticket, &furniture.names(), &open.due_clock());
        return print::json(&json!({ "ticket": ticket }));
    }
    print::out(&format!("{}\n", open.words.say_with("cli-created", &[("number", ticket.number.into())])))
}

async fn new(args: &Args, source: &mut Source<'_>, furniture: &mut Furniture) -> Result<NewTicket, Failure> {
    let words = &source.open.words;
    let subject = args.subject.trim().to_owned();
    if subject.is_empty() {
        return Err(Failure::new(Exit::Usage, "no_subject", words.say("cli-needs-subject")));
    }
    let list =
        |known: &Furniture| known.departments.iter().map(|one| (one.name.clone(), one.id.clone())).collect();
    let department = furniture.named(source, &args.department, DEPARTMENT, list).await?;
    let priority = match &args.priority {
        Some(name) => {
            let list =
                |known: &Furniture| known.priorities.iter().map(|one| (one.clone(), one.clone())).collect();
            Some(furniture.named(source, name, PRIORITY, list).await?)
        }
        None => None,
    };
    let channel = match &args.channel {
        Some(name) => {
            let list = |known: &Furniture| {
                known.channels.iter().map(|one| (one.name.clone(), one.name.clone())).collect()
            };
            Some(furniture.named(source, name, CHANNEL, list).await?)
        }
        None => None,
    };
    let assignee = assignee(args.assignee.as_deref(), source, furniture).await?;
    let (contact, desk) = customer(&args.contact, source).await?;
    let typed = args.description.clone();
    let description = match typed.as_deref() {
        None => String::new(),
        Some("-") => input::text(None, false, &source.open.stdin, words).await?.text,
        Some(text) => input::text(Some(text.to_owned()), false, &source.open.stdin, words).await?.text,
    };
    Ok(NewTicket {
        subject,
        description,
        department,
        contact: match desk {
            DeskTwin::Contact(id) => Some(id),
            _ => None,
        },
        name: (contact.first_name, contact.last_name),
        email: contact.email,
        priority,
        channel,
        assignee,
        uploads: Vec::new(),
    })
}

async fn assignee(
    wanted: Option<&str>,
    source: &mut Source<'_>,
    furniture: &mut Furniture,
) -> Result<Option<AgentId>, Failure> {
    match wanted {
        None | Some("none") => Ok(None),
        Some("me") => Ok(furniture.me.as_ref().map(|me| me.agent.id.clone())),
        Some(email) => {
            let list = |known: &Furniture| {
                let active = known.agents.iter().filter(|agent| agent.active);
                active.map(|agent| (agent.email.clone(), agent.id.clone())).collect()
            };
            furniture.named(source, email, AGENT, list).await.map(Some)
        }
    }
}

/// The contact of Bigin, and where they stand in Desk: looked up now, since a ticket must not land on somebody else.
async fn customer(wanted: &str, source: &mut Source<'_>) -> Result<(Contact, DeskTwin), Failure> {
    let _ = source.module(Module::Contacts).await?;
    let open = source.open;
    let record = record::find(Module::Contacts, wanted, open).await?;
    let id = record::id(&record);
    let twins = twin::find(&open.services, &id, Timestamp::now()).await;
    let twin = twins.map_err(|error| open.failure(&error))?.pop().unwrap_or(DeskTwin::None);
    let words = &open.words;
    match (record, twin) {
        (_, DeskTwin::Ambiguous(names)) => {
            let sentence =
                words.say_with("twin-ambiguous", &[("names", print::said(&names).join(", ").into())]);
            Err(Failure::new(Exit::NotFound, "ambiguous_twin", sentence)
                .with("candidates", json!(print::said(&names))))
        }
        (Record::Contact(contact), twin) => Ok((contact, twin)),
        (Record::Company(_) | Record::Deal(_), _) => {
            let sentence = words.say_with("cli-no-such-contact", &[("id", wanted.into())]);
            Err(Failure::new(Exit::NotFound, "no_contact", sentence))
        }
    }
}
