//! The form of `+ Ticket`: opening it, moving in it, sending it.

use jiff::Timestamp;

use crate::app::parts::composer::{editor, pressed};
use crate::app::parts::form::{Customer, Form, FormField};
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{Action, App, Effect, Trouble};
use crate::keys::{Code, Key};
use crate::model::TicketForm;
use crate::text::Standard;

impl App {
    pub(in crate::app) fn open_form(&mut self) -> Vec<Effect> {
        if !self.allowed("refused-create", |may| may.create_tickets) {
            return Vec::new();
        }
        let mut customers = self.customers();
        match customers.len() {
            0 => self.refuse(self.why_nobody(), &[]),
            1 => self.open_form_for(customers.remove(0).who),
            _ => self.ask_for_whom(customers),
        }
        Vec::new()
    }

    /// Opens the form for this customer: the one that was left, else a new one.
    pub(super) fn open_form_for(&mut self, customer: Customer) {
        // Somebody was found: that there was nobody is no longer so.
        for refusal in ["notice-no-customer", "notice-company-nobody"] {
            self.notices.unsay(&self.words.say(refusal));
        }
        if let Some(left) = self.forms.iter().find(|left| customer.is_of(left)).cloned() {
            self.resume_form(left);
            return;
        }
        let departments = &self.furniture.departments;
        let shown = self.queue.department.as_ref().filter(|_| self.screen == crate::app::ScreenName::Tickets);
        let department = departments
            .iter()
            .find(|department| Some(&department.id) == shown)
            .or_else(|| departments.first().filter(|_| departments.len() == 1))
            .map(|department| (department.id.clone(), department.name.clone()));
        self.popups.push(Popup::Form(Box::new(Form {
            customer: customer.shown,
            contact: customer.contact,
            name: customer.name,
            email: customer.email,
            field: FormField::Subject,
            subject: Default::default(),
            department,
            priority: None,
            channel: self
                .furniture
                .channels
                .iter()
                .find(|known| known.code == "PHONE")
                .map(|known| known.name.clone()),
            assignee: self.furniture.me.as_ref().map(|me| (me.agent.id.clone(), me.agent.name.clone())),
            description: editor(""),
            sending: None,
            trouble: None,
            tried: None,
            unkept: false,
            changed: None,
        })));
    }

    /// Goes on with a form that was left.
    pub(in crate::app) fn resume_form(&mut self, left: TicketForm) {
        let since = self.clock().ago(&self.words, left.updated);
        self.say("notice-form-continued", &[("when", since.into())]);
        self.popups.push(Popup::Form(Box::new(Form::resumed(left))));
    }

    /// The form that is open, under whatever menu floats above it.
    pub(in crate::app) fn form(&mut self) -> Option<&mut Form> {
        self.popups.iter_mut().find_map(|popup| match popup {
            Popup::Form(form) => Some(&mut **form),
            _ => None,
        })
    }

    /// Keeps the open form now if it changed.
    pub(in crate::app) fn keep_form(&mut self) -> Option<Effect> {
        let now = self.now;
        let form = self.form()?;
        let unkept = std::mem::take(&mut form.unkept);
        if form.changed.take().is_none() && !unkept {
            return None;
        }
        let current = form.current(now);
        self.forms.retain(|known| known.key() != current.key());
        if current.is_blank() {
            return Some(Effect::DropForm(current.key()));
        }
        self.forms.insert(0, current.clone());
        Some(Effect::SaveForm(Box::new(current)))
    }

    /// The ticket is there: its form is done with.
    pub(in crate::app) fn forget_form(&mut self, form: &Form) -> Effect {
        let key = form.current(self.now).key();
        self.forms.retain(|known| known.key() != key);
        Effect::DropForm(key)
    }

    pub(in crate::app) fn form_kept(&mut self, key: &str, result: Result<(), Trouble>) -> Vec<Effect> {
        let now = self.now;
        if let Err(trouble) = result {
            // Tried again in a while, with the next change, and when the form is left.
            if let Some(form) = self.form().filter(|form| form.current(now).key() == key) {
                form.trouble = Some(trouble.sentence.clone());
                form.unkept = true;
            }
            if self.refused.is_none() {
                self.complain(&trouble);
            }
            self.save_later(trouble);
        } else if self.refused.is_some() {
            if let Some(form) = self.form().filter(|form| form.current(now).key() == key) {
                form.trouble = None;
            }
            self.save_went_well();
        }
        Vec::new()
    }

    /// Closes the form; what is typed in it stays, and the next `+ Ticket` for the same customer goes on with it.
    fn leave_form(&mut self) -> Vec<Effect> {
        let effect = self.keep_form();
        let Some(Popup::Form(form)) = self.popups.pop() else { return Vec::new() };
        if !form.current(self.now).is_blank() {
            self.say("notice-form-kept", &[]);
        }
        effect.into_iter().collect()
    }

    pub(super) fn act_form(&mut self, action: Action) -> Vec<Effect> {
        let now = self.now;
        let Some(Popup::Form(form)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            _ if form.sending.is_some() => {}
            Action::Send => return self.create_ticket(),
            Action::NextPane => form.turn(1),
            Action::PreviousPane => form.turn(FormField::ALL.len() - 1),
            Action::Back => return self.leave_form(),
            Action::Open => match form.field {
                FormField::Subject => form.turn(1),
                FormField::Description => {
                    form.touch(now);
                    form.description.input(pressed(Key {
                        code: Code::Enter,
                        ctrl: false,
                        alt: false,
                        shift: false,
                    }));
                }
                _ => self.choose_for_form(),
            },
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn type_form(&mut self, key: Key) -> Vec<Effect> {
        let now = self.now;
        let Some(Popup::Form(form)) = self.popups.last_mut() else { return Vec::new() };
        if form.sending.is_some() {
            return Vec::new();
        }
        match (form.field, key.code) {
            (FormField::Description, _) => {
                let changed = form.description.input(pressed(key));
                if changed {
                    form.touch(now);
                }
            }
            (_, Code::Down) => form.turn(1),
            (_, Code::Up) => form.turn(FormField::ALL.len() - 1),
            (FormField::Subject, _) => {
                form.subject.key(key);
                form.touch(now);
                form.trouble = None;
            }
            (_, Code::Char(_)) => self.choose_for_form(),
            _ => {}
        }
        Vec::new()
    }

    fn choose_for_form(&mut self) {
        let Some(Popup::Form(form)) = self.popups.last() else { return };
        let none = |picked, current| Choice {
            value: picked,
            label: self.words.say("form-none"),
            note: String::new(),
            also: String::new(),
            current,
        };
        let choice = |value, label: &str, current| Choice {
            value,
            label: label.to_owned(),
            note: String::new(),
            also: String::new(),
            current,
        };
        let furniture = &self.furniture;
        let (title, choices): (_, Vec<_>) = match form.field {
            FormField::Department => {
                let current = form.department.as_ref().map(|(id, _)| id);
                let each = furniture.departments.iter().map(|known| {
                    choice(
                        Picked::Department(known.id.clone(), known.name.clone()),
                        &known.name,
                        current == Some(&known.id),
                    )
                });
                ("menu-department", each.collect())
            }
            FormField::Priority => {
                let each = furniture.priorities.iter().map(|known| {
                    choice(
                        Picked::Priority(Some(known.clone())),
                        &self.words.standard(Standard::Priority, known),
                        form.priority.as_ref() == Some(known),
                    )
                });
                (
                    "menu-priority",
                    std::iter::once(none(Picked::Priority(None), form.priority.is_none()))
                        .chain(each)
                        .collect(),
                )
            }
            FormField::Channel => {
                let each = furniture.channels.iter().map(|known| {
                    choice(
                        Picked::Channel(known.name.clone()),
                        &self.words.standard(Standard::Channel, &known.name),
                        form.channel.as_ref() == Some(&known.name),
                    )
                });
                ("menu-channel", each.collect())
            }
            FormField::Assignee => {
                let current = form.assignee.as_ref().map(|(id, _)| id);
                let agents = furniture.agents.iter().filter(|agent| agent.active);
                let each = agents.map(|agent| {
                    let value = Picked::Assignee(Some((agent.id.clone(), agent.name.clone())));
                    choice(value, &agent.name, current == Some(&agent.id))
                });
                (
                    "menu-assignee",
                    std::iter::once(none(Picked::Assignee(None), current.is_none())).chain(each).collect(),
                )
            }
            FormField::Subject | FormField::Description => return,
        };
        let menu = Menu::new(self.words.say(title), choices);
        self.popups.push(Popup::Menu(menu));
    }
}

impl Form {
    fn turn(&mut self, by: usize) {
        let at = FormField::ALL.iter().position(|field| *field == self.field).unwrap_or(0);
        self.field = FormField::ALL[(at + by) % FormField::ALL.len()];
    }

    /// Takes pasted text; tells whether the field had room for all of it.
    pub(super) fn paste(&mut self, text: &str, now: Timestamp) -> bool {
        self.touch(now);
        match self.field {
            FormField::Subject => self.subject.insert(text),
            FormField::Description => {
                self.description.insert_str(text);
                true
            }
            _ => true,
        }
    }

    /// Takes what a menu gave.
    pub(super) fn pick(&mut self, picked: Picked, now: Timestamp) {
        self.touch(now);
        self.trouble = None;
        match picked {
            Picked::Department(id, name) => self.department = Some((id, name)),
            Picked::Priority(priority) => self.priority = priority,
            Picked::Channel(channel) => self.channel = Some(channel),
            Picked::Assignee(assignee) => self.assignee = assignee,
            Picked::Status(..)
            | Picked::From(_)
            | Picked::Shown(_)
            | Picked::Attachment(_)
            | Picked::Customer(_)
            | Picked::Partner(..)
            | Picked::Wins(_) => {}
        }
    }
}
