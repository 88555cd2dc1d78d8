//! What a request asks for: who, with which parameters.

use std::collections::BTreeMap;
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::Timestamp;

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

    /// The time after which something must have changed: `If-Modified-Since`, ISO 8601 with an offset.
    pub fn modified_since(&self) -> Result<Option<Timestamp>, BiginError> {
        let Some(text) = &self.modified_since else { return Ok(None) };
        text.parse().map(Some).map_err(|_| BiginError::parameter("If-Modified-Since"))
    }

    /// The module of a path, when the token may do `verb` (`READ`, `CREATE`, …) there.
    pub fn module(&self, api_name: &str, verb: &str) -> Result<Kind, BiginError> {
        let kind = Kind::of(api_name).ok_or_else(BiginError::module)?;
        let noun = api_name.to_lowercase();
        self.scope(&[&format!("ZohoBigin.modules.{noun}.{verb}"), &format!("ZohoBigin.modules.{verb}")])?;
        Ok(kind)
    }

    /// Refuses unless the token has one of the scopes.
    pub fn scope(&self, any: &[&str]) -> Result<(), BiginError> {
        if any.iter().any(|scope| self.caller.may(scope)) { Ok(()) } else { Err(BiginError::scope()) }
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

/// How many fields a list may name.
const MOST_FIELDS: usize = 50;

/// The id of a path.
pub fn id(text: &str) -> Result<Id, BiginError> {
    text.parse().map_err(|_| BiginError::malformed_id())
}
