//! What is asked of fields: to decide a conflict, to take a write back, to keep a value.

use super::quoted;
use crate::app::screens::sync::Panel;
use crate::app::{App, Effect};
use crate::model::pairing::{Act, FieldLine, Per, Side};

impl App {
    /// The conflict under the cursor, or all of the record when the list has the keys.
    pub(super) fn decide(&mut self, winner: Side) -> Vec<Effect> {
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

    /// The write under the cursor of the history, else the last one of the field or record.
    pub(super) fn ask_to_revert(&mut self) -> Vec<Effect> {
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

    pub(super) fn pin(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let Some(link) = page.link else { return self.nothing("pair-not-linked") };
        let act = match self.sync.selected_field() {
            Some(line) => Act::Pin { link, field: Some(line.field), on: !line.pinned },
            None => Act::Pin { link, field: None, on: !page.pinned },
        };
        vec![Effect::AskFor(act)]
    }
}
