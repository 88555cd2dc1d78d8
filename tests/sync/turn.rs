//! What people decide between two runs: to pause, to change the mapping, to change the mode. While nobody synchronises,
//! everybody goes on working.

use std::sync::Arc;

use balcao::sync::{Side, mode::Mode};

use super::{
    case::Way,
    dice::Dice,
    mapping::{fields_of, without_note},
    world::World,
};

impl World {
    /// Before the first run: now and then it does not know one of the fields.
    pub fn begin_turn(&mut self, dice: &mut Dice) {
        // A backup is judged by what was safe before it: the page about it is long enough without another mode.
        (self.faults.backup, self.faults.dropped, self.faults.robots) = (0, 0, false);
        // The first run ends as a program does that is killed, and an answer may be lost with it.
        (self.lossy, self.services.desk.rewrites) = (true, false);
        // What it spent just before, it forgets.
        self.faults.counted = false;
        if dice.in_thousand(300) {
            self.map = without_note(&self.map);
        }
    }

    /// Runs for a while; then nobody is there any more.
    pub fn act<M: Mode + Default>(&mut self, steps: u32) {
        let mut processes = vec![self.process::<M>()];
        for _ in 0..steps {
            if self.failure.is_none() {
                self.go_on(&mut processes);
            }
        }
    }

    /// Everybody who ran is gone; people go on; then it begins anew, in another mode and with another mapping, or the same.
    pub fn turn(&mut self, before: Way, after: Way, dice: &mut Dice) {
        if before == Way::None && self.tally.writes > 0 {
            return self.fail(|| "something is written though nothing may be".to_owned());
        }
        if let Some(what) = self.undecided() {
            return self.fail(|| what);
        }
        self.judged = self.ledger.journal().len();
        self.say(|| format!("{before:?} ends"));
        // What was under way lands while nobody is there.
        self.pass(25_000);
        let busy = std::mem::replace(&mut self.busy_people, 700);
        for _ in 0..dice.below(12) {
            self.people_act();
            self.pass(dice.ms(30_000));
        }
        self.busy_people = busy;
        if before == Way::One {
            self.stand();
        }
        if dice.in_thousand(500) {
            let mut map = super::mapping::draw(self.case.seed ^ 0x7EE7);
            if dice.in_thousand(200) {
                map = without_note(&map);
            }
            Arc::make_mut(&mut map).revision = 2;
            self.map = map;
        }
        (self.two_way, self.gone_before) = (after == Way::Two, None);
        self.tally.writes = 0;
        self.say(|| format!("{after:?} begins with revision {}", self.map.revision));
    }

    /// The end of the second run.
    pub fn end_turn(&mut self, after: Way) {
        if after != Way::None {
            self.judge();
        } else if self.tally.writes > 0 {
            self.fail(|| "something is written though nothing may be".to_owned());
        }
    }

    /// What stands in both systems now is what people meant, whoever wrote it: in one-way, Desk's values are written over.
    fn stand(&mut self) {
        let mut standing = std::collections::BTreeMap::<_, Vec<_>>::new();
        for side in Side::BOTH {
            for record in &self.service(side).records {
                for at in 0..fields_of(record.kind) {
                    let token = self.token(side, &record.now().values[at]);
                    standing.entry((record.who, at)).or_default().push(token);
                }
            }
        }
        for ((who, at), values) in standing {
            self.truth.stands(who, at, values);
        }
    }
}
