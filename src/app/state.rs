//! The whole state of the screen.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::effect::Furniture;
use super::parts::{composer::Composer, notice::Notices, popup::Popup};
use super::screens::{conversation::Talk, counter::Counter, queue::Queue, sync::Sync};
use super::{Action, Context, Regions, Trouble};
use crate::keys::{Key, Keymap};
use crate::model::{
    AgentId, Draft, DraftId, Fate, Module, Outgoing, OutgoingId, Permissions, Ticket, TicketForm, TicketId,
};
use crate::text::{Clock, Words};

/// The screens behind the number keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScreenName {
    /// People.
    #[default]
    Contacts,
    /// Companies.
    Companies,
    /// Deals.
    Pipelines,
    /// The agent's own queue.
    Tickets,
    /// The pairing of Bigin and Desk.
    Sync,
}

impl ScreenName {
    /// In the order of their number keys.
    pub const ALL: [Self; 5] = [Self::Contacts, Self::Companies, Self::Pipelines, Self::Tickets, Self::Sync];

    /// The module it shows, if it is one of the three panes.
    pub fn module(self) -> Option<Module> {
        match self {
            Self::Contacts => Some(Module::Contacts),
            Self::Companies => Some(Module::Companies),
            Self::Pipelines => Some(Module::Pipelines),
            Self::Tickets | Self::Sync => None,
        }
    }
}

/// What the program starts with.
pub struct Start {
    /// The time.
    pub now: Timestamp,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// The reader's language.
    pub words: Words,
    /// The keys.
    pub keymap: Rc<Keymap<Context, Action>>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// How long a message is held before it leaves.
    pub hold: SignedDuration,
    /// Whether this is the demo or a sandbox: said at the top, so that nobody mistakes it for the real thing.
    pub sandbox: bool,
    /// Whether nothing is kept on this machine: what is written ends with the program. Said at the top as long as it runs.
    pub unkept: bool,
}

/// The whole state.
pub struct App {
    /// The time of the last message.
    pub now: Timestamp,
    /// How far Zoho's clock is ahead of ours: what is due is due by that one.
    pub skew: SignedDuration,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// The reader's language.
    pub words: Words,
    /// The keys.
    pub keymap: Rc<Keymap<Context, Action>>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// How long a message is held before it leaves.
    pub hold: SignedDuration,
    /// Whether this is the demo or a sandbox.
    pub sandbox: bool,
    /// Whether nothing is kept on this machine.
    pub unkept: bool,
    /// Which screen is behind everything.
    pub screen: ScreenName,
    /// Contacts.
    pub contacts: Counter,
    /// Companies.
    pub companies: Counter,
    /// Pipelines.
    pub pipelines: Counter,
    /// Tickets.
    pub queue: Queue,
    /// Bigin and Desk.
    pub sync: Sync,
    /// The opened ticket, in front of the screen.
    pub talk: Option<Talk>,
    /// The open composer, in front of the conversation.
    pub composer: Option<Composer>,
    /// What floats, the topmost last.
    pub popups: Vec<Popup>,
    /// Keys of an unfinished chord.
    pub pending: Vec<Key>,
    /// What is said at the foot.
    pub notices: Notices,
    /// Departments, statuses, agents, …
    pub furniture: Furniture,
    /// Drafts, newest first.
    pub drafts: Vec<Draft>,
    /// The outbox, oldest first.
    pub outbox: Vec<Outgoing>,
    /// Messages of the outbox that another living process answers for: shown, and nothing more.
    pub others: BTreeSet<OutgoingId>,
    /// The network's trouble, while it lasts.
    pub offline: Option<Trouble>,
    /// When Zoho was last asked about what is in view.
    pub looked: Timestamp,
    /// Messages that are being delivered: none is handed over twice.
    pub leaving: BTreeSet<OutgoingId>,
    /// Messages that were tried and could not be sent or looked up just now; true: because another process has them.
    pub resting: BTreeMap<OutgoingId, bool>,
    /// When those are tried again.
    pub retry: Option<Timestamp>,
    /// The draft to open as soon as the outbox has let it go.
    pub reopen: Option<Reopen>,
    /// Messages that stay here because their ticket has grown, by so many entries, and that were not asked about yet.
    pub grown: Vec<(OutgoingId, TicketId, usize)>,
    /// Statuses that somebody chose and Desk has not answered about: these are shown, whatever the cache knows.
    pub changing: BTreeMap<TicketId, String>,
    /// Messages of an earlier run that were asked about already.
    pub asked: BTreeSet<OutgoingId>,
    /// Drafts that are on their way to the disk, or could not be put there: none is lost when the composer closes.
    pub unsaved: Vec<Draft>,
    /// Why the disk refused the last draft, if it did.
    pub refused: Option<Trouble>,
    /// When what the disk refused is tried again.
    pub save_again: Option<Timestamp>,
    /// The forms of `+ Ticket` that were left, to go on with, newest first.
    pub forms: Vec<TicketForm>,
    /// Drafts that another process has on its screen.
    pub elsewhere: BTreeSet<DraftId>,
    /// Whether the drafts of an earlier run were mentioned.
    pub greeted: bool,
    /// What was said about them.
    pub greeting: Option<String>,
    /// The room there was in the last frame.
    pub regions: Regions,
}

/// A draft that is on its way back from the outbox.
#[derive(Clone, Debug)]
pub struct Reopen {
    /// Which.
    pub draft: DraftId,
    /// Since when it is waited for.
    pub since: Timestamp,
    /// What was typed meanwhile: it is meant for the draft.
    pub ahead: Vec<Key>,
}

/// What is in front: has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// The topmost floating thing.
    Popup,
    /// The composer.
    Composer,
    /// The conversation.
    Talk,
    /// The screen.
    Screen,
}

impl App {
    /// An empty state; call [`App::start`] for the first effects.
    pub fn new(start: Start) -> Self {
        let Start { now, zone, words, keymap, size, hold, sandbox, unkept } = start;
        Self {
            now,
            skew: SignedDuration::ZERO,
            zone,
            words,
            keymap,
            size,
            hold,
            sandbox,
            unkept,
            screen: ScreenName::default(),
            contacts: Counter::new(Module::Contacts),
            companies: Counter::new(Module::Companies),
            pipelines: Counter::new(Module::Pipelines),
            queue: Queue::default(),
            sync: Sync::default(),
            talk: None,
            composer: None,
            popups: Vec::new(),
            pending: Vec::new(),
            notices: Notices::default(),
            furniture: Furniture::default(),
            drafts: Vec::new(),
            outbox: Vec::new(),
            others: BTreeSet::new(),
            offline: None,
            looked: now,
            leaving: BTreeSet::new(),
            resting: BTreeMap::new(),
            retry: None,
            reopen: None,
            grown: Vec::new(),
            changing: BTreeMap::new(),
            asked: BTreeSet::new(),
            unsaved: Vec::new(),
            refused: None,
            save_again: None,
            forms: Vec::new(),
            elsewhere: BTreeSet::new(),
            greeted: false,
            greeting: None,
            regions: Regions::default(),
        }
    }

    /// The time and the place, for times as people say them.
    pub fn clock(&self) -> Clock {
        Clock::new(self.now, self.zone.clone())
    }

    /// The time by Zoho's clock, for what is due.
    pub fn zoho_clock(&self) -> Clock {
        Clock::new(self.now.saturating_add(self.skew).unwrap_or(self.now), self.zone.clone())
    }

    /// What is in front.
    pub fn front(&self) -> Front {
        if !self.popups.is_empty() {
            Front::Popup
        } else if self.composer.is_some() {
            Front::Composer
        } else if self.talk.is_some() {
            Front::Talk
        } else {
            Front::Screen
        }
    }

    /// The pane of a module.
    pub fn counter(&self, module: Module) -> &Counter {
        match module {
            Module::Contacts => &self.contacts,
            Module::Companies => &self.companies,
            Module::Pipelines => &self.pipelines,
        }
    }

    /// The same, to change it.
    pub fn counter_mut(&mut self, module: Module) -> &mut Counter {
        match module {
            Module::Contacts => &mut self.contacts,
            Module::Companies => &mut self.companies,
            Module::Pipelines => &mut self.pipelines,
        }
    }

    /// What the agent may do; `None` while that is not known.
    pub fn may(&self) -> Option<Permissions> {
        self.furniture.permissions
    }

    /// Who is signed in.
    pub fn my_id(&self) -> Option<&AgentId> {
        self.furniture.me.as_ref().map(|me| &me.agent.id)
    }

    /// The ticket that ticket actions are about: the opened one, else the selected one.
    pub fn ticket(&self) -> Option<&Ticket> {
        if let Some(talk) = &self.talk {
            return talk.page.as_ref().map(|page| &page.ticket).or(talk.ticket.as_ref());
        }
        match self.screen.module() {
            Some(module) => self.counter(module).ticket(),
            None if self.screen == ScreenName::Tickets => self.queue.tickets.selected(),
            None => None,
        }
    }

    /// The messages of the outbox that are ours to decide about, oldest first.
    pub fn own_outbox(&self) -> impl DoubleEndedIterator<Item = &Outgoing> {
        self.outbox.iter().filter(|outgoing| !self.others.contains(&outgoing.id))
    }

    /// The message that *undo* takes back: the last one that is held.
    pub fn held(&self) -> Option<(&Outgoing, Timestamp)> {
        self.own_outbox().rev().find_map(|outgoing| match outgoing.fate {
            Fate::Held { until } => Some((outgoing, until)),
            _ => None,
        })
    }

    /// The messages that wait for the network, oldest first.
    pub fn waiting(&self) -> impl DoubleEndedIterator<Item = &Outgoing> {
        self.own_outbox().filter(|outgoing| matches!(outgoing.fate, Fate::Waiting { .. }))
    }

    /// Whether there is room for two panes side by side.
    pub fn wide(&self) -> bool {
        self.size.0 >= 100
    }
}
