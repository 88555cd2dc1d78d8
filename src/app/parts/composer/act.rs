//! What keys do in the composer.

use jiff::SignedDuration;
use tui_textarea::{CursorMove, Input, Key as Pressed};

use super::{Composer, Field, Kept};
use crate::app::parts::dialog::Then;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::parts::prompt::{For, Prompt};
use crate::app::screens::conversation::Talk;
use crate::app::{Action, App, Effect, Trouble};
use crate::compose;
use crate::keys::{Code, Key};
use crate::model::{Address, Conversation, Draft, DraftKind, LocalFile};

impl App {
    pub(in crate::app) fn act_composer(&mut self, action: Action) -> Vec<Effect> {
        let Some(composer) = &mut self.composer else { return Vec::new() };
        if composer.kept == Kept::Queueing {
            return Vec::new();
        }
        match action {
            Action::Send => return self.send(),
            Action::Back => {
                let failed = matches!(composer.kept, Kept::Failed(_));
                let effects = self.close_composer();
                if !effects.is_empty() {
                    match (self.unkept, failed) {
                        (true, _) => self.say("notice-draft-in-memory", &[]),
                        (false, true) => self.warn("notice-draft-not-kept", &[]),
                        (false, false) => self.say("notice-draft-kept", &[]),
                    }
                }
                return effects;
            }
            Action::NextPane => composer.turn(1),
            Action::PreviousPane => composer.turn(composer.fields().len() - 1),
            Action::Open if composer.field == Field::From => self.choose_from(),
            Action::Open => composer.turn(1),
            Action::Editor => return vec![Effect::Edit(composer.body.lines().join("\n"))],
            Action::Attach => self.popups.push(Popup::Prompt(Prompt::new(For::Attach, "~/"))),
            Action::Detach if composer.draft.files.pop().is_some() => composer.touch(self.now),
            Action::DropDraft => {
                let id = composer.draft.id.clone();
                self.ask_before_dropping(Then::DropDraft(id));
            }
            Action::Help => return self.act_global(action),
            _ => {}
        }
        Vec::new()
    }

    pub(in crate::app) fn type_composer(&mut self, key: Key) -> Vec<Effect> {
        let now = self.now;
        let Some(composer) = self.composer.as_mut().filter(|composer| composer.kept != Kept::Queueing) else {
            return Vec::new();
        };
        let changed = match composer.field {
            Field::From => {
                if matches!(key.code, Code::Enter | Code::Down | Code::Char(_)) {
                    self.choose_from();
                }
                // What is typed there already narrows what can be chosen.
                return if key.typed().is_some_and(|typed| typed != ' ') {
                    self.type_popup(key)
                } else {
                    Vec::new()
                };
            }
            Field::Body => {
                let before = composer.body.cursor();
                let changed = composer.body.input(pressed(key));
                // Where the cursor stands is part of a draft, once there is one.
                changed || composer.kept == Kept::Saved && composer.body.cursor() != before
            }
            _ if matches!(key.code, Code::Enter | Code::Down) => {
                composer.turn(1);
                false
            }
            _ if key.code == Code::Up => {
                composer.turn(composer.fields().len() - 1);
                false
            }
            _ => composer.line().is_some_and(|line| line.key(key)),
        };
        if changed {
            composer.touch(now);
        }
        Vec::new()
    }

    pub(in crate::app) fn paste_into_composer(&mut self, text: &str) -> Vec<Effect> {
        let now = self.now;
        let Some(composer) = self.composer.as_mut().filter(|composer| composer.kept != Kept::Queueing) else {
            return Vec::new();
        };
        let whole = match composer.line() {
            // The only lines there are addresses: each pasted one parts what stands before it from what comes.
            Some(line) => line.insert(&in_one_line(text)),
            None => {
                composer.body.insert_str(text);
                true
            }
        };
        composer.touch(now);
        self.say_when_cut(whole);
        Vec::new()
    }

    /// Keeps the draft now if it changed.
    pub(in crate::app) fn keep_draft(&mut self) -> Option<Effect> {
        let now = self.now;
        let composer = self.composer.as_mut()?;
        if !matches!(composer.kept, Kept::Changed(_) | Kept::Failed(_)) {
            return None;
        }
        composer.draft = composer.current(now);
        composer.kept = Kept::Saving;
        Some(Effect::SaveDraft(Box::new(composer.draft.clone())))
    }

    /// Closes the composer; what is written stays as a draft, unless there is nothing of the writer's own in it.
    pub(in crate::app) fn close_composer(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Some(composer) = self.composer.take() else { return Vec::new() };
        let draft = composer.current(now);
        if composer.kept == Kept::Untouched {
            return Vec::new();
        }
        if draft.is_blank() && draft.kind != DraftKind::Forward {
            return vec![Effect::DropDraft(draft.id)];
        }
        self.remember_unsaved(&draft);
        let drafts = std::mem::take(&mut self.drafts);
        self.drafts = self.with_unsaved(drafts);
        vec![Effect::SaveDraft(Box::new(draft))]
    }

    fn choose_from(&mut self) {
        let Some(composer) = &self.composer else { return };
        let current = composer.draft.from.as_ref();
        let choice = |from: &crate::model::FromAddress| {
            let address = Address { name: from.name.clone(), email: from.email.clone() };
            let department = self.furniture.departments.iter().find(|known| known.id == from.department);
            Choice {
                label: address.to_string(),
                note: department.map(|department| department.name.clone()).unwrap_or_default(),
                also: String::new(),
                current: current.is_some_and(|current| current.same_mailbox(&address)),
                value: Picked::From(address),
            }
        };
        let choices: Vec<_> = self.furniture.from.iter().map(choice).collect();
        self.popups.push(Popup::Menu(Menu::new(self.words.say("menu-from"), choices)));
    }

    fn send(&mut self) -> Vec<Effect> {
        let Some(composer) = &self.composer else { return Vec::new() };
        let draft = composer.current(self.now);
        let own: Vec<_> = self.furniture.from.iter().map(|from| Address::bare(from.email.clone())).collect();
        let opened = self.talk.as_ref().filter(|talk| talk.id == draft.ticket);
        let nothing = || Conversation { ticket: draft.ticket.clone(), entries: Vec::new() };
        let conversation = opened.map_or_else(nothing, Talk::conversation);
        let customer = match opened.and_then(|talk| talk.page.as_ref()) {
            Some(page) => page.customer.clone(),
            None => compose::customer_domains(&composer.ticket, &[]),
        };
        let concerns = compose::check(&draft, &conversation, &own, &customer);
        if concerns.is_empty() {
            return self.queue_draft(draft);
        }
        self.ask_about_concerns(draft, &concerns);
        Vec::new()
    }

    /// Hands a draft to the outbox: mail and public comments are held, a private comment leaves at once.
    pub(in crate::app) fn queue_draft(&mut self, draft: Draft) -> Vec<Effect> {
        if let Some(composer) = &mut self.composer {
            composer.kept = Kept::Queueing;
        }
        let hold = if draft.kind == DraftKind::PrivateComment { SignedDuration::ZERO } else { self.hold };
        vec![Effect::Queue { draft: Box::new(draft), until: self.now + hold }]
    }

    pub(in crate::app) fn edited(&mut self, result: Result<String, Trouble>) -> Vec<Effect> {
        let now = self.now;
        match (result, &mut self.composer) {
            // An editor that gives up leaves an empty file. Who means it empties the text here.
            (Ok(text), Some(composer)) if text.trim().is_empty() && !composer.body.is_empty() => {
                self.warn("notice-editor-left-nothing", &[]);
            }
            (Ok(text), Some(composer)) => {
                let text = text.strip_suffix('\n').unwrap_or(&text);
                if composer.body.lines().join("\n") != text {
                    composer.body = super::open::editor(text);
                    // Where one goes on writing.
                    composer.body.move_cursor(CursorMove::Bottom);
                    composer.body.move_cursor(CursorMove::End);
                    composer.touch(now);
                }
            }
            (Err(trouble), _) => self.complain(&trouble),
            (Ok(_), None) => {}
        }
        self.keep_draft().into_iter().collect()
    }

    pub(in crate::app) fn file_seen(&mut self, result: Result<LocalFile, Trouble>) -> Vec<Effect> {
        let now = self.now;
        match result {
            Ok(file) => {
                self.popups.retain(|popup| !matches!(popup, Popup::Prompt(_)));
                if let Some(composer) = &mut self.composer {
                    composer.draft.files.push(file);
                    composer.touch(now);
                }
            }
            Err(trouble) => match self.popups.last_mut() {
                Some(Popup::Prompt(prompt)) => prompt.trouble = Some(trouble.sentence),
                _ => self.complain(&trouble),
            },
        }
        Vec::new()
    }
}

impl Composer {
    fn turn(&mut self, by: usize) {
        let fields = self.fields();
        let at = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        self.field = fields[(at + by) % fields.len()];
    }

    fn line(&mut self) -> Option<&mut crate::app::parts::line::Line> {
        match self.field {
            Field::To => Some(&mut self.to),
            Field::Cc => Some(&mut self.cc),
            Field::Bcc => Some(&mut self.bcc),
            Field::From | Field::Body => None,
        }
    }

    /// Marks it as changed; the first change since the last keeping counts.
    pub(in crate::app) fn touch(&mut self, now: jiff::Timestamp) {
        if !matches!(self.kept, Kept::Changed(_)) {
            self.kept = Kept::Changed(now);
        }
    }
}

/// The key as the editor wants it.
pub fn pressed(key: Key) -> Input {
    let pressed = match key.code {
        Code::Char(c) => Pressed::Char(c),
        Code::Enter => Pressed::Enter,
        Code::Backspace => Pressed::Backspace,
        Code::Delete => Pressed::Delete,
        Code::Up => Pressed::Up,
        Code::Down => Pressed::Down,
        Code::Left => Pressed::Left,
        Code::Right => Pressed::Right,
        Code::Home => Pressed::Home,
        Code::End => Pressed::End,
        Code::PageUp => Pressed::PageUp,
        Code::PageDown => Pressed::PageDown,
        Code::Esc | Code::Tab | Code::Insert | Code::F(_) => Pressed::Null,
    };
    Input { key: pressed, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}

/// Pasted addresses, one a line or with commas, as one line.
fn in_one_line(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim().trim_end_matches([',', ';']).trim_end());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}
