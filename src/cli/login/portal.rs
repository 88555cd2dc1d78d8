//! Who is signed in, and in which portal of Desk.

use serde_json::{Value, json};

use super::{Desk, ask::tell, failure};
use crate::cli::exit::{Exit, Failure};
use crate::counter;
use crate::model::{OrgId, Organization};
use crate::signin::{self, Client, Signed};
use crate::text::{Arg, Words, line};

/// Who it is, in the portal that was chosen.
pub(super) struct Who {
    inner: signin::Who,
    portal: Option<Organization>,
}

/// Asks who is signed in, and lets people of several portals say which.
pub(super) async fn choose(
    desk: &Desk<'_>,
    signed: &Signed,
    client: &Client,
) -> Result<(Who, Option<String>), Failure> {
    let asked = desk.args.org.as_deref().map(OrgId::new);
    let inner = signin::who(signed, client, asked.as_ref()).await;
    let inner = inner.map_err(|error| failure::of(&error.into(), desk))?;
    let portals = inner.portals.as_ref().map_or(&[][..], Vec::as_slice);
    let known = portals.iter().map(|one| format!("{} ({})", one.id, line(&one.name))).collect::<Vec<_>>();
    let portal = match (&desk.args.org, portals) {
        (Some(id), [_, ..]) => {
            let found = portals.iter().find(|one| one.id.as_str() == id);
            let args = [("id", id.as_str().into()), ("known", known.join(", ").into())];
            let none = || {
                let sentence = desk.words.say_with("login-no-such-portal", &args);
                Failure::new(Exit::NotFound, "no_portal", sentence).with("known", json!(known))
            };
            Some(found.ok_or_else(none)?.clone())
        }
        (_, [only]) => Some(only.clone()),
        (None, [_, _, ..]) => Some(of_several(desk, portals, &known)?),
        (_, []) => None,
    };
    let org = desk.args.org.clone().or_else(|| portal.as_ref().map(|one| one.id.to_string()));
    // Of one portal the profile need not speak.
    let org = org.filter(|_| portals.len() != 1 || desk.args.org.is_some());
    Ok((Who { inner, portal }, org))
}

fn of_several(desk: &Desk, portals: &[Organization], known: &[String]) -> Result<Organization, Failure> {
    let needs = || {
        let args = [("known", known.join(", ").into())];
        Failure::new(Exit::Usage, "arguments", desk.words.say_with("login-needs-portal", &args))
            .with("known", json!(known))
    };
    if !desk.asker.person {
        return Err(needs());
    }
    for (at, portal) in portals.iter().enumerate() {
        tell(&format!("  {}  {}", at + 1, line(&portal.name)));
    }
    let chosen = desk.asker.line(&desk.say("login-ask-portal"))?.parse::<usize>().ok();
    chosen.and_then(|number| portals.get(number.checked_sub(1)?)).cloned().ok_or_else(needs)
}

impl Who {
    pub(super) fn bigin_json(&self) -> Value {
        match &self.inner.bigin {
            Ok(user) => json!({ "name": user.name, "email": user.email }),
            Err(error) => json!({ "error": error.to_string() }),
        }
    }

    pub(super) fn desk_json(&self) -> Value {
        match &self.inner.desk {
            Ok(me) => json!({
                "name": me.agent.name, "email": me.agent.email,
                "portal": self.portal.as_ref().map(|one| json!({ "id": one.id, "name": one.name })),
            }),
            Err(error) => json!({ "error": error.to_string() }),
        }
    }

    /// In sentences.
    pub(super) fn text(&self, words: &Words) -> String {
        let reason = |error: &crate::zoho::Error| counter::Error::Zoho(error.clone()).sentence(words);
        let desk = match &self.inner.desk {
            Ok(me) => {
                let args = [("name", inert(&me.agent.name)), ("email", inert(&me.agent.email))];
                words.say_with("login-done", &args)
            }
            Err(error) => words.say_with("login-unknown-desk", &[("reason", reason(error).into())]),
        };
        let portal = self.portal.as_ref();
        let portal = portal.map(|one| words.say_with("login-portal", &[("name", inert(&one.name))]));
        let bigin = match &self.inner.bigin {
            Ok(user) => words.say_with("login-known-bigin", &[("name", inert(&user.name))]),
            Err(error) => words.say_with("login-unknown-bigin", &[("reason", reason(error).into())]),
        };
        [Some(desk), portal, Some(bigin)].into_iter().flatten().map(|said| said + "\n").collect()
    }
}

/// Foreign text, to be put into a sentence.
fn inert(text: &str) -> Arg {
    line(text).into_owned().into()
}
