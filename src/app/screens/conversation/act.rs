//! What keys do in a conversation.

use super::Talk;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{Action, App, Effect};
use crate::model::{Attachment, Entry};
use crate::text::{line, unbroken, whole};

impl App {
    pub(in crate::app) fn act_talk(&mut self, action: Action) -> Vec<Effect> {
        let Some(talk) = &mut self.talk else { return Vec::new() };
        let page = talk.visible.max(2) - 1;
        talk.moved |= action != Action::Back;
        match action {
            Action::Down => talk.scroll(1),
            Action::Up => talk.scroll(-1),
            Action::PageDown => talk.scroll(isize::try_from(page).unwrap_or(1)),
            Action::PageUp => talk.scroll(-isize::try_from(page).unwrap_or(1)),
            Action::First => talk.select(0),
            Action::Last => talk.select(usize::MAX),
            Action::NextMessage => talk.select(talk.selected + 1),
            Action::PreviousMessage => talk.select(talk.selected.saturating_sub(1)),
            Action::ToggleFold => talk.toggle_fold(),
            Action::ReadWhole => return self.read_whole(),
            Action::Copy => return self.copy_message(),
            Action::SaveAttachment => return self.choose_attachment(),
            Action::Back => return self.close_talk(),
            _ => return self.act_global(action),
        }
        Vec::new()
    }

    fn copy_message(&self) -> Vec<Effect> {
        let text = self.talk.as_ref().and_then(Talk::entry).map(|entry| unbroken(&entry.readable()));
        text.map(Effect::Copy).into_iter().collect()
    }

    /// The selected message to its end, set for the pager.
    fn read_whole(&self) -> Vec<Effect> {
        let entry = self.talk.as_ref().and_then(Talk::entry);
        let text = entry.map(|entry| whole(&entry.readable(), self.size.0.saturating_sub(2).clamp(40, 100)));
        text.map(Effect::Read).into_iter().collect()
    }

    fn choose_attachment(&mut self) -> Vec<Effect> {
        let files = self.talk.as_ref().and_then(Talk::entry).map(|entry| entry.attachments().to_vec());
        let files = files.unwrap_or_default();
        match files.as_slice() {
            [] => self.offer_other_attachments(),
            [only] => self.ask_where_to_save(only.clone()),
            _ => {
                let choices = files.iter().map(|file| self.attachment(file, None)).collect();
                self.popups.push(Popup::Menu(Menu::new(self.words.say("menu-attachment"), choices)));
            }
        }
        Vec::new()
    }

    /// The selected message has none: those of the others, newest first, each with who sent it and when.
    fn offer_other_attachments(&mut self) {
        let said = self.talk.as_ref().map_or(&[][..], Talk::said);
        let choices: Vec<_> = said
            .iter()
            .rev()
            .flat_map(|said| said.entry.attachments().iter().map(move |file| (file, &said.entry)))
            .map(|(file, entry)| self.attachment(file, Some(entry)))
            .collect();
        if choices.is_empty() {
            self.refuse("notice-no-attachments", &[]);
            return;
        }
        self.popups.push(Popup::Menu(Menu::new(self.words.say("menu-attachment-elsewhere"), choices)));
    }

    fn attachment(&self, file: &Attachment, of: Option<&Entry>) -> Choice<Picked> {
        let size = crate::text::size(file.size, self.words.lang());
        let of = of.map(|entry| {
            format!(" · {} · {}", line(entry.author()), self.clock().ago(&self.words, entry.at()))
        });
        Choice {
            value: Picked::Attachment(file.clone()),
            label: line(&file.name).into_owned(),
            note: format!("{size}{}", of.unwrap_or_default()),
            also: String::new(),
            current: false,
        }
    }
}

impl Talk {
    fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
        self.clamp();
        // The selection never leaves the screen: it snaps to the nearest entry in view.
        let last = (self.top + self.visible).min(self.lines.len());
        let seen =
            |at: usize| self.lines[self.top.min(last)..last].iter().any(|line| line.entry() == Some(at));
        if !seen(self.selected) {
            let mut inside = self.lines[self.top.min(last)..last].iter().filter_map(|line| line.entry());
            let nearest = if by > 0 { inside.next() } else { inside.next_back() };
            self.selected = nearest.unwrap_or(self.selected);
        }
    }

    fn toggle_fold(&mut self) {
        let Some(key) = self.entry().map(Entry::key) else { return };
        if !self.unfolded.remove(&key) {
            self.unfolded.insert(key);
        }
        self.lay_out();
    }
}
