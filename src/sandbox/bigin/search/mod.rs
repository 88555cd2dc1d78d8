//! `GET /M/search`: by `criteria`, `email`, `phone` or `word`, on an index that may be behind.

/// The grammar of criteria.
pub mod criteria;
/// Whether a record meets a condition.
mod meets;
/// Which records may meet a criteria, from the indexes.
mod narrow;
/// Searches that are refused.
mod refuse;
/// Whether a condition's operator and values are of its field's type.
mod suits;

use std::collections::HashSet;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::bigin::record::digits;
use super::super::world::bigin::{Bigin, Kind, Name, Record};
use super::super::world::words::split;
use super::super::world::{Id, Item, Key};
use super::ask::Ask;
use super::error::BiginError;
use super::page::Page;
use super::show::Show;
use meets::Test;

/// The parameters of which a search has one.
const WAYS: [&str; 4] = ["criteria", "email", "phone", "word"];
/// How many records a search reaches.
const REACH: usize = 2000;
/// How many characters a word has at least (the published file of the search).
const SHORTEST: usize = 2;

/// What a search looks for.
#[derive(Debug)]
pub enum Wanted {
    /// A criteria, its fields resolved.
    Criteria(Test),
    /// An address, in any e-mail field.
    Email(String),
    /// The digits of a number, in any phone field.
    Phone(String),
    /// Words, the last one perhaps not finished, anywhere in a record's searchable texts.
    Word(String),
}

impl Wanted {
    /// The one search parameter of a request; `None` without any.
    pub fn of(ask: &Ask, bigin: &Bigin, kind: Kind) -> Result<Option<Self>, BiginError> {
        let named: Vec<&str> = WAYS.into_iter().filter(|way| ask.get(way).is_some()).collect();
        if named.len() > 1 {
            return Err(BiginError::ambiguous(&named));
        }
        if let Some(text) = ask.get("criteria") {
            let criteria = criteria::parse(text).map_err(refuse::unclear)?;
            return Test::of(bigin, kind, &criteria).map(|test| Some(Self::Criteria(test)));
        }
        if let Some(email) = ask.get("email") {
            return Ok(Some(Self::Email(email.to_lowercase())));
        }
        if let Some(phone) = ask.get("phone") {
            return Ok(Some(Self::Phone(digits(phone))));
        }
        match ask.get("word") {
            Some(word) if word.chars().count() < SHORTEST || split(word).next().is_none() => {
                Err(BiginError::parameter("word"))
            }
            Some(word) => Ok(Some(Self::Word(word.to_owned()))),
            None => Ok(None),
        }
    }

    fn finds(&self, bigin: &Bigin, record: &Record) -> bool {
        match self {
            Self::Criteria(test) => test.meets(bigin, record),
            Self::Email(email) => {
                record.values.text(Name::EMAIL).is_some_and(|own| own.to_lowercase() == *email)
            }
            Self::Phone(number) => [Name::PHONE, Name::MOBILE, Name::HOME_PHONE]
                .into_iter()
                .any(|name| record.values.text(name).is_some_and(|own| digits(own) == *number)),
            Self::Word(text) => {
                let mut texts = Vec::new();
                record.texts(&mut texts);
                let own: HashSet<String> = texts.into_iter().flat_map(split).collect();
                let mut words = split(text).peekable();
                while let Some(word) = words.next() {
                    let last = words.peek().is_none();
                    let found = own.contains(&word) || (last && own.iter().any(|own| own.starts_with(&word)));
                    if !found {
                        return false;
                    }
                }
                true
            }
        }
    }
}

/// The records found, the last changed first; as the index knows them.
pub fn find(bigin: &Bigin, kind: Kind, wanted: &Wanted) -> Vec<Id> {
    let records = bigin.records(kind);
    let narrowed: Option<Vec<Id>> = match wanted {
        Wanted::Criteria(test) => narrow::candidates(bigin, kind, test),
        Wanted::Email(email) => Some(records.under(&Key::Email(email.as_str().into())).ids().collect()),
        Wanted::Phone(number) => Some(records.under(&Key::Phone(number.as_str().into())).ids().collect()),
        Wanted::Word(text) => records.words().all_of(text, true),
    };
    let mut ids = narrowed.unwrap_or_else(|| records.order("id").ids().collect());
    let unsettled: Vec<Id> = records.unsettled().collect();
    // The indexes answer all but criteria exactly, as long as nothing has changed that they may not know yet.
    let exact = unsettled.is_empty() && !matches!(wanted, Wanted::Criteria(_));
    ids.extend(unsettled);
    ids.sort_unstable();
    ids.dedup();
    let found = ids.into_iter().filter_map(|id| records.indexed(id));
    let mut rows: Vec<(i64, Id)> = found
        .filter(|record| record.is_live() && (exact || wanted.finds(bigin, record)))
        .map(|record| (record.modified.as_second(), record.id))
        .collect();
    rows.sort_unstable_by(|a, b| b.cmp(a));
    rows.into_iter().map(|(_, id)| id).collect()
}

/// A page of what is found, whole records; 204 for nothing.
pub async fn search(ask: Ask, Path(module): Path<String>) -> Result<Response, BiginError> {
    let kind = ask.module(&module, "READ")?;
    ask.scope(&["ZohoSearch.securesearch.READ"])?;
    let world = ask.shared.world();
    let bigin = &world.bigin;
    let page = Page::plain(&ask, world.now())?;
    if page.is_beyond(REACH) {
        return Err(refuse::beyond(REACH));
    }
    let Some(wanted) = Wanted::of(&ask, bigin, kind)? else {
        return Err(refuse::nothing(&WAYS));
    };
    let found = find(bigin, kind, &wanted);
    let show = Show::new(bigin);
    let records = bigin.records(kind);
    let rows = found.iter().skip(page.skip()).take(page.size);
    let data: Vec<Value> =
        rows.filter_map(|id| records.indexed(*id)).map(|record| show.whole(record)).collect();
    if data.is_empty() {
        return Ok(answer::no_content());
    }
    let more = found.len().min(REACH) > page.skip() + data.len();
    let info = page.info(data.len(), more);
    Ok(answer::json(StatusCode::OK, &json!({ "data": data, "info": info })))
}
