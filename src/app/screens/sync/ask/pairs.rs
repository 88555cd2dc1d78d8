//! What is asked of records and pairs: to try again, to link, to part, to let go on.

use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{App, Effect};
use crate::model::pairing::{Act, Kind, List, Per, RecordId, RowKey, Side};

impl App {
    pub(super) fn retry_one(&mut self) -> Vec<Effect> {
        let row =
            self.sync.rows.selected().filter(|_| matches!(self.sync.list, List::Failing | List::Ambiguous));
        let Some(act) = row.map(|row| Act::Retry(row.kind, row.key)) else {
            return self.nothing("pair-nothing-to-retry");
        };
        vec![Effect::AskFor(act)]
    }

    pub(super) fn ask_to_retry_all(&mut self) -> Vec<Effect> {
        let (list, count) = (self.sync.list, self.sync.rows.window.total);
        if !matches!(list, List::Failing | List::Ambiguous) || count == 0 {
            return self.nothing("pair-nothing-to-retry");
        }
        let title = self.words.say_with("pair-retry-all-ask", &[("count", count.into())]);
        self.ask_first(title, Vec::new(), ('r', "answer-retry"), Act::RetryAll(list))
    }

    /// Which of the records with the same key belongs to this one; or the one that it was parted from.
    pub(super) fn choose_partner(&mut self) -> Vec<Effect> {
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

    pub(super) fn ask_to_part(&mut self) -> Vec<Effect> {
        let Some(page) = &self.sync.page else { return self.nothing("pair-still-loading") };
        let Some(link) = page.link.filter(|_| self.sync.list != List::Apart) else {
            return self.nothing("pair-not-linked");
        };
        let means = if page.gone.is_some() { "pair-part-gone-means" } else { "pair-part-means" };
        let title = self.words.say_with("pair-part-ask", &[("name", page.name.as_str().into())]);
        let lines = vec![self.words.say(means)];
        self.ask_first(title, lines, ('x', "answer-part"), Act::Part(link))
    }

    pub(super) fn ask_to_release(&mut self) -> Vec<Effect> {
        if !self.sync.overview.as_ref().is_some_and(|overview| overview.braked) {
            return self.nothing("pair-not-braked");
        }
        let (title, lines) = (self.words.say("pair-release-ask"), vec![self.words.say("pair-release-means")]);
        self.ask_first(title, lines, ('g', "answer-release"), Act::Release)
    }
}

fn partner(kind: Kind, side: Side, id: RecordId, other: RecordId) -> Picked {
    Picked::Partner(kind, Per::seen_from(side, id, other))
}
