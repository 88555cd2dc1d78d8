//! What the cache answers about a conversation.

use super::{Line, Talk, lay_out};
use crate::app::effect::TicketPage;
use crate::app::{Action, App, Effect, Load};
use crate::model::TicketId;

impl App {
    pub(in crate::app) fn take_conversation(
        &mut self,
        id: &TicketId,
        width: u16,
        page: Option<TicketPage>,
    ) -> Vec<Effect> {
        let Some(talk) = self.talk.as_mut().filter(|talk| talk.id == *id && talk.width == width) else {
            return Vec::new();
        };
        let Some(page) = page else { return Vec::new() };
        let first = !talk.fresh.loaded;
        talk.fresh.loaded = true;
        talk.fresh.fetched = talk.fresh.fetched.max(page.fetched);
        talk.take(page);
        let then = talk.then.take_if(|_| talk.page.as_ref().is_some_and(|page| !page.entries.is_empty()));
        self.reread();
        if first && self.composer.is_none() {
            self.offer_draft(id);
        }
        then.map(|kind| self.compose(kind)).unwrap_or_default()
    }

    /// Says that something was begun here: the key that began it goes on with it.
    fn offer_draft(&mut self, id: &TicketId) {
        let Some(left) = self.drafts.iter().find(|draft| draft.ticket == *id) else { return };
        let when = self.clock().age(&self.words, left.updated);
        let key = self.key_of(Action::ShowDrafts);
        self.say("notice-draft-here", &[("when", when.into()), ("key", key.into())]);
    }

    pub(in crate::app) fn fit_talk(&mut self, (width, height): (u16, u16)) -> Vec<Effect> {
        let Some(talk) = self.talk.as_mut().filter(|_| width > 0 && height > 0) else { return Vec::new() };
        // Who reads the end goes on reading the end when the composer takes its room, or gives it back.
        let at_end = talk.at_end();
        talk.visible = height.into();
        if at_end {
            talk.top = talk.lines.len();
        }
        talk.clamp();
        if talk.width == width {
            return Vec::new();
        }
        talk.width = width;
        vec![Effect::Load(Load::Conversation { ticket: talk.id.clone(), width })]
    }
}

impl Talk {
    /// Takes what was said. Who has not moved, or reads the end, sees what is new; other readers stay where they were.
    fn take(&mut self, page: TicketPage) {
        let follows = !self.moved || (self.at_end() && self.selected + 1 == self.said().len());
        let held = self.lines.get(self.top).and_then(|line| line.entry()).and_then(|at| self.key_at(at));
        let into = self.top.saturating_sub(
            self.lines.iter().position(|line| line.entry() == self.entry_at_top()).unwrap_or(0),
        );
        let selected = self.key_at(self.selected);
        self.page = Some(page);
        self.lay_out();
        if follows && !self.said().is_empty() {
            self.select(self.said().len() - 1);
            return;
        }
        let find = |key| self.said().iter().position(|said| Some(said.entry.key()) == key);
        let (top, at) = (find(held), find(selected));
        self.selected = at.unwrap_or(self.selected).min(self.said().len().saturating_sub(1));
        if let Some(entry) = top {
            self.top = self.head_of(entry) + into;
        }
        self.clamp();
    }

    /// Whether the end is in view. (The last line is the space behind the last entry.)
    fn at_end(&self) -> bool {
        self.top + self.visible + 1 >= self.lines.len()
    }

    fn key_at(&self, entry: usize) -> Option<crate::model::EntryKey> {
        self.said().get(entry).map(|said| said.entry.key())
    }

    fn entry_at_top(&self) -> Option<usize> {
        self.lines.get(self.top).and_then(|line| line.entry())
    }

    /// Lays the lines out again: entries, width or folds changed.
    pub(super) fn lay_out(&mut self) {
        self.lines = lay_out(self.said(), &self.unfolded);
        self.clamp();
    }

    /// The line on which an entry starts.
    pub(super) fn head_of(&self, entry: usize) -> usize {
        self.lines.iter().position(|line| *line == Line::Head(entry)).unwrap_or(0)
    }

    /// Selects an entry and brings it into view, from its head.
    pub(super) fn select(&mut self, entry: usize) {
        self.selected = entry.min(self.said().len().saturating_sub(1));
        let head = self.head_of(self.selected);
        let end = self.lines.iter().rposition(|line| line.entry() == Some(self.selected)).unwrap_or(head);
        if head < self.top || end >= self.top + self.visible {
            // The whole of it if it fits, its head at the top if not.
            self.top = if end - head < self.visible {
                (end + 1).saturating_sub(self.visible).min(head)
            } else {
                head
            };
        }
        self.clamp();
    }

    pub(super) fn clamp(&mut self) {
        self.top = self.top.min(self.lines.len().saturating_sub(self.visible));
    }
}
