//! Where a key is read: derived from what is in front, never stored.

/// A table of the keymap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere except while typing.
    Global,
    /// Lists of records and tickets.
    List,
    /// A record's page.
    Record,
    /// Tickets, in a list or opened.
    Ticket,
    /// A conversation.
    Conversation,
    /// The Sync screen.
    Sync,
    /// A one-line filter or search.
    Filter,
    /// The composer: its head and its text.
    Composer,
    /// A menu that floats.
    Menu,
    /// A form that floats.
    Form,
    /// A question that floats.
    Dialog,
    /// The help page.
    Help,
    /// The pages before anybody is signed in.
    Door,
}

impl Context {
    /// All of them, outermost first.
    pub const ALL: &'static [Self] = &[
        Self::Global,
        Self::List,
        Self::Record,
        Self::Ticket,
        Self::Conversation,
        Self::Sync,
        Self::Filter,
        Self::Composer,
        Self::Menu,
        Self::Form,
        Self::Dialog,
        Self::Help,
        Self::Door,
    ];

    /// The name in `keymap.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Record => "record",
            Self::Ticket => "ticket",
            Self::Conversation => "conversation",
            Self::Sync => "sync",
            Self::Filter => "filter",
            Self::Composer => "composer",
            Self::Menu => "menu",
            Self::Form => "form",
            Self::Dialog => "dialog",
            Self::Help => "help",
            Self::Door => "door",
        }
    }

    /// Whether plain letters are text here.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Filter | Self::Composer | Self::Menu | Self::Form | Self::Help)
    }
}

impl std::str::FromStr for Context {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|context| context.name() == name)
            .ok_or_else(|| format!("there is no context “{name}”"))
    }
}
