//! The router: a message goes to the part of the state that it is about.

mod answers;
mod global;
mod keys;
mod navigate;
mod reports;
mod tickets;

use jiff::Timestamp;

use super::parts::notice::{Notice, Tone};
use super::{App, Effect, Message, Regions, ScreenName};

impl App {
    /// Takes one thing that happened, at this time; tells what shall be done.
    pub fn update(&mut self, message: Message, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        let effects = self.route(message);
        self.ask_about_grown();
        self.ask_about_earlier();
        effects
    }

    fn route(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.key(key),
            Message::Paste(text) => self.paste(&text),
            Message::PasteCut => {
                self.warn("notice-paste-too-long", &[]);
                Vec::new()
            }
            Message::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Message::Woke => self.woke(),
            Message::Loaded(load, loaded) => self.loaded(&load, *loaded),
            Message::Fetched { fetch, result } => self.fetched(&fetch, &result),
            Message::ClockDiffers(skew) => {
                self.skew = skew;
                // What is overdue is another number now.
                self.reload()
            }
            Message::Found(text, hits) => {
                self.take_found(&text, hits);
                Vec::new()
            }
            Message::Progressed(fetch) => self.grew(&fetch),
            Message::WritingChanged => Self::load_writing(),
            Message::DraftKept(id, result) => self.draft_kept(&id, result),
            Message::FormKept(key, result) => self.form_kept(&key, result),
            Message::Queued(id, result) => self.queued(&id, result),
            Message::Delivered(id, result) => self.delivered(&id, result),
            Message::CheckedAgain(id, result) => self.checked_again(&id, result),
            Message::TooLate(id, late) => self.too_late(&id, late),
            Message::StatusSet { ticket, status, result } => self.status_set(&ticket, &status, result),
            Message::Created(result) => self.created(result),
            Message::FileSeen(result) => self.file_seen(result),
            Message::PathCompleted { typed, common, choices } => self.path_completed(&typed, common, choices),
            Message::AttachmentSaved { attachment, result } => self.attachment_saved(&attachment, result),
            Message::Edited(result) => self.edited(result),
            Message::Copied => {
                self.say("notice-copied", &[]);
                Vec::new()
            }
            Message::CacheChanged => {
                let mut effects = self.reload();
                effects.extend(Self::load_writing());
                effects
            }
            Message::LedgerChanged => self.load_sync(),
            Message::AskedFor(act, result) => self.asked_for(&act, result),
            Message::Proposed(result) => self.proposed(result),
            Message::SyncWent(progress) => {
                self.sync_went(progress);
                Vec::new()
            }
            Message::SyncSaid(sentence) => {
                self.sync_said(sentence);
                Vec::new()
            }
            Message::SyncEnded(result) => self.sync_ended(result),
            Message::Notice(trouble) => {
                self.notices.say(Notice::new(trouble.sentence, Tone::Warning, self.now));
                Vec::new()
            }
        }
    }

    /// Takes what drawing found out about the room there is.
    pub fn drawn(&mut self, regions: Regions) -> Vec<Effect> {
        self.remember(regions);
        let mut effects = Vec::new();
        if let Some(module) = self.screen.module() {
            effects.extend(self.fit_counter(module, regions));
            let counter = self.counter_mut(module);
            counter.top = counter.top.min(regions.page_beyond.map_or(counter.top, usize::from));
        } else if self.screen == ScreenName::Sync {
            effects.extend(self.fit_sync(regions.list, regions.fields));
        } else if regions.tickets > 0 && self.queue.tickets.fit(regions.tickets.into()) {
            effects.extend(self.fill_queue());
        }
        effects.extend(self.fit_talk(regions.talk));
        self.fit_popup(regions.popup, regions.popup_beyond);
        effects
    }
}
