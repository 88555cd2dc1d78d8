//! Answers of the cache. Each carries its question: one that nobody waits for any more is dropped.

use std::collections::BTreeSet;

use jiff::SignedDuration;

use crate::app::effect::{Furniture, Load, Loaded, TicketPlace};
use crate::app::parts::list::List;
use crate::app::parts::popup::{Popup, Written};
use crate::app::state::Reopen;
use crate::app::{Action, App, Effect, ScreenName};
use crate::model::{Draft, DraftId, Fate, Outgoing, TicketForm, Window};

impl App {
    pub(super) fn loaded(&mut self, load: &Load, loaded: Loaded) -> Vec<Effect> {
        let effects = self.take_loaded(load, loaded);
        self.show_changing();
        effects
    }

    fn take_loaded(&mut self, load: &Load, loaded: Loaded) -> Vec<Effect> {
        match (load, loaded) {
            (Load::Rows { module, text, keep, .. }, Loaded::Rows { window, place, fetched }) => {
                if place.is_none() && text.is_empty() {
                    self.mention_deleted(*module, keep.as_ref());
                }
                let place = keep.as_ref().zip(place);
                self.take_rows(*module, text, window, place, fetched)
            }
            (Load::Record(id), Loaded::Record(page)) => self.take_record(id, page.map(|page| *page)),
            (
                Load::Tickets { place: TicketPlace::Tab(module), query, .. },
                Loaded::Tickets { window, counts, fetched, .. },
            ) => self.take_tab(*module, query, window, counts, fetched),
            (
                Load::Tickets { place: TicketPlace::Queue, query, .. },
                Loaded::Tickets { window, counts, fetched, cut },
            ) => {
                self.queue.cut = cut;
                self.take_queue(query, window, counts, fetched)
            }
            (Load::Conversation { ticket, width }, Loaded::Conversation(page)) => {
                self.take_conversation(ticket, *width, page.map(|page| *page))
            }
            (Load::Shelves { department, .. }, Loaded::Shelves { counts, mine }) => {
                self.take_shelves(department.as_ref(), counts, mine);
                Vec::new()
            }
            (Load::Writing, Loaded::Writing { drafts, outbox, others, elsewhere, forms }) => {
                self.take_forms(forms);
                self.others = others;
                self.take_writing(drafts, outbox, elsewhere)
            }
            (Load::Furniture, Loaded::Furniture(furniture)) => self.take_furniture(*furniture),
            (Load::Overview, Loaded::Overview(overview)) => self.take_overview(overview.map(|one| *one)),
            (Load::Pairs { list, .. }, Loaded::Pairs(window)) => self.take_pairs(*list, window),
            (Load::Pair(key), Loaded::Pair(page)) => {
                self.take_pair(*key, page.map(|page| *page));
                Vec::new()
            }
            (_, Loaded::NoLedger(trouble)) => {
                self.sync_failed(trouble);
                Vec::new()
            }
            (Load::Search(text), Loaded::Search(hits)) => {
                self.take_hits(text, hits);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn take_furniture(&mut self, furniture: Furniture) -> Vec<Effect> {
        let knew_me = self.furniture.me.is_some();
        self.furniture = furniture;
        if knew_me || self.furniture.me.is_none() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if self.screen == ScreenName::Tickets {
            effects.extend(self.load_queue(0));
            effects.extend(self.ask_for_shelf());
        }
        // The first line says how many are the agent's own, whatever the screen.
        effects.extend(self.load_shelves());
        effects.extend(self.ask_for_totals(SignedDuration::ZERO));
        effects
    }

    /// Says at the start what an earlier run left behind and nobody is asked about.
    fn greet(&mut self, left: usize, outbox: &[Outgoing]) {
        let key = self.key_of(Action::ShowDrafts);
        if left > 0 {
            let args = [("count", left.into()), ("key", key.as_str().into())];
            self.greeting = Some(self.words.say_with("notice-drafts-waiting", &args));
            self.say("notice-drafts-waiting", &args);
        }
        let here = |outgoing: &&Outgoing| {
            matches!(outgoing.fate, Fate::Stale | Fate::Failed { .. }) && !self.others.contains(&outgoing.id)
        };
        let unsent = outbox.iter().filter(here).count();
        if unsent > 0 {
            self.warn("notice-unsent-waiting", &[("count", unsent.into()), ("key", key.into())]);
        }
    }

    fn take_writing(
        &mut self,
        drafts: Vec<Draft>,
        outbox: Vec<Outgoing>,
        elsewhere: BTreeSet<DraftId>,
    ) -> Vec<Effect> {
        self.elsewhere = elsewhere;
        if !std::mem::replace(&mut self.greeted, true) {
            self.greet(drafts.len() + self.forms.len(), &outbox);
        }
        self.drafts = self.with_unsaved(drafts);
        self.outbox = outbox;
        self.refill_drafts();
        self.reopen_what_came_back()
    }

    /// Opens the draft that the outbox has let go, and hands it what was typed meanwhile.
    fn reopen_what_came_back(&mut self) -> Vec<Effect> {
        let here = |reopen: &mut Reopen| self.drafts.iter().any(|draft| draft.id == reopen.draft);
        let Some(reopen) = self.reopen.take_if(here) else { return Vec::new() };
        let Some(draft) = self.drafts.iter().find(|draft| draft.id == reopen.draft).cloned() else {
            return Vec::new();
        };
        let mut effects = self.resume(draft);
        for key in reopen.ahead {
            effects.extend(self.key(key));
        }
        effects
    }

    /// The forms on disk; the one that is open is newer than what is there.
    fn take_forms(&mut self, forms: Vec<TicketForm>) {
        let now = self.now;
        let open = self.form().map(|form| form.current(now).key());
        let newer = self.forms.iter().filter(|form| Some(form.key()) == open).cloned();
        let rest = forms.into_iter().filter(|form| Some(form.key()) != open);
        self.forms = newer.chain(rest).collect();
    }

    /// Keeps a draft in mind until the disk has it.
    pub(in crate::app) fn remember_unsaved(&mut self, draft: &Draft) {
        self.unsaved.retain(|known| known.id != draft.id);
        self.unsaved.insert(0, draft.clone());
    }

    /// The drafts on disk, with those that are newer here.
    pub(in crate::app) fn with_unsaved(&self, drafts: Vec<Draft>) -> Vec<Draft> {
        let newer = |draft: &Draft| self.unsaved.iter().any(|unsaved| unsaved.id == draft.id);
        let rest = drafts.into_iter().filter(|draft| !newer(draft));
        self.unsaved.iter().cloned().chain(rest).collect()
    }

    /// The rows of the list of things written, if it is open.
    fn refill_drafts(&mut self) {
        let rows = self.written();
        for popup in &mut self.popups {
            if let Popup::Drafts(list) = popup {
                list.take(Window { total: rows.len(), offset: 0, rows: rows.clone() }, None);
            }
        }
    }

    /// What is written and not sent: the outbox first, since it wants an answer.
    pub(in crate::app) fn written(&self) -> Vec<Written> {
        let outbox = self.outbox.iter().cloned().map(Written::Outgoing);
        let drafts = self.drafts.iter().cloned().map(Written::Draft);
        outbox.chain(drafts).chain(self.forms.iter().cloned().map(Written::Form)).collect()
    }

    pub(super) fn show_drafts(&mut self) -> Vec<Effect> {
        // That is what it asked for.
        if let Some(greeting) = self.greeting.take() {
            self.notices.unsay(&greeting);
        }
        let rows = self.written();
        let mut list = List::default();
        list.take(Window { total: rows.len(), offset: 0, rows }, None);
        self.popups.push(Popup::Drafts(list));
        Self::load_writing()
    }
}
