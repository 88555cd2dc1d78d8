//! From record to record: what a page names can be opened, and the way back leads to where one came from.

use super::{Focus, Tab};
use crate::app::effect::{Record, RecordPage};
use crate::app::{App, Effect, ScreenName};
use crate::model::{Module, RecordId};

/// The records that a page names, in the order in which it shows them.
pub fn links(page: &RecordPage) -> Vec<RecordId> {
    let named = match &page.record {
        Record::Contact(one) => [None, one.company.as_ref().map(|(id, _)| RecordId::Company(id.clone()))],
        Record::Company(_) => [None, None],
        Record::Deal(one) => [
            one.contact.as_ref().map(|(id, _)| RecordId::Contact(id.clone())),
            one.company.as_ref().map(|(id, _)| RecordId::Company(id.clone())),
        ],
    };
    let deals = page.deals.iter().map(|deal| RecordId::Deal(deal.id.clone()));
    let people = page.related.iter().map(|row| row.id.clone());
    named.into_iter().flatten().chain(deals).chain(people).collect()
}

impl App {
    /// Goes to the page of a record in its own pane; the filter there gives way, so that its row is in view.
    pub(super) fn visit(&mut self, id: RecordId) -> Vec<Effect> {
        let (from, rests) = (self.screen, self.now);
        let module = id.module();
        let counter = self.counter_mut(module);
        counter.find = Default::default();
        counter.finding = false;
        // The page of another record must not be seen under this one's name: the list moves on as from row to row.
        counter.focus = Focus::List;
        counter.show(Some(id.clone()), rests);
        counter.seek = Some(id);
        counter.focus = Focus::Record;
        counter.tab = Tab::Overview;
        counter.from = Some(from);
        self.screen = match module {
            Module::Contacts => ScreenName::Contacts,
            Module::Companies => ScreenName::Companies,
            Module::Pipelines => ScreenName::Pipelines,
        };
        self.enter_screen()
    }
}
