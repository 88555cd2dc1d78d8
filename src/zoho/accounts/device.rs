//! Signing in by a device: this machine shows a code, a person types it into a browser anywhere (desk.md §2.6).

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::{
    Accounts, Grant,
    answer::{self, garbled, object},
};
use crate::zoho::{Error, wire::Count};

/// How long to wait between two questions when Zoho does not say: what its pages say.
const INTERVAL: Duration = Duration::from_secs(30);
/// How long a code can be typed when Zoho does not say.
const LIFE: Duration = Duration::from_mins(5);

/// What a person types, and where.
#[derive(Clone, Debug)]
pub struct Device {
    /// The code to be typed, such as `BCDF-GHJK`: no secret, it is shown.
    pub user_code: String,
    /// The page on which it is typed.
    pub address: String,
    /// The same page with the code typed already, if Zoho has one.
    pub address_with_code: Option<String>,
    /// How often Zoho may be asked whether it was typed.
    pub interval: Duration,
    /// How long it can be typed.
    pub expires_in: Duration,
    /// What asks for the token.
    pub(super) code: SecretString,
}

/// What became of a device's code.
#[derive(Clone, Debug)]
pub enum Asked {
    /// Somebody agreed.
    Granted(Grant),
    /// Nobody has typed it yet.
    Pending,
    /// Nobody has, and it was asked too soon.
    TooSoon,
    /// Whoever typed it belongs to this data centre: the same code is asked about there.
    Elsewhere(String),
    /// Somebody said no.
    Denied,
    /// Nobody typed it in time.
    Expired,
}

#[derive(Deserialize)]
struct Begun {
    user_code: Option<String>,
    device_code: Option<SecretString>,
    verification_url: Option<String>,
    verification_uri_complete: Option<String>,
    #[serde(default)]
    interval: Count,
    #[serde(default)]
    expires_in: Count,
}

#[derive(Deserialize)]
struct Told {
    error: Option<String>,
    user_location: Option<String>,
}

impl Accounts {
    /// A code for a person to type. The client has to be a *non-browser mobile application* of the API console. `scopes`
    /// are asked for with a refresh token.
    pub async fn begin_device(&self, client_id: &str, scopes: &str) -> Result<Device, Error> {
        let form = [
            ("grant_type", "device_request"),
            ("client_id", client_id),
            ("scope", scopes),
            ("access_type", "offline"),
            // Without, somebody who agreed before gets no refresh token.
            ("prompt", "consent"),
        ];
        let (_, body) = self.post("oauth/v3/device/code", &form).await?;
        answer::refusal(&body)?;
        let begun: Begun = object(&body)?;
        let (Some(user_code), Some(code), Some(address)) =
            (begun.user_code, begun.device_code, begun.verification_url)
        else {
            return Err(garbled("it lacks the code or the page for it"));
        };
        Ok(Device {
            user_code,
            address,
            address_with_code: begun.verification_uri_complete,
            interval: span(begun.interval, INTERVAL),
            expires_in: span(begun.expires_in, LIFE),
            code,
        })
    }

    /// Asks what became of it, once: not sooner than after its interval.
    pub async fn ask_device(
        &self,
        client_id: &str,
        client_secret: &SecretString,
        device: &Device,
    ) -> Result<Asked, Error> {
        let form = [
            ("grant_type", "device_token"),
            ("client_id", client_id),
            ("client_secret", client_secret.expose_secret()),
            ("code", device.code.expose_secret()),
        ];
        let (_, body) = self.post("oauth/v3/device/token", &form).await?;
        let told: Told = object(&body)?;
        Ok(match (told.error.as_deref(), told.user_location) {
            (Some("authorization_pending"), _) => Asked::Pending,
            (Some("slow_down"), _) => Asked::TooSoon,
            (Some("other_dc"), Some(place)) => Asked::Elsewhere(place),
            (Some("access_denied"), _) => Asked::Denied,
            (Some("expired" | "expired_token"), _) => Asked::Expired,
            _ => Asked::Granted(answer::grant(&body)?),
        })
    }
}

/// Milliseconds in the device flow, unlike everywhere else; so small a number can only be seconds (desk.md §2.6).
fn span(count: Count, otherwise: Duration) -> Duration {
    match count.0 {
        None | Some(0) => otherwise,
        Some(seconds @ 1..1000) => Duration::from_secs(seconds),
        Some(millis) => Duration::from_millis(millis),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_milliseconds_and_less_is_seconds() {
        let of = |count| span(Count(count), INTERVAL);
        assert_eq!(of(Some(30_000)), Duration::from_secs(30));
        assert_eq!(of(Some(5)), Duration::from_secs(5));
        assert_eq!((of(None), of(Some(0))), (INTERVAL, INTERVAL));
    }
}
