//! Who is signed in, as each of the two services knows them.

use super::{Client, Signed};
use crate::model::{Me, OrgId, Organization};
use crate::zoho::{Error, Settings, SignIn, User, Zoho};

/// Who is signed in. Either service may refuse: somebody may be known to one of them only.
#[derive(Clone, Debug)]
pub struct Who {
    /// In Bigin.
    pub bigin: Result<User, Error>,
    /// In Desk, in the portal that was asked about, or in their own.
    pub desk: Result<Me, Error>,
    /// The portals of Desk in which they can work.
    pub portals: Result<Vec<Organization>, Error>,
}

/// Asks both services at once.
pub async fn who(signed: &Signed, client: &Client, portal: Option<&OrgId>) -> Result<Who, Error> {
    let sign_in = SignIn {
        client_id: client.id.clone(),
        client_secret: client.secret.clone(),
        refresh_token: signed.refresh_token.clone(),
    };
    let zoho = Zoho::connect(signed.site.hosts.clone(), sign_in, portal.cloned(), Settings::default())?;
    let (bigin, desk, portals) = tokio::join!(zoho.bigin.me(), zoho.desk.me(), zoho.desk.organizations());
    Ok(Who { bigin, desk, portals })
}
