//! Signing out: Zoho forgets the sign-in.

use secrecy::SecretString;

use super::{Error, Site};

/// Makes the refresh token worthless, and with it all access tokens. One that is worthless already counts as done.
pub async fn leave(site: &Site, refresh_token: &SecretString) -> Result<(), Error> {
    Ok(site.accounts()?.revoke(refresh_token).await?)
}
