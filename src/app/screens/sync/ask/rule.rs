//! *Always so for this field*: chosen, shown as the line before and after, and asked.

use crate::app::parts::dialog::Then;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{App, Effect, Trouble};
use crate::model::pairing::{Act, Change, Wins};

impl App {
    /// Which rule shall decide conflicts of the field from now on.
    pub(super) fn choose_rule(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let line = self.sync.selected_field().or_else(|| page.fields.iter().find(|line| line.held));
        let Some(line) = line else { return self.nothing("pair-choose-field") };
        let choice = |wins: Wins| Choice {
            label: self.words.say(&format!("pair-wins-{}", wins.name())),
            note: String::new(),
            also: wins.name().to_owned(),
            current: line.wins == wins.name(),
            value: Picked::Wins(Change {
                kind: page.kind,
                field: line.field,
                wins,
                old: String::new(),
                new: String::new(),
            }),
        };
        let title = self.words.say_with("pair-always-title", &[("field", line.name.bigin.as_str().into())]);
        let choices = Wins::ALL.into_iter().map(choice).collect();
        self.popups.push(Popup::Menu(Menu::new(title, choices)));
        Vec::new()
    }

    /// Looks what the chosen rule would change, unless it is the one that is in force.
    pub(in crate::app) fn propose(&mut self, change: Change) -> Vec<Effect> {
        let line = self.sync.page.as_ref().and_then(|page| page.field(change.field));
        if line.is_some_and(|line| line.wins == change.wins.name()) {
            return self.nothing("pair-always-already");
        }
        vec![Effect::Propose(change)]
    }

    /// The line before and after is here: it is asked about.
    pub(in crate::app) fn proposed(&mut self, result: Result<Change, Trouble>) -> Vec<Effect> {
        match result {
            Ok(change) => {
                let lines = vec![
                    format!("- {}", change.old),
                    format!("+ {}", change.new),
                    self.words.say("pair-always-means"),
                ];
                let title = self.words.say("pair-always-ask");
                let answers = vec![
                    self.reply('a', "answer-always", Then::AskFor(Box::new(Act::Always(change)))),
                    self.reply('c', "answer-cancel", Then::Nothing),
                ];
                self.ask(title, lines, answers, usize::MAX);
            }
            Err(trouble) => self.complain(&trouble),
        }
        Vec::new()
    }
}
