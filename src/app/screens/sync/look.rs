//! What is asked of the ledger.

use super::{Panel, Sync};
use crate::app::parts::list;
use crate::app::{App, Effect, Load};
use crate::model::Window;
use crate::model::pairing::List;

impl App {
    /// Reads everything of the screen again.
    pub(in crate::app) fn load_sync(&self) -> Vec<Effect> {
        let mut effects = vec![Effect::Load(Load::Overview), self.sync.ask_rows(self.sync.rows.again())];
        effects.extend(self.sync.shown.map(|key| Effect::Load(Load::Pair(key))));
        effects
    }

    /// The screen comes up, or goes: the ledger is watched as long as it is there.
    pub(in crate::app) fn watch_sync(&mut self) -> Option<Effect> {
        let wanted = self.screen == crate::app::ScreenName::Sync;
        let changed = std::mem::replace(&mut self.sync.watched, wanted) != wanted;
        changed.then_some(Effect::WatchLedger(wanted))
    }

    /// Shows the list after this one, or before it.
    pub(super) fn turn_list(&mut self, forward: bool) -> Vec<Effect> {
        let lists: Vec<List> = self.sync.lists().collect();
        let here = lists.iter().position(|list| *list == self.sync.list).unwrap_or(0);
        let by = if forward { 1 } else { lists.len() - 1 };
        self.sync.list = lists[(here + by) % lists.len()];
        self.sync.rows = list::List { visible: self.sync.rows.visible, ..list::List::default() };
        self.sync.fresh.loaded = false;
        self.sync.forget_page();
        vec![self.sync.ask_rows(0)]
    }

    /// Takes the room that the list has.
    pub(in crate::app) fn fit_sync(&mut self, rows: u16, page: u16) -> Vec<Effect> {
        if page > 0 {
            self.sync.lines.fit(page.into());
        }
        if rows > 0 && self.sync.rows.fit(rows.into()) { self.fill_sync() } else { Vec::new() }
    }

    /// Asks for rows that are not here and came into view, or soon will; and for the page of the selected one.
    pub(super) fn fill_sync(&mut self) -> Vec<Effect> {
        let rows = self.sync.rows.wants().map(|offset| self.sync.ask_rows(offset));
        rows.into_iter().chain(self.sync.follow()).collect()
    }
}

impl Sync {
    pub(super) fn ask_rows(&self, offset: usize) -> Effect {
        Effect::Load(Load::Pairs { list: self.list, offset })
    }

    /// The page follows the cursor.
    pub(super) fn follow(&mut self) -> Option<Effect> {
        let key = self.rows.selected()?.key;
        if self.shown == Some(key) {
            return None;
        }
        self.forget_page();
        self.shown = Some(key);
        Some(Effect::Load(Load::Pair(key)))
    }

    pub(super) fn forget_page(&mut self) {
        (self.shown, self.page, self.panel, self.field, self.of) = (None, None, Panel::Fields, 0, None);
        self.lines = list::List { visible: self.lines.visible, ..list::List::default() };
    }

    /// Puts the lines of the journal that are wanted into the history.
    pub(super) fn show_history(&mut self) {
        let of = self.of;
        let wanted = |field: Option<_>| of.is_none() || field == of;
        let lines = self.page.iter().flat_map(|page| &page.lines).filter(|line| wanted(line.field));
        let rows: Vec<_> = lines.cloned().collect();
        self.lines.take(Window { total: rows.len(), offset: 0, rows }, None);
    }
}
