//! What comes to the door, and what it asks for.

use jiff::SignedDuration;
use secrecy::SecretString;

use crate::keys::Key;

/// How to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A code that is shown here and typed into any browser.
    Device,
    /// A browser on this machine.
    Browser,
    /// A code that a self client gave.
    Code,
}

impl Way {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Device, Self::Browser, Self::Code];

    /// As messages name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Browser => "browser",
            Self::Code => "code",
        }
    }
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The moment that was asked for has come.
    Woke,
    /// Somebody has to agree there, within this time.
    Shown(Shown, SignedDuration),
    /// Zoho was asked again: what is in the way, if anything is.
    Asked(Option<String>),
    /// Whoever agreed belongs to this data centre: it is asked there.
    Moved(String),
    /// Nobody is signed in: why, and what to do.
    Refused(String),
    /// Somebody is.
    Arrived(Box<Arrived>),
    /// The profile is written there, or could not be.
    Kept(Result<String, String>),
    /// It is on the clipboard.
    Copied,
}

/// Where somebody has to agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// On a page, in any browser, with a code.
    Code {
        /// The code.
        code: String,
        /// The page.
        address: String,
        /// The page with the code typed already.
        with_code: Option<String>,
    },
    /// On a page, in a browser on this machine.
    Page(String),
}

/// Who came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Name and e-mail, as Desk knows them; or why it does not answer.
    pub desk: Result<(String, String), String>,
    /// The name, as Bigin knows it; or why it does not answer.
    pub bigin: Result<String, String>,
    /// The portals of Desk in which they can work.
    pub portals: Vec<Portal>,
    /// What was asked for and not given: the scope, and the message that says what it is for.
    pub missing: Vec<(String, &'static str)>,
}

/// A portal of Desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What somebody wants to sign in with.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The code of the data centre, or the address of all services.
    pub place: Result<String, String>,
    /// How.
    pub way: Way,
    /// The client's id.
    pub client: String,
    /// The client's secret.
    pub secret: SecretString,
    /// The code of a self client; empty for the other ways.
    pub code: SecretString,
}

/// What it asks for.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Sign in.
    SignIn(Box<Wish>),
    /// Think no more of it.
    GiveUp,
    /// Write the profile, for this portal.
    Keep(Option<String>),
    /// Put this on the clipboard.
    Copy(String),
    /// Stop for a while.
    Suspend,
    /// Go.
    Leave(Left),
}

/// Where somebody went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// In, with the profile that was written.
    In,
    /// Into the demo.
    Demo,
    /// Home.
    Home,
}
