//! What the front door asks for: signing in, and writing the profile. Tokens stay here.

mod sign_in;

use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use crate::app::door::{Effect, Left, Message};
use crate::config::{self, New, Paths, Profile, SignIn};
use crate::signin::{Client, Signed, Visit};
use crate::text::Words;

/// The port that a browser on this machine comes back to.
const PORT: u16 = 8399;

/// What the loop gets from the door's jobs.
#[derive(Debug)]
pub enum Report {
    /// For the door.
    Message(Message),
    /// Somebody came in with this: it is held until the profile is written.
    Token(Box<(Signed, Client)>),
}

/// What only the loop can do.
#[derive(Debug, PartialEq, Eq)]
pub enum Outside {
    /// Put this on the clipboard.
    Copy(String),
    /// Stop for a while.
    Suspend,
    /// Go there.
    Leave(Left),
}

/// The door's jobs: one sign-in at a time.
pub struct Doorman {
    paths: Paths,
    profile: String,
    words: Words,
    reports: mpsc::UnboundedSender<Report>,
    under_way: Option<AbortHandle>,
    token: Option<Box<(Signed, Client)>>,
}

impl Doorman {
    /// Jobs that report to `reports` and write the profile of that name.
    pub fn new(paths: Paths, profile: String, words: Words, reports: mpsc::UnboundedSender<Report>) -> Self {
        Self { paths, profile, words, reports, under_way: None, token: None }
    }

    /// Where a browser on this machine comes back to: the client has to know it.
    pub fn redirect() -> String {
        Visit::redirect(PORT)
    }

    /// Starts what the door asks for; gives back what only the loop can do.
    pub fn start(&mut self, effect: Effect) -> Option<Outside> {
        match effect {
            Effect::SignIn(wish) => {
                self.stop();
                let task = sign_in::run(*wish, PORT, self.words.clone(), self.reports.clone());
                self.under_way = Some(tokio::spawn(task).abort_handle());
            }
            Effect::GiveUp => self.stop(),
            Effect::Keep(portal) => {
                let kept = self.keep(portal.as_deref());
                // The loop lives as long as its jobs.
                let _ = self.reports.send(Report::Message(Message::Kept(kept)));
            }
            Effect::Copy(text) => return Some(Outside::Copy(text)),
            Effect::Suspend => return Some(Outside::Suspend),
            Effect::Leave(left) => {
                self.stop();
                return Some(Outside::Leave(left));
            }
        }
        None
    }

    /// Holds what somebody came in with.
    pub fn hold(&mut self, token: Box<(Signed, Client)>) {
        self.token = Some(token);
    }

    fn stop(&mut self) {
        self.token = None;
        if let Some(task) = self.under_way.take() {
            task.abort();
        }
    }

    /// Writes the profile: two small files.
    fn keep(&self, portal: Option<&str>) -> Result<String, String> {
        let Some((signed, client)) = self.token.as_deref() else {
            return Err(self.words.say("login-expired"));
        };
        let sign_in = SignIn {
            client_id: client.id.clone(),
            client_secret: client.secret.clone(),
            refresh_token: signed.refresh_token.clone(),
        };
        let new = New { hosts: &signed.site.names, sign_in: &sign_in, org: portal };
        let kept = Profile::keep(&self.paths, &self.profile, &new);
        kept.map(|path| path.display().to_string()).map_err(|error| match error {
            config::Error::Make { path, source } => {
                let why = self.words.refusal(&source);
                let args = [("path", path.display().to_string().into()), ("why", why.into())];
                self.words.say_with("error-config-make", &args)
            }
            // Nothing else goes wrong in writing.
            other => other.to_string(),
        })
    }
}
