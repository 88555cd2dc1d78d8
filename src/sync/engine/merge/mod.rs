//! The three-way merge of one field: what was agreed, what each side has now, and who may be written.

use crate::sync::{
    Per, Seconds, Side, Value,
    ledger::{Base, Cell, Held},
    mapping::{Flow, Line, Policy},
    rules::{Rule, Rules},
};

/// What to do about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Nothing,
    /// Both sides agree: so does the base from now on.
    Settle,
    /// The value of `from` goes across.
    Write {
        /// Whose value stands.
        from: Side,
        /// The value as the other side spells it.
        to: Value,
        /// Whether it stands against a change of the other side.
        against: Against,
    },
    /// A person has to say.
    Hold,
    /// Both sides keep turning it over: a person has to say.
    Stop,
    /// The value cannot be said on the other side yet: the record it names has no partner.
    Wait,
}

/// What a value that goes across stands against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Against {
    /// Nothing: the other side has what was agreed.
    Base,
    /// Nothing: the other side never had a value.
    Empty,
    /// A change of the other side, by policy.
    Change,
    /// A change of the other side, by a person's decision.
    Decision,
}

/// A field as it stands.
pub(super) struct Field<'a, R> {
    pub(super) rules: R,
    pub(super) line: &'a Line,
    /// What each side has.
    pub(super) now: Per<&'a Cell>,
    /// Each side's value as the other side spells it; nothing when it cannot be said there.
    pub(super) across: Per<Option<Value>>,
    pub(super) base: Option<&'a Base>,
    pub(super) held: Option<&'a Held>,
    /// Which sides may be written in this mode.
    pub(super) writable: Per<bool>,
    /// How far each service's clock is ahead of ours.
    pub(super) ahead: Per<Seconds>,
    pub(super) clock_doubt: Seconds,
}

impl<R: Rules> Field<'_, R> {
    /// What to do.
    pub(super) fn verdict(self) -> Verdict {
        let changed = Per::of(|side| self.changed(side));
        if self.agree() {
            let settled = !changed.bigin && !changed.desk;
            return if settled { Verdict::Nothing } else { Verdict::Settle };
        }
        if !changed.bigin && !changed.desk {
            return Verdict::Nothing;
        }
        match (self.may(Side::Bigin), self.may(Side::Desk)) {
            (false, false) => Verdict::Nothing,
            (false, true) => self.one_way(Side::Bigin, changed),
            (true, false) => self.one_way(Side::Desk, changed),
            (true, true) => self.two_way(changed),
        }
    }

    fn may(&self, target: Side) -> bool {
        let flows = match self.line.flow {
            Flow::Both => true,
            Flow::To(side) => side == target,
            Flow::Off => false,
        };
        flows && self.writable[target]
    }

    fn agree(&self) -> bool {
        let here = self.across.bigin.as_ref().is_some_and(|value| self.alike(value, &self.now.desk.value));
        here || self.across.desk.as_ref().is_some_and(|value| self.alike(value, &self.now.bigin.value))
    }

    fn alike(&self, a: &Value, b: &Value) -> bool {
        if self.rules.on(Rule::Canonical) { self.line.same(a, b) } else { a == b }
    }

    /// Whether a side differs from its own spelling of what was agreed.
    fn changed(&self, side: Side) -> bool {
        let own = if self.rules.on(Rule::TwoBases) { side } else { Side::Bigin };
        self.base.is_none_or(|base| !self.alike(&base.values[own], &self.now[side].value))
    }

    fn empty(&self, side: Side) -> bool {
        self.now[side].value.is_empty()
    }

    /// `source` wins, but for nothing: it empties the other side only by being emptied while the other stood still.
    fn one_way(self, source: Side, changed: Per<bool>) -> Verdict {
        let target = source.other();
        let emptied = self.base.is_some() && changed[source] && !changed[target];
        if self.empty(source) && !emptied && self.rules.on(Rule::EmptyLoses) {
            return Verdict::Nothing;
        }
        let against = match self.base {
            _ if !changed[target] => Against::Base,
            None if self.empty(target) => Against::Empty,
            _ => Against::Change,
        };
        self.write(source, against)
    }

    fn two_way(self, changed: Per<bool>) -> Verdict {
        if self.base.is_none() {
            for side in Side::BOTH {
                if self.empty(side.other()) {
                    return self.write(side, Against::Empty);
                }
            }
        }
        match (changed.bigin, changed.desk) {
            (true, false) => self.write(Side::Bigin, Against::Base),
            (false, true) => self.write(Side::Desk, Against::Base),
            _ => self.conflict(),
        }
    }

    fn conflict(self) -> Verdict {
        if self.rules.on(Rule::EmptyLoses) {
            for side in Side::BOTH {
                if self.empty(side.other()) {
                    return self.write(side, Against::Change);
                }
            }
        }
        let winner = match self.line.policy {
            Policy::Prefer(side) => side,
            Policy::UnlessEmpty(side) if self.empty(side) => side.other(),
            Policy::UnlessEmpty(side) => side,
            Policy::Newest => self.newest(),
            Policy::Ask => return self.ask(),
        };
        self.write(winner, Against::Change)
    }

    /// The side whose value was first seen later, if the clocks can tell; Bigin otherwise, on every machine alike.
    fn newest(&self) -> Side {
        let bigin = self.now.bigin.since - self.ahead.bigin;
        let desk = self.now.desk.since - self.ahead.desk;
        let doubt = if self.rules.on(Rule::ClockDoubt) { self.clock_doubt + 1 } else { -1 };
        if desk - bigin > doubt { Side::Desk } else { Side::Bigin }
    }

    fn ask(self) -> Verdict {
        if !self.rules.on(Rule::Hold) {
            return self.write(Side::Bigin, Against::Change);
        }
        let Some(held) = self.held else { return Verdict::Hold };
        let still = Side::BOTH.into_iter().all(|side| self.alike(&held.values[side], &self.now[side].value));
        match held.decision {
            Some(decision) if still || !self.rules.on(Rule::DecisionSeen) => {
                self.write(decision.winner, Against::Decision)
            }
            None if still => Verdict::Nothing,
            _ => Verdict::Hold,
        }
    }

    fn write(self, from: Side, against: Against) -> Verdict {
        let mut across = self.across;
        match across[from].take() {
            Some(to) => Verdict::Write { from, to, against },
            None => Verdict::Wait,
        }
    }
}

#[cfg(test)]
mod tests;
