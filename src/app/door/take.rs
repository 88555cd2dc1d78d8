//! What comes to the door.

use jiff::Timestamp;

use super::{Door, Effect, Message, Step};

impl Door {
    /// Takes what happened; gives back what is to be done.
    pub fn update(&mut self, message: Message, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        match message {
            Message::Key(key) => {
                self.copied = false;
                return self.key(key);
            }
            Message::Paste(text) => self.paste(&text),
            Message::Resize(columns, rows) => self.size = (columns, rows),
            Message::Woke => {}
            Message::Copied => self.copied = true,
            Message::Kept(Ok(path)) => {
                self.step = Step::Done;
                self.kept = Some(path);
            }
            Message::Kept(Err(sentence)) => {
                self.trouble = Some(sentence);
                if self.step == Step::Wait {
                    self.step = Step::Client;
                }
            }
            // Who went back meanwhile is not pulled forward again.
            _ if self.step != Step::Wait => {}
            Message::Shown(shown, left) => {
                let until = now.saturating_add(left).unwrap_or(Timestamp::MAX);
                self.waiting.shown = Some((shown, until));
            }
            Message::Asked(trouble) => self.waiting.trouble = trouble,
            Message::Moved(centre) => self.waiting.moved = Some(centre),
            Message::Refused(sentence) => {
                self.step = Step::Client;
                self.trouble = Some(sentence);
            }
            Message::Arrived(arrived) => {
                // Of one portal nobody need be asked.
                let several = arrived.portals.len() > 1;
                self.arrived = Some(*arrived);
                self.portal = 0;
                if several {
                    self.step = Step::Portal;
                } else {
                    return vec![Effect::Keep(None)];
                }
            }
        }
        Vec::new()
    }

    /// What drawing found out: how many lines the rights have, and how many of them have room.
    pub fn drawn(&mut self, room: (usize, usize)) {
        self.room = room;
        self.top = self.top.min(room.0.saturating_sub(room.1));
    }
}
