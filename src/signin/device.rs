//! Signing in with a browser anywhere: a code is shown here and typed there.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::{Client, Error, Signed, Site, scopes};
use crate::zoho::{Asked, Device, Error as ZohoError};

/// How much longer to wait after Zoho found a question too soon (desk.md §2.6).
const LONGER: Duration = Duration::from_secs(5);

/// What happened while nobody had typed the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wait {
    /// It was asked, and nobody had.
    Pending,
    /// Zoho could not be asked: it is asked again.
    Away(ZohoError),
    /// Whoever typed it belongs to this data centre, which is asked from now on.
    Moved(String),
}

/// A code to be typed, for all scopes.
pub async fn begin(site: &Site, client: &Client) -> Result<Device, Error> {
    Ok(site.accounts()?.begin_device(&client.id, &scopes::wanted()).await?)
}

/// Waits until it was typed, or until it ran out. `tell` hears of each question.
pub async fn wait(
    mut site: Site,
    client: &Client,
    device: &Device,
    mut tell: impl FnMut(Wait),
) -> Result<Signed, Error> {
    let end = Instant::now() + device.expires_in;
    let mut interval = device.interval;
    loop {
        if Instant::now() >= end {
            return Err(Error::Expired);
        }
        sleep(interval.min(end - Instant::now())).await;
        match site.accounts()?.ask_device(&client.id, &client.secret, device).await {
            Ok(Asked::Granted(grant)) => return Signed::by(grant, site),
            Ok(Asked::Pending) => tell(Wait::Pending),
            Ok(Asked::TooSoon) => {
                interval += LONGER;
                tell(Wait::Pending);
            }
            Ok(Asked::Elsewhere(place)) => {
                let there = site.elsewhere(&place).await?;
                site = there.ok_or_else(|| Error::UnknownCentre(place.clone()))?;
                tell(Wait::Moved(place));
            }
            Ok(Asked::Denied) => return Err(Error::Denied),
            Ok(Asked::Expired) => return Err(Error::Expired),
            // The person may be typing: a network that is away for a moment ends nothing.
            Err(error) if error.passes() => tell(Wait::Away(error)),
            Err(error) => return Err(error.into()),
        }
    }
}
