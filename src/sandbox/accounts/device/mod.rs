//! The device flow (Desk sheet §2.6): a device shows a short code, somebody types it into a page elsewhere, and the
//! device asks until it is told.

/// The codes.
pub mod begin;
/// The page.
pub mod consent;
/// Asking whether somebody agreed.
pub mod poll;

use super::super::world::accounts::{Accounts, Said};

/// Says yes (as somebody) or no to the device that shows a user code; `None` when no device waits under it.
pub fn say(accounts: &mut Accounts, user_code: &str, said: Said, now: jiff::Timestamp) -> Option<()> {
    let wanted = plain(user_code);
    let device = accounts.devices.values_mut().find(|device| {
        plain(&device.user_code) == wanted && device.expires > now && device.said == Said::Nothing
    })?;
    device.said = said;
    accounts.dirty = true;
    Some(())
}

/// A user code without what people put in or leave out: case, hyphens, spaces.
pub fn plain(user_code: &str) -> String {
    user_code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}
