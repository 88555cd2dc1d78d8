//! Reading from the cache what the screen asks for.

mod conversation;
mod customers;
mod furniture;
mod record;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::Desk;
use crate::app::effect::{Hit, Loaded};
use crate::app::{Load, Message};
use crate::counter::Error;
use crate::counter::fetch::{is_cut, on_shelf};
use crate::model::{Module, TicketScope};
use crate::store::cache::{self, Cache, Key};

/// How many rows a window has.
const ROWS: usize = crate::app::parts::list::WINDOW;

/// How many places a search shows.
const HITS: usize = 100;

pub(super) async fn load(desk: Arc<Desk>, load: Load) {
    if matches!(load, Load::Overview | Load::Pairs { .. } | Load::Pair(_)) {
        return super::pairing::load(desk, load).await;
    }
    let asked = load.clone();
    let keeper = &desk.services.keeper;
    let now = desk.services.zoho.time(Timestamp::now());
    let loaded = match load {
        // The texts are laid out outside of the cache's thread: a long conversation takes a while.
        Load::Conversation { ticket, width } => conversation::load(keeper, ticket, width)
            .await
            .map(|page| Loaded::Conversation(page.map(Box::new))),
        load => keeper.ask(move |cache| read(cache, &load, now)).await,
    };
    match loaded {
        Ok(loaded) => desk.tell(Message::Loaded(asked, Box::new(loaded))),
        Err(error) => desk.tell(Message::Notice(desk.trouble(&Error::from(error)))),
    }
}

/// Gets the cache ready to filter a module.
pub(super) async fn warm(desk: Arc<Desk>, module: Module) {
    // A cache in trouble says so when it is asked.
    let _ = desk.services.keeper.ask(move |cache| cache.warm(module)).await;
}

/// `now` is Zoho's time: nothing in here but what is due depends on it.
fn read(cache: &mut Cache, load: &Load, now: Timestamp) -> Result<Loaded, cache::Error> {
    Ok(match load {
        Load::Rows { module, text, offset, keep, .. } => {
            let window = cache.record_rows(*module, text, *offset, ROWS, now)?;
            // Nearly always among these rows; else the cache counts all that stand before it.
            let place = match keep {
                Some(id) => match window.rows.iter().position(|row| row.id == *id) {
                    Some(at) => Some(window.offset + at),
                    None => cache.place_of(id, text)?,
                },
                None => None,
            };
            Loaded::Rows { window, place, fetched: cache.fetched_at(&Key::Records(*module))? }
        }
        Load::Record(id) => Loaded::Record(record::read(cache, id, now)?.map(Box::new)),
        Load::Tickets { query, offset, .. } => Loaded::Tickets {
            window: customers::named(cache, cache.tickets(query, now, *offset, ROWS)?)?,
            counts: cache.counts(query, now)?,
            fetched: cache.fetched_at(&Key::Tickets(query.scope.clone(), None))?,
            cut: is_cut(cache, &query.scope)?,
        },
        Load::Shelves { me, department } => {
            let count = |scope| on_shelf(cache, &scope, department.as_ref(), now);
            Loaded::Shelves {
                counts: [
                    count(TicketScope::Mine(me.clone()))?,
                    count(TicketScope::Unassigned)?,
                    count(TicketScope::Overdue)?,
                    count(TicketScope::AllOpen)?,
                ],
                mine: on_shelf(cache, &TicketScope::Mine(me.clone()), None, now)?,
            }
        }
        Load::Writing => {
            let drafts = cache.drafts()?;
            let mut elsewhere = BTreeSet::new();
            for draft in &drafts {
                if cache.is_draft_elsewhere(&draft.id)? {
                    elsewhere.insert(draft.id.clone());
                }
            }
            // What a process that ended left behind is ours now, before anybody is shown it.
            // (A disk that takes nothing now does not keep it from being read.)
            if cache.has_orphans()?
                && let Err(error) = cache.recover(Timestamp::now())
            {
                tracing::warn!(%error, "what another process left behind could not be taken over");
            }
            let (outbox, others) = (cache.outbox()?, cache.outgoing_elsewhere()?);
            Loaded::Writing { drafts, outbox, others, elsewhere, forms: cache.forms()? }
        }
        Load::Furniture => Loaded::Furniture(Box::new(furniture::read(cache)?)),
        Load::Search(text) => Loaded::Search(
            cache
                .search(text, HITS)?
                .into_iter()
                .map(|hit| Hit {
                    ticket: hit.ticket,
                    number: hit.number,
                    subject: hit.subject,
                    snippet: hit.snippet,
                    at: hit.at,
                    in_desk: false,
                })
                .collect(),
        ),
        Load::Conversation { .. } => Loaded::Conversation(None),
        // Read from the ledger, never from the cache.
        Load::Overview | Load::Pairs { .. } | Load::Pair(_) => Loaded::Overview(None),
    })
}
