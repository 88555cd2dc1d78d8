//! One key: chords are resolved in the contexts of the moment; what is no chord is text where text is typed.

use jiff::SignedDuration;

use crate::app::parts::popup::Popup;
use crate::app::{Action, App, Effect, Front, ScreenName};
use crate::keys::{Key, Resolution};

/// A draft comes back from the outbox within this time; when it does not, the keys are the screen's again.
const COMES_BACK: SignedDuration = SignedDuration::from_secs(2);

/// Keys that come so soon after a question that nobody asked for were meant for something else.
const UNAWARE: SignedDuration = SignedDuration::from_millis(600);

impl App {
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        if let Some(reopen) = &mut self.reopen {
            // What is typed while a draft comes back is meant for it, not for the list below.
            if self.now.duration_since(reopen.since) < COMES_BACK {
                reopen.ahead.push(key);
                return Vec::new();
            }
            self.reopen = None;
        }
        self.notices.pressed(self.now);
        if let Some(effects) = self.dialog_key(key) {
            return effects;
        }
        let contexts = self.contexts();
        let pending = std::mem::take(&mut self.pending);
        match self.keymap.resolve(&contexts, &pending, key) {
            Resolution::Action(action) => self.act(action),
            Resolution::Pending => {
                self.pending = pending;
                self.pending.push(key);
                Vec::new()
            }
            // The first keys of a chord that came to nothing were not meant as text; the last one may be.
            Resolution::None(_) if contexts.iter().any(|context| context.takes_text()) => self.typed(key),
            Resolution::None(_) => Vec::new(),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::UndoSend => return self.undo_send(),
            // The page of keys opens above whatever floats.
            Action::Help => return self.act_global(action),
            _ => {}
        }
        match self.front() {
            Front::Popup => self.act_popup(action),
            Front::Composer => self.act_composer(action),
            Front::Talk => self.act_talk(action),
            Front::Screen => match self.screen.module() {
                Some(module) => self.act_counter(module, action),
                None if self.screen == ScreenName::Sync => self.act_sync(action),
                None => self.act_queue(action),
            },
        }
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.front() {
            Front::Popup => self.type_popup(key),
            Front::Composer => self.type_composer(key),
            Front::Talk => Vec::new(),
            Front::Screen => match self.screen.module() {
                Some(module) => self.type_filter(module, key),
                None => self.type_queue_filter(key),
            },
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match self.front() {
            Front::Composer => return self.paste_into_composer(text),
            Front::Popup => return self.paste_into_popup(text),
            Front::Screen => {
                if let Some(effects) = self.paste_into_filter(text) {
                    return effects;
                }
            }
            Front::Talk => {}
        }
        self.refuse("notice-paste-ignored", &[]);
        Vec::new()
    }

    /// An answer letter of a dialog goes before the keymap: it stands on the screen.
    fn dialog_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Some(Popup::Dialog(dialog)) = self.popups.last() else { return None };
        if dialog.unasked.is_some_and(|since| self.now.duration_since(since) < UNAWARE) {
            return Some(Vec::new());
        }
        let crate::keys::Code::Char(letter) = key.code else { return None };
        let answer =
            dialog.answers.iter().position(|answer| answer.key == letter && !key.ctrl && !key.alt)?;
        Some(self.answer(answer))
    }
}
