//! One call, as an operation sees it: who asks, for what, when; never how the bytes came.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::answer::Refusal;
use super::query::Query;
use super::route::Params;
use crate::sandbox::world::id::Id;

/// A file that came in a multipart body.
#[derive(Debug, Clone)]
pub struct Brought {
    /// The file's name, as the client gave it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a call carries besides its path and query.
#[derive(Debug, Clone, Default)]
pub enum Payload {
    /// Nothing.
    #[default]
    Empty,
    /// A JSON object.
    Json(Map<String, Value>),
    /// A file in a multipart body.
    File(Brought),
    /// Something else: a media type that is not read, or JSON that is not an object.
    Unreadable,
}

/// One call.
#[derive(Debug, Clone)]
pub struct Call {
    /// The agent whose token it is.
    pub agent: Id,
    /// `http://127.0.0.1:PORT`, for the links in answers.
    pub base: String,
    /// The sandbox's time at the moment of the call.
    pub now: Timestamp,
    /// The segments of the path that the route names.
    pub params: Params,
    /// The query.
    pub query: Query,
    /// The body.
    pub payload: Payload,
    /// The `sourceId` header: webhooks may ignore it.
    pub source: Option<String>,
    /// Whether the address that the operation asked about answers; `None` before it asked ([`Answer::Ask`]).
    ///
    /// [`Answer::Ask`]: super::answer::Answer::Ask
    pub url_answers: Option<bool>,
}

impl Call {
    /// What is shown to an agent without a call of theirs, as webhooks show it.
    pub fn of_system(agent: Id, base: &str, now: Timestamp) -> Self {
        Self {
            agent,
            base: base.to_owned(),
            now,
            params: Params::new(),
            query: Query::default(),
            payload: Payload::Empty,
            source: None,
            url_answers: None,
        }
    }

    /// A named segment of the path.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value.as_str())
    }

    /// A named segment that has to be an id; anything else is a path that does not exist.
    pub fn id(&self, name: &str) -> Result<Id, Refusal> {
        self.param(name).parse().map_err(|_| Refusal::not_found())
    }

    /// An id given in the query.
    pub fn query_id(&self, name: &str) -> Result<Option<Id>, Refusal> {
        self.query.text(name).map(|text| text.parse().map_err(|_| Refusal::bad_parameter(name))).transpose()
    }

    /// Ids given in the query as a comma list.
    pub fn query_ids(&self, name: &str) -> Result<Vec<Id>, Refusal> {
        let parse = |text: &str| text.parse().map_err(|_| Refusal::bad_parameter(name));
        self.query.list(name).into_iter().map(parse).collect()
    }

    /// The JSON body, which has to be there.
    pub fn json(&self) -> Result<&Map<String, Value>, Refusal> {
        match &self.payload {
            Payload::Json(map) if map.is_empty() => Err(Refusal::empty_payload()),
            Payload::Json(map) => Ok(map),
            Payload::Empty => Err(Refusal::empty_payload()),
            Payload::File(_) | Payload::Unreadable => Err(Refusal::media_type()),
        }
    }

    /// The file of a multipart body.
    pub fn file(&self) -> Result<&Brought, Refusal> {
        match &self.payload {
            Payload::File(file) => Ok(file),
            Payload::Empty => Err(Refusal::field("/file", "missing")),
            Payload::Json(_) | Payload::Unreadable => Err(Refusal::media_type()),
        }
    }
}
