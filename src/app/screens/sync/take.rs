//! What the ledger answers.

use super::Sync;
use crate::app::{App, Effect, Trouble};
use crate::model::Window;
use crate::model::pairing::{List, Overview, Page, Row, RowKey};

impl App {
    pub(in crate::app) fn take_overview(&mut self, overview: Option<Overview>) -> Vec<Effect> {
        let (now, there) = (self.now, overview.is_some());
        let came = there && self.sync.there == Some(false) && self.sync.watched;
        let sync = &mut self.sync;
        sync.there = Some(there);
        sync.fresh.trouble = None;
        let last = overview.as_ref().and_then(|overview| overview.runs.first()).map(|run| run.ended);
        sync.fresh.fetched = there.then(|| last.unwrap_or(now));
        if !there {
            *sync = Sync {
                there: Some(false),
                watched: sync.watched,
                running: sync.running.take(),
                ..Sync::default()
            };
        }
        sync.overview = overview;
        // A ledger that was not there a moment ago: its rows are asked for now.
        if came { vec![self.sync.ask_rows(0)] } else { Vec::new() }
    }

    pub(in crate::app) fn take_pairs(&mut self, list: List, window: Window<Row>) -> Vec<Effect> {
        if self.sync.list != list {
            return Vec::new();
        }
        let sync = &mut self.sync;
        // At the top stays at the top, elsewhere the cursor stays on its record.
        let kept = sync.rows.selected().filter(|_| sync.rows.cursor > 0).map(|row| row.key);
        let place = kept.and_then(|key| window.rows.iter().position(|row| row.key == key));
        let place = place.map(|at| at + window.offset);
        sync.rows.take(window, place);
        sync.fresh.loaded = true;
        sync.fresh.trouble = None;
        if sync.rows.window.total == 0 {
            sync.forget_page();
            sync.focus = super::Focus::List;
        }
        let missing = sync.rows.misses().map(|offset| sync.ask_rows(offset));
        missing.into_iter().chain(sync.follow()).collect()
    }

    pub(in crate::app) fn take_pair(&mut self, key: RowKey, page: Option<Page>) {
        let sync = &mut self.sync;
        if sync.shown != Some(key) {
            return;
        }
        let field = sync.fields().get(sync.field).map(|line| line.field);
        sync.page = page;
        let fields = sync.fields();
        let place = field.and_then(|field| fields.iter().position(|line| line.field == field));
        let last = fields.len().saturating_sub(1);
        sync.field = place.unwrap_or(sync.field.min(last));
        sync.show_history();
    }

    /// The ledger could not be read.
    pub(in crate::app) fn sync_failed(&mut self, trouble: Trouble) {
        self.sync.there = Some(true);
        self.sync.fresh.trouble = Some(trouble);
    }
}
