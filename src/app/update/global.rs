//! What means the same on every screen.

use crate::app::parts::popup::{Help, Popup, Search};
use crate::app::state::Reopen;
use crate::app::{Action, App, Effect, Load};
use crate::model::{Fate, Outgoing, OutgoingId};

impl App {
    /// Actions that do not depend on the screen; the screens hand on what they do not know.
    pub(in crate::app) fn act_global(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ShowContacts
            | Action::ShowCompanies
            | Action::ShowPipelines
            | Action::ShowTickets
            | Action::ShowSync => self.show_screen(action),
            Action::ChangeStatus => self.choose_status(),
            Action::NewTicket => self.open_form(),
            Action::Reply
            | Action::ReplyAll
            | Action::Forward
            | Action::CommentPrivately
            | Action::CommentPublicly => self.write(action),
            Action::Refresh => {
                let mut effects = vec![Effect::Insist];
                effects.extend(self.look_again());
                effects
            }
            Action::ShowDrafts => self.show_drafts(),
            Action::Search => {
                self.popups.push(Popup::Search(Search::default()));
                Vec::new()
            }
            Action::Help => {
                self.popups.push(Popup::Help(Help::default()));
                Vec::new()
            }
            Action::Quit => self.quit(),
            _ => Vec::new(),
        }
    }

    /// Takes back what is held, else what waits for the network last; it opens as a draft when the outbox has let it go.
    pub(super) fn undo_send(&mut self) -> Vec<Effect> {
        let held = self.held().map(|(outgoing, _)| outgoing);
        let Some(id) = held.or_else(|| self.waiting().next_back()).map(|outgoing| outgoing.id.clone()) else {
            self.refuse("notice-nothing-held", &[]);
            return Vec::new();
        };
        self.take_back(id)
    }

    /// Takes a message back from the outbox to be edited.
    pub(in crate::app) fn take_back(&mut self, id: OutgoingId) -> Vec<Effect> {
        // It comes back into the composer, which is to have the keys.
        self.close_lists();
        let mut effects: Vec<_> = self.close_composer();
        self.grown.retain(|(grown, ..)| *grown != id);
        let outgoing = self.outbox.iter().find(|outgoing| outgoing.id == id);
        let (since, ahead) = (self.now, Vec::new());
        self.reopen = outgoing.map(|outgoing| Reopen { draft: outgoing.draft.id.clone(), since, ahead });
        effects.push(Effect::TakeBack(id));
        effects
    }

    pub(in crate::app) fn load_writing() -> Vec<Effect> {
        vec![Effect::Load(Load::Writing)]
    }

    /// The last effects: what is being written is kept.
    pub fn farewell(&mut self) -> Vec<Effect> {
        let mut effects = self.close_composer();
        effects.extend(self.keep_form());
        effects
    }

    fn quit(&mut self) -> Vec<Effect> {
        let held = self.own_outbox().filter(|out| matches!(out.fate, Fate::Held { .. })).count();
        // What could not be put on the disk is tried once more; it would be lost with the program.
        let unsaved = self.unsaved.iter().filter(|_| self.refused.is_some()).cloned();
        let effects: Vec<_> = unsaved.map(|one| Effect::SaveDraft(Box::new(one))).collect();
        let waiting = self.waiting().count();
        // Where nothing is kept, every word that has not left ends with the program.
        let lost = if self.unkept { self.words_that_end() } else { 0 };
        if held == 0 && waiting == 0 && effects.is_empty() && lost == 0 {
            return vec![Effect::Quit];
        }
        if self.unkept {
            self.ask_before_losing(lost);
        } else {
            self.ask_before_quitting(held, waiting, effects.len());
        }
        effects
    }

    /// How many drafts and messages there are that have not left.
    fn words_that_end(&self) -> usize {
        let stays = |outgoing: &&Outgoing| !matches!(outgoing.fate, Fate::Sent { .. });
        self.drafts.len() + self.outbox.iter().filter(stays).count() + self.forms.len()
    }
}
