//! One access token for everybody, refreshed by one at a time: whoever finds it stale refreshes, the others wait for
//! that answer and share it, good or bad.

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use secrecy::SecretString;
use tokio::sync::Mutex;

use super::{Accounts, SignIn, file::TokenFile};
use crate::zoho::Error;

/// A token that dies within this time is replaced before it is used.
const MARGIN: Duration = Duration::from_mins(1);
/// After Zoho refused the sign-in it is left alone this long: only a person can mend that.
const REFUSED: Duration = Duration::from_mins(1);
/// After Zoho gave no more tokens, this long: the jobs of one screen ask many times at once, and somebody who tries again
/// wants it tried.
const BUSY: Duration = Duration::from_secs(15);

/// An access token.
#[derive(Debug)]
pub(in crate::zoho) struct Token {
    /// What goes into the header.
    pub secret: SecretString,
    /// When it dies.
    pub expires: Timestamp,
}

impl Token {
    fn fresh(&self) -> bool {
        Timestamp::now() + MARGIN < self.expires
    }
}

/// The token of one sign-in.
#[derive(Debug)]
pub(in crate::zoho) struct Tokens {
    sign_in: SignIn,
    accounts: Accounts,
    file: OnceLock<TokenFile>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    token: Option<Arc<Token>>,
    failed: Option<(Instant, Error)>,
}

impl Tokens {
    pub(in crate::zoho) fn new(sign_in: SignIn, accounts: Accounts) -> Self {
        Self { sign_in, accounts, file: OnceLock::new(), state: Mutex::default() }
    }

    /// Shares the token with other processes through this file; the first call decides.
    pub(in crate::zoho) fn share(&self, path: PathBuf) -> Result<(), Error> {
        let file = TokenFile::open(path, &self.sign_in)?;
        let _ = self.file.set(file);
        Ok(())
    }

    /// A token that should still be good.
    pub(in crate::zoho) async fn current(&self) -> Result<Arc<Token>, Error> {
        self.get(None).await
    }

    /// Another token than this one, which the service just refused.
    pub(in crate::zoho) async fn instead_of(&self, refused: &Arc<Token>) -> Result<Arc<Token>, Error> {
        self.get(Some(refused)).await
    }

    /// Forgets that Zoho refused a token a moment ago. (While one is being asked for, there is nothing to forget.)
    pub(in crate::zoho) fn insist(&self) {
        if let Ok(mut state) = self.state.try_lock() {
            state.failed = None;
        }
    }

    async fn get(&self, refused: Option<&Arc<Token>>) -> Result<Arc<Token>, Error> {
        let asked = Instant::now();
        let mut state = self.state.lock().await;
        if let Some(token) = &state.token
            && token.fresh()
            && refused.is_none_or(|refused| !Arc::ptr_eq(refused, token))
        {
            return Ok(Arc::clone(token));
        }
        if let Some((when, error)) = &state.failed {
            let quiet = match error {
                Error::SignIn { .. } => REFUSED,
                Error::SignInBusy { .. } => BUSY,
                _ => Duration::ZERO,
            };
            // It failed while we stood in line, or so that asking again at once would only do harm.
            if *when >= asked || when.elapsed() < quiet {
                return Err(error.clone());
            }
        }
        match self.renew(refused).await {
            Ok(token) => {
                *state = State { token: Some(Arc::clone(&token)), failed: None };
                Ok(token)
            }
            Err(error) => {
                *state = State { token: None, failed: Some((Instant::now(), error.clone())) };
                Err(error)
            }
        }
    }

    async fn renew(&self, refused: Option<&Arc<Token>>) -> Result<Arc<Token>, Error> {
        let Some(file) = self.file.get() else { return Ok(Arc::new(self.refresh().await?)) };
        let mut held = file.lock().await?;
        if let Some(token) = held.read()?
            && token.fresh()
            && refused.is_none_or(|refused| !token.same_as(refused))
        {
            return Ok(Arc::new(token));
        }
        let token = self.refresh().await?;
        if let Err(error) = held.write(&token) {
            // The token is good all the same: others will have to fetch their own.
            tracing::warn!(%error, "the access token could not be shared");
        }
        Ok(Arc::new(token))
    }

    async fn refresh(&self) -> Result<Token, Error> {
        let grant = self.accounts.refresh(&self.sign_in).await?;
        Ok(Token { secret: grant.access_token, expires: Timestamp::now() + grant.expires_in })
    }
}
