//! What a request asks for: who, with which parameters.

use std::collections::BTreeMap;
use std::convert::Infallible;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::super::gate::{Caller, query};
use super::super::server::Shared;
use super::super::world::Id;
use super::super::world::bigin::Kind;
use super::error::BiginError;

/// A request without its body.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The sandbox.
    pub shared: Shared,
    /// Who asks.
    pub caller: Caller,
    /// The query, decoded; the last of a repeated parameter counts.
    pub query: BTreeMap<String, String>,
    modified_since: Option<String>,
}

impl FromRequestParts<Shared> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Infallible> {
        let caller = Caller::from_request_parts(parts, shared).await?;
        let query = query::pairs(parts.uri.query().unwrap_or("")).collect();
        let header = parts.headers.get("if-modified-since").and_then(|value| value.to_str().ok());
        Ok(Self { shared: shared.clone(), caller, query, modified_since: header.map(str::to_owned) })
    }
}

impl Ask {
    /// A parameter, when it is there and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A number within a range; the default when it is not there.
    pub fn number(
        &self,
        name: &str,
        range: std::ops::RangeInclusive<usize>,
        or: usize,
    ) -> Result<usize, BiginError> {
        let Some(text) = self.get(name) else { return Ok(or) };
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| BiginError::parameter(name))
    }

    /// The time after which something must have changed: `If-Modified-Since`, ISO 8601. The documented form has an
    /// offset; without one it is the organization's zone, as a published client sends it. An HTTP date is refused.
    pub fn modified_since(&self) -> Result<Option<Timestamp>, BiginError> {
        let Some(text) = self.since_text() else { return Ok(None) };
        let world = self.shared.world();
        if !world.bigin.settings.switches.modified_since {
            return Ok(None);
        }
        let zone = TimeZone::get(&world.bigin.settings.org.time_zone).unwrap_or(TimeZone::UTC);
        let civil = || text.parse::<DateTime>().ok()?.to_zoned(zone).ok();
        let at = text.parse().ok().or_else(|| civil().map(|zoned| zoned.timestamp()));
        at.map(Some).ok_or_else(|| BiginError::parameter("If-Modified-Since"))
    }

    /// The header as it came.
    pub fn since_text(&self) -> Option<&str> {
        self.modified_since.as_deref()
    }

    /// The module of a path, when the token may do `verb` (`READ`, `CREATE`, …) there.
    pub fn module(&self, api_name: &str, verb: &str) -> Result<Kind, BiginError> {
        let kind = Kind::of(api_name).ok_or_else(BiginError::module)?;
        let noun = api_name.to_lowercase();
        self.scope(&[&format!("ZohoBigin.modules.{noun}.{verb}"), &format!("ZohoBigin.modules.{verb}")])?;
        Ok(kind)
    }

    /// Refuses unless the token has one of the scopes. Not to be asked while the world is held.
    pub fn scope(&self, any: &[&str]) -> Result<(), BiginError> {
        if any.iter().any(|scope| self.caller.may(scope)) {
            return Ok(());
        }
        Err(BiginError::scope(self.shared.world().bigin.settings.switches.scope_403))
    }

    /// The user who asks.
    pub fn user(&self) -> Id {
        self.caller.user.unwrap_or_default()
    }

    /// The names of `fields`: mandatory, at most 50.
    pub fn fields(&self) -> Result<Vec<&str>, BiginError> {
        let fields = self.optional_fields()?;
        fields.ok_or_else(|| BiginError::missing("fields"))
    }

    /// The names of `fields`, when it is there.
    pub fn optional_fields(&self) -> Result<Option<Vec<&str>>, BiginError> {
        let Some(text) = self.get("fields") else { return Ok(None) };
        let fields: Vec<&str> = text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        if fields.len() > MOST_FIELDS {
            let details = serde_json::json!({ "param_name": "fields", "limit": MOST_FIELDS });
            return Err(BiginError::bad("LIMIT_EXCEEDED", details, "the number of fields exceeds the limit"));
        }
        Ok(Some(fields))
    }
}

/// A request's body. One that is too large, or breaks off, is refused in Bigin's own words.
#[derive(Clone, Debug)]
pub struct Sent(pub Bytes);

impl FromRequest<Shared> for Sent {
    type Rejection = BiginError;

    async fn from_request(request: Request, shared: &Shared) -> Result<Self, BiginError> {
        Bytes::from_request(request, shared).await.map(Self).map_err(|refusal| match refusal.status() {
            status @ StatusCode::PAYLOAD_TOO_LARGE => BiginError {
                status,
                code: "REQUEST_ENTITY_TOO_LARGE",
                details: serde_json::json!({}),
                message: "the request body is too large".to_owned(),
            },
            _ => BiginError::body("jsonobject"),
        })
    }
}

/// How many fields a list may name.
const MOST_FIELDS: usize = 50;

/// The id of a path.
pub fn id(text: &str) -> Result<Id, BiginError> {
    text.parse().map_err(|_| BiginError::malformed_id())
}

/// The ids of `ids=a,b`.
pub fn ids(text: &str) -> Result<Vec<Id>, BiginError> {
    text.split(',').map(str::trim).filter(|one| !one.is_empty()).map(id).collect()
}

/// An id in a body: text as documented, or a number as clients of typed languages send it.
pub fn id_value(value: &Value) -> Option<Id> {
    value.as_u64().map(Id).or_else(|| value.as_str()?.trim().parse().ok())
}
