//! What the cache answers about a pane, and what is asked next.

use jiff::{SignedDuration, Timestamp};

use super::{Counter, Focus, Tab};
use crate::app::effect::{RecordPage, TicketPlace};
use crate::app::parts::{list::List, pane::Freshness};
use crate::app::{App, Effect, Fetch, Load, Regions};
use crate::model::{Module, RecordId, RecordRow, Ticket, TicketCounts, TicketQuery, Window};

/// Zoho is asked about a record when the cursor has rested on it for so long: passing over rows costs nothing.
const REST: SignedDuration = SignedDuration::from_millis(250);

/// What Zoho said about a record's tickets is good for so long.
const GOOD_FOR: SignedDuration = SignedDuration::from_secs(60);

impl Counter {
    /// The question for the rows at a place.
    pub(in crate::app) fn ask_rows(&self, offset: usize) -> Effect {
        Effect::Load(Load::Rows {
            module: self.module,
            text: self.find.text().to_owned(),
            offset,
            // While the list fills for the first time, its beginning stays in view until somebody moves.
            keep: self.seek.clone().or_else(|| {
                let moved = self.fresh.fetched.is_some() || self.rows.cursor > 0;
                self.rows.selected().filter(|_| moved).map(|row| row.id.clone())
            }),
            ahead: false,
        })
    }

    /// The question for the rows that the list wants after a move, if any.
    pub(super) fn ask_more_rows(&self) -> Option<Effect> {
        let mut question = self.ask_rows(self.rows.wants()?);
        if let Effect::Load(Load::Rows { ahead, .. }) = &mut question {
            *ahead = self.rows.misses().is_none();
        }
        Some(question)
    }

    /// The question for the tickets of the shown record; none while its twin is not known.
    pub(in crate::app) fn ask_tickets(&self, offset: usize) -> Option<Effect> {
        let scope = self.scope()?;
        let query = TicketQuery { scope, department: None, text: String::new(), meant: Vec::new() };
        Some(Effect::Load(Load::Tickets { place: TicketPlace::Tab(self.module), query, offset }))
    }

    /// Shows the page of the selected record.
    pub(super) fn follow(&mut self, now: Timestamp) -> Option<Effect> {
        let selected = self.rows.selected().map(|row| row.id.clone());
        if selected == self.shown || (selected.is_none() && self.rows.window.total > 0) {
            return None;
        }
        // A page that is being read stays, whatever became of its row.
        if self.focus == Focus::Record && self.shown.is_some() {
            return None;
        }
        self.from = None;
        self.show(selected.clone(), now);
        selected.map(|id| Effect::Load(Load::Record(id)))
    }

    /// Makes room for the page of a record.
    pub(super) fn show(&mut self, record: Option<RecordId>, now: Timestamp) {
        self.rests = record.is_some().then_some(now + REST);
        self.gone = false;
        self.shown = record;
        self.page = None;
        self.looking = None;
        self.candidates = List::default();
        self.forget_tickets();
        self.link = 0;
        self.seek = None;
        self.activities_fresh = Freshness::default();
        self.deals_fresh = Freshness::default();
        self.top = 0;
    }
}

impl App {
    /// Reads what the pane shows from the cache.
    pub(in crate::app) fn load_counter(&self, module: Module) -> Vec<Effect> {
        let counter = self.counter(module);
        let rows = counter.ask_rows(counter.rows.again());
        let page = counter.shown.clone().map(|id| Effect::Load(Load::Record(id)));
        std::iter::once(rows).chain(page).collect()
    }

    pub(in crate::app) fn take_rows(
        &mut self,
        module: Module,
        text: &str,
        window: Window<RecordRow>,
        place: Option<(&RecordId, usize)>,
        fetched: Option<Timestamp>,
    ) -> Vec<Effect> {
        let now = self.now;
        let counter = self.counter_mut(module);
        if counter.find.text() != text {
            return Vec::new();
        }
        // Somebody may have moved on since the question: the cursor stays on the row where it is now.
        let sought = place.filter(|(kept, _)| counter.seek.as_ref() == Some(*kept)).map(|(_, place)| place);
        let place = sought.or_else(|| {
            place.zip(counter.rows.selected()).and_then(|((kept, place), row)| {
                if *kept == row.id {
                    return Some(place);
                }
                window.rows.iter().position(|other| other.id == row.id).map(|at| at + window.offset)
            })
        });
        counter.seek.take_if(|_| sought.is_some());
        counter.rows.take(window, place);
        counter.fresh.loaded = true;
        counter.fresh.fetched = counter.fresh.fetched.max(fetched);
        let more = counter.rows.misses().map(|offset| counter.ask_rows(offset));
        let page = counter.follow(now);
        page.into_iter().chain(more).collect()
    }

    /// Says that the selected record is not in the list any more.
    pub(in crate::app) fn mention_deleted(&mut self, module: Module, kept: Option<&RecordId>) {
        let row = self.counter(module).rows.selected().filter(|row| Some(&row.id) == kept);
        if let Some(name) = row.map(|row| row.name.clone()) {
            self.say("notice-record-deleted", &[("name", crate::text::line(&name).into_owned().into())]);
        }
    }

    pub(in crate::app) fn take_record(&mut self, id: &RecordId, page: Option<RecordPage>) -> Vec<Effect> {
        let counter = self.counter_mut(id.module());
        if counter.shown.as_ref() != Some(id) {
            return Vec::new();
        }
        let Some(page) = page else {
            // What was known before stays to be read, and the page says what became of it; of a record that was opened
            // before its module was read, nothing can be said yet.
            counter.gone = counter.fresh.whole();
            counter.rests = None;
            return Vec::new();
        };
        counter.gone = false;
        let candidates = page.candidates.clone();
        let window = Window { total: candidates.len(), offset: 0, rows: candidates };
        counter.candidates.take(window, None);
        counter.activities_fresh.loaded = true;
        counter.activities_fresh.fetched = counter.activities_fresh.fetched.max(page.activities_fetched);
        if counter.looking.is_none() {
            counter.counts = page.counts;
            counter.tickets_fresh.fetched = counter.tickets_fresh.fetched.max(page.tickets_fetched);
            // Without a twin there is nothing to wait for: the tab says why instead.
            counter.tickets_fresh.loaded = page.scope.is_none() && page.tickets_fetched.is_some();
        }
        counter.page = Some(page);
        counter.ask_tickets(counter.tickets.again()).into_iter().collect()
    }

    pub(in crate::app) fn take_tab(
        &mut self,
        module: Module,
        query: &TicketQuery,
        window: Window<Ticket>,
        counts: TicketCounts,
        fetched: Option<Timestamp>,
    ) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        if counter.scope().as_ref() != Some(&query.scope) {
            return Vec::new();
        }
        // At the top stays at the top: the newest may still be on its way.
        let kept =
            counter.tickets.selected().filter(|_| counter.tickets.cursor > 0).map(|ticket| ticket.id.clone());
        let place =
            kept.and_then(|id| window.rows.iter().position(|row| row.id == id)).map(|at| at + window.offset);
        counter.tickets.take(window, place);
        counter.counts = counts;
        counter.tickets_fresh.loaded = true;
        counter.tickets_fresh.fetched = counter.tickets_fresh.fetched.max(fetched);
        counter.tickets.misses().and_then(|offset| counter.ask_tickets(offset)).into_iter().collect()
    }

    /// Asks for tickets that are not here and came into view, or soon will.
    pub(in crate::app) fn reload_tab(&self, module: Module) -> Vec<Effect> {
        let counter = self.counter(module);
        counter.tickets.wants().and_then(|offset| counter.ask_tickets(offset)).into_iter().collect()
    }

    pub(in crate::app) fn fit_counter(&mut self, module: Module, regions: Regions) -> Vec<Effect> {
        let now = self.now;
        let counter = self.counter_mut(module);
        let mut effects = Vec::new();
        if regions.list > 0 && counter.rows.fit(regions.list.into()) {
            effects.extend(counter.ask_more_rows());
        }
        if regions.tickets > 0 && counter.choosing() {
            counter.candidates.fit(regions.tickets.into());
        } else if regions.tickets > 0 && counter.tickets.fit(regions.tickets.into()) {
            effects.extend(counter.tickets.wants().and_then(|offset| counter.ask_tickets(offset)));
        }
        effects.extend(counter.follow(now));
        effects
    }

    /// The cursor rested: Zoho is asked about the record it rests on.
    pub(in crate::app) fn look_at_rested(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Some(module) = self.screen.module() else { return Vec::new() };
        let counter = self.counter_mut(module);
        if counter.rests.is_none_or(|at| at > now) {
            return Vec::new();
        }
        counter.rests = None;
        self.ask_about_record(module)
    }

    /// Asks Zoho about the shown record: its tickets, and its activities when they are in view.
    pub(in crate::app) fn ask_about_record(&mut self, module: Module) -> Vec<Effect> {
        let now = self.now;
        let counter = self.counter_mut(module);
        let Some(id) = counter.shown.clone().filter(|_| !counter.gone) else { return Vec::new() };
        let mut effects = Vec::new();
        if counter.tickets_fresh.due(now, GOOD_FOR) {
            counter.tickets_fresh.fetching = true;
            effects.push(Effect::Fetch(match &counter.looking {
                Some(candidate) => Fetch::TicketsOfCandidate(module, candidate.twin()),
                None => Fetch::TicketsOf(id.clone()),
            }));
        }
        let has_deals = module != Module::Pipelines && counter.tab == Tab::Overview;
        if has_deals && counter.deals_fresh.due(now, GOOD_FOR) {
            counter.deals_fresh.fetching = true;
            effects.push(Effect::Fetch(Fetch::DealsOf(id.clone())));
        }
        if counter.tab == Tab::Activity && counter.activities_fresh.due(now, GOOD_FOR) {
            counter.activities_fresh.fetching = true;
            effects.push(Effect::Fetch(Fetch::ActivitiesOf(id)));
        }
        effects
    }

    /// Asks again at once, whatever was known: something was changed by us.
    pub(in crate::app) fn ask_again_about_shown(&mut self) -> Vec<Effect> {
        match self.screen.module() {
            Some(module) => {
                self.counter_mut(module).tickets_fresh.fetched = None;
                self.ask_about_record(module)
            }
            None if self.screen == crate::app::ScreenName::Tickets => self.ask_for_shelf(),
            None => Vec::new(),
        }
    }
}
