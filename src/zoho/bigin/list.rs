//! Lists, a page at a time (bigin.md §4.1). All records come in Bigin's own order; changed ones newest change first,
//! from the list itself, since the search index lags behind writes by up to 20 s.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::Deserialize;

use super::{Bigin, api_name, record::Raw};
use crate::{
    model::Module,
    zoho::{
        Error, Page, PageAt,
        page::Top,
        transport::{Answer, Call},
        wire::{Count, Flag, List, Maybe, Text},
    },
};

/// The most that Bigin gives at once.
pub(super) const PER_PAGE: usize = 200;
/// How often a list is read at most that changes all the time.
const READINGS: usize = 5;
/// Marks a page that is named by number: only when Bigin says that there is more and gives no token.
const NUMBERED: &str = "#";

#[derive(Deserialize)]
pub(super) struct Rows {
    #[serde(default)]
    pub data: List<Raw>,
    #[serde(default)]
    pub info: Maybe<Info>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Info {
    page: Count,
    pub more_records: Flag,
    pub next_page_token: Text,
}

impl Bigin {
    /// One page of a module, each row made by `make`; rows that are no records are passed over.
    pub(super) async fn list<Row>(
        &self,
        module: Module,
        fields: &str,
        page: &PageAt,
        make: impl Fn(&Raw) -> Option<Row>,
    ) -> Result<Page<Row>, Error> {
        let mut call = Call::bigin(&[api_name(module)]).with("fields", fields).with("per_page", PER_PAGE);
        if page.changed_since.is_some() {
            call = call.with("sort_by", "Modified_Time").with("sort_order", "desc");
        }
        call = match page.token.as_deref().map(|token| (token, token.strip_prefix(NUMBERED))) {
            None => call,
            Some((_, Some(number))) => call.with("page", number),
            Some((token, None)) => call.with("page_token", token),
        };
        let answer = self.transport.send(&call).await?;
        read(&answer, page, make)
    }

    /// All rows of a list that is short by nature (what hangs on one record): up to 2 000, which is where Bigin stops
    /// counting pages. Pages that are counted skip rows when others leave the list meanwhile: one that has several is
    /// read again until nobody is new in it.
    pub(super) async fn all<Row>(
        &self,
        call: &Call,
        make: impl Fn(&Raw) -> Option<Row>,
    ) -> Result<(Vec<Row>, Timestamp), Error> {
        let mut known = HashSet::new();
        let (mut rows, mut reading) = (Vec::new(), 1);
        loop {
            let (found, pages, at) = self.through(call).await?;
            let new: Vec<_> = found.iter().filter(|raw| is_new(&mut known, raw)).collect();
            rows.extend(new.iter().copied().filter_map(&make));
            if pages < 2 || new.is_empty() || reading == READINGS {
                return Ok((rows, at));
            }
            reading += 1;
        }
    }

    /// All rows of a list to whose beginning rows only come: nobody is skipped, and nobody is told twice.
    pub(super) async fn all_growing<Row>(
        &self,
        call: &Call,
        make: impl Fn(&Raw) -> Option<Row>,
    ) -> Result<Vec<Row>, Error> {
        let mut known = HashSet::new();
        let (found, _, _) = self.through(call).await?;
        Ok(found.iter().filter(|raw| is_new(&mut known, raw)).filter_map(make).collect())
    }

    /// The pages by number, once; the rows, how many pages they came on, and when the first was answered.
    async fn through(&self, call: &Call) -> Result<(Vec<Raw>, usize, Timestamp), Error> {
        let mut rows = Vec::new();
        let mut number = 0;
        loop {
            number += 1;
            let page = call.clone().with("per_page", PER_PAGE).with("page", number);
            let answer = self.transport.send(&page).await?;
            let Some(page) = answer.json::<Rows>()? else { return Ok((rows, number, answer.at())) };
            rows.extend(page.data.0);
            if !page.info.0.unwrap_or_default().more_records.yes() || (number + 1) * PER_PAGE > 2_000 {
                return Ok((rows, number, answer.at()));
            }
        }
    }

    /// One record; none when it is not there (204).
    pub(super) async fn one<Row>(
        &self,
        module: Module,
        id: &str,
        make: impl Fn(&Raw) -> Option<Row>,
    ) -> Result<Option<Row>, Error> {
        let answer = match self.transport.send(&Call::bigin(&[api_name(module), id])).await {
            Err(Error::NotFound { .. }) => return Ok(None),
            other => other?,
        };
        Ok(answer.json::<Rows>()?.and_then(|rows| rows.data.0.first().and_then(make)))
    }
}

fn read<Row>(answer: &Answer, page: &PageAt, make: impl Fn(&Raw) -> Option<Row>) -> Result<Page<Row>, Error> {
    let at = answer.at();
    let Some(Rows { data, info }) = answer.json::<Rows>()? else {
        return Ok(Page { rows: Vec::new(), next: None, cut: false, at });
    };
    let Info { page: number, more_records, next_page_token } = info.0.unwrap_or_default();
    let older = |raw: &Raw| match (page.changed_since, raw.time("Modified_Time")) {
        (Some(since), Some(modified)) => modified < since,
        _ => false,
    };
    // Newest change first: from the first row that is too old on, everything is.
    let recent = data.0.iter().position(older);
    let fresh = &data.0[..recent.unwrap_or(data.0.len())];
    let top = if page.token.is_none() { top(fresh) } else { page.top.clone() };
    let rows = fresh.iter().filter(|raw| page.known.is_empty() || !page.known.contains(&raw.print()));
    let rows = rows.filter_map(make).collect();
    let more = more_records.yes() && recent.is_none();
    let by_number = || number.0.map(|number| format!("{NUMBERED}{}", number + 1));
    let token = if more { next_page_token.some().or_else(by_number) } else { None };
    // A page that was counted may have skipped what others pushed over its edge.
    let numbered = page.token.as_deref().is_some_and(|token| token.starts_with(NUMBERED));
    let cut = numbered || (more && token.is_none());
    let next = match token {
        Some(token) => Some(page.next(token, top)),
        None => page.again(),
    };
    Ok(Page { rows, next, cut, at })
}

/// The latest second of change, and its rows.
fn top(rows: &[Raw]) -> Option<Top> {
    let modified = rows.first()?.time("Modified_Time")?;
    let same = rows.iter().take_while(|raw| raw.time("Modified_Time") == Some(modified));
    Some(Top { modified, rows: same.map(Raw::print).collect() })
}

/// Whether a row was not there before; one without an id is nobody's.
fn is_new(known: &mut HashSet<String>, raw: &Raw) -> bool {
    raw.text("id").is_some_and(|id| known.insert(id))
}
