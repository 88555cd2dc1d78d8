//! What a person asks for: at once where it can be taken back, after a question where many or much depends on it.

use super::{Panel, Sync};
use crate::app::parts::dialog::Then;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{Action, App, Effect, Trouble};
use crate::model::pairing::{Act, Change, FieldLine, Kind, List, Per, RecordId, RowKey, Side, Wins};

impl App {
    /// Whether the agent may change the pairing; not known: nobody is kept from it.
    pub fn may_sync(&self) -> bool {
        self.furniture.me.as_ref().and_then(|me| me.administrator) != Some(false)
    }

    pub(super) fn ask_of_sync(&mut self, action: Action) -> Vec<Effect> {
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

    fn nothing(&mut self, why: &str) -> Vec<Effect> {
        self.refuse(why, &[]);
        Vec::new()
    }

    /// The conflict under the cursor, or all of the record when the list has the keys.
    fn decide(&mut self, winner: Side) -> Vec<Effect> {
        let Some(link) = self.sync.page.as_ref().and_then(|page| page.link) else {
            return self.nothing("pair-no-conflict");
        };
        let held: Vec<&FieldLine> = match self.sync.selected_field() {
            Some(line) => vec![line],
            None => self.sync.page.iter().flat_map(|page| &page.fields).collect(),
        };
        let act = |line: &FieldLine| {
            let shown = Per::of(|side| line.now[side].clone().unwrap_or_default());
            Effect::AskFor(Act::Decide { link, field: line.field, winner, shown })
        };
        let acts: Vec<_> = held.into_iter().filter(|line| line.held).map(act).collect();
        if acts.is_empty() { self.nothing("pair-no-conflict") } else { acts }
    }

    /// Which rule shall decide conflicts of the field from now on.
    fn choose_rule(&mut self) -> Vec<Effect> {
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

    fn retry_one(&mut self) -> Vec<Effect> {
        let row =
            self.sync.rows.selected().filter(|_| matches!(self.sync.list, List::Failing | List::Ambiguous));
        let Some(act) = row.map(|row| Act::Retry(row.kind, row.key)) else {
            return self.nothing("pair-nothing-to-retry");
        };
        vec![Effect::AskFor(act)]
    }

    fn ask_to_retry_all(&mut self) -> Vec<Effect> {
        let (list, count) = (self.sync.list, self.sync.rows.window.total);
        if !matches!(list, List::Failing | List::Ambiguous) || count == 0 {
            return self.nothing("pair-nothing-to-retry");
        }
        let title = self.words.say_with("pair-retry-all-ask", &[("count", count.into())]);
        self.ask_first(title, Vec::new(), ('r', "answer-retry"), Act::RetryAll(list))
    }

    /// The write under the cursor of the history, else the last one of the field or record.
    fn ask_to_revert(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let field = self.sync.selected_field().map(|line| line.field);
        let line = match self.sync.panel {
            Panel::History => self.sync.selected_line().filter(|line| line.undoable),
            Panel::Fields => {
                page.lines.iter().find(|line| line.undoable && (field.is_none() || line.field == field))
            }
        };
        let Some((op, line)) = line.and_then(|line| Some((line.op?, line))) else {
            return self.nothing("pair-nothing-to-revert");
        };
        // A write is taken back whole: every field that it wrote is shown.
        let written = page.lines.iter().filter(|other| other.op == Some(op) && other.field.is_some());
        let name = |line: &crate::model::pairing::JournalLine| {
            line.field
                .and_then(|field| page.field(field))
                .map(|field| field.name[line.side].clone())
                .unwrap_or_default()
        };
        let lines =
            written.map(|line| format!("{}: {} → {}", name(line), quoted(&line.new), quoted(&line.old)));
        let mut lines: Vec<String> = lines.collect();
        lines.push(self.words.say("pair-revert-means"));
        let title = self.words.say_with("pair-revert-ask", &[("side", line.side.name().into())]);
        self.ask_first(title, lines, ('v', "answer-revert"), Act::Revert(op))
    }

    fn pin(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let Some(link) = page.link else { return self.nothing("pair-not-linked") };
        let act = match self.sync.selected_field() {
            Some(line) => Act::Pin { link, field: Some(line.field), on: !line.pinned },
            None => Act::Pin { link, field: None, on: !page.pinned },
        };
        vec![Effect::AskFor(act)]
    }

    /// Which of the records with the same key belongs to this one; or the one that it was parted from.
    fn choose_partner(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let both = |ids: Per<Option<RecordId>>| Some(Per { bigin: ids.bigin?, desk: ids.desk? });
        if let Some(ids) = both(page.ids).filter(|_| self.sync.list == List::Apart) {
            let act = Act::Link(page.kind, ids);
            let title = self.words.say_with("pair-link-ask", &[("name", page.name.as_str().into())]);
            return self.ask_first(title, Vec::new(), ('l', "answer-link"), act);
        }
        let RowKey::Alone(side, kind, id) = page.key else { return self.nothing("pair-no-candidate") };
        let across = page.rivals.iter().filter(|rival| rival.side != side && !rival.taken);
        let choices: Vec<_> = across
            .map(|rival| Choice {
                value: partner(kind, side, id, rival.id),
                label: rival.name.clone(),
                note: format!("{} {}", rival.side.name(), rival.id),
                also: rival.id.to_string(),
                current: false,
            })
            .collect();
        if choices.is_empty() {
            return self.nothing("pair-no-candidate");
        }
        let title = self.words.say_with("pair-link-title", &[("name", page.name.as_str().into())]);
        self.popups.push(Popup::Menu(Menu::new(title, choices)));
        Vec::new()
    }

    fn ask_to_part(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let Some(link) = page.link.filter(|_| self.sync.list != List::Apart) else {
            return self.nothing("pair-not-linked");
        };
        let means = if page.gone.is_some() { "pair-part-gone-means" } else { "pair-part-means" };
        let title = self.words.say_with("pair-part-ask", &[("name", page.name.as_str().into())]);
        let lines = vec![self.words.say(means)];
        self.ask_first(title, lines, ('x', "answer-part"), Act::Part(link))
    }

    fn ask_to_release(&mut self) -> Vec<Effect> {
        if !self.sync.overview.as_ref().is_some_and(|overview| overview.braked) {
            return self.nothing("pair-not-braked");
        }
        let (title, lines) = (self.words.say("pair-release-ask"), vec![self.words.say("pair-release-means")]);
        self.ask_first(title, lines, ('g', "answer-release"), Act::Release)
    }

    /// Asks; the answer that changes nothing is the one that Enter gives.
    fn ask_first(&mut self, title: String, lines: Vec<String>, yes: (char, &str), act: Act) -> Vec<Effect> {
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

    fn sync_key(&self, action: Action) -> String {
        let contexts = [crate::app::Context::Sync, crate::app::Context::Global];
        self.keymap.chord_of(&contexts, &action).map(ToString::to_string).unwrap_or_default()
    }
}

fn partner(kind: Kind, side: Side, id: RecordId, other: RecordId) -> Picked {
    Picked::Partner(kind, Per::seen_from(side, id, other))
}

fn quoted(value: &str) -> String {
    if value.is_empty() { "—".to_owned() } else { format!("“{value}”") }
}

impl Sync {
    /// Whether the last thing that was asked for is still to be done.
    pub fn asks(&self) -> bool {
        self.overview.as_ref().is_some_and(|overview| overview.wishes > 0)
    }
}
