//! Questions and their answers.

use crate::app::message::Late;
use crate::app::parts::dialog::{Answer, Dialog, Then};
use crate::app::parts::popup::Popup;
use crate::app::{Action, App, Effect, Trouble};
use crate::compose::Concern;
use crate::model::{Draft, Fate, Outgoing, OutgoingId, TicketId};
use crate::text::line;

impl App {
    pub(super) fn act_dialog(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Dialog(dialog)) = self.popups.last_mut() else { return Vec::new() };
        let last = dialog.answers.len().saturating_sub(1);
        match action {
            Action::Open => {
                let selected = dialog.selected;
                return self.answer(selected);
            }
            Action::Back => return self.answer(last),
            Action::Down | Action::NextPane | Action::NextTab => {
                dialog.selected = (dialog.selected + 1).min(last);
            }
            Action::Up | Action::PreviousPane | Action::PreviousTab => {
                dialog.selected = dialog.selected.saturating_sub(1);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Gives the answer at this place of the topmost question.
    pub(in crate::app) fn answer(&mut self, at: usize) -> Vec<Effect> {
        let Some(Popup::Dialog(dialog)) = self.popups.pop() else { return Vec::new() };
        let Some(answer) = dialog.answers.into_iter().nth(at) else { return Vec::new() };
        match answer.then {
            Then::Nothing => Vec::new(),
            Then::Send(draft) => self.queue_draft(*draft),
            Then::Deliver(id) => {
                let stale = |one: &&Outgoing| one.id == id && one.fate == Fate::Stale;
                if self.outbox.iter().any(|one| stale(&one) && one.draft.kind.is_mail()) {
                    return vec![Effect::CheckAgain(id)];
                }
                self.deliver_anyway(id)
            }
            Then::DeliverChecked(id) => self.deliver_anyway(id),
            Then::TakeBack(id) => self.take_back(id),
            Then::AskDrop(id) => {
                self.ask_before_dropping_sent(id);
                Vec::new()
            }
            Then::DropOutgoing(id) => vec![Effect::DropOutgoing(id)],
            Then::DropDraft(id) => {
                if self.composer.as_ref().is_some_and(|composer| composer.draft.id == id) {
                    self.composer = None;
                }
                self.drafts.retain(|draft| draft.id != id);
                vec![Effect::DropDraft(id)]
            }
            Then::DropForm(key) => {
                self.forms.retain(|form| form.key() != key);
                vec![Effect::DropForm(key)]
            }
            Then::OpenTicket(id) => {
                self.close_lists();
                self.open_ticket(id, None)
            }
            Then::LookForTicket => self.create_ticket(),
            Then::CreateTicket => self.create_now(),
            Then::AskFor(act) => vec![Effect::AskFor(*act)],
            Then::Quit => vec![Effect::Quit],
        }
    }

    fn deliver_anyway(&mut self, id: OutgoingId) -> Vec<Effect> {
        self.resting.remove(&id);
        if !self.leaving.insert(id.clone()) {
            return self.too_late(&id, Late::Leaving);
        }
        vec![Effect::Deliver { id, despite_news: true }]
    }

    /// The newest message was looked at: who gets this one is asked about, if there is anything to ask.
    pub(in crate::app) fn checked_again(
        &mut self,
        id: &OutgoingId,
        result: Result<Vec<Concern>, Trouble>,
    ) -> Vec<Effect> {
        match result {
            Ok(concerns) if concerns.is_empty() => self.deliver_anyway(id.clone()),
            Ok(concerns) => {
                let lines = concerns.iter().map(|concern| concern.sentence(&self.words)).collect();
                let answers = vec![
                    self.reply('s', "answer-send-anyway", Then::DeliverChecked(id.clone())),
                    self.reply('e', "answer-edit", Then::TakeBack(id.clone())),
                    self.reply('k', "answer-later", Then::Nothing),
                ];
                self.ask(self.words.say("dialog-before-sending"), lines, answers, usize::MAX);
                Vec::new()
            }
            Err(trouble) => {
                self.complain(&trouble);
                Vec::new()
            }
        }
    }

    /// Somebody answered a question that is no longer true: what became of the message is told.
    pub(in crate::app) fn too_late(&mut self, id: &OutgoingId, late: Late) -> Vec<Effect> {
        let draft = self.outbox.iter().find(|one| one.id == *id).map(|one| &one.draft);
        if draft.is_some_and(|draft| self.reopen.as_ref().is_some_and(|reopen| reopen.draft == draft.id)) {
            self.reopen = None;
        }
        let number = self.outbox.iter().find(|one| one.id == *id).map(|one| one.draft.ticket_number.clone());
        let what = match late {
            Late::Sent => "notice-late-sent",
            Late::Leaving => "notice-late-leaving",
            Late::Elsewhere => "notice-late-elsewhere",
            Late::Gone => "notice-late-gone",
        };
        self.warn(what, &[("number", number.unwrap_or_default().into())]);
        Self::load_writing()
    }

    /// Before sending: what people regret afterwards. What cannot be sent is only said.
    pub(in crate::app) fn ask_about_concerns(&mut self, draft: Draft, concerns: &[Concern]) {
        let refused = concerns.iter().any(Concern::refuses);
        let lines = concerns
            .iter()
            .filter(|concern| concern.refuses() == refused)
            .map(|concern| concern.sentence(&self.words));
        let lines: Vec<_> = lines.collect();
        let back = self.reply('e', "answer-edit", Then::Nothing);
        let answers = if refused {
            vec![back]
        } else {
            vec![self.reply('s', "answer-send-anyway", Then::Send(Box::new(draft))), back]
        };
        let title = self.words.say(if refused { "dialog-cannot-send" } else { "dialog-before-sending" });
        self.ask(title, lines, answers, usize::MAX);
    }

    /// Asks about what stays here because its ticket has grown; not while somebody types: the question comes when they
    /// have finished, and until then the foot says it.
    pub(in crate::app) fn ask_about_grown(&mut self) {
        if self.grown.is_empty() {
            return;
        }
        if !self.may_be_asked() {
            return;
        }
        let (id, ticket, news) = self.grown.remove(0);
        // Somebody may have decided meanwhile, here or in another process.
        let still = |fate: &Fate| matches!(fate, Fate::Held { .. } | Fate::Stale);
        if self.outbox.iter().any(|one| one.id == id && !still(&one.fate)) {
            return;
        }
        self.ask_about_news(&id, &ticket, news);
        self.nobody_asked_for_it();
    }

    /// The thread grew while the message was written: it stays here until its writer has seen what is new.
    fn ask_about_news(&mut self, id: &OutgoingId, ticket: &TicketId, news: usize) {
        let number = self.outbox.iter().find(|out| out.id == *id).map(|out| out.draft.ticket_number.clone());
        let args = [("number", number.unwrap_or_default().into()), ("count", news.into())];
        let line = self.words.say_with("dialog-news", &args);
        let answers = vec![
            self.reply('l', "answer-look", Then::OpenTicket(ticket.clone())),
            self.reply('s', "answer-send-anyway", Then::Deliver(id.clone())),
            self.reply('e', "answer-edit", Then::TakeBack(id.clone())),
            self.reply('k', "answer-later", Then::Nothing),
        ];
        self.ask(self.words.say("dialog-news-title"), vec![line], answers, 0);
    }

    /// Whether a question may come up by itself: a letter that somebody is typing must not answer it.
    fn may_be_asked(&self) -> bool {
        self.popups.is_empty() && !self.contexts().iter().any(|context| context.takes_text())
    }

    /// Messages that an earlier run left behind are asked about, once each and one after the other; not while somebody
    /// types.
    pub(in crate::app) fn ask_about_earlier(&mut self) {
        if !self.may_be_asked() {
            return;
        }
        let new = |out: &&Outgoing| matches!(out.fate, Fate::Asked) && !self.asked.contains(&out.id);
        let left = self.own_outbox().find(new).cloned();
        if let Some(outgoing) = left {
            self.asked.insert(outgoing.id.clone());
            self.ask_about(&outgoing);
            self.nobody_asked_for_it();
        }
    }

    /// Asks what shall become of a message of the outbox.
    pub(in crate::app) fn ask_about(&mut self, outgoing: &Outgoing) {
        let number = outgoing.draft.ticket_number.as_str();
        let first =
            line(outgoing.draft.body.lines().find(|line| !line.trim().is_empty()).unwrap_or("")).into_owned();
        let words = &self.words;
        let elsewhere = self.others.contains(&outgoing.id);
        let why = match &outgoing.fate {
            _ if elsewhere => words.say("dialog-elsewhere"),
            Fate::Failed { reason } => words.reason(reason),
            Fate::Stale => words.say("outbox-stale"),
            Fate::Asked => words.say("dialog-left-held"),
            Fate::Held { .. } => words.say("dialog-held"),
            Fate::Waiting { .. } => words.say("dialog-waiting"),
            Fate::Sending { .. } | Fate::Sent { .. } => words.say("fate-sending"),
            Fate::Unknown { .. } => words.say("fate-unknown"),
        };
        let to = outgoing.draft.to.as_str();
        let what = words.say_with("dialog-left-what", &[("number", number.into()), ("to", to.into())]);
        let lines = vec![why, what, first];
        let mut answers = Vec::new();
        if outgoing.fate == Fate::Stale {
            answers.push(self.reply('l', "answer-look", Then::OpenTicket(outgoing.draft.ticket.clone())));
        }
        // What is on its way, or may have arrived, can be neither sent again nor taken back; what another process answers
        // for is asked about there.
        if outgoing.fate.is_here() && !elsewhere {
            answers.push(self.reply('s', "answer-send", Then::Deliver(outgoing.id.clone())));
            answers.push(self.reply('e', "answer-edit", Then::TakeBack(outgoing.id.clone())));
            answers.push(self.reply('x', "answer-drop", Then::AskDrop(outgoing.id.clone())));
        }
        answers.push(self.reply('k', "answer-later", Then::Nothing));
        self.ask(self.words.say("dialog-left-title"), lines, answers, usize::MAX);
    }

    /// Asks before something is thrown away. The letter is another than the key that brought the question, so that the
    /// same key twice throws nothing away.
    pub(in crate::app) fn ask_before_dropping(&mut self, then: Then) {
        let answers =
            vec![self.reply('x', "answer-drop", then), self.reply('k', "answer-keep", Then::Nothing)];
        self.ask(
            self.words.say("dialog-drop-title"),
            vec![self.words.say("dialog-drop")],
            answers,
            usize::MAX,
        );
    }

    /// The same about a message of the outbox.
    fn ask_before_dropping_sent(&mut self, id: OutgoingId) {
        let answers = vec![
            self.reply('d', "answer-drop", Then::DropOutgoing(id)),
            self.reply('k', "answer-keep", Then::Nothing),
        ];
        let title = self.words.say("dialog-drop-message-title");
        self.ask(title, vec![self.words.say("dialog-drop")], answers, usize::MAX);
    }

    pub(in crate::app) fn ask_before_quitting(&mut self, held: usize, waiting: usize, unsaved: usize) {
        let line =
            |count: usize, id| (count > 0).then(|| self.words.say_with(id, &[("count", count.into())]));
        let lines = [
            line(held, "dialog-quit-held"),
            line(waiting, "dialog-quit-waiting"),
            line(unsaved, "dialog-quit-unsaved"),
        ];
        let lines = lines.into_iter().flatten().collect();
        let answers =
            vec![self.reply('q', "answer-quit", Then::Quit), self.reply('k', "answer-stay", Then::Nothing)];
        self.ask(self.words.say("dialog-quit-title"), lines, answers, usize::MAX);
    }

    /// Nothing is kept here: what has not left is gone when the program ends.
    pub(in crate::app) fn ask_before_losing(&mut self, count: usize) {
        let line = self.words.say_with("dialog-quit-unkept", &[("count", count.into())]);
        let answers =
            vec![self.reply('q', "answer-quit", Then::Quit), self.reply('k', "answer-stay", Then::Nothing)];
        self.ask(self.words.say("dialog-quit-title"), vec![line], answers, usize::MAX);
    }

    pub(in crate::app) fn reply(&self, key: char, id: &str, then: Then) -> Answer {
        Answer { key, label: self.words.say(id), then }
    }

    /// Floats a question; `selected` beyond the end selects the last answer, which changes nothing.
    pub(in crate::app) fn ask(
        &mut self,
        title: String,
        lines: Vec<String>,
        answers: Vec<Answer>,
        selected: usize,
    ) {
        let selected = selected.min(answers.len().saturating_sub(1));
        self.popups.push(Popup::Dialog(Dialog { title, lines, answers, selected, unasked: None }));
    }

    /// Marks the question that was just asked as one that no key brought.
    fn nobody_asked_for_it(&mut self) {
        if let Some(Popup::Dialog(dialog)) = self.popups.last_mut() {
            dialog.unasked = Some(self.now);
        }
    }
}
