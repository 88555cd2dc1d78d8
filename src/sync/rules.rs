//! The rules by name. A rule can be switched off only in the type of an engine: the product is built with `All`, and
//! the mutation gate of the simulation with one rule less, to see that somebody notices.

/// A rule of `docs/sync.md` that the simulation proves to be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// ◆1 A result, its bases and the end of its intent are one transaction.
    ResultIsOne,
    /// ◆2 A record leaves the work list only with the commit that makes the work unnecessary.
    DequeueLast,
    /// ◆3 A pass begins before the end of the one before it.
    Overlap,
    /// ◆3 A cursor moves after the last page.
    CursorLast,
    /// ◆3 A cursor is the service's clock at the first page, not the newest change seen.
    CursorIsServerDate,
    /// ◆4 The next page begins at the last second seen.
    KeysetPaging,
    /// ◆5 Pages overlap by a row that has to be the same, or the second is read again.
    PageAnchor,
    /// ◆5 The anchor is id and time.
    AnchorTime,
    /// ◆6 A row of the same second is compared by content.
    SameSecond,
    /// ◆7 Own writes come back through the same door as everybody's.
    NoEchoWindow,
    /// ◆8 A link is made together with the bases of the fields that agree.
    SettleAtLink,
    /// ◆9 A record is created after two passes of the other side.
    TwoPasses,
    /// ◆10 A record is searched for just before it is created.
    SearchFirst,
    /// ◆11 A record that carries our key is adopted.
    AdoptByKey,
    /// ◆12 Only fields that differ are written.
    OnlyDiffering,
    /// ◆13 A base moves on a confirmed result.
    BaseOnResult,
    /// ◆14 After a lost answer the record rests until a late commit has landed.
    RestAfterLost,
    /// ◆15 After a lost answer the target is read before anything else.
    ReadAfterLost,
    /// ◆16 A target that has what was sent was written by us.
    RecoverByContent,
    /// ◆17 A third value after a lost answer is a person's.
    ThirdValue,
    /// What was tried on a record that is gone is judged when it comes back.
    RememberTried,
    /// After a lost create the record is looked for by key before it is sent again.
    FindAfterLost,
    /// A row of an index that is as old as what is known, and different, is confirmed by id.
    ConfirmIndex,
    /// A row older than what is known is ignored.
    IgnoreOlder,
    /// A change is a difference from the base of its own side.
    TwoBases,
    /// Spelling is no change.
    Canonical,
    /// After a write the target is known as the service returned it.
    KeepReturned,
    /// Two records with one key are left to a person.
    Ambiguous,
    /// An old deletion does not kill a record that was restored since.
    OldDeletion,
    /// A refused write rests until the record changes.
    Quarantine,
    /// A lookup is translated through the link of the record it names.
    LookupTranslated,
    /// A held conflict is not written.
    Hold,
    /// A decision on a held conflict is void when a value moved.
    DecisionSeen,
    /// A conflict is journalled with its losing value.
    JournalConflict,
    /// Every transaction names the epoch it was made under.
    EpochChecked,
    /// A call leaves only while the lease lasts.
    SendInTime,
    /// A new leader takes what is under way as lost.
    TakeOverAsLost,
    /// Many deletions at once stop deletions and creates.
    Brake,
    /// A missing entry of a batch's answer is a lost answer.
    ShortAnswer,
    /// Equal changes on both sides move the bases without a write.
    EqualChanges,
    /// An empty value does not win a conflict.
    EmptyLoses,
    /// A link revives when its dead record is seen alive.
    Revive,
    /// Clocks that differ by less than they can tell fall back to Bigin.
    ClockDoubt,
    /// A busy service is left alone for as long as it asks.
    BackOff,
    /// A field that both sides keep turning over is stopped.
    Breaker,
    /// What a person keeps as it is, is not written.
    Pins,
    /// A write is undone only while what it wrote still stands.
    UndoGuard,
    /// No more credits are spent than the budget has.
    Budget,
    /// From time to time everything is listed.
    Sweep,
    /// What a full listing does not show is read by id.
    AbsentInDoubt,
    /// What is read by id counts even if it is older than what is known: the service was restored from a backup.
    OlderById,
    /// What a restored service has is no change: the other side's value goes back.
    RewindBase,
    /// With a plan, only what it has is written.
    PlanOnly,
    /// A record that the filter does not take is not created across.
    Filter,
    /// A pair whose record has left rests.
    Leaving,
    /// With another mapping, or in another mode, everything is planned anew.
    PlanAnew,
    /// And listed anew: a field that was not mapped before was not taken in.
    ListAnew,
}

impl Rule {
    /// Every rule.
    pub const ALL: &[Self] = &[
        Self::ResultIsOne,
        Self::DequeueLast,
        Self::Overlap,
        Self::CursorLast,
        Self::CursorIsServerDate,
        Self::KeysetPaging,
        Self::PageAnchor,
        Self::AnchorTime,
        Self::SameSecond,
        Self::NoEchoWindow,
        Self::SettleAtLink,
        Self::TwoPasses,
        Self::SearchFirst,
        Self::AdoptByKey,
        Self::OnlyDiffering,
        Self::BaseOnResult,
        Self::RestAfterLost,
        Self::ReadAfterLost,
        Self::RecoverByContent,
        Self::ThirdValue,
        Self::RememberTried,
        Self::FindAfterLost,
        Self::ConfirmIndex,
        Self::IgnoreOlder,
        Self::TwoBases,
        Self::Canonical,
        Self::KeepReturned,
        Self::Ambiguous,
        Self::OldDeletion,
        Self::Quarantine,
        Self::LookupTranslated,
        Self::Hold,
        Self::DecisionSeen,
        Self::JournalConflict,
        Self::EpochChecked,
        Self::SendInTime,
        Self::TakeOverAsLost,
        Self::Brake,
        Self::ShortAnswer,
        Self::EqualChanges,
        Self::EmptyLoses,
        Self::Revive,
        Self::ClockDoubt,
        Self::BackOff,
        Self::Breaker,
        Self::Pins,
        Self::UndoGuard,
        Self::Budget,
        Self::Sweep,
        Self::AbsentInDoubt,
        Self::OlderById,
        Self::RewindBase,
        Self::PlanOnly,
        Self::Filter,
        Self::Leaving,
        Self::PlanAnew,
        Self::ListAnew,
    ];
}

/// Which rules hold.
pub trait Rules: Copy {
    /// Whether `rule` holds.
    fn on(self, rule: Rule) -> bool;
}

/// All of them: the product.
#[derive(Clone, Copy, Debug, Default)]
pub struct All;

impl Rules for All {
    #[inline]
    fn on(self, _: Rule) -> bool {
        true
    }
}

/// All but a few: a mutant.
#[derive(Clone, Copy, Debug)]
pub struct AllBut(pub &'static [Rule]);

impl Rules for AllBut {
    #[inline]
    fn on(self, rule: Rule) -> bool {
        !self.0.contains(&rule)
    }
}
