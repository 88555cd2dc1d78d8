//! Observing: both services' feeds, page by page, each page one transaction if it brought anything.

use std::collections::BTreeSet;

use crate::sync::{
    CallId, Side,
    ledger::{Change, Cursor, Feed, Ledger, PageMark},
    mapping::Mapping,
    mode::Mode,
    rules::{Rule, Rules},
};

use super::{
    Answer, Cause, Effect, Engine, Flow, GoneRow, Request, Row, Stage,
    confirm::Confirming,
    ingest::{Ingest, Source},
    pages::{self, Next},
};

/// How far this cycle's observing is.
#[derive(Debug)]
pub(super) struct Observing {
    feeds: Vec<Feed>,
    at: usize,
    asked: Option<(CallId, PageMark)>,
    /// Where the feed goes on.
    mark: Option<PageMark>,
    /// What the cursors wait for: the next transaction, or the end.
    unsaved: Vec<Change>,
}

impl Observing {
    pub(super) fn new(map: &Mapping) -> Self {
        let mut feeds = Vec::with_capacity(8);
        for side in Side::BOTH {
            feeds.extend(map.kinds().map(|kind| Feed::Changed(side, kind)));
            // Desk's one feed of deleted records holds all kinds.
            let kinds = if side == Side::Desk { 1 } else { usize::MAX };
            feeds.extend(map.kinds().take(kinds).map(|kind| Feed::Gone(side, kind)));
        }
        Self { feeds, at: 0, asked: None, mark: None, unsaved: Vec::new() }
    }
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn observe<L: Ledger>(
        &mut self,
        ledger: &L,
        mut now: Observing,
        out: &mut Vec<Effect>,
    ) -> Flow {
        let Some(&feed) = now.feeds.get(now.at) else {
            if !now.unsaved.is_empty() {
                self.commit(out, now.unsaved);
            }
            return Flow::On(Stage::Confirming(Confirming::default()));
        };
        let Some((call, mark)) = now.asked.take() else {
            let mark = match now.mark.take() {
                Some(mark) => mark,
                None => self.resume(ledger, feed),
            };
            let call = self.ask_page(feed, mark, out);
            now.asked = Some((call, mark));
            return Flow::Wait(Stage::Observing(now));
        };
        match (self.answer(call), feed) {
            (None, _) => {
                now.asked = Some((call, mark));
                Flow::Wait(Stage::Observing(now))
            }
            (Some(Answer::Rows { rows, more, date }), Feed::Changed(..)) => {
                self.hear_clock(feed.side(), date);
                let mark = self.begun(mark, date);
                self.changed_page(ledger, now, feed, mark, &rows, more, out)
            }
            (Some(Answer::Gone { rows, more, date }), Feed::Gone(..)) => {
                let mark = self.begun(mark, date);
                self.gone_page(ledger, now, feed, mark, &rows, more, out)
            }
            (Some(Answer::Busy { wait }), _) => self.interrupt(feed.side(), wait, out),
            (Some(_), _) => self.interrupt(feed.side(), None, out),
        }
    }

    /// Where a pass begins: where the last one was interrupted, or the overlap before its beginning; or, from time to
    /// time, with everything. What a full listing has shown is known to this engine only, so another one begins it anew.
    fn resume<L: Ledger>(&mut self, ledger: &L, feed: Feed) -> PageMark {
        let cursor = ledger.cursor(feed);
        let kept = |mark: &PageMark| !mark.full || self.listed.contains_key(&feed);
        if let Some(mark) = cursor.page.filter(kept) {
            return mark;
        }
        // A clock that was set back tells nothing about how long ago the last one was.
        let long_ago = self.now < cursor.swept || self.now - cursor.swept >= self.limits.sweep;
        let wanted = if cursor.swept == 0 { Rule::ListAnew } else { Rule::Sweep };
        let due = cursor.read_to > 0 && (long_ago || cursor.swept == 0);
        if due && matches!(feed, Feed::Changed(..)) && self.rules.on(wanted) {
            self.listed.insert(feed, BTreeSet::new());
            return PageMark { full: true, ..pages::first(0) };
        }
        let overlap = if self.rules.on(Rule::Overlap) { self.limits.overlap } else { 0 };
        pages::first((cursor.read_to - overlap).max(0))
    }

    /// What a full listing did not show is no evidence, but a doubt.
    fn doubt_absent<L: Ledger>(&mut self, ledger: &L, feed: Feed, changes: &mut Vec<Change>) {
        let (Feed::Changed(side, kind), Some(listed)) = (feed, self.listed.remove(&feed)) else { return };
        if !self.rules.on(Rule::AbsentInDoubt) {
            return;
        }
        let (mut after, mut known) = (None, Vec::new());
        loop {
            known.clear();
            ledger.live(side, kind, after, 512, &mut known);
            let Some(last) = known.last() else { return };
            after = Some(*last);
            let absent = known.iter().filter(|id| !listed.contains(id));
            changes.extend(absent.map(|id| Change::Doubt(side, kind, *id, true)));
        }
    }

    /// A pass begins with its first answer: by the service's clock, and by ours.
    fn begun(&self, mark: PageMark, date: crate::sync::Seconds) -> PageMark {
        if mark.began != 0 { mark } else { PageMark { began: date, began_here: self.now, ..mark } }
    }

    fn ask_page(&mut self, feed: Feed, mark: PageMark, out: &mut Vec<Effect>) -> CallId {
        let cause = if matches!(feed, Feed::Gone(..)) { Cause::Deletions } else { Cause::Lists };
        let request = match feed {
            Feed::Changed(side, kind) => {
                Request::List { side, kind, from: mark.from, skip: mark.skip, limit: self.limits.page[side] }
            }
            Feed::Gone(side, kind) => {
                Request::Gone { side, kind, skip: mark.skip, limit: self.limits.gone_page[side] }
            }
        };
        self.call(out, cause, request)
    }

    #[expect(clippy::too_many_arguments, reason = "a page is its feed, its place, its rows and what follows")]
    fn changed_page<L: Ledger>(
        &mut self,
        ledger: &L,
        mut now: Observing,
        feed: Feed,
        mark: PageMark,
        rows: &[Row],
        more: bool,
        out: &mut Vec<Effect>,
    ) -> Flow {
        if let Err(again) = pages::check(self.rules, mark, rows) {
            now.mark = Some(again);
            return Flow::On(Stage::Observing(now));
        }
        let next = pages::next(self.rules, mark, rows, more);
        let newest = rows.iter().map(|row| row.version).max();
        let Feed::Changed(side, kind) = feed else {
            unreachable!("a page of changes belongs to a feed of changes")
        };
        let mut changes = std::mem::take(&mut now.unsaved);
        let before = changes.len();
        let mut ingest =
            Ingest { ledger, rules: self.rules, map: &self.map, now: self.now, changes: &mut changes };
        for row in rows {
            ingest.row(side, kind, row, if mark.full { Source::Sweep } else { Source::of_list(side) });
        }
        let news = changes[before..].iter().filter(|change| matches!(change, Change::Seen(_))).count();
        self.meter.brought(side, kind, news);
        if mark.full {
            self.listed.entry(feed).or_default().extend(rows.iter().map(|row| row.id));
            if next == Next::End {
                self.doubt_absent(ledger, feed, &mut changes);
            }
        }
        let brought = changes.len() > before;
        self.turn_page(ledger, now, feed, mark, &next, newest, changes, brought, out)
    }

    #[expect(clippy::too_many_arguments, reason = "a page is its feed, its place, its rows and what follows")]
    fn gone_page<L: Ledger>(
        &mut self,
        ledger: &L,
        mut now: Observing,
        feed: Feed,
        mark: PageMark,
        rows: &[GoneRow],
        more: bool,
        out: &mut Vec<Effect>,
    ) -> Flow {
        let held =
            mark.anchor.is_none_or(|(id, at)| rows.first().is_some_and(|row| (row.id, row.at) == (id, at)));
        if !held {
            // Something was restored, purged or deleted meanwhile: the feed is read from its beginning.
            now.mark = Some(PageMark { skip: 0, anchor: None, ..mark });
            return Flow::On(Stage::Observing(now));
        }
        let mut changes = std::mem::take(&mut now.unsaved);
        let before = changes.len();
        let mut ingest =
            Ingest { ledger, rules: self.rules, map: &self.map, now: self.now, changes: &mut changes };
        for row in rows {
            if let Some(kind) = row.kind {
                ingest.gone(feed.side(), kind, row.id, row.at, Source::Index);
            }
        }
        let count = u32::try_from(rows.len()).expect("a page is short");
        let next = match rows.last() {
            Some(last) if more && last.at >= mark.from => {
                Next::Page(PageMark { skip: mark.skip + count - 1, anchor: Some((last.id, last.at)), ..mark })
            }
            _ => Next::End,
        };
        let brought = changes.len() > before;
        self.turn_page(ledger, now, feed, mark, &next, None, changes, brought, out)
    }

    /// Saves what the page brought, and goes on to the next page or the next feed.
    #[expect(clippy::too_many_arguments, reason = "a page is its feed, its place, its rows and what follows")]
    fn turn_page<L: Ledger>(
        &mut self,
        ledger: &L,
        mut now: Observing,
        feed: Feed,
        mark: PageMark,
        next: &Next,
        newest: Option<crate::sync::Seconds>,
        mut changes: Vec<Change>,
        brought: bool,
        out: &mut Vec<Effect>,
    ) -> Flow {
        let old = ledger.cursor(feed);
        let read_to = if self.rules.on(Rule::CursorIsServerDate) || matches!(feed, Feed::Gone(..)) {
            mark.began
        } else {
            newest.map_or(old.read_to, |newest| newest + 1 + self.limits.overlap)
        };
        let cursor = match *next {
            Next::Page(page) if self.rules.on(Rule::CursorLast) => Cursor { page: Some(page), ..old },
            // Whatever was seen before this pass is covered by it; the passes before are told by their beginnings.
            _ => {
                // The first pass of all was a full one as well.
                let swept = if mark.full || old.read_to == 0 { mark.began_here } else { old.swept };
                Cursor { read_to, pass_before: old.last_pass, last_pass: mark.began_here, page: None, swept }
            }
        };
        if let Feed::Gone(side, _) = feed {
            let feeds =
                now.feeds.iter().filter(|feed| matches!(feed, Feed::Gone(of, _) if *of == side)).count();
            self.meter.read_gone(side, old.read_to == 0, u32::try_from(feeds).unwrap_or(1));
        }
        changes.push(Change::Cursor(feed, cursor));
        match *next {
            Next::Page(page) => now.mark = Some(page),
            Next::End => now.at += 1,
        }
        if brought {
            self.commit(out, changes);
        } else {
            now.unsaved = changes;
        }
        Flow::On(Stage::Observing(now))
    }
}
