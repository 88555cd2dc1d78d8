//! The front door: what is shown while nobody is signed in. It leads to a profile, to the demo, or out again. Like
//! everything in `app` it asks nobody but its arguments; tokens never come in here, and what must not be seen is typed
//! into [`Hidden`] lines.

mod act;
mod hidden;
mod message;
mod take;

use std::rc::Rc;

use jiff::Timestamp;

use super::parts::line::Line;
use super::{Action, Context};
use crate::keys::{Key, Keymap};
use crate::text::Words;

pub use hidden::Hidden;
pub use message::{Arrived, Effect, Left, Message, Portal, Shown, Way, Wish};

/// One page of the door, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Sign in, look around, leave.
    Welcome,
    /// The data centre.
    Place,
    /// By which way.
    Way,
    /// What is asked for, and what for.
    Rights,
    /// Which client asks.
    Client,
    /// Somebody has to agree in a browser, or Zoho has to answer.
    Wait,
    /// Which portal of Desk, for people of several.
    Portal,
    /// Signed in.
    Done,
}

/// A line of the client's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The address of all services, where it is none of Zoho's own.
    Address,
    /// The client's id.
    Id,
    /// The client's secret.
    Secret,
    /// The code of a self client.
    Code,
}

/// A data centre of Zoho.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    /// Its code, such as `eu`.
    pub code: String,
    /// Where people of it sign in, such as `accounts.zoho.eu`.
    pub accounts: String,
}

/// A right that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// As Zoho names it.
    pub scope: String,
    /// The message that says what it is for.
    pub what_for: &'static str,
}

/// What is shown while somebody has to agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Where to agree; none until Zoho has said so, and for a code that is only checked.
    pub shown: Option<(Shown, Timestamp)>,
    /// Why it takes longer, in a sentence.
    pub trouble: Option<String>,
    /// The data centre that whoever agreed belongs to, when it is another one.
    pub moved: Option<String>,
}

/// What the door opens with.
pub struct Start {
    /// The time.
    pub now: Timestamp,
    /// The reader's language.
    pub words: Words,
    /// The keys.
    pub keymap: Rc<Keymap<Context, Action>>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The profile that will be written.
    pub profile: String,
    /// The data centres, in the order in which they are offered.
    pub centres: Vec<Centre>,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Where a browser on this machine comes back to.
    pub redirect: String,
    /// Where, and as which client, somebody was signed in before: the code of a data centre or an address, and an id.
    pub before: Option<(Result<String, String>, String)>,
}

/// The state of the door.
pub struct Door {
    /// The time of the last message.
    pub now: Timestamp,
    /// The reader's language.
    pub words: Words,
    /// The keys.
    pub keymap: Rc<Keymap<Context, Action>>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The profile that will be written.
    pub profile: String,
    /// The data centres. One more choice stands behind them: an address of one's own.
    pub centres: Vec<Centre>,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Where a browser on this machine comes back to.
    pub redirect: String,
    /// The page that is shown.
    pub step: Step,
    /// What is chosen on the first page.
    pub welcome: usize,
    /// What is chosen of the data centres.
    pub place: usize,
    /// What is chosen of the ways.
    pub way: usize,
    /// What is chosen of the portals.
    pub portal: usize,
    /// The first line in view of the rights.
    pub top: usize,
    /// How many of their lines there are, and how many have room: drawing found out.
    pub room: (usize, usize),
    /// An address of one's own.
    pub address: Line,
    /// The client's id.
    pub client: Line,
    /// The client's secret.
    pub secret: Hidden,
    /// The code of a self client.
    pub code: Hidden,
    /// The line that has the keys.
    pub field: Field,
    /// What is waited for.
    pub waiting: Waiting,
    /// What went wrong, in a sentence.
    pub trouble: Option<String>,
    /// Who came in.
    pub arrived: Option<Arrived>,
    /// Where the profile was written.
    pub kept: Option<String>,
    /// Whether what the page has to copy was copied just now.
    pub copied: bool,
    pending: Vec<Key>,
}

impl Door {
    /// A closed door.
    pub fn new(start: Start) -> Self {
        let Start { now, words, keymap, size, profile, centres, rights, redirect, before } = start;
        let mut door = Self {
            now,
            words,
            keymap,
            size,
            profile,
            centres,
            rights,
            redirect,
            step: Step::Welcome,
            welcome: 0,
            place: 0,
            way: 0,
            portal: 0,
            top: 0,
            room: (0, 0),
            address: Line::default(),
            client: Line::default(),
            secret: Hidden::default(),
            code: Hidden::default(),
            field: Field::Id,
            waiting: Waiting { shown: None, trouble: None, moved: None },
            trouble: None,
            arrived: None,
            kept: None,
            copied: false,
            pending: Vec::new(),
        };
        if let Some((place, client)) = before {
            door.resume(place, client);
        }
        door
    }

    /// Whoever was here before finds what they said then.
    fn resume(&mut self, place: Result<String, String>, client: String) {
        self.client = Line::new(client);
        match place {
            Ok(code) => self.place = self.centres.iter().position(|one| one.code == code).unwrap_or(0),
            Err(address) => {
                self.place = self.centres.len();
                self.address = Line::new(address);
            }
        }
    }

    /// The tables of the keymap that hold here, innermost first.
    pub fn contexts(&self) -> &'static [Context] {
        match self.step {
            Step::Client => &[Context::Form],
            _ => &[Context::Door, Context::List, Context::Global],
        }
    }

    /// The way that is chosen.
    pub fn chosen_way(&self) -> Way {
        Way::ALL[self.way.min(Way::ALL.len() - 1)]
    }

    /// The data centre that is chosen; none for an address of one's own.
    pub fn chosen_centre(&self) -> Option<&Centre> {
        self.centres.get(self.place)
    }

    /// The lines of the client's page, from top to bottom.
    pub fn fields(&self) -> Vec<Field> {
        let own = self.chosen_centre().is_none().then_some(Field::Address);
        let code = (self.chosen_way() == Way::Code).then_some(Field::Code);
        own.into_iter().chain([Field::Id, Field::Secret]).chain(code).collect()
    }

    /// When it next has something to do: the time left is told every second.
    pub fn next_wake(&self) -> Option<Timestamp> {
        let (_, until) = self.waiting.shown.as_ref().filter(|_| self.step == Step::Wait)?;
        if self.now >= *until {
            return None;
        }
        let part = self.now.subsec_nanosecond();
        self.now.checked_add(jiff::SignedDuration::from_nanos(1_000_000_000 - i64::from(part))).ok()
    }
}
