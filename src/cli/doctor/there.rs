//! What Zoho says.

use super::finding::Finding;
use super::here::command;
use crate::cli::exit::{Exit, Failure};
use crate::cli::ground::Ground;
use crate::config::Profile;
use crate::counter;
use crate::model::{Me, OrgId, Organization, Permissions};
use crate::signin::{Site, scopes};
use crate::text::{Words, line};
use crate::zoho::{Error, Settings, SignIn, User, Zoho};

/// Clocks that are further apart than this deserve a word, in seconds.
const APART: i64 = 60;

/// Signs in and asks both services.
pub(super) async fn zoho(profile: &Profile, name: &str, ground: &Ground) -> Vec<Finding> {
    let words = &ground.words;
    let sign_in = SignIn {
        client_id: profile.sign_in.client_id.clone(),
        client_secret: profile.sign_in.client_secret.clone(),
        refresh_token: profile.sign_in.refresh_token.clone(),
    };
    let given = async {
        let site = Site::of(profile.hosts.clone())?;
        let given = site.accounts()?.scopes(&sign_in).await?;
        Ok::<_, Error>((site, given))
    };
    let (site, given) = match given.await {
        Ok(given) => given,
        Err(error) => return vec![refused("token", "doctor-token-bad", &error, words)],
    };
    let mut found = vec![Finding::good("token", words.say("doctor-token"))];
    found.extend(scopes_of(&given, name, words));
    let org = profile.org.clone().map(OrgId::new);
    let zoho = match Zoho::connect(site.hosts, sign_in, org, Settings::default()) {
        Ok(zoho) => zoho,
        Err(error) => return vec![refused("token", "doctor-token-bad", &error, words)],
    };
    let (bigin, me, portals, departments, may) = tokio::join!(
        zoho.bigin.me(),
        zoho.desk.me(),
        zoho.desk.organizations(),
        zoho.desk.departments(),
        zoho.desk.permissions()
    );
    found.push(clock(&zoho, words));
    found.push(of_bigin(bigin, words));
    found.push(of_desk(me, departments.map(|all| all.len()), words));
    found.extend(portals.ok().and_then(|all| several(&all, profile, name, ground)));
    found.extend(may.ok().into_iter().flat_map(|may| permissions(may, words)));
    if let Some(left) = zoho.credits().desk_left {
        let left = i64::try_from(left).unwrap_or(i64::MAX);
        found.push(Finding::good("credits", words.say_with("doctor-credits", &[("left", left.into())])));
    }
    found
}

/// A service that says no, with its reason and the exit code of a command that hears the same.
fn refused(kind: &'static str, id: &str, error: &Error, words: &Words) -> Finding {
    let failure = Failure::of(&counter::Error::Zoho(error.clone()), words);
    let said = words.say_with(id, &[("reason", failure.sentence.as_str().into())]);
    Finding::of(kind, &failure, said)
}

fn scopes_of(given: &[String], name: &str, words: &Words) -> Vec<Finding> {
    if given.is_empty() {
        return vec![Finding::good("scopes", words.say("doctor-scopes-unsaid"))];
    }
    let missing = scopes::missing(given);
    if missing.is_empty() {
        return vec![Finding::good("scopes", words.say("doctor-scopes"))];
    }
    let say = |scope: &&scopes::Scope| {
        let args = [
            ("scope", scope.name.into()),
            ("what", words.say(scope.what_for).into()),
            ("command", format!("{} --replace", command(name)).into()),
        ];
        Finding::poor("scopes", words.say_with("doctor-scope-missing", &args))
    };
    missing.iter().map(say).collect()
}

fn clock(zoho: &Zoho, words: &Words) -> Finding {
    let apart = zoho.skew().as_secs().abs();
    if apart > APART {
        return Finding::poor("clock", words.say_with("doctor-clock-bad", &[("seconds", apart.into())]));
    }
    Finding::good("clock", words.say("doctor-clock"))
}

fn of_bigin(me: Result<User, Error>, words: &Words) -> Finding {
    match me {
        Ok(me) => {
            let name = line(&me.name).into_owned();
            Finding::good("bigin", words.say_with("doctor-bigin", &[("name", name.into())]))
        }
        Err(error) => refused("bigin", "doctor-bigin-bad", &error, words),
    }
}

fn of_desk(me: Result<Me, Error>, departments: Result<usize, Error>, words: &Words) -> Finding {
    match me.and_then(|me| Ok((me, departments?))) {
        Ok((me, departments)) => {
            let args = [
                ("name", line(&me.agent.name).into_owned().into()),
                ("portal", line(&me.portal).into_owned().into()),
                ("count", departments.into()),
            ];
            Finding::good("desk", words.say_with("doctor-desk", &args))
        }
        Err(error) => refused("desk", "doctor-desk-bad", &error, words),
    }
}

/// People of several portals should say in which one they work.
fn several(portals: &[Organization], profile: &Profile, name: &str, ground: &Ground) -> Option<Finding> {
    if portals.len() < 2 || profile.org.is_some() {
        return None;
    }
    let known: Vec<_> = portals.iter().map(|one| format!("{} ({})", one.id, line(&one.name))).collect();
    let path = ground.paths.profile(name).display().to_string();
    let args = [("path", path.into()), ("known", known.join(", ").into())];
    Some(Finding::poor("portal", ground.words.say_with("doctor-portals", &args)))
}

fn permissions(may: Permissions, words: &Words) -> Vec<Finding> {
    let each = [
        (may.view_tickets, "doctor-may-view-tickets"),
        (may.create_tickets, "doctor-may-create-tickets"),
        (may.edit_tickets, "doctor-may-edit-tickets"),
        (may.close_tickets, "doctor-may-close-tickets"),
        (may.send_mail, "doctor-may-send-mail"),
        (may.comment, "doctor-may-comment"),
    ];
    let list = |wanted: bool| {
        let all: Vec<_> =
            each.iter().filter(|(may, _)| *may == wanted).map(|(_, id)| words.say(id)).collect();
        (!all.is_empty()).then(|| all.join(", "))
    };
    let may = list(true)
        .map(|what| Finding::good("permissions", words.say_with("doctor-may", &[("what", what.into())])));
    let may_not = list(false).map(|what| {
        let said = words.say_with("doctor-may-not", &[("what", what.into())]);
        // Without tickets there is no counter; the rest is greyed.
        if each[0].0 {
            Finding::poor("permissions", said)
        } else {
            Finding::bad("permissions", Exit::NotAllowed, said)
        }
    });
    may.into_iter().chain(may_not).collect()
}
