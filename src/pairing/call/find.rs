//! Records by value, from the search indexes.

use super::{Caller, Verb, nothing};
use crate::pairing::wire::{module, sort};
use crate::sync::{
    Kind, Side,
    engine::{Answer, Seek},
};
use crate::zoho::{self, Sort, records::Record};

impl Caller {
    pub(super) async fn find(&self, side: Side, kind: Kind, seeks: &[Seek]) -> Verb {
        let Some(sort) = sort(kind) else { return Ok(nothing(self.date())) };
        let (records, calls) = match side {
            Side::Bigin => {
                let values = self.values(side, kind, seeks);
                let calls = values.len().div_ceil(15);
                if values.is_empty() {
                    (Vec::new(), 0)
                } else {
                    (self.zoho.bigin.records_with(module(kind), &values).await?, calls)
                }
            }
            Side::Desk => self.find_in_desk(sort, kind, seeks).await?,
        };
        let rows = self.rows(side, kind, &records);
        Ok((Answer::Rows { rows, more: false, date: self.date() }, calls as u64))
    }

    /// Each seek as a field's name and a value; what has no field is not looked for.
    fn values(&self, side: Side, kind: Kind, seeks: &[Seek]) -> Vec<(String, String)> {
        let Some(names) = self.wire.kind(kind) else { return Vec::new() };
        let value = |seek: &Seek| match seek {
            Seek::Mark(id) => Some((names.mark(side)?.to_owned(), id.to_string())),
            Seek::Key(field, value) => {
                Some((names.name(side, *field)?.to_owned(), value.as_text()?.to_owned()))
            }
        };
        seeks.iter().filter_map(value).collect()
    }

    /// Desk is asked parameter by parameter.
    async fn find_in_desk(
        &self,
        sort: Sort,
        kind: Kind,
        seeks: &[Seek],
    ) -> Result<(Vec<Record>, usize), zoho::Error> {
        let (mut found, mut calls) = (Vec::new(), 0);
        let mut left = self.values(Side::Desk, kind, seeks);
        while let Some(name) = left.first().map(|(name, _)| name.clone()) {
            let (same, rest) = left.into_iter().partition::<Vec<_>, _>(|(other, _)| *other == name);
            left = rest;
            let Some(param) = parameter(&name) else { continue };
            let values: Vec<String> = same.into_iter().map(|(_, value)| value).collect();
            let (values, asked) = if param == CUSTOM { of_custom(&name, &values) } else { (values, 0) };
            calls += if asked == 0 { values.len().div_ceil(20) } else { asked };
            found.extend(self.zoho.desk.records_with(sort, param, &values).await?);
        }
        Ok((found, calls))
    }
}

const CUSTOM: &str = "customField1";

/// The parameter of Desk's search for a field; none where it cannot be searched by.
fn parameter(name: &str) -> Option<&'static str> {
    if name.starts_with("cf_") {
        return Some(CUSTOM);
    }
    ["email", "phone", "mobile", "firstName", "lastName", "accountName"]
        .into_iter()
        .find(|known| *known == name)
}

/// Values of a custom field: its name stands before the first of each call.
fn of_custom(name: &str, values: &[String]) -> (Vec<String>, usize) {
    let named = |chunk: &[String]| {
        let mut chunk = chunk.to_vec();
        chunk[0] = format!("{name}:{}", chunk[0]);
        chunk
    };
    let all: Vec<String> = values.chunks(20).flat_map(named).collect();
    let calls = values.len().div_ceil(20);
    (all, calls)
}
