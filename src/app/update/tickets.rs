//! What can be done to a ticket from wherever it stands: status, answers, comments, a new one.

use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{Action, App, Effect, ScreenName};
use crate::model::{DraftKind, Permissions, StatusKind, Ticket, TicketId};
use crate::text::Standard;

impl App {
    pub(super) fn choose_status(&mut self) -> Vec<Effect> {
        let Some(ticket) = self.ticket().cloned() else { return Vec::new() };
        if !self.allowed("refused-edit", |may| may.edit_tickets) {
            return Vec::new();
        }
        let choices = self.furniture.statuses.iter().map(|status| Choice {
            value: Picked::Status(ticket.id.clone(), status.name.clone()),
            label: self.words.standard(Standard::Status, &status.name),
            note: self.words.say(kind_word(status.kind)),
            also: status.name.clone(),
            current: status.name == ticket.status,
        });
        let choices: Vec<_> = choices.collect();
        if choices.is_empty() {
            self.refuse("notice-statuses-unknown", &[]);
            return Vec::new();
        }
        let title = self.words.say_with("menu-status", &[("number", ticket.number.as_str().into())]);
        self.popups.push(Popup::Menu(Menu::new(title, choices)));
        Vec::new()
    }

    /// Sets the status on the screen at once, and asks Desk for it.
    pub(in crate::app) fn set_status(&mut self, ticket: TicketId, status: String) -> Vec<Effect> {
        let kind = self.furniture.statuses.iter().find(|known| known.name == status).map(|known| known.kind);
        if kind == Some(StatusKind::Closed) && !self.allowed("refused-close", |may| may.close_tickets) {
            return Vec::new();
        }
        let under_way = self.changing.insert(ticket.clone(), status.clone()).is_some();
        self.show_changing();
        // One change at a time: two under way at once might arrive in either order.
        if under_way { Vec::new() } else { vec![Effect::SetStatus { ticket, status }] }
    }

    /// Shows the statuses that are on their way to Desk, wherever their tickets stand.
    pub(super) fn show_changing(&mut self) {
        for (ticket, status) in std::mem::take(&mut self.changing) {
            let known = self.furniture.statuses.iter().find(|known| known.name == status);
            let kind = known.map(|known| known.kind);
            self.each_shown(&ticket, |shown| {
                shown.status.clone_from(&status);
                shown.kind = kind.unwrap_or(shown.kind);
            });
            self.changing.insert(ticket, status);
        }
    }

    /// Changes every copy of a ticket that is on the screen.
    fn each_shown(&mut self, id: &TicketId, change: impl Fn(&mut Ticket)) {
        let lists = [&mut self.contacts, &mut self.companies, &mut self.pipelines]
            .map(|counter| &mut counter.tickets);
        let rows = lists.into_iter().chain([&mut self.queue.tickets]).flat_map(|list| &mut list.window.rows);
        let opened = self.talk.iter_mut().flat_map(|talk| {
            let page = talk.page.as_mut().map(|page| &mut page.ticket);
            page.into_iter().chain(talk.ticket.as_mut())
        });
        rows.chain(opened).filter(|ticket| ticket.id == *id).for_each(change);
    }

    /// Opens the composer; from a list, the ticket is opened first.
    pub(super) fn write(&mut self, action: Action) -> Vec<Effect> {
        let kind = match action {
            Action::Reply => DraftKind::Reply,
            Action::ReplyAll => DraftKind::ReplyAll,
            Action::Forward => DraftKind::Forward,
            Action::CommentPrivately => DraftKind::PrivateComment,
            _ => DraftKind::PublicComment,
        };
        let Some(ticket) = self.ticket().cloned() else { return Vec::new() };
        let allowed = if kind.is_mail() {
            self.allowed("refused-send", |may| may.send_mail)
        } else {
            self.allowed("refused-comment", |may| may.comment)
        };
        if !allowed {
            return Vec::new();
        }
        if self.talk.is_none() {
            let effects = self.open_ticket(ticket.id.clone(), Some(ticket));
            if let Some(talk) = &mut self.talk {
                talk.then = Some(kind);
            }
            return effects;
        }
        self.compose(kind)
    }

    /// Whether the agent's Desk profile allows an action, as far as is known.
    pub fn permits(&self, action: Action) -> bool {
        if action.asks_of_sync() && !self.may_sync() {
            return false;
        }
        self.may().is_none_or(|may| match action {
            Action::NewTicket => may.create_tickets,
            Action::Reply | Action::ReplyAll | Action::Forward => may.send_mail,
            Action::CommentPrivately | Action::CommentPublicly => may.comment,
            Action::ChangeStatus => may.edit_tickets,
            _ => true,
        })
    }

    /// Whether there is something here that the action could be about.
    pub fn has_target(&self, action: Action) -> bool {
        match action {
            Action::NewTicket => self.has_customer(),
            Action::Reply | Action::ReplyAll | Action::Forward | Action::ChangeStatus => {
                self.ticket().is_some()
            }
            Action::CommentPrivately | Action::CommentPublicly => self.ticket().is_some(),
            _ if self.screen == ScreenName::Sync => self.sync_has_target(action),
            _ => true,
        }
    }

    /// Whether the agent may; if not, says why and what to do, and nothing is sent.
    pub(in crate::app) fn allowed(&mut self, why: &str, may: impl Fn(Permissions) -> bool) -> bool {
        match self.may() {
            Some(permissions) if !may(permissions) => {
                self.refuse(why, &[]);
                false
            }
            // Not known yet: Desk decides.
            _ => true,
        }
    }

    /// A ticket's number for a sentence, clean.
    pub(super) fn number_of(&self, id: &TicketId) -> String {
        let opened = self.talk.as_ref().and_then(|talk| {
            let shown = talk.page.as_ref().map(|page| &page.ticket).or(talk.ticket.as_ref());
            shown.filter(|ticket| ticket.id == *id)
        });
        let rows = [&self.contacts, &self.companies, &self.pipelines].map(|counter| &counter.tickets);
        let listed = || {
            let rows = rows.into_iter().chain([&self.queue.tickets]).flat_map(|list| &list.window.rows);
            rows.into_iter().find(|ticket| ticket.id == *id)
        };
        opened.or_else(listed).map(|ticket| ticket.number.clone()).unwrap_or_default()
    }
}

/// The catalogue's word for what a status counts as.
pub(in crate::app) fn kind_word(kind: StatusKind) -> &'static str {
    match kind {
        StatusKind::Open => "status-kind-open",
        StatusKind::OnHold => "status-kind-on-hold",
        StatusKind::Closed => "status-kind-closed",
    }
}
