//! Signing in with a code that somebody brings: of a self client, or of a browser that was sent here.

use secrecy::SecretString;

use super::{Client, Error, Signed, Site};
use crate::zoho::Grant;

/// The first tokens for a code, which works once and lives for minutes. `redirect`: where the browser was sent, for a code
/// that it brought.
pub async fn exchange(
    site: Site,
    client: &Client,
    code: &SecretString,
    redirect: Option<&str>,
) -> Result<Signed, Error> {
    let grant = site.accounts()?.exchange(&client.id, &client.secret, code, redirect).await?;
    Signed::by(grant, site)
}

impl Signed {
    /// What was given, if it can be renewed.
    pub(super) fn by(grant: Grant, site: Site) -> Result<Self, Error> {
        let refresh_token = grant.refresh_token.ok_or(Error::NoRefreshToken)?;
        Ok(Self { site, refresh_token, scopes: grant.scopes })
    }
}
