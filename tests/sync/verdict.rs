//! What has to be true at the end, whatever happened.

use balcao::sync::{
    Kind, Side,
    ledger::{Ledger, Link, LinkState, Reason, Why},
    mapping::Policy,
};

use super::{
    mapping::fields_of,
    service::{REFUSED, Record, field},
    truth::NOTHING,
    world::World,
};

impl World {
    /// Everything that has to be true at the end.
    pub fn judge(&mut self) {
        if self.failure.is_some() {
            return;
        }
        let found = self
            .unknown()
            .or_else(|| self.unfinished())
            .or_else(|| self.apart())
            .or_else(|| self.alone())
            .or_else(|| self.unwritten())
            .or_else(|| self.undecided());
        if let Some(what) = found {
            self.fail(|| what);
        }
    }

    /// A fresh full listing is what the ledger holds.
    fn unknown(&self) -> Option<String> {
        for side in Side::BOTH {
            for record in &self.service(side).records {
                let seen = self.ledger.seen(side, record.kind, record.id);
                let about = || format!("{side:?} {:?} {} about {}", record.kind, record.id, record.who);
                match seen {
                    None if record.live() => return Some(format!("{} was never seen", about())),
                    Some(seen) if seen.live != record.live() => {
                        return Some(format!(
                            "{} is live={}, but was seen otherwise",
                            about(),
                            record.live()
                        ));
                    }
                    Some(seen) if record.live() => {
                        for at in self.mapped(record.kind) {
                            let there = &record.now().values[at];
                            let known = seen.cell(field(at)).map(|cell| &cell.value);
                            if known.is_none_or(|known| self.token(side, known) != self.token(side, there)) {
                                return Some(format!(
                                    "{} field {at} is {there:?}, but was seen as {known:?}",
                                    about()
                                ));
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        None
    }

    /// The fields that take part.
    fn mapped(&self, kind: Kind) -> impl Iterator<Item = usize> {
        let map = self.map.kind(kind);
        (0..fields_of(kind)).filter(move |at| map.is_some_and(|map| map.line(field(*at)).is_some()))
    }

    fn unfinished(&self) -> Option<String> {
        let intent = self.ledger.all_intents().next();
        intent.map(|intent| format!("a write has no result: {intent:?}"))
    }

    /// Linked records agree, and on a value that a person meant last.
    fn apart(&self) -> Option<String> {
        self.ledger
            .all_links()
            .filter(|link| link.state == LinkState::Active)
            .find_map(|link| self.linked_apart(link))
    }

    fn linked_apart(&self, link: &Link) -> Option<String> {
        let [bigin, desk] =
            Side::BOTH.map(|side| self.service(side).find(link.ids[side]).expect("links name what is there"));
        if bigin.who != desk.who {
            return Some(format!(
                "{} and {} were linked, but are {} and {}",
                bigin.id, desk.id, bigin.who, desk.who
            ));
        }
        // A pair that has left rests as it is.
        let left = |side: Side| {
            let seen = self.ledger.seen(side, link.kind, link.ids[side]);
            seen.is_some_and(|seen| self.map.kind(link.kind).is_some_and(|map| map.has_left(&seen)))
        };
        if Side::BOTH.into_iter().any(left) {
            return None;
        }
        for at in self.mapped(link.kind) {
            if link.held(field(at)).is_some()
                || link.pinned(field(at))
                || (at == 3 && !self.company_there(bigin, desk))
            {
                continue;
            }
            let (x, y) = (
                self.token(Side::Bigin, &bigin.now().values[at]),
                self.token(Side::Desk, &desk.now().values[at]),
            );
            let about = || format!("field {at} of {} ({} and {})", bigin.who, bigin.id, desk.id);
            if !self.two_way {
                // One way, nothing does not erase.
                if x != y && x != NOTHING {
                    return Some(format!("{} is {x} in Bigin and {y} in Desk", about()));
                }
                continue;
            }
            if x != y {
                return Some(format!("{} is {x} in Bigin and {y} in Desk", about()));
            }
            // A number of its own has what is typed; nothing and companies come again and again.
            let mut known = self.truth.heads(bigin.who, at).iter().chain([&x]);
            let unique = at != 3 && (known.all(|token| *token != NOTHING) || !self.lossy);
            let twins = Side::BOTH.into_iter().any(|side| self.about(side, bigin).count() > 1);
            // A record that we made, that died before its answer was found and came back, is like one that was always there.
            let lost_child = [bigin, desk]
                .into_iter()
                .any(|record| record.made_by_engine && record.versions.iter().any(|version| !version.live));
            let told_apart = unique && !twins && (!lost_child || !self.lossy);
            if told_apart && !self.truth.allows(bigin.who, at, x) {
                let heads = self.truth.heads(bigin.who, at);
                return Some(format!("{} is {x}, but people meant {heads:?}", about()));
            }
        }
        None
    }

    /// The records of a side about the same person or company, dead ones too.
    fn about(&self, side: Side, record: &Record) -> impl Iterator<Item = &Record> {
        let (kind, who) = (record.kind, record.who);
        self.service(side).records.iter().filter(move |other| other.kind == kind && other.who == who)
    }

    /// A contact's company can be said on both sides.
    fn company_there(&self, bigin: &Record, desk: &Record) -> bool {
        let mut companies = [(Side::Bigin, bigin), (Side::Desk, desk)]
            .into_iter()
            .filter_map(|(side, record)| Some((side, record.now().values[3].as_record()?)));
        companies.all(|(side, id)| {
            let link =
                self.ledger.all_links().find(|link| link.kind == Kind::Company && link.ids[side] == id);
            link.is_some_and(|link| {
                Side::BOTH
                    .into_iter()
                    .all(|side| self.service(side).find(link.ids[side]).is_some_and(Record::live))
            })
        })
    }

    /// In two-way, everybody who lives on one side lives on the other; nobody lives twice.
    fn alone(&self) -> Option<String> {
        for side in Side::BOTH {
            if !self.two_way && side == Side::Desk {
                continue;
            }
            for record in self.service(side).records.iter().filter(|record| record.live()) {
                let linked = self
                    .ledger
                    .all_links()
                    .any(|link| link.kind == record.kind && link.ids[side] == record.id);
                // Twins are left to a person, and what is refused waits for one.
                let alone =
                    self.about(side, record).count() == 1 && self.about(side.other(), record).count() <= 1;
                let refused = record
                    .now()
                    .values
                    .iter()
                    .any(|value| value.as_text().is_some_and(|text| text.starts_with(REFUSED)));
                // Refused because of a record with its key that was gone, or gone again, before anybody saw it there: a
                // person tries again.
                let unseen = |other: &&Record| {
                    let back = other.versions.windows(2).any(|two| !two[0].live && two[1].live);
                    back || self.ledger.seen(side.other(), other.kind, other.id).is_none()
                };
                let parked = self.ledger.parked(side, record.kind, record.id);
                let refused = refused
                    || (matches!(parked.map(|parked| parked.reason), Some(Reason::Refused(_)))
                        && self.about(side.other(), record).any(|other| !other.live() && unseen(&other)));
                // Who does not pass the filter stays alone, and so does who was found by nobody inside.
                let takes = self.map.kind(record.kind).is_none_or(|map| {
                    self.ledger.seen(side, record.kind, record.id).is_none_or(|seen| map.takes(&seen))
                });
                if !linked && alone && !refused && takes {
                    return Some(format!(
                        "{side:?} {:?} {} about {} has no partner",
                        record.kind, record.id, record.who
                    ));
                }
            }
        }
        None
    }

    /// Conflicts were decided by who had to: nothing wins against something, what is held is decided by a person, and
    /// only about the values that were shown.
    pub fn undecided(&self) -> Option<String> {
        self.ledger.journal()[self.judged..].iter().find_map(|entry| {
            let policy = self.map.kind(entry.kind)?.line(entry.field?)?.policy;
            let empty = entry.new.is_empty() && !entry.old.is_empty();
            match entry.why {
                Why::Conflict if empty => Some(format!("nothing won against something: {entry:?}")),
                Why::Conflict if self.two_way && policy == Policy::Ask && !entry.old.is_empty() => {
                    Some(format!("nobody was asked: {entry:?}"))
                }
                Why::Decided => {
                    let (side, about) = (entry.side, (entry.link?, entry.field?));
                    let shown = self.decided.iter().any(|(link, field, shown)| {
                        (*link, *field) == about
                            && self.token(side, &shown[side]) == self.token(side, &entry.old)
                            && self.token(side.other(), &shown[side.other()])
                                == self.token(side.other(), &entry.other)
                    });
                    (!shown).then(|| format!("decided without being shown: {entry:?}"))
                }
                _ => None,
            }
        })
    }

    /// What was overwritten is in the journal.
    fn unwritten(&self) -> Option<String> {
        let journal = self.ledger.journal();
        let lost = self.overwritten.iter().find(|(side, id, at, token)| {
            !journal.iter().any(|entry| {
                (entry.side, entry.record, entry.field) == (*side, *id, Some(field(*at)))
                    && (self.token(*side, &entry.old) == *token || self.token(*side, &entry.other) == *token)
            })
        });
        lost.map(|(side, id, at, token)| {
            format!("{token} of {side:?} {id} field {at} was overwritten and is not in the journal")
        })
    }
}
