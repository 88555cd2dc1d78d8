//! What a person asks for: at once where it can be taken back, after a question where many or much depends on it.

mod fields;
mod pairs;
mod rule;

use crate::app::parts::dialog::Then;
use crate::app::{Action, App, Effect, Trouble};
use crate::model::pairing::{Act, Side};

impl App {
    /// Whether the agent may change the pairing; not known: nobody is kept from it.
    pub fn may_sync(&self) -> bool {
        self.furniture.me.as_ref().and_then(|me| me.administrator) != Some(false)
    }

    pub(in crate::app::screens::sync) fn ask_of_sync(&mut self, action: Action) -> Vec<Effect> {
        if !self.may_sync() {
            self.refuse("pair-refused-role", &[]);
            return Vec::new();
        }
        match action {
            Action::SyncNow => self.start_sync(),
            Action::StopSync => self.stop_sync(),
            _ if self.sync.there != Some(true) => {
                self.refuse("pair-none-yet", &[]);
                Vec::new()
            }
            Action::TakeBigin => self.decide(Side::Bigin),
            Action::TakeDesk => self.decide(Side::Desk),
            Action::AlwaysSo => self.choose_rule(),
            Action::Retry => self.retry_one(),
            Action::RetryAll => self.ask_to_retry_all(),
            Action::Revert => self.ask_to_revert(),
            Action::Pin => self.pin(),
            Action::LinkTo => self.choose_partner(),
            Action::Unlink => self.ask_to_part(),
            Action::ReleaseBrake => self.ask_to_release(),
            _ => Vec::new(),
        }
    }

    pub(super) fn nothing(&mut self, why: &str) -> Vec<Effect> {
        self.refuse(why, &[]);
        Vec::new()
    }

    /// Asks; the answer that changes nothing is the one that Enter gives.
    pub(super) fn ask_first(
        &mut self,
        title: String,
        lines: Vec<String>,
        yes: (char, &str),
        act: Act,
    ) -> Vec<Effect> {
        let answers = vec![
            self.reply(yes.0, yes.1, Then::AskFor(Box::new(act))),
            self.reply('c', "answer-cancel", Then::Nothing),
        ];
        self.ask(title, lines, answers, usize::MAX);
        Vec::new()
    }

    /// What came of it.
    pub(in crate::app) fn asked_for(&mut self, act: &Act, result: Result<usize, Trouble>) -> Vec<Effect> {
        match (result, act) {
            (Err(trouble), _) => self.complain(&trouble),
            (Ok(0), _) => self.warn("pair-moved", &[]),
            (Ok(_), Act::Always(_)) => self.say("pair-always-done", &[]),
            (Ok(count), _) => {
                let key = self.sync_key(Action::SyncNow);
                self.say("pair-asked", &[("count", count.into()), ("key", key.into())]);
            }
        }
        self.load_sync()
    }

    pub(super) fn sync_key(&self, action: Action) -> String {
        let contexts = [crate::app::Context::Sync, crate::app::Context::Global];
        self.keymap.chord_of(&contexts, &action).map(ToString::to_string).unwrap_or_default()
    }
}

fn quoted(value: &str) -> String {
    if value.is_empty() { "—".to_owned() } else { format!("“{value}”") }
}
