//! What somebody asked for and the next run does, by the record it is about.

use std::collections::BTreeMap;

use crate::model::pairing::{Act, Per, RowKey};
use crate::pairing::act::shown;
use crate::store::ledger::{LedgerError, SqliteLedger};
use crate::sync::{
    Side,
    engine::Command,
    ledger::{Ledger, Work},
};

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Wished(BTreeMap<RowKey, Vec<Act>>);

impl Wished {
    /// Whether something was asked for about a record.
    pub fn about(&self, key: RowKey) -> bool {
        self.0.contains_key(&key)
    }

    /// What was asked for about it.
    pub fn of(&self, key: RowKey) -> Vec<Act> {
        self.0.get(&key).cloned().unwrap_or_default()
    }
}

/// Reads it.
pub fn wished(ledger: &SqliteLedger) -> Result<Wished, LedgerError> {
    let mut all = Wished::default();
    for (_, command) in ledger.wishes()? {
        let (keys, act) = match command {
            Command::Decide { link, field, winner, shown: values } => {
                let shown = Per::of(|side| shown(&values[side]));
                (vec![RowKey::Link(link)], Act::Decide { link, field, winner, shown })
            }
            Command::Retry(kind, work) => {
                let key = match work {
                    Work::Link(link) => RowKey::Link(link),
                    Work::Record(side, id) => RowKey::Alone(side, kind, id),
                };
                (vec![key], Act::Retry(kind, key))
            }
            Command::Pin { link, field, on } => (vec![RowKey::Link(link)], Act::Pin { link, field, on }),
            Command::Revert(op) => {
                let mut lines = Vec::new();
                ledger.written(op, &mut lines);
                let link = lines.first().and_then(|line| ledger.link_of(line.side, line.kind, line.record));
                (link.map(RowKey::Link).into_iter().collect(), Act::Revert(op))
            }
            Command::Link(kind, ids) => {
                let known = ledger.link_of(Side::Bigin, kind, ids.bigin).map(RowKey::Link);
                let alone = Side::BOTH.map(|side| RowKey::Alone(side, kind, ids[side]));
                (alone.into_iter().chain(known).collect(), Act::Link(kind, ids))
            }
            Command::Part(link) => (vec![RowKey::Link(link)], Act::Part(link)),
            Command::ReleaseBrake | Command::Hint(..) => continue,
        };
        for key in keys {
            all.0.entry(key).or_default().push(act.clone());
        }
    }
    Ok(all)
}
