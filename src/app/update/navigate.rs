//! Going from screen to screen, opening and closing tickets.

use jiff::SignedDuration;

use crate::app::parts::popup::Popup;
use crate::app::screens::conversation::Talk;
use crate::app::{Action, App, Effect, Fetch, Load, Regions, ScreenName};
use crate::model::{Ticket, TicketId};

/// A pane that is shown again is asked again when it is older than this.
const FRESH_FOR: SignedDuration = SignedDuration::from_secs(60);

impl App {
    /// The first effects: what the screen shows comes from the cache at once, what Zoho says comes behind.
    pub fn start(&mut self) -> Vec<Effect> {
        let mut effects = vec![
            Effect::Load(Load::Furniture),
            Effect::Load(Load::Writing),
            // The first line says how the pairing stands.
            Effect::Load(Load::Overview),
        ];
        effects.extend(self.enter_screen());
        effects.push(Effect::Fetch(Fetch::Furniture));
        effects
    }

    pub(super) fn show_screen(&mut self, action: Action) -> Vec<Effect> {
        let screen = match action {
            Action::ShowCompanies => ScreenName::Companies,
            Action::ShowPipelines => ScreenName::Pipelines,
            Action::ShowTickets => ScreenName::Tickets,
            Action::ShowSync => ScreenName::Sync,
            _ => ScreenName::Contacts,
        };
        self.talk = None;
        if self.screen == screen {
            return Vec::new();
        }
        self.screen = screen;
        if let Some(module) = screen.module() {
            // Who comes by its number did not come from a record.
            self.counter_mut(module).from = None;
        }
        self.enter_screen()
    }

    pub(in crate::app) fn enter_screen(&mut self) -> Vec<Effect> {
        let now = self.now;
        let watch = self.watch_sync();
        if self.screen == ScreenName::Sync {
            return watch.into_iter().chain(self.load_sync()).collect();
        }
        let mut effects: Vec<Effect> = watch.into_iter().collect();
        let Some(module) = self.screen.module() else {
            effects.extend(self.load_queue(self.queue.tickets.again()));
            if self.queue.freshness().due(now, FRESH_FOR) {
                effects.extend(self.ask_for_shelf());
            }
            return effects;
        };
        effects.extend(self.load_counter(module));
        let counter = self.counter_mut(module);
        if counter.fresh.due(now, FRESH_FOR) {
            counter.fresh.fetching = true;
            effects.push(Effect::Fetch(Fetch::Module(module)));
        }
        effects
    }

    /// Goes back to the screen from which a record was opened.
    pub(in crate::app) fn return_to(&mut self, screen: ScreenName) -> Vec<Effect> {
        self.screen = screen;
        self.enter_screen()
    }

    /// Opens a ticket in front of the screen.
    pub(in crate::app) fn open_ticket(&mut self, id: TicketId, row: Option<Ticket>) -> Vec<Effect> {
        let width = if self.regions.talk.0 > 0 { self.regions.talk.0 } else { self.size.0.saturating_sub(4) };
        let mut talk = Talk::new(id.clone(), row, width);
        talk.fresh.fetching = true;
        self.talk = Some(talk);
        vec![
            Effect::Load(Load::Conversation { ticket: id.clone(), width }),
            Effect::Fetch(Fetch::Conversation(id)),
        ]
    }

    /// Goes back from a ticket to what it was opened from: the screen, or the search that found it.
    pub(in crate::app) fn close_talk(&mut self) -> Vec<Effect> {
        if let Some(search) = self.talk.take().and_then(|talk| talk.found_by) {
            self.popups.push(Popup::Search(*search));
        }
        self.reload()
    }

    /// Takes the room of the topmost floating thing.
    pub(super) fn fit_popup(&mut self, rows: u16, beyond: u16) {
        let rows = usize::from(rows);
        match self.popups.last_mut() {
            Some(Popup::Menu(menu)) if rows > 0 => {
                menu.list.fit(rows);
            }
            Some(Popup::Drafts(list)) if rows > 0 => {
                list.fit(rows);
            }
            Some(Popup::Search(search)) if rows > 0 => {
                search.hits.fit(rows);
            }
            // Scrolling past the end would have to be scrolled back.
            Some(Popup::Help(help)) => help.top = help.top.min(beyond.into()),
            _ => {}
        }
    }

    /// Remembers the room there was.
    pub(super) fn remember(&mut self, regions: Regions) {
        self.regions = regions;
    }
}
