//! Zoho Accounts: refresh tokens into access tokens, codes into refresh tokens, and back into nothing. Errors come as
//! HTTP 200 with `{"error":…}`, so the body decides, never the status (desk.md §2.7). Secrets travel in the form body,
//! never in the address.

mod answer;
mod consent;
mod device;
mod file;
mod server;
mod tokens;

use std::{fmt, time::Duration};

use secrecy::{ExposeSecret, SecretString};

use super::{
    Error, Hosts, Service, Settings,
    transport::{Http, read_limited},
};
pub use consent::{Brought, Consent};
pub use device::{Asked, Device};
pub(super) use tokens::{Token, Tokens};

/// How an agent is signed in: a client of the API console and a refresh token, which does not expire by age.
#[derive(Clone)]
pub struct SignIn {
    /// The client's id, such as `1000.ABC…`: no secret.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: SecretString,
    /// The agent's refresh token.
    pub refresh_token: SecretString,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

/// What Accounts gave for a code or a refresh token.
#[derive(Clone, Debug)]
pub struct Grant {
    /// The access token.
    pub access_token: SecretString,
    /// A refresh token: for a code only, and only when offline access was asked for.
    pub refresh_token: Option<SecretString>,
    /// How long the access token lives.
    pub expires_in: Duration,
    /// Which scopes it has, as far as the answer said.
    pub scopes: Vec<String>,
}

/// Zoho Accounts of one data centre. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Accounts {
    http: Http,
}

impl Accounts {
    /// Nothing is sent until something is asked.
    pub fn new(hosts: Hosts, settings: Settings) -> Result<Self, Error> {
        Ok(Self { http: Http::new(hosts, settings)? })
    }

    pub(super) fn over(http: Http) -> Self {
        Self { http }
    }

    /// A new access token (desk.md §2.4). At most 10 in 10 minutes: callers go through the single flight of `Tokens`.
    pub(super) async fn refresh(&self, sign_in: &SignIn) -> Result<Grant, Error> {
        let form = [
            ("grant_type", "refresh_token"),
            ("client_id", &sign_in.client_id),
            ("client_secret", sign_in.client_secret.expose_secret()),
            ("refresh_token", sign_in.refresh_token.expose_secret()),
        ];
        answer::grant(&self.post("oauth/v2/token", &form).await?.1)
    }

    /// What a sign-in may do, as far as Zoho says so with a new access token: one of the ten that there are in ten minutes.
    pub async fn scopes(&self, sign_in: &SignIn) -> Result<Vec<String>, Error> {
        Ok(self.refresh(sign_in).await?.scopes)
    }

    /// The first tokens, for a code of a self client or of a redirect (desk.md §2.2, §2.3). Codes live for a minute
    /// or two and work once: a lost answer wants a new code, so the call is never repeated.
    pub async fn exchange(
        &self,
        client_id: &str,
        client_secret: &SecretString,
        code: &SecretString,
        redirect_uri: Option<&str>,
    ) -> Result<Grant, Error> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("client_id", client_id),
            ("client_secret", client_secret.expose_secret()),
            ("code", code.expose_secret()),
        ];
        form.extend(redirect_uri.map(|uri| ("redirect_uri", uri)));
        answer::grant(&self.post("oauth/v2/token", &form).await?.1)
    }

    /// Makes a token worthless (desk.md §2.5). One that is worthless already counts as success.
    pub async fn revoke(&self, token: &SecretString) -> Result<(), Error> {
        let (status, body) = self.post("oauth/v2/token/revoke", &[("token", token.expose_secret())]).await?;
        match status {
            200..=299 => answer::accepted(&body),
            400 => Ok(()),
            status => Err(Error::Down { service: Service::Accounts, status }),
        }
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> Result<(u16, Vec<u8>), Error> {
        let url = self.http.url(Service::Accounts, &path.split('/').collect::<Vec<_>>());
        let request = self.http.client()?.post(url).timeout(self.http.settings().total).form(form);
        self.answered(request, "POST", path).await
    }

    async fn answered(
        &self,
        request: reqwest::RequestBuilder,
        method: &str,
        path: &str,
    ) -> Result<(u16, Vec<u8>), Error> {
        let service = Service::Accounts;
        let started = std::time::Instant::now();
        let mut response = request.send().await.map_err(|error| {
            if error.is_connect() {
                Error::Offline { service, why: super::transport::why(&error) }
            } else if error.is_timeout() {
                Error::TimedOut { service }
            } else {
                Error::Broken { service, why: super::transport::why(&error) }
            }
        })?;
        let status = response.status().as_u16();
        let body = read_limited(&mut response).await.map_err(|why| Error::Broken { service, why })?;
        let ms = started.elapsed().as_millis();
        let bytes = body.len();
        tracing::trace!(target: super::TRACE, %service, method, path, status, bytes, ms);
        tracing::debug!(%service, method, path, status, ms, "called");
        if status >= 500 {
            return Err(Error::Down { service, status });
        }
        Ok((status, body))
    }
}
