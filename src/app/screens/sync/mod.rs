//! The pairing of Bigin and Desk: how many stand where, one list of them, and the page of the selected one beside it.

mod act;
mod ask;
mod look;
mod run;
mod take;

use jiff::Timestamp;

pub use run::Running;

use crate::app::parts::{list, pane::Freshness};
use crate::model::pairing::{FieldId, FieldLine, JournalLine, List, Overview, Page, Row, RowKey};

/// The state of the Sync screen.
#[derive(Clone, Debug)]
pub struct Sync {
    /// Whether there is a ledger; none while nobody has looked.
    pub there: Option<bool>,
    /// How the pairing stands, once the ledger answered.
    pub overview: Option<Overview>,
    /// Which list is shown.
    pub list: List,
    /// Its rows.
    pub rows: list::List<Row>,
    /// How good they are; *fetched* is when the last run ended.
    pub fresh: Freshness,
    /// Where the keys go.
    pub focus: Focus,
    /// The record whose page is wanted.
    pub shown: Option<RowKey>,
    /// Its page, once the ledger answered.
    pub page: Option<Page>,
    /// Whether the page shows its fields or what was done with them.
    pub panel: Panel,
    /// Which of the shown fields has the cursor.
    pub field: usize,
    /// Whether all fields are shown, and not only those that differ.
    pub all: bool,
    /// Of which field the history is shown; none = of all.
    pub of: Option<FieldId>,
    /// The history's lines.
    pub lines: list::List<JournalLine>,
    /// The run that this screen has started.
    pub running: Option<Running>,
    /// Whether the ledger is watched for what other processes write.
    pub watched: bool,
}

/// Where the keys go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The record's page.
    Page,
}

/// What the page shows below its head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The fields side by side.
    #[default]
    Fields,
    /// What was done with them.
    History,
}

impl Default for Sync {
    fn default() -> Self {
        Self {
            there: None,
            overview: None,
            list: List::InSync,
            rows: list::List::default(),
            fresh: Freshness::default(),
            focus: Focus::default(),
            shown: None,
            page: None,
            panel: Panel::default(),
            field: 0,
            all: false,
            of: None,
            lines: list::List::default(),
            running: None,
            watched: false,
        }
    }
}

/// What the first line says of the pairing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// There is no ledger.
    Off,
    /// Nothing waits for a person.
    Well,
    /// So many wait for a person.
    Wait(u64),
    /// Deletions and creates are stopped.
    Braked,
}

impl Sync {
    /// What the first line says; none while nobody has looked.
    pub fn mark(&self) -> Option<Mark> {
        match (&self.overview, self.there?) {
            (_, false) => Some(Mark::Off),
            (Some(overview), true) if overview.braked => Some(Mark::Braked),
            (Some(overview), true) => Some(match overview.tallies.wait() {
                0 => Mark::Well,
                count => Mark::Wait(count),
            }),
            (None, true) => None,
        }
    }

    /// The lists in the order of the screen. That of the parted is there when somebody is on it.
    pub fn lists(&self) -> impl Iterator<Item = List> {
        let apart = self.overview.as_ref().is_some_and(|overview| overview.tallies.of(List::Apart) > 0);
        let here = move |list: &List| *list != List::Apart || apart || self.list == List::Apart;
        List::SHOWN.into_iter().filter(here)
    }

    /// The fields that are shown: those that differ or are spoken of, or all.
    pub fn fields(&self) -> Vec<&FieldLine> {
        let all = self.all;
        let wanted =
            move |line: &&FieldLine| all || line.differs || line.concerned || line.held || line.pinned;
        self.page.iter().flat_map(|page| &page.fields).filter(wanted).collect()
    }

    /// The field that the cursor is on, when the page has the keys.
    pub fn selected_field(&self) -> Option<&FieldLine> {
        (self.focus == Focus::Page && self.panel == Panel::Fields)
            .then(|| self.fields().get(self.field).copied())?
    }

    /// The line of the history that the cursor is on, when that has the keys.
    pub fn selected_line(&self) -> Option<&JournalLine> {
        (self.focus == Focus::Page && self.panel == Panel::History).then(|| self.lines.selected())?
    }

    /// Until when another process of this or another machine leads, as far as the ledger tells.
    pub fn led_elsewhere(&self, now: Timestamp) -> bool {
        let led = self.overview.as_ref().and_then(|overview| overview.led_until);
        self.running.is_none() && led.is_some_and(|until| until > now)
    }
}
