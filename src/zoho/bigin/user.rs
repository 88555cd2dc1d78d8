//! Who is signed in to Bigin.

use serde::Deserialize;

use super::Bigin;
use crate::{
    model::UserId,
    zoho::{
        Error, Service,
        transport::Call,
        wire::{List, Text},
    },
};

/// The user of Bigin who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// Their full name.
    pub name: String,
    /// Their e-mail; empty when Bigin did not say.
    pub email: String,
    /// Their time zone, an IANA name.
    pub time_zone: Option<String>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    users: List<Wire>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wire {
    id: Text,
    full_name: Text,
    email: Text,
    time_zone: Text,
}

impl Bigin {
    /// The user who is signed in (`GET /users?type=CurrentUser`). Scope `ZohoBigin.users.READ`.
    pub async fn me(&self) -> Result<User, Error> {
        let call = Call::bigin(&["users"]).with("type", "CurrentUser");
        let answer = self.transport.send(&call).await?.record::<Answer>()?;
        let user = answer.users.0.into_iter().find_map(|user| {
            Some(User {
                id: UserId::new(user.id.some()?),
                name: user.full_name.or_empty(),
                email: user.email.or_empty(),
                time_zone: user.time_zone.some(),
            })
        });
        user.ok_or_else(|| Error::Garbled { service: Service::Bigin, why: "it names no user".into() })
    }
}
