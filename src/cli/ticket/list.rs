//! `balcao ticket list`.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::cli::exit::{Exit, Failure};
use crate::cli::furniture::{DEPARTMENT, Furniture};
use crate::cli::ground::at_least_one;
use crate::cli::print;
use crate::cli::record::tickets_of;
use crate::cli::source::{Source, Told};
use crate::cli::target::Open;
use crate::counter::fetch::{self, scope_of};
use crate::model::{DeskTwin, Module, Ticket, TicketQuery, TicketScope};
use crate::store::cache::{Cache, Error, Key};

/// Rows that the cache gives at once.
const WINDOW: usize = 200;

/// Which tickets.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// Only this department's
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = at_least_one)]
    limit: usize,
    /// Read what is cached; ask Zoho nothing
    #[arg(long)]
    cached: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// One of these; without any, all that are open.
#[derive(Clone, Debug, clap::Args)]
#[group(multiple = false)]
struct Which {
    /// Those assigned to me
    #[arg(long)]
    mine: bool,
    /// Those assigned to nobody
    #[arg(long)]
    unassigned: bool,
    /// Those past their due time
    #[arg(long)]
    overdue: bool,
    /// All that are not closed
    #[arg(long)]
    open: bool,
    /// All of this contact of Bigin, closed ones included
    #[arg(long, value_name = "EMAIL|NAME|ID")]
    contact: Option<String>,
    /// All of this company of Bigin and its people, closed ones included
    #[arg(long, value_name = "NAME|ID")]
    company: Option<String>,
    /// All of this deal's contact and company, closed ones included
    #[arg(long, value_name = "NAME|ID")]
    deal: Option<String>,
}

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let mut source = Source::reading(open, args.cached);
    let mut furniture = Furniture::ready(&mut source).await?;
    let department = match &args.department {
        Some(name) => {
            let list = |known: &Furniture| {
                known.departments.iter().map(|one| (one.name.clone(), one.id.clone())).collect()
            };
            Some(furniture.named(&mut source, name, DEPARTMENT, list).await?)
        }
        None => None,
    };
    let tickets = match scope(&args.which, &mut source, &furniture).await? {
        Some(scope) => {
            let query = TicketQuery { scope, department, text: String::new(), meant: Vec::new() };
            open.ask(move |cache| rows(cache, &query, args.limit)).await?
        }
        None => (0, Vec::new()),
    };
    show(&tickets, args.json, &source, &furniture)
}

/// Which tickets are meant, brought up to date; none when the customer is not in Desk.
async fn scope(
    which: &Which,
    source: &mut Source<'_>,
    furniture: &Furniture,
) -> Result<Option<TicketScope>, Failure> {
    let customer = [
        (Module::Contacts, &which.contact),
        (Module::Companies, &which.company),
        (Module::Pipelines, &which.deal),
    ];
    if let Some((module, Some(wanted))) = customer.into_iter().find(|(_, wanted)| wanted.is_some()) {
        let (_, twins) = tickets_of(module, wanted, source).await?;
        let Some(twins) = twins else {
            let sentence = source.open.words.say_with("cli-never-desk", &[("name", wanted.into())]);
            return Err(source.never(&[sentence]));
        };
        return of_twins(&twins, source.open);
    }
    let scope = match which {
        Which { mine: true, .. } => match &furniture.me {
            Some(me) => TicketScope::Mine(me.agent.id.clone()),
            None => {
                let sentence = source.open.words.say("cli-me-unknown");
                return Err(Failure::new(Exit::Away, "me_unknown", sentence));
            }
        },
        Which { unassigned: true, .. } => TicketScope::Unassigned,
        Which { overdue: true, .. } => TicketScope::Overdue,
        _ => TicketScope::AllOpen,
    };
    let fetched = fetch::queue(&source.open.services, &scope, Timestamp::now(), || ());
    let mut told = source.refresh(Key::Tickets(scope.clone(), None), fetched).await?;
    if told == Told::Never {
        // Every shelf is part of the list of all that are open.
        told = source.known(Key::Tickets(TicketScope::AllOpen, None)).await?;
    }
    if told == Told::Never {
        source.miss("cli-never-tickets", &[]);
    }
    Ok(Some(scope))
}

fn of_twins(twins: &[DeskTwin], open: &Open) -> Result<Option<TicketScope>, Failure> {
    let ambiguous = twins.iter().find_map(|twin| match twin {
        DeskTwin::Ambiguous(names) => Some(names),
        _ => None,
    });
    let scope = scope_of(twins);
    match (&scope, ambiguous) {
        (None, Some(names)) => {
            let sentence =
                open.words.say_with("twin-ambiguous", &[("names", print::said(names).join(", ").into())]);
            return Err(Failure::new(Exit::NotFound, "ambiguous_twin", sentence)
                .with("candidates", json!(print::said(names))));
        }
        (Some(_), Some(_)) => print::note(&print::twins_text(twins, &open.words)),
        (None, None) => print::note(&open.words.say("cli-not-in-desk")),
        (Some(_), None) => {}
    }
    Ok(scope)
}

fn rows(cache: &Cache, query: &TicketQuery, limit: usize) -> Result<(usize, Vec<Ticket>), Error> {
    let mut tickets = Vec::new();
    loop {
        let room = (limit - tickets.len()).min(WINDOW);
        let window = cache.tickets(query, Timestamp::now(), tickets.len(), room)?;
        let done = window.rows.is_empty();
        tickets.extend(window.rows);
        if done || tickets.len() >= limit {
            return Ok((window.total, tickets));
        }
    }
}

fn show(
    (total, tickets): &(usize, Vec<Ticket>),
    as_json: bool,
    source: &Source<'_>,
    furniture: &Furniture,
) -> Result<(), Failure> {
    let (words, clock) = (&source.open.words, source.open.due_clock());
    if tickets.is_empty() {
        source.end()?;
    }
    if as_json {
        let names = furniture.names();
        let list: Vec<Value> = tickets.iter().map(|one| print::ticket_json(one, &names, &clock)).collect();
        print::json(&json!({
            "tickets": list, "total": total, "stale": !source.is_live(), "fetched_at": source.fetched(),
        }))?;
        return source.end();
    }
    if tickets.is_empty() {
        print::note(&words.say("cli-none-found"));
        return Ok(());
    }
    let cells: Vec<_> = tickets.iter().map(|one| print::ticket_row(one, words, &clock)).collect();
    print::out(&print::table(&print::ticket_titles(words), &cells, print::columns()))?;
    if *total > tickets.len() {
        print::note(&words.say_with("cli-more", &[("count", (total - tickets.len()).into())]));
    }
    source.end()
}
