//! What a person wants, as changes of the ledger. A command is tried again by who gave it when it was refused.

use crate::sync::{
    ledger::{Brake, Change, Decision, Held, Ledger, LinkState, Work},
    mode::Mode,
    rules::Rules,
};

use super::{Command, Effect, Engine, Stage};

impl<M: Mode, R: Rules> Engine<M, R> {
    /// Carries a command out between two cycles; one that comes in the middle of a cycle is not taken.
    pub(super) fn command<L: Ledger>(&mut self, ledger: &L, command: Command, out: &mut Vec<Effect>) {
        if !matches!(self.stage, Stage::Asleep) || self.committing {
            return;
        }
        let changes = match command {
            Command::Decide { link, field, winner, shown } => {
                let Some(found) = ledger.link(link) else { return };
                let Some(held) = found.held(field).filter(|held| held.values == shown) else { return };
                let decided = Held { decision: Some(Decision { winner }), ..held.clone() };
                vec![Change::Hold(link, field, Some(decided)), Change::Dirty(found.kind, Work::Link(link))]
            }
            Command::ReleaseBrake => vec![Change::Brake(Brake::Released)],
            Command::Retry(kind, work) => match work {
                Work::Link(link) => {
                    vec![Change::State(link, LinkState::Active), Change::Dirty(kind, work)]
                }
                Work::Record(side, id) => {
                    vec![Change::Park(side, kind, id, None), Change::Dirty(kind, work)]
                }
            },
            Command::Hint(side, kind, id) => vec![Change::Doubt(side, kind, id, true)],
        };
        self.commit(out, changes);
    }
}
