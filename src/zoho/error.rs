//! What can go wrong between us and Zoho, each in a sentence that says what happened and what to do. No token or
//! secret is ever part of one; words that came from the service are cut and stripped of control codes.

use std::{fmt, time::Duration};

/// Which of the three services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// Tokens.
    Accounts,
    /// Contacts, companies, pipelines.
    Bigin,
    /// Tickets.
    Desk,
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Accounts => "Zoho Accounts",
            Self::Bigin => "Bigin",
            Self::Desk => "Zoho Desk",
        })
    }
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The configuration names a host that is not to be used.
    #[error("{name} = {url:?} cannot be used: {why}.")]
    Host {
        /// Which setting.
        name: String,
        /// What it says, without user and query.
        url: String,
        /// What is wrong with it.
        why: String,
    },
    /// The profile names a data centre that Zoho has not.
    #[error("There is no data centre {name:?}; known are {known}.")]
    NoCentre {
        /// What the profile says.
        name: String,
        /// The codes that there are.
        known: String,
    },
    /// The client could not be built: most often no root certificates on this machine.
    #[error(
        "The network client could not start: {why}. Are the root certificates (ca-certificates) installed?"
    )]
    Client {
        /// What the library said.
        why: String,
    },
    /// Nothing was sent: no name, no route, no connection.
    #[error("{service} cannot be reached: {why}. Nothing was sent; check the network and try again.")]
    Offline {
        /// Which service.
        service: Service,
        /// What the network said.
        why: String,
    },
    /// A question was not answered in time. Nothing was changed by it.
    #[error("{service} took too long to answer. Try again.")]
    TimedOut {
        /// Which service.
        service: Service,
    },
    /// The answer to a question broke off or was too long. Nothing was changed by it.
    #[error("The connection to {service} broke off: {why}. Try again.")]
    Broken {
        /// Which service.
        service: Service,
        /// What the network said.
        why: String,
    },
    /// The answer to a change was lost: the service may have made it or not.
    #[error(
        "The answer of {service} was lost ({why}), and it may have done what was asked. Look before you send again."
    )]
    Unknown {
        /// Which service.
        service: Service,
        /// How it was lost.
        why: String,
    },
    /// Zoho does not take the sign-in.
    #[error(
        "Zoho does not accept the sign-in ({code}). Sign in again, and check client id, secret and data centre."
    )]
    SignIn {
        /// Zoho's word for it.
        code: String,
    },
    /// Too many access tokens were asked for (10 in 10 minutes).
    #[error("Zoho gives out no more access tokens for now. Wait about {} minutes; other programs may share this sign-in.", .retry_after.as_secs().div_ceil(60))]
    SignInBusy {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The file for the shared access token cannot be used.
    #[error("The token file {path} cannot be used: {why}.")]
    TokenFile {
        /// Where it is.
        path: String,
        /// What is wrong, and what to do.
        why: String,
    },
    /// The signed-in user may not do this, or the sign-in was given too few scopes.
    #[error(
        "{service} does not allow this ({code}): {message} Ask an administrator for the permission, or sign in again with the scope."
    )]
    Forbidden {
        /// Which service.
        service: Service,
        /// Its word for it, such as `SCOPE_MISMATCH`.
        code: String,
        /// Its sentence.
        message: String,
    },
    /// It is not there (any more), or this user cannot see it.
    #[error("{service} does not have it: {message} It may have been deleted; refresh the list.")]
    NotFound {
        /// Which service.
        service: Service,
        /// Its sentence.
        message: String,
    },
    /// The service refused the request as it stands.
    #[error("{service} refused this ({code}): {message}{}", field_list(.fields))]
    Refused {
        /// Which service.
        service: Service,
        /// The HTTP status.
        status: u16,
        /// Its word for it, such as `INVALID_DATA`.
        code: String,
        /// Its sentence.
        message: String,
        /// The fields it complains about: name and complaint.
        fields: Vec<(String, String)>,
    },
    /// Too many calls at once.
    #[error("{service} is busy with other calls of this portal. Try again in a moment.")]
    Busy {
        /// Which service.
        service: Service,
        /// How long it asked to wait, if it said.
        retry_after: Option<Duration>,
    },
    /// The day's API credits are used up.
    #[error(
        "The API credits of {service} are used up for today. What is cached stays readable; sending works again later."
    )]
    Spent {
        /// Which service.
        service: Service,
        /// How long it asked to wait, if it said.
        retry_after: Option<Duration>,
    },
    /// The service itself has trouble.
    #[error("{service} has trouble (HTTP {status}). Try again in a few minutes.")]
    Down {
        /// Which service.
        service: Service,
        /// The HTTP status.
        status: u16,
    },
    /// Something answered that is not the API: a proxy's page, a redirect, a changed format.
    #[error(
        "{service} gave an answer that makes no sense: {why}. Check the hosts and whether a proxy stands between."
    )]
    Garbled {
        /// Which service.
        service: Service,
        /// What is wrong with it.
        why: String,
    },
    /// An address outside the profile's hosts: the token is not sent there.
    #[error("The file lies on {host}, which is not one of this profile's hosts: it was not fetched.")]
    Foreign {
        /// The host.
        host: String,
    },
    /// A file could not go out or come in.
    #[error("The file {name}: {why}.")]
    File {
        /// Its name.
        name: String,
        /// What happened.
        why: String,
    },
}

/// What kind of trouble, for the screen to choose colour, key and words by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The configuration, this machine.
    Setup,
    /// No network.
    Offline,
    /// A question went unanswered; try again.
    Slow,
    /// The connection broke off before a question was answered; try again.
    Broken,
    /// A change may have happened or not: look it up.
    Unknown,
    /// Sign in again.
    SignIn,
    /// Not allowed.
    Forbidden,
    /// Gone.
    NotFound,
    /// The request is wrong as it stands.
    Refused,
    /// Wait a moment.
    Busy,
    /// Wait for tomorrow.
    Spent,
    /// The service has trouble.
    Down,
    /// Not the API's answer.
    Garbled,
    /// A file.
    File,
}

impl Error {
    /// What kind of trouble.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Host { .. } | Self::NoCentre { .. } | Self::Client { .. } | Self::TokenFile { .. } => {
                Kind::Setup
            }
            Self::Offline { .. } => Kind::Offline,
            Self::TimedOut { .. } => Kind::Slow,
            Self::Broken { .. } => Kind::Broken,
            Self::Unknown { .. } => Kind::Unknown,
            Self::SignIn { .. } => Kind::SignIn,
            Self::Forbidden { .. } => Kind::Forbidden,
            Self::NotFound { .. } => Kind::NotFound,
            Self::Refused { .. } => Kind::Refused,
            Self::SignInBusy { .. } | Self::Busy { .. } => Kind::Busy,
            Self::Spent { .. } => Kind::Spent,
            Self::Down { .. } => Kind::Down,
            Self::Garbled { .. } => Kind::Garbled,
            Self::Foreign { .. } | Self::File { .. } => Kind::File,
        }
    }

    /// Whether the answer was lost, so that the service may have done it: look it up before sending again.
    pub fn is_unknown(&self) -> bool {
        self.kind() == Kind::Unknown
    }

    /// Whether the network is away. Nothing was sent.
    pub fn is_offline(&self) -> bool {
        self.kind() == Kind::Offline
    }

    /// Whether it passes by itself: no network, no answer in time, a service that is busy or has trouble.
    pub fn passes(&self) -> bool {
        matches!(self.kind(), Kind::Offline | Kind::Slow | Kind::Broken | Kind::Busy | Kind::Down)
    }

    /// Whether a permission or scope is missing.
    pub fn is_forbidden(&self) -> bool {
        self.kind() == Kind::Forbidden
    }

    /// How long the service asked to wait, if it did.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Busy { retry_after, .. } | Self::Spent { retry_after, .. } => *retry_after,
            Self::SignInBusy { retry_after } => Some(*retry_after),
            _ => None,
        }
    }
}

fn field_list(fields: &[(String, String)]) -> String {
    let named: Vec<_> = fields.iter().map(|(name, why)| format!("{name}: {why}")).collect();
    if named.is_empty() { String::new() } else { format!(" ({})", named.join("; ")) }
}

/// Words of the service made fit for one of our sentences: one line, no controls or direction marks, nothing that
/// looks like a token, at most 300 characters.
pub(super) fn quoted(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| {
            !c.is_control()
                && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .collect();
    let words: Vec<_> = line
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| if word.contains("1000.") && word.len() > 30 { "[redacted]" } else { word })
        .collect();
    words.join(" ").chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_words_become_one_harmless_line() {
        assert_eq!(quoted("a\u{1b}[31m\nb \u{202e}c"), "a[31m b c");
        let token = format!("bad token 1000.{}.{}", "a".repeat(32), "b".repeat(32));
        assert_eq!(quoted(&token), "bad token [redacted]");
        assert_eq!(quoted(&"x".repeat(1000)).len(), 300);
    }

    #[test]
    fn the_sentence_names_the_fields() {
        let error = Error::Refused {
            service: Service::Desk,
            status: 422,
            code: "INVALID_DATA".into(),
            message: "The data does not comply.".into(),
            fields: vec![("/contactId".into(), "invalid".into())],
        };
        assert_eq!(
            error.to_string(),
            "Zoho Desk refused this (INVALID_DATA): The data does not comply. (/contactId: invalid)"
        );
    }
}
