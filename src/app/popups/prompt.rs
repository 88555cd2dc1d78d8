//! Typing a path.

use std::path::PathBuf;

use crate::app::parts::line::Line;
use crate::app::parts::popup::Popup;
use crate::app::parts::prompt::{For, Prompt};
use crate::app::{Action, App, Effect, Trouble};
use crate::keys::Key;
use crate::model::Attachment;

impl App {
    pub(super) fn act_prompt(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Prompt(prompt)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            Action::NextPane => vec![Effect::CompletePath(prompt.path.text().to_owned())],
            // Spaces alone name nothing.
            Action::Open if prompt.path.text().trim().is_empty() => {
                prompt.trouble = Some(self.words.say("prompt-no-path"));
                Vec::new()
            }
            Action::Open if prompt.waits => Vec::new(),
            Action::Open => {
                let path = PathBuf::from(prompt.path.text());
                match prompt.purpose.clone() {
                    For::Attach => vec![Effect::StatFile(path)],
                    For::Save(attachment) => {
                        prompt.waits = true;
                        prompt.trouble = None;
                        vec![Effect::SaveAttachment { attachment, path }]
                    }
                }
            }
            Action::Back => self.close_popup(),
            _ => Vec::new(),
        }
    }

    pub(super) fn type_prompt(&mut self, key: Key) -> Vec<Effect> {
        if let Some(Popup::Prompt(prompt)) = self.popups.last_mut()
            && prompt.key(key)
        {
            prompt.choices.clear();
            prompt.trouble = None;
            prompt.waits = false;
        }
        Vec::new()
    }

    pub(in crate::app) fn path_completed(
        &mut self,
        typed: &str,
        common: String,
        choices: Vec<String>,
    ) -> Vec<Effect> {
        if let Some(Popup::Prompt(prompt)) = self.popups.last_mut()
            && prompt.path.text() == typed
        {
            prompt.path = Line::new(common);
            prompt.choices = choices;
        }
        Vec::new()
    }

    /// Says where it went. If it went nowhere, the path is still there to be mended, unless it was closed meanwhile.
    pub(in crate::app) fn attachment_saved(
        &mut self,
        attachment: &Attachment,
        result: Result<PathBuf, Trouble>,
    ) -> Vec<Effect> {
        let asked = |popup: &Popup| {
            matches!(popup, Popup::Prompt(prompt)
                if prompt.waits && matches!(&prompt.purpose, For::Save(file) if file.id == attachment.id))
        };
        let open = self.popups.iter().position(asked);
        match (result, open) {
            (Ok(path), open) => {
                if let Some(at) = open {
                    self.popups.remove(at);
                }
                self.say("notice-saved-to", &[("path", path.display().to_string().into())]);
            }
            (Err(trouble), Some(at)) => {
                if let Popup::Prompt(prompt) = &mut self.popups[at] {
                    prompt.waits = false;
                    prompt.trouble = Some(trouble.sentence);
                }
            }
            (Err(trouble), None) => self.complain(&trouble),
        }
        Vec::new()
    }

    /// Asks where an attachment shall go: by its own name, in the downloads folder of the home.
    pub(in crate::app) fn ask_where_to_save(&mut self, attachment: Attachment) {
        let path = format!("~/Downloads/{}", file_name(&attachment.name));
        self.popups.push(Popup::Prompt(Prompt::new(For::Save(attachment), &path)));
    }
}

impl Prompt {
    /// What the prompt begins with, where it only suggests a place to start.
    const HOME: &str = "~/";

    /// A whole path that is typed or pasted replaces the suggestion.
    fn replace_suggestion(&mut self, first: Option<char>) {
        if self.path.text() == Self::HOME && matches!(first, Some('/' | '~')) {
            self.path = Line::default();
        }
    }

    fn key(&mut self, key: Key) -> bool {
        self.replace_suggestion(key.typed());
        self.path.key(key)
    }

    /// Takes pasted text; tells whether there was room for all of it.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        self.replace_suggestion(text.chars().next());
        self.choices.clear();
        self.trouble = None;
        self.path.insert(text.trim_end())
    }

    /// A prompt with this path to start from.
    pub fn new(purpose: For, path: &str) -> Self {
        Self { purpose, path: Line::new(path), choices: Vec::new(), trouble: None, waits: false }
    }
}

/// A name that is only a name: what the sender called it never decides where it is written.
pub(in crate::app) fn file_name(sent: &str) -> String {
    let safe = crate::text::line(sent);
    let name: String = safe
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c })
        .collect();
    let name = name.trim().trim_start_matches('.').trim();
    let short: String = name.chars().take(120).collect();
    if short.is_empty() { "attachment".to_owned() } else { short }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_senders_name_never_leaves_the_folder() {
        assert_eq!(file_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(file_name("..\\evil\u{202e}gpj.exe"), "_evilgpj.exe");
        assert_eq!(file_name(" \u{200b} "), "attachment");
        assert!(!file_name(&format!("{}.pdf", "a".repeat(500))).contains('/'));
    }
}
