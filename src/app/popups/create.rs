//! Creating the ticket of a form, once: when the answer was lost it is looked for before it is created again.

use jiff::Timestamp;

use crate::app::message::NotCreated;
use crate::app::parts::dialog::Then;
use crate::app::parts::form::{Form, FormField};
use crate::app::parts::popup::Popup;
use crate::app::{App, Effect};
use crate::model::{NewTicket, TicketId};

impl App {
    pub(super) fn create_ticket(&mut self) -> Vec<Effect> {
        let words = self.words.clone();
        let Some(Popup::Form(form)) = self.popups.last_mut() else { return Vec::new() };
        let missing = if form.subject.text().trim().is_empty() {
            Some((FormField::Subject, "form-needs-subject"))
        } else if form.department.is_none() {
            Some((FormField::Department, "form-needs-department"))
        } else {
            None
        };
        if let Some((field, why)) = missing {
            form.field = field;
            form.trouble = Some(words.say(why));
            return Vec::new();
        }
        match form.tried {
            Some(since) => self.look_for_ticket(since),
            None => self.create_now(),
        }
    }

    /// Asks Desk for the ticket. That it was asked for is on disk first: it may arrive though no answer comes, or the
    /// program ends.
    pub(super) fn create_now(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Some(form) = self.form() else { return Vec::new() };
        let Some(new) = form.wanted() else { return Vec::new() };
        form.sending = Some(now);
        form.trouble = None;
        form.tried.get_or_insert(now);
        form.touch(now);
        let kept = self.keep_form();
        kept.into_iter().chain([Effect::CreateTicket(Box::new(new))]).collect()
    }

    /// An earlier try may have created it: Desk is asked for it, and nothing is created.
    fn look_for_ticket(&mut self, since: Timestamp) -> Vec<Effect> {
        let now = self.now;
        let Some(form) = self.form() else { return Vec::new() };
        let Some(new) = form.wanted() else { return Vec::new() };
        form.sending = Some(now);
        form.trouble = None;
        vec![Effect::LookForTicket { new: Box::new(new), since }]
    }

    pub(in crate::app) fn created(&mut self, result: Result<(TicketId, String), NotCreated>) -> Vec<Effect> {
        let form = self.popups.iter().position(|popup| matches!(popup, Popup::Form(_)));
        match (result, form) {
            (Ok((id, number)), form) => {
                let mut effects = Vec::new();
                if let Some(at) = form
                    && let Popup::Form(form) = self.popups.remove(at)
                {
                    effects.push(self.forget_form(&form));
                }
                self.say("notice-created", &[("number", number.into())]);
                effects.extend(self.ask_again_about_shown());
                effects.extend(self.open_ticket(id, None));
                effects
            }
            (Err(why), Some(_)) => self.not_created(why),
            (Err(NotCreated::Refused(trouble) | NotCreated::Unknown(trouble)), None) => {
                self.complain(&trouble);
                Vec::new()
            }
            (Err(NotCreated::NotFound), None) => Vec::new(),
        }
    }

    fn not_created(&mut self, why: NotCreated) -> Vec<Effect> {
        let (now, words) = (self.now, self.words.clone());
        let Some(form) = self.form() else { return Vec::new() };
        let since = form.sending.take();
        match why {
            NotCreated::Refused(trouble) => {
                form.trouble = Some(trouble.sentence);
                // Unless an earlier try is still open, there is nothing to look for.
                if form.tried == since {
                    form.tried = None;
                    form.touch(now);
                }
            }
            NotCreated::Unknown(_) => form.trouble = Some(words.say("form-unknown")),
            NotCreated::NotFound => {
                form.trouble = Some(words.say("form-unknown"));
                self.ask_before_creating_again();
            }
        }
        self.keep_form().into_iter().collect()
    }

    fn ask_before_creating_again(&mut self) {
        let answers = vec![
            self.reply('l', "answer-look-again", Then::LookForTicket),
            self.reply('c', "answer-create-again", Then::CreateTicket),
            self.reply('k', "answer-later", Then::Nothing),
        ];
        let lines = vec![self.words.say("dialog-not-found")];
        self.ask(self.words.say("dialog-not-found-title"), lines, answers, 0);
    }
}

impl Form {
    /// The ticket it asks for, when a department is chosen.
    fn wanted(&self) -> Option<NewTicket> {
        let (department, _) = self.department.clone()?;
        Some(NewTicket {
            subject: self.subject.text().trim().to_owned(),
            description: self.description.lines().join("\n"),
            department,
            contact: self.contact.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            priority: self.priority.clone(),
            channel: self.channel.clone(),
            assignee: self.assignee.as_ref().map(|(id, _)| id.clone()),
            uploads: Vec::new(),
        })
    }
}
