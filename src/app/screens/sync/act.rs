//! What keys do on the Sync screen.

use super::{Focus, Panel};
use crate::app::{Action, App, Effect};
use crate::model::pairing::List;

impl App {
    pub(in crate::app) fn act_sync(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::Refresh {
            return self.load_sync();
        }
        if action.asks_of_sync() {
            return self.ask_of_sync(action);
        }
        match self.sync.focus {
            Focus::List => self.act_sync_list(action),
            Focus::Page => self.act_sync_page(action),
        }
    }

    fn act_sync_list(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::NextTab => return self.turn_list(true),
            Action::PreviousTab => return self.turn_list(false),
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                self.sync.rows.act(action);
                return self.fill_sync();
            }
            Action::Open | Action::NextPane | Action::PreviousPane => self.enter_page(),
            _ => return self.act_sync_anywhere(action),
        }
        Vec::new()
    }

    fn act_sync_page(&mut self, action: Action) -> Vec<Effect> {
        match (action, self.sync.panel) {
            (Action::Back, Panel::History) => self.show_fields(),
            (Action::Back | Action::NextPane | Action::PreviousPane, _) => self.sync.focus = Focus::List,
            (Action::NextTab | Action::PreviousTab, Panel::Fields) => self.show_history_of(None),
            (Action::NextTab | Action::PreviousTab, Panel::History) => self.show_fields(),
            (_, Panel::Fields) if self.move_field(action) => {}
            (
                Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last,
                Panel::History,
            ) => self.sync.lines.act(action),
            _ => return self.act_sync_anywhere(action),
        }
        Vec::new()
    }

    /// What works in the list and on the page alike.
    fn act_sync_anywhere(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ToggleFold => {
                let field = self.sync.fields().get(self.sync.field).map(|line| line.field);
                self.sync.all = !self.sync.all;
                let place = self.sync.fields().iter().position(|line| Some(line.field) == field);
                self.sync.field = place.unwrap_or(0);
            }
            Action::Blame => {
                let of = self.sync.selected_field().map(|line| line.field);
                self.enter_page();
                self.show_history_of(of);
            }
            Action::JumpToField => self.jump_to_field(),
            Action::ShowError => self.show_error(),
            _ => return self.act_global(action),
        }
        Vec::new()
    }

    fn enter_page(&mut self) {
        if self.sync.rows.selected().is_some() {
            self.sync.focus = Focus::Page;
        }
    }

    fn show_fields(&mut self) {
        (self.sync.panel, self.sync.of) = (Panel::Fields, None);
    }

    fn show_history_of(&mut self, field: Option<crate::model::pairing::FieldId>) {
        (self.sync.panel, self.sync.of) = (Panel::History, field);
        self.sync.lines.go(0);
        self.sync.show_history();
    }

    /// Moves the cursor over the fields; tells whether that was asked for.
    fn move_field(&mut self, action: Action) -> bool {
        let last = self.sync.fields().len().saturating_sub(1);
        let page = self.sync.lines.visible.max(2) - 1;
        let here = self.sync.field;
        self.sync.field = match action {
            Action::Down => here + 1,
            Action::Up => here.saturating_sub(1),
            Action::PageDown => here + page,
            Action::PageUp => here.saturating_sub(page),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// Puts the cursor on the field that it is about.
    fn jump_to_field(&mut self) {
        let Some(page) = &self.sync.page else { return self.refuse("pair-still-loading", &[]) };
        let wanted = page
            .fields
            .iter()
            .find(|line| line.held)
            .or_else(|| page.fields.iter().find(|line| line.concerned));
        let Some(field) = wanted.map(|line| line.field) else { return self.refuse("pair-no-field", &[]) };
        self.show_fields();
        self.sync.focus = Focus::Page;
        let place = self.sync.fields().iter().position(|line| line.field == field);
        self.sync.field = place.unwrap_or(0);
    }

    /// What the service said, whole and as it said it.
    fn show_error(&mut self) {
        let words = self.sync.page.as_ref().and_then(|page| page.words.clone());
        let Some((side, words)) = words else { return self.refuse("pair-no-error", &[]) };
        let title = self.words.say_with("pair-error-of", &[("side", side.name().into())]);
        let close = self.reply('c', "answer-close", crate::app::parts::dialog::Then::Nothing);
        self.ask(title, vec![words], vec![close], 0);
    }

    /// Whether the action could do something where the cursor is.
    pub(in crate::app) fn sync_has_target(&self, action: Action) -> bool {
        let sync = &self.sync;
        let page = sync.page.as_ref();
        let here = sync.rows.selected().is_some();
        match action {
            Action::TakeBigin | Action::TakeDesk | Action::AlwaysSo => match sync.selected_field() {
                Some(line) => {
                    line.held || action == Action::AlwaysSo && page.is_some_and(|page| page.link.is_some())
                }
                None => page.is_some_and(|page| page.fields.iter().any(|line| line.held)),
            },
            Action::Retry => here && matches!(sync.list, List::Failing | List::Ambiguous),
            Action::RetryAll => {
                matches!(sync.list, List::Failing | List::Ambiguous) && sync.rows.window.total > 0
            }
            Action::Revert => match sync.panel {
                Panel::History => sync.selected_line().is_some_and(|line| line.undoable),
                Panel::Fields => page.is_some_and(|page| page.lines.iter().any(|line| line.undoable)),
            },
            Action::Pin | Action::Unlink => {
                page.is_some_and(|page| page.link.is_some()) && sync.list != List::Apart
            }
            Action::LinkTo => {
                page.is_some_and(|page| !page.rivals.is_empty()) || here && sync.list == List::Apart
            }
            Action::ShowError => page.is_some_and(|page| page.words.is_some()),
            Action::JumpToField => page.is_some_and(|page| page.fields.iter().any(|line| line.concerned)),
            Action::Blame | Action::ToggleFold | Action::Open => here,
            Action::NextTab => sync.there == Some(true),
            Action::ReleaseBrake => sync.overview.as_ref().is_some_and(|overview| overview.braked),
            Action::StopSync => sync.running.as_ref().is_some_and(|run| !run.stopping),
            Action::SyncNow => sync.running.is_none() && sync.there == Some(true),
            _ => true,
        }
    }
}

impl Action {
    /// Whether it asks for something that changes the pairing.
    pub(in crate::app) const fn asks_of_sync(self) -> bool {
        matches!(
            self,
            Self::TakeBigin
                | Self::TakeDesk
                | Self::AlwaysSo
                | Self::Retry
                | Self::RetryAll
                | Self::Revert
                | Self::Pin
                | Self::LinkTo
                | Self::Unlink
                | Self::ReleaseBrake
                | Self::SyncNow
                | Self::StopSync
        )
    }
}
