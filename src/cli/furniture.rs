//! Departments, statuses, agents: what a command calls by name. Kept for some minutes, since a script may run a hundred
//! commands; a *no* that rests on what was kept is asked again before it is said.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::exit::{Exit, Failure};
use super::print::Names;
use super::source::Source;
use crate::counter::fetch;
use crate::model::{Agent, Channel, Department, FromAddress, Me, Permissions, Status};
use crate::store::cache::{Cache, Error, Slot};
use crate::text::{Standard, Words, fold};

/// For how long what was fetched is good enough.
const GOOD: SignedDuration = SignedDuration::from_mins(10);

/// What is called by its name: how a script learns that there is none of it, the sentence, which takes `name` and
/// `known`, and whether Zoho's own names have a word in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Called(&'static str, &'static str, Option<Standard>);

/// A department.
pub const DEPARTMENT: Called = Called("no_department", "cli-no-such-department", None);
/// A status.
pub const STATUS: Called = Called("no_status", "cli-no-such-status", Some(Standard::Status));
/// A priority.
pub const PRIORITY: Called = Called("no_priority", "cli-no-such-priority", Some(Standard::Priority));
/// A channel.
pub const CHANNEL: Called = Called("no_channel", "cli-no-such-channel", Some(Standard::Channel));
/// An agent, by e-mail.
pub const AGENT: Called = Called("no_agent", "cli-no-such-assignee", None);

/// What the portal calls things.
#[derive(Clone, Debug, Default)]
pub struct Furniture {
    /// Who is signed in; none when that was never fetched.
    pub me: Option<Me>,
    /// What they may do.
    pub permissions: Option<Permissions>,
    /// The departments in use.
    pub departments: Vec<Department>,
    /// The statuses.
    pub statuses: Vec<Status>,
    /// The priorities by name.
    pub priorities: Vec<String>,
    /// The channels.
    pub channels: Vec<Channel>,
    /// The agents.
    pub agents: Vec<Agent>,
    /// The addresses to send from.
    pub from: Vec<FromAddress>,
    /// Whether it was fetched by this very command.
    fresh: bool,
}

impl Furniture {
    /// As it is known, fetched when that is too long ago.
    pub async fn ready(source: &mut Source<'_>) -> Result<Self, Failure> {
        let (known, at) = source.open.ask(|cache| read(cache)).await?;
        let young = at.is_some_and(|at| Timestamp::now().duration_since(at) < GOOD);
        if young || !source.is_live() { Ok(known) } else { Self::again(source).await }
    }

    async fn again(source: &mut Source<'_>) -> Result<Self, Failure> {
        let services = &source.open.services;
        let fetched = fetch::furniture(services, Timestamp::now(), || ());
        let _ = source.refresh(Slot::FROM_ADDRESSES.key().clone(), fetched).await?;
        let (known, _) = source.open.ask(|cache| read(cache)).await?;
        Ok(Self { fresh: source.is_live(), ..known })
    }

    /// Refuses with the sentence `why` when the agent may not. Nothing is sent to find out.
    pub async fn allow(
        &mut self,
        source: &mut Source<'_>,
        why: &str,
        may: impl Fn(Permissions) -> bool,
    ) -> Result<(), Failure> {
        // Not known: Desk decides.
        if self.permissions.is_none_or(&may) {
            return Ok(());
        }
        self.renew(source).await?;
        if self.permissions.is_none_or(may) {
            return Ok(());
        }
        Err(Failure::new(Exit::NotAllowed, "not_allowed", source.open.words.say(why)))
    }

    /// Finds something by its name, or by its word in the reader's language, case and accents aside; says which there
    /// are when there is none.
    pub async fn named<T: Clone>(
        &mut self,
        source: &mut Source<'_>,
        wanted: &str,
        called: Called,
        list: impl Fn(&Self) -> Vec<(String, T)>,
    ) -> Result<T, Failure> {
        let words = &source.open.words;
        let mut found = pick(&list(self), wanted, called, words);
        if found.is_none() {
            self.renew(source).await?;
            found = pick(&list(self), wanted, called, words);
        }
        if let Some(found) = found {
            return Ok(found);
        }
        let names: Vec<String> = list(self).into_iter().map(|(name, _)| name).collect();
        if names.is_empty() && !source.is_live() {
            return Err(source.never(&[words.say("cli-never-portal")]));
        }
        let known: Vec<String> = names.iter().map(|name| called.both(name, words)).collect();
        let args = [("name", wanted.into()), ("known", known.join(", ").into())];
        let Called(kind, sentence, _) = called;
        Err(Failure::new(Exit::NotFound, kind, words.say_with(sentence, &args)).with("known", json!(names)))
    }

    /// The names that tickets know only by id.
    pub fn names(&self) -> Names {
        Names(self.departments.clone())
    }

    async fn renew(&mut self, source: &mut Source<'_>) -> Result<(), Failure> {
        if !self.fresh && source.is_live() {
            *self = Self::again(source).await?;
        }
        Ok(())
    }
}

impl Called {
    /// The word for a name in the reader's language.
    fn said(self, name: &str, words: &Words) -> String {
        self.2.map_or_else(|| name.to_owned(), |of| words.standard(of, name))
    }

    /// The word, and the portal's name where that is another.
    fn both(self, name: &str, words: &Words) -> String {
        let said = self.said(name, words);
        if said == name { said } else { format!("{said} ({name})") }
    }
}

/// The portal's own name goes first; a word that several of them share says nothing.
fn pick<T: Clone>(list: &[(String, T)], wanted: &str, called: Called, words: &Words) -> Option<T> {
    let folded = fold(wanted.trim());
    if let Some((_, value)) = list.iter().find(|(name, _)| fold(name) == folded) {
        return Some(value.clone());
    }
    let mut meant = list.iter().filter(|(name, _)| fold(&called.said(name, words)) == folded);
    match (meant.next(), meant.next()) {
        (Some((_, value)), None) => Some(value.clone()),
        _ => None,
    }
}

fn read(cache: &Cache) -> Result<(Furniture, Option<Timestamp>), Error> {
    let (from, at) =
        cache.get(&Slot::FROM_ADDRESSES)?.map_or((Vec::new(), None), |(from, at)| (from, Some(at)));
    let departments = value(cache.get(&Slot::DEPARTMENTS)?).unwrap_or_default();
    let furniture = Furniture {
        me: value(cache.get(&Slot::ME)?),
        permissions: value(cache.get(&Slot::PERMISSIONS)?),
        departments: departments.into_iter().filter(|department| department.enabled).collect(),
        statuses: value(cache.get(&Slot::STATUSES)?).unwrap_or_default(),
        priorities: value(cache.get(&Slot::PRIORITIES)?).unwrap_or_default(),
        channels: value(cache.get(&Slot::CHANNELS)?).unwrap_or_default(),
        agents: value(cache.get(&Slot::AGENTS)?).unwrap_or_default(),
        from,
        fresh: false,
    };
    Ok((furniture, at))
}

fn value<T>(slot: Option<(T, Timestamp)>) -> Option<T> {
    slot.map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_status_is_meant_by_its_name_or_by_its_word_and_the_portals_own_goes_first() {
        let words = Words::new(Lang::PtBr);
        let meant = |names: &[&str], wanted: &str| {
            let list: Vec<_> = names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
            pick(&list, wanted, STATUS, &words)
        };
        assert_eq!(meant(&["Open", "On Hold"], "ABERTO").as_deref(), Some("Open"));
        assert_eq!(meant(&["Open", "On Hold"], "on hold").as_deref(), Some("On Hold"));
        assert_eq!(meant(&["Open", "Aberto"], "aberto").as_deref(), Some("Aberto"));
        assert_eq!(meant(&["On Hold", "OnHold"], "em espera"), None);
        let list = [("Medium".to_owned(), 1)];
        assert_eq!(pick(&list, "media", PRIORITY, &words), Some(1));
        assert_eq!(STATUS.both("Open", &words), "Aberto (Open)");
        assert_eq!(STATUS.both("Waiting for customer", &words), "Waiting for customer");
    }
}
