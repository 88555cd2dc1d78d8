//! What goes wrong in a case: every seed draws a few kinds of trouble and how often they come.

use super::dice::Dice;

/// How often each kind of trouble comes, in a thousand calls or effects unless said otherwise.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// Too many calls.
    pub busy: u32,
    /// A server's fault, nothing done.
    pub lost_before: u32,
    /// Done, but the answer is lost.
    pub lost_after: u32,
    /// The answer is lost, and it is done later.
    pub late: u32,
    /// An answer that is missing its end.
    pub short: u32,
    /// The index lags by up to so many milliseconds.
    pub lag: u32,
    /// Desk rewrites some texts.
    pub rewrites: bool,
    /// People type what the other service refuses.
    pub refused: u32,
    /// People delete.
    pub deletes: u32,
    /// People restore what was deleted.
    pub restores: u32,
    /// People touch a record without changing it.
    pub touches: u32,
    /// People leave blanks at the end of what they type.
    pub blanks: u32,
    /// People make the same change on both sides.
    pub twins: u32,
    /// People add a record about somebody who is there already, with the same key.
    pub doubles: u32,
    /// Each side has a robot that puts its own value back.
    pub robots: bool,
    /// People have writes undone.
    pub undo: u32,
    /// People keep fields as they are for a while.
    pub pins: u32,
    /// The day's calls are few.
    pub budget: bool,
    /// Calls are counted: they are few, and no process forgets what it has spent.
    pub counted: bool,
    /// A service is restored from a backup, in a thousand calls.
    pub backup: u32,
    /// A list leaves out a record until it is changed again.
    pub dropped: u32,
    /// The program dies.
    pub crash: u32,
    /// The program is held up for longer than its lease, and another one takes over.
    pub stall: u32,
    /// The ledger cannot be written.
    pub unwritable: u32,
    /// Our clock jumps back.
    pub clock_back: u32,
    /// How far the services' clocks are off, in seconds.
    pub skew: u32,
    /// Calls are so quick that much happens in one second.
    pub quick: bool,
}

impl Faults {
    /// A random few of them.
    pub fn draw(seed: u64) -> Self {
        let mut dice = Dice::new(seed, 1);
        let mut some = |odds: u32, most: u32| if dice.in_thousand(odds) { 1 + dice.below(most) } else { 0 };
        let mut faults = Self {
            counted: false,
            busy: some(250, 160),
            lost_before: some(250, 160),
            lost_after: some(350, 240),
            late: some(350, 240),
            short: some(200, 240),
            lag: some(600, 6000),
            rewrites: some(300, 1) > 0,
            refused: some(200, 120),
            deletes: some(350, 160),
            restores: some(500, 900),
            touches: some(300, 400),
            twins: some(300, 400),
            blanks: some(300, 600),
            crash: some(350, 30),
            stall: some(120, 12),
            unwritable: some(150, 40),
            clock_back: some(100, 20),
            skew: some(400, 120),
            quick: some(400, 1) > 0,
            doubles: some(120, 80),
            robots: some(60, 1) > 0,
            undo: some(120, 300),
            pins: some(120, 300),
            budget: some(80, 1) > 0,
            backup: some(60, 20),
            dropped: some(80, 60),
        };
        faults.counted = faults.budget
            && [faults.crash, faults.stall, faults.unwritable, faults.clock_back]
                .iter()
                .all(|odds| *odds == 0);
        faults
    }

    /// Whether answers of writes may be lost. Then a person who puts back the very value that was there before cannot be
    /// told from a write that did not happen: such values are left out of what is expected.
    pub fn lossy(&self) -> bool {
        [self.lost_before, self.lost_after, self.late, self.short, self.crash, self.stall, self.unwritable]
            .iter()
            .any(|odds| *odds > 0)
    }

    /// From a moment on, nothing goes wrong any more; what a service is like stays.
    pub fn calm(&mut self) {
        *self = Self {
            lag: self.lag,
            rewrites: self.rewrites,
            skew: self.skew,
            quick: self.quick,
            robots: self.robots,
            counted: self.counted,
            ..Self::default()
        };
    }
}
