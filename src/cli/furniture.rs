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
use crate::text::fold;

/// For how long what was fetched is good enough.
const GOOD: SignedDuration = SignedDuration::from_mins(10);

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
        source.refresh(Slot::FROM_ADDRESSES.key().clone(), fetched).await?;
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

    /// Finds something by its name, case and accents aside; says which there are when there is none. `kind` and `id`
    /// name the failure and its sentence, which takes `name` and `known`.
    pub async fn named<T: Clone>(
        &mut self,
        source: &mut Source<'_>,
        wanted: &str,
        (kind, id): (&'static str, &str),
        list: impl Fn(&Self) -> Vec<(String, T)>,
    ) -> Result<T, Failure> {
        let folded = fold(wanted.trim());
        let find = |known: &Self| list(known).into_iter().find(|(name, _)| fold(name) == folded);
        let mut found = find(self);
        if found.is_none() {
            self.renew(source).await?;
            found = find(self);
        }
        found.map(|(_, value)| value).ok_or_else(|| {
            let names: Vec<String> = list(self).into_iter().map(|(name, _)| name).collect();
            let args = [("name", wanted.into()), ("known", names.join(", ").into())];
            let sentence = source.open.words.say_with(id, &args);
            Failure::new(Exit::NotFound, kind, sentence).with("known", json!(names))
        })
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
