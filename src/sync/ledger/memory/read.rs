//! Reading the ledger in memory.

use std::{borrow::Cow, ops::Bound};

use super::Memory;
use crate::sync::{
    FieldId, Kind, LinkId, Millis, OpId, RecordId, Side, Value,
    ledger::{Cursor, Entry, Feed, Intent, Ledger, Link, LinkState, Pairing, Parked, Seen, Spent, Work},
};

impl Ledger for Memory {
    fn pairing(&self) -> Pairing {
        self.pairing
    }

    fn cursor(&self, feed: Feed) -> Cursor {
        self.cursors.get(&feed).copied().unwrap_or_default()
    }

    fn seen(&self, side: Side, kind: Kind, id: RecordId) -> Option<Cow<'_, Seen>> {
        self.seen.get(&(side, kind, id)).map(Cow::Borrowed)
    }

    fn link(&self, id: LinkId) -> Option<Cow<'_, Link>> {
        self.links.get(&id).map(Cow::Borrowed)
    }

    fn link_of(&self, side: Side, kind: Kind, id: RecordId) -> Option<LinkId> {
        self.link_of.get(&(side, kind, id)).copied()
    }

    fn with_key(
        &self,
        side: Side,
        kind: Kind,
        field: FieldId,
        key: &Value,
        limit: usize,
        into: &mut Vec<RecordId>,
    ) {
        let from = (side, kind, field, key.clone(), RecordId(0));
        let found = self
            .by_key
            .range(from..)
            .take_while(|row| (row.0, row.1, row.2) == (side, kind, field) && row.3 == *key);
        into.extend(found.take(limit).map(|row| row.4));
    }

    fn with_mark(&self, side: Side, kind: Kind, of: RecordId, limit: usize, into: &mut Vec<RecordId>) {
        let from = (side, kind, of, RecordId(0));
        let found = self.by_mark.range(from..).take_while(|row| (row.0, row.1, row.2) == (side, kind, of));
        into.extend(found.take(limit).map(|row| row.3));
    }

    fn work(&self, kind: Kind, after: Option<Work>, limit: usize, into: &mut Vec<Work>) {
        let from = after
            .map_or(Bound::Included((kind, Work::Link(LinkId(0)))), |work| Bound::Excluded((kind, work)));
        let found = self.work.range((from, Bound::Unbounded)).take_while(|row| row.0 == kind);
        into.extend(found.take(limit).map(|row| row.1));
    }

    fn doubts(&self, side: Side, kind: Kind, limit: usize, into: &mut Vec<RecordId>) {
        let found =
            self.doubts.range((side, kind, RecordId(0))..).take_while(|row| (row.0, row.1) == (side, kind));
        into.extend(found.take(limit).map(|row| row.2));
    }

    fn intents(&self, into: &mut Vec<Intent>) {
        into.extend(self.intents.values().cloned());
    }

    fn has_intents(&self) -> bool {
        !self.intents.is_empty()
    }

    fn rested(&self) -> Option<Millis> {
        self.intents.values().map(Intent::rested).min()
    }

    fn under_way(&self, kind: Kind, work: Work) -> bool {
        self.intents.values().any(|intent| intent.is_of(kind, work))
    }

    fn parked(&self, side: Side, kind: Kind, id: RecordId) -> Option<Parked> {
        self.parked.get(&(side, kind, id)).cloned()
    }

    fn active_links(&self) -> u64 {
        self.links.values().filter(|link| link.state == LinkState::Active).count() as u64
    }

    fn spent(&self, side: Side) -> Spent {
        self.spent[side].clone()
    }

    fn live(&self, side: Side, kind: Kind, after: Option<RecordId>, limit: usize, into: &mut Vec<RecordId>) {
        let from =
            after.map_or(Bound::Included((side, kind, RecordId(0))), |id| Bound::Excluded((side, kind, id)));
        let found = self
            .seen
            .range((from, Bound::Unbounded))
            .take_while(|(place, _)| (place.0, place.1) == (side, kind));
        into.extend(found.filter(|(_, seen)| seen.live).take(limit).map(|(place, _)| place.2));
    }

    fn written(&self, op: OpId, into: &mut Vec<Entry>) {
        into.extend(self.journal.iter().filter(|entry| entry.op == Some(op)).cloned());
    }

    fn next_ids(&self) -> (LinkId, OpId) {
        (LinkId(self.last_link.0 + 1), OpId(self.last_op.0 + 1))
    }
}
