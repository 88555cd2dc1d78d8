//! A channel as a body wishes it: which events, where to, how long.

use axum::http::Uri;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::super::super::world::Id;
use super::super::super::world::bigin::{Channel, Deed, Kind, Switches};
use super::super::error::BiginError;
use super::super::write::input;

/// How long a channel may live.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// The longest token, in characters.
const TOKEN: usize = 50;
/// The modules that can be watched.
const WATCHED: [Kind; 7] =
    [Kind::Contacts, Kind::Pipelines, Kind::Accounts, Kind::Products, Kind::Tasks, Kind::Events, Kind::Calls];

/// `watch[]` of a body: 1 to 100 objects.
pub fn elements(body: &[u8]) -> Result<Vec<Map<String, Value>>, BiginError> {
    let body = input::object(body)?;
    let watch = body.get("watch").ok_or_else(|| BiginError::mandatory("watch", "$.watch"))?;
    let wrong = || BiginError::key("watch", "$.watch", "jsonarray");
    let watch = watch.as_array().filter(|watch| !watch.is_empty()).ok_or_else(wrong)?;
    if watch.len() > super::MOST {
        return Err(BiginError::too_many("watch", super::MOST));
    }
    watch.iter().map(|one| one.as_object().cloned()).collect::<Option<_>>().ok_or_else(wrong)
}

/// How long a channel lives that does not say it, or wishes more than [`LONGEST`]: two hours were recorded; the
/// documentation says one.
pub fn usual(switches: Switches) -> SignedDuration {
    SignedDuration::from_hours(if switches.watch_one_hour { 1 } else { 2 })
}

/// An element of `watch[]`.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// See [`usual`].
    pub usual: SignedDuration,
    /// Its place.
    pub at: usize,
    /// What it says.
    pub element: &'a Map<String, Value>,
}

impl Wish<'_> {
    fn path(&self, key: &str) -> String {
        format!("$.watch[{}].{key}", self.at)
    }

    fn wrong(&self, key: &str, expected: &str) -> BiginError {
        BiginError::key(key, &self.path(key), expected)
    }

    fn needed(&self, key: &str) -> Result<&Value, BiginError> {
        let value = self.element.get(key).filter(|value| !value.is_null());
        value.ok_or_else(|| BiginError::mandatory(key, &self.path(key)))
    }

    /// The number of the channel, a number or its digits.
    pub fn number(&self) -> Result<u64, BiginError> {
        let value = self.needed("channel_id")?;
        let number = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok());
        number.filter(|number| *number > 0).ok_or_else(|| self.wrong("channel_id", "bigint"))
    }

    /// The whole channel.
    pub fn channel(&self, user: Id, now: Timestamp) -> Result<Channel, BiginError> {
        let mut channel = Channel {
            number: self.number()?,
            user,
            events: Vec::new(),
            notify_url: String::new(),
            token: None,
            expiry: now + self.usual,
            return_affected: false,
            related: false,
        };
        self.needed("events")?;
        self.needed("notify_url")?;
        self.change(&mut channel, now)?;
        Ok(channel)
    }

    /// Sets what is said.
    pub fn change(&self, channel: &mut Channel, now: Timestamp) -> Result<(), BiginError> {
        let said = |key: &str| self.element.get(key).filter(|value| !value.is_null());
        if let Some(events) = said("events") {
            channel.events = self.events(events)?;
        }
        if let Some(url) = said("notify_url") {
            let url = url.as_str().filter(|url| is_url(url));
            url.ok_or_else(|| self.wrong("notify_url", "website"))?.clone_into(&mut channel.notify_url);
        }
        if let Some(token) = said("token") {
            let token = token.as_str().ok_or_else(|| self.wrong("token", "text"))?;
            if token.chars().count() > TOKEN {
                let mut refusal = self.wrong("token", "text");
                refusal.details["maximum_length"] = json!(TOKEN);
                return Err(refusal);
            }
            channel.token = Some(token.to_owned());
        }
        if let Some(expiry) = said("channel_expiry") {
            let expiry: Option<Timestamp> = expiry.as_str().and_then(|text| text.parse().ok());
            let expiry = expiry.filter(|expiry| *expiry > now);
            let expiry = expiry.ok_or_else(|| self.wrong("channel_expiry", "datetime"))?;
            channel.expiry = if expiry > now + LONGEST { now + self.usual } else { expiry };
        }
        for (key, flag) in [
            ("return_affected_field_values", &mut channel.return_affected),
            ("notify_on_related_action", &mut channel.related),
        ] {
            if let Some(value) = said(key) {
                *flag = value.as_bool().ok_or_else(|| self.wrong(key, "boolean"))?;
            }
        }
        Ok(())
    }

    fn events(&self, value: &Value) -> Result<Vec<(Kind, Deed)>, BiginError> {
        let wrong = || self.wrong("events", "jsonarray");
        let list = value.as_array().filter(|list| !list.is_empty()).ok_or_else(wrong)?;
        let mut events = Vec::new();
        for event in list {
            let (module, word) = event.as_str().and_then(|event| event.split_once('.')).ok_or_else(wrong)?;
            let kind = Kind::of(module).filter(|kind| WATCHED.contains(kind)).ok_or_else(wrong)?;
            let before = events.len();
            events.extend(
                Deed::ALL
                    .into_iter()
                    .filter(|deed| word == "all" || word == deed.word())
                    .map(|deed| (kind, deed)),
            );
            if events.len() == before {
                return Err(wrong());
            }
        }
        events.sort_unstable();
        events.dedup();
        Ok(events)
    }
}

/// Whether something can be posted there, as far as one can see.
fn is_url(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some_and(|host| !host.is_empty())
}
