//! Opening the composer: a new draft, or one that was left.

use tui_textarea::{CursorMove, TextArea, WrapMode};

use super::{Composer, Field, Kept};
use crate::app::parts::line::Line;
use crate::app::screens::conversation::Talk;
use crate::app::{App, Effect};
use crate::compose::{self, Writer};
use crate::model::{Conversation, Draft, DraftId, DraftKind, Entry, Thread, Ticket};
use crate::text;

impl Composer {
    /// A composer over this draft.
    pub fn new(draft: Draft, ticket: Ticket, kept: Kept) -> Self {
        let mut body = editor(&draft.body);
        let (row, column) = draft.cursor;
        body.move_cursor(CursorMove::Jump(
            u16::try_from(row).unwrap_or(u16::MAX),
            u16::try_from(column).unwrap_or(u16::MAX),
        ));
        Self {
            field: if draft.kind == DraftKind::Forward && draft.to.is_empty() {
                Field::To
            } else {
                Field::Body
            },
            to: Line::new(draft.to.clone()),
            cc: Line::new(draft.cc.clone()),
            bcc: Line::new(draft.bcc.clone()),
            draft,
            ticket,
            body,
            rereads: kept != Kept::Untouched,
            kept,
        }
    }
}

/// A text editor over this text, wrapping at words; a word longer than the line, as links are, breaks at its edge.
pub fn editor(text: &str) -> TextArea<'static> {
    let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut editor = TextArea::new(lines);
    editor.set_wrap_mode(WrapMode::WordOrGlyph);
    editor.set_cursor_line_style(Default::default());
    editor
}

impl App {
    /// Opens the composer for the opened ticket: with the draft of this kind that was left, else with a new one.
    pub(in crate::app) fn compose(&mut self, kind: DraftKind) -> Vec<Effect> {
        let Some(page) = self.talk.as_ref().and_then(|talk| talk.page.as_ref()) else {
            self.refuse("notice-still-loading", &[]);
            return Vec::new();
        };
        let ticket = page.ticket.clone();
        self.notices.settle();
        if let Some(left) =
            self.drafts.iter().find(|draft| draft.ticket == ticket.id && draft.kind == kind).cloned()
        {
            let since = self.clock().ago(&self.words, left.updated);
            self.say("notice-draft-continued", &[("when", since.into())]);
            let left = self.own_copy(left);
            let kept = self.kept(&left.id);
            self.composer = Some(Composer::new(left, ticket, kept));
            self.reread();
            return Vec::new();
        }
        let nothing = || Conversation { ticket: ticket.id.clone(), entries: Vec::new() };
        let conversation = self.talk.as_ref().map_or_else(nothing, Talk::conversation);
        let answered = self.answered(&conversation);
        let quote = answered
            .clone()
            .map(|thread| self.quote(&Entry::Thread(thread), &ticket.subject))
            .unwrap_or_default();
        let id = DraftId::new(format!("{}-{}", ticket.id, self.now.as_nanosecond()));
        let writer = Writer { from: &self.furniture.from, quote: &quote, now: self.now };
        let draft = compose::start(id, kind, &ticket, &conversation, answered.as_ref(), writer);
        self.composer = Some(Composer::new(draft, ticket, Kept::Untouched));
        Vec::new()
    }

    /// Opens a draft that was left, with its ticket behind it.
    pub(in crate::app) fn resume(&mut self, draft: Draft) -> Vec<Effect> {
        let mut effects = self.close_composer();
        self.notices.settle();
        let draft = self.own_copy(draft);
        let opened = self.talk.as_ref().is_some_and(|talk| talk.id == draft.ticket);
        if !opened {
            effects.extend(self.open_ticket(draft.ticket.clone(), None));
        }
        let known = self.ticket().filter(|ticket| ticket.id == draft.ticket).cloned();
        let ticket = known.unwrap_or_else(|| placeholder(&draft));
        let kept = self.kept(&draft.id);
        self.composer = Some(Composer::new(draft, ticket, kept));
        self.reread();
        effects
    }

    /// Whether a draft that was left is on disk: what the disk has not taken is still to be kept.
    fn kept(&self, id: &DraftId) -> Kept {
        let unsaved = self.unsaved.iter().any(|draft| draft.id == *id);
        if !unsaved {
            return Kept::Saved;
        }
        self.refused.clone().map_or(Kept::Changed(self.now), Kept::Failed)
    }

    /// A draft that another process has on its screen is gone on with as a copy: two hands on one text would lose words.
    fn own_copy(&mut self, draft: Draft) -> Draft {
        if !self.elsewhere.contains(&draft.id) {
            return draft;
        }
        self.warn("notice-draft-copied", &[]);
        Draft { id: DraftId::new(format!("{}-{}", draft.ticket, self.now.as_nanosecond())), ..draft }
    }

    /// Who goes on with a draft has the conversation before their eyes: that is what they have read.
    pub(in crate::app) fn reread(&mut self) {
        let Some(composer) = self.composer.as_mut().filter(|composer| composer.rereads) else { return };
        let shown = self.talk.as_ref().filter(|talk| talk.id == composer.draft.ticket);
        let Some(shown) = shown.filter(|talk| !talk.said().is_empty()) else { return };
        composer.draft.seen = compose::seen(&shown.conversation());
        composer.rereads = false;
    }

    /// The message the answer is to: the selected one when the reader chose one that is not the last, else the one that
    /// an answer would naturally be to.
    fn answered(&self, conversation: &Conversation) -> Option<Thread> {
        let talk = self.talk.as_ref()?;
        let chosen = talk.selected + 1 < talk.said().len();
        match talk.entry() {
            Some(Entry::Thread(thread)) if chosen => Some(thread.clone()),
            _ => compose::natural(conversation).cloned(),
        }
    }

    fn quote(&self, entry: &Entry, subject: &str) -> String {
        text::quote(entry, subject, &self.words, &self.clock())
    }
}

/// The ticket of a draft that the cache does not know (yet): enough to write on.
fn placeholder(draft: &Draft) -> Ticket {
    Ticket {
        id: draft.ticket.clone(),
        number: draft.ticket_number.clone(),
        subject: draft.subject.clone(),
        status: String::new(),
        kind: crate::model::StatusKind::Open,
        channel: String::new(),
        priority: None,
        department: crate::model::DepartmentId::new(""),
        contact: None,
        contact_name: String::new(),
        email: None,
        account: None,
        account_name: String::new(),
        assignee: None,
        created: draft.updated,
        due: None,
        response_due: None,
        closed: None,
        customer_response: None,
        threads: 0,
        comments: 0,
        read: None,
        escalated: false,
    }
}
