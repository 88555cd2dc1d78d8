//! A small fixed world, as the cache would know it.

mod pairing;
mod people;
mod talk;
mod tickets;

use balcao::app::effect::{Fetch, Furniture, Hit, Load, Loaded, RecordPage, TicketPage};
use balcao::app::{Message, Trouble};
use balcao::model::{Draft, Module, Outgoing, RecordRow, Ticket, TicketCounts, TicketScope, Window};
use balcao::text::contains_folded;
use jiff::{SignedDuration, Timestamp};

pub use pairing::Pairing;

use super::stage::now;

/// What the cache knows.
pub struct World {
    pub furniture: Furniture,
    pub rows: Vec<RecordRow>,
    pub pages: Vec<(balcao::model::RecordId, RecordPage)>,
    pub tickets: Vec<Ticket>,
    pub talks: Vec<TicketPage>,
    pub hits: Vec<Hit>,
    pub drafts: Vec<Draft>,
    pub outbox: Vec<Outgoing>,
    /// Which messages another living process answers for.
    pub others: std::collections::BTreeSet<balcao::model::OutgoingId>,
    /// What the newest message gives to ask about.
    pub concerns: Vec<balcao::compose::Concern>,
    /// Why the disk refuses drafts, if it does.
    pub disk: Option<Trouble>,
    pub elsewhere: std::collections::BTreeSet<balcao::model::DraftId>,
    pub forms: Vec<balcao::model::TicketForm>,
    /// Whether it is known how many tickets stand on the shelves.
    pub counted: bool,
    /// Whether the lists of tickets are not read to their end.
    pub cut: bool,
    /// When everything was last fetched.
    pub fetched: Option<Timestamp>,
    /// What Zoho answers; `None` = nothing yet.
    pub zoho: Option<Result<(), Trouble>>,
    /// The pairing of Bigin and Desk.
    pub pairing: Pairing,
    /// Whether the cache answers at all.
    pub answers: bool,
}

/// What happens to every foreign text of the world: nothing, or something hostile.
pub type Twist<'t> = &'t dyn Fn(&str) -> String;

impl World {
    /// The world as it is.
    pub fn new() -> Self {
        Self::twisted(&str::to_owned)
    }

    /// The same world with every foreign text passed through `twist`.
    pub fn twisted(twist: Twist<'_>) -> Self {
        let tickets = tickets::tickets(twist);
        Self {
            furniture: people::furniture(twist),
            rows: people::rows(twist),
            pages: people::pages(twist),
            talks: talk::talks(&tickets, twist),
            tickets,
            hits: vec![Hit {
                ticket: balcao::model::TicketId::new("t1042"),
                number: twist("1042"),
                subject: twist("Refund not received"),
                snippet: twist("… the refund for order 5521 has not arrived. The bank says …"),
                at: now() - SignedDuration::from_hours(72),
                in_desk: false,
            }],
            drafts: Vec::new(),
            outbox: Vec::new(),
            others: std::collections::BTreeSet::new(),
            concerns: Vec::new(),
            disk: None,
            elsewhere: std::collections::BTreeSet::new(),
            forms: Vec::new(),
            counted: false,
            cut: false,
            fetched: Some(now() - SignedDuration::from_secs(8)),
            zoho: Some(Ok(())),
            pairing: Pairing::none(),
            answers: true,
        }
    }

    /// A world in which nothing is.
    pub fn empty() -> Self {
        let full = Self::new();
        Self {
            rows: Vec::new(),
            pages: Vec::new(),
            tickets: Vec::new(),
            talks: Vec::new(),
            hits: Vec::new(),
            ..full
        }
    }

    pub fn fetch(&self, fetch: &Fetch) -> Option<Message> {
        let result = self.zoho.clone()?.map(|()| false);
        Some(Message::Fetched { fetch: fetch.clone(), result })
    }

    pub fn load(&self, load: &Load) -> Option<Loaded> {
        if !self.answers {
            return None;
        }
        Some(match load {
            Load::Rows { module, text, offset, keep, .. } => {
                let rows = self.rows_of(*module, text);
                let place = keep.as_ref().and_then(|id| rows.iter().position(|row| row.id == *id));
                Loaded::Rows { window: window(rows, *offset), place, fetched: self.fetched }
            }
            Load::Record(id) => {
                let page = self.pages.iter().find(|(known, _)| known == id).map(|(_, page)| page.clone());
                let page = page.map(|page| RecordPage { counts: self.count(page.scope.as_ref()), ..page });
                Loaded::Record(page.map(Box::new))
            }
            Load::Tickets { query, offset, .. } => {
                let found: Vec<_> =
                    self.of(Some(&query.scope)).filter(|ticket| matches(ticket, &query.text)).collect();
                let counts = self.count(Some(&query.scope));
                Loaded::Tickets {
                    window: window(found, *offset),
                    counts,
                    fetched: self.fetched,
                    cut: self.cut,
                }
            }
            Load::Conversation { ticket, width } => {
                Loaded::Conversation(talk::at_width(&self.talks, ticket, *width).map(Box::new))
            }
            Load::Shelves { me, .. } => {
                let count = |scope| self.counted.then(|| self.count(Some(&scope)).all);
                let mine = count(TicketScope::Mine(me.clone()));
                let others = [TicketScope::Unassigned, TicketScope::Overdue, TicketScope::AllOpen].map(count);
                Loaded::Shelves { counts: [mine, others[0], others[1], others[2]], mine }
            }
            Load::Writing => Loaded::Writing {
                drafts: self.drafts.clone(),
                outbox: self.outbox.clone(),
                others: self.others.clone(),
                elsewhere: self.elsewhere.clone(),
                forms: self.forms.clone(),
            },
            Load::Furniture => Loaded::Furniture(Box::new(self.furniture.clone())),
            Load::Search(text) if text.is_empty() => Loaded::Search(Vec::new()),
            Load::Search(_) => Loaded::Search(self.hits.clone()),
            Load::Overview | Load::Pairs { .. } | Load::Pair(_) => self.pairing.load(load),
        })
    }

    fn rows_of(&self, module: Module, text: &str) -> Vec<RecordRow> {
        let here = self.rows.iter().filter(|row| row.id.module() == module);
        here.filter(|row| contains_folded(&row.name, text)).cloned().collect()
    }

    fn of<'w>(&'w self, scope: Option<&'w TicketScope>) -> impl Iterator<Item = Ticket> + 'w {
        self.tickets.iter().filter(move |ticket| tickets::inside(ticket, scope)).cloned()
    }

    fn count(&self, scope: Option<&TicketScope>) -> TicketCounts {
        let count = |keep: &dyn Fn(&Ticket) -> bool| {
            u32::try_from(self.of(scope).filter(|ticket| keep(ticket)).count()).expect("few tickets")
        };
        TicketCounts {
            all: count(&|_| true),
            open: count(&|ticket| ticket.kind != balcao::model::StatusKind::Closed),
            overdue: count(&|ticket| ticket.overdue(now())),
        }
    }
}

fn matches(ticket: &Ticket, text: &str) -> bool {
    contains_folded(&ticket.subject, text) || contains_folded(&ticket.contact_name, text)
}

fn window<T>(rows: Vec<T>, offset: usize) -> Window<T> {
    let total = rows.len();
    Window { total, offset, rows: rows.into_iter().skip(offset).take(200).collect() }
}
