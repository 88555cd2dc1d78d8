//! Where to sign in, and as which client.

use super::Desk;
use super::failure;
use crate::cli::exit::{Exit, Failure};
use crate::cli::ground::Ground;
use crate::cli::target::{self, TargetArgs};
use crate::config::{HostNames, Profile};
use crate::signin::{Client, Site};
use crate::zoho::DataCentre;

/// As the command line says, else as the profile that is there says, else as the person says. A sandbox tells its client
/// itself.
pub(super) async fn find(
    desk: &Desk<'_>,
    target: &TargetArgs,
    ground: &Ground,
) -> Result<(Site, Client), Failure> {
    if target.sandbox.is_some() {
        let profile = target::profile(target, ground).await?;
        let site = Site::of(profile.hosts).map_err(|error| failure::of(&error.into(), desk))?;
        let client = Client { id: profile.sign_in.client_id, secret: profile.sign_in.client_secret };
        return Ok((site, client));
    }
    let name = target.profile.as_deref().unwrap_or("default");
    let (before, left) = (Profile::read(&ground.paths, name).ok(), Profile::signed_out(&ground.paths, name));
    let site = Site::of(place(desk, left.as_ref().map(|(hosts, _)| hosts))?)
        .map_err(|error| failure::of(&error.into(), desk))?;
    let id = match (&desk.args.client_id, left) {
        (Some(id), _) => id.trim().to_owned(),
        (None, Some((_, id))) => id,
        (None, None) if desk.asker.person => desk.asker.line(&desk.say("login-ask-client"))?,
        (None, None) => String::new(),
    };
    if id.is_empty() {
        return Err(Failure::new(Exit::Usage, "arguments", desk.say("login-needs-client")));
    }
    // Whose client is the same has said its secret before.
    let same = before.filter(|before| before.sign_in.client_id == id && desk.asker.person);
    let secret = match same {
        Some(before) => Some(before.sign_in.client_secret),
        None => desk.asker.secret(&desk.say("login-ask-secret"))?,
    };
    let secret =
        secret.ok_or_else(|| Failure::new(Exit::Usage, "arguments", desk.say("login-needs-secret")))?;
    Ok((site, Client { id, secret }))
}

fn place(desk: &Desk, before: Option<&HostNames>) -> Result<HostNames, Failure> {
    let known = DataCentre::ALL.map(|centre| centre.to_string()).join(", ");
    let code = match (&desk.args.dc, before) {
        (Some(code), _) => code.clone(),
        (None, Some(before)) => return Ok(before.clone()),
        (None, None) if desk.asker.person => {
            desk.asker.line(&desk.words.say_with("login-ask-centre", &[("known", known.as_str().into())]))?
        }
        (None, None) => String::new(),
    };
    match code.parse::<DataCentre>() {
        Ok(centre) => Ok(HostNames::Centre(centre.to_string())),
        Err(_) => Err(Failure::new(
            Exit::Usage,
            "arguments",
            desk.words.say_with("login-needs-centre", &[("known", known.into())]),
        )),
    }
}
