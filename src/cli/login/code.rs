//! By a code of a self client.

use super::{Desk, failure};
use crate::cli::exit::{Exit, Failure};
use crate::signin::{Client, Signed, Site, exchange};

pub(super) async fn sign_in(desk: &Desk<'_>, site: Site, client: &Client) -> Result<Signed, Failure> {
    let code = desk.asker.secret(&desk.say("login-ask-code"))?;
    let code = code.ok_or_else(|| Failure::new(Exit::Usage, "arguments", desk.say("login-needs-code")))?;
    exchange(site, client, &code, None).await.map_err(|error| failure::of(&error, desk))
}
