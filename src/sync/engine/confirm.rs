//! Confirming: records of which an index or a feed left a doubt are read by id.

use crate::sync::{
    CallId, Kind, RecordId, Side,
    ledger::{Change, Ledger},
    mode::Mode,
    rules::Rules,
};

use super::{
    Answer, Cause, Effect, Engine, Flow, Request, Stage,
    ingest::{Ingest, Source},
    plan::Planning,
};

/// Which records are being read.
#[derive(Debug, Default)]
pub(super) struct Confirming {
    asked: Option<(CallId, Side, Kind, Vec<RecordId>)>,
}

impl<M: Mode, R: Rules> Engine<M, R> {
    pub(super) fn confirm<L: Ledger>(&mut self, ledger: &L, now: Confirming, out: &mut Vec<Effect>) -> Flow {
        let Some((call, side, kind, ids)) = now.asked else { return self.ask_to_confirm(ledger, out) };
        match self.answer(call) {
            None => Flow::Wait(Stage::Confirming(Confirming { asked: Some((call, side, kind, ids)) })),
            Some(Answer::Rows { rows, date, .. }) => {
                let mut changes = Vec::new();
                for &id in &ids {
                    changes.push(Change::Doubt(side, kind, id, false));
                }
                let mut ingest = Ingest {
                    ledger,
                    rules: self.rules,
                    map: &self.map,
                    now: self.now,
                    changes: &mut changes,
                };
                for &id in ids.iter().filter(|id| !rows.iter().any(|row| row.id == **id)) {
                    ingest.gone(side, kind, id, date, Source::ById);
                }
                for row in rows {
                    ingest.row(side, kind, &row, Source::ById);
                }
                self.commit(out, changes);
                Flow::On(Stage::Confirming(Confirming::default()))
            }
            Some(Answer::Busy { wait }) => self.interrupt(side, wait, out),
            Some(_) => self.interrupt(side, None, out),
        }
    }

    fn ask_to_confirm<L: Ledger>(&mut self, ledger: &L, out: &mut Vec<Effect>) -> Flow {
        let mut ids = Vec::new();
        for side in Side::BOTH {
            for kind in Kind::ALL {
                ledger.doubts(side, kind, self.limits.read[side], &mut ids);
                if !ids.is_empty() {
                    let call = self.call(out, Cause::Doubts, Request::Read { side, kind, ids: ids.clone() });
                    return Flow::Wait(Stage::Confirming(Confirming {
                        asked: Some((call, side, kind, ids)),
                    }));
                }
            }
        }
        Flow::On(Stage::Planning(Planning::new(&self.map)))
    }
}
