//! Pages: by number up to 2 000 records, by token beyond (sheet §4.1).

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::super::world::Id;
use super::ask::Ask;
use super::error::BiginError;
use super::show::Show;

/// The most records of a page.
const MOST: usize = 200;
/// The last record that a page number reaches.
const REACH: usize = 2000;
/// How long a token lives.
const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// A row of a sorted list: its key there, and its id.
pub type Spot = (i64, Id);

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// After so many rows.
    Skip(usize),
    /// After this row, whether it is still there or not: what came meanwhile shifts nothing.
    After(Spot),
    /// Before this row.
    Before(Spot),
}

/// The part of a list that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Records on it, at most.
    pub size: usize,
    start: Start,
    number: usize,
    bound: u64,
    now: Timestamp,
}

/// A page that was cut out of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Its records, in the order of the list.
    pub ids: Vec<Id>,
    ends: Option<(Spot, Spot)>,
    earlier: bool,
    /// Whether there is more behind it.
    pub more: bool,
}

impl Page {
    /// Reads `page`, `per_page` and `page_token`.
    pub fn of(ask: &Ask, module: &str, now: Timestamp) -> Result<Self, BiginError> {
        let size = ask.number("per_page", 1..=MOST, MOST)?;
        let bound = binding(ask, module);
        if let Some(token) = ask.get("page_token") {
            if ask.get("page").is_some() {
                return Err(BiginError::ambiguous(&["page", "page_token"]));
            }
            let (start, number) = read_token(token, bound, now)?;
            return Ok(Self { size, start, number, bound, now });
        }
        let page = Self { bound, ..Self::plain(ask, now)? };
        if page.is_beyond(REACH) {
            let details = json!({ "limit": REACH, "param_names": ["page", "per_page"] });
            let message = "Cannot fetch records beyond 2000 by page, use page_token";
            return Err(BiginError::bad("DISCRETE_PAGINATION_LIMIT_EXCEEDED", details, message));
        }
        Ok(page)
    }

    /// Without a token: searches and small lists. Page 0 is the first one: a published connector begins there.
    pub fn plain(ask: &Ask, now: Timestamp) -> Result<Self, BiginError> {
        let size = ask.number("per_page", 1..=MOST, MOST)?;
        let number = ask.number("page", 0..=usize::MAX / MOST, 1)?.max(1);
        Ok(Self { size, start: Start::Skip((number - 1) * size), number, bound: 0, now })
    }

    /// Records before it, when it was asked for by number.
    pub fn skip(&self) -> usize {
        if let Start::Skip(skip) = self.start { skip } else { 0 }
    }

    /// Whether it ends beyond `limit` records.
    pub fn is_beyond(&self, limit: usize) -> bool {
        self.skip() + self.size > limit
    }

    /// The page of a list whose rows come smallest first, walked up or down.
    pub fn cut(&self, rows: &[Spot], descending: bool) -> Cut {
        let all = rows.len();
        let smaller = |spot: &Spot| rows.partition_point(|row| row < spot);
        let up_to = |spot: &Spot| rows.partition_point(|row| row <= spot);
        let (from, to) = match (self.start, descending) {
            (Start::Skip(skip), _) => (skip.min(all), (skip + self.size).min(all)),
            (Start::After(spot), false) => (up_to(&spot), (up_to(&spot) + self.size).min(all)),
            (Start::After(spot), true) => (all - smaller(&spot), (all - smaller(&spot) + self.size).min(all)),
            (Start::Before(spot), false) => (smaller(&spot).saturating_sub(self.size), smaller(&spot)),
            (Start::Before(spot), true) => {
                let end = all - up_to(&spot);
                (end.saturating_sub(self.size), end)
            }
        };
        let walked: Vec<Spot> = if descending {
            rows[all - to..all - from].iter().rev().copied().collect()
        } else {
            rows[from..to].to_vec()
        };
        let ends = walked.first().copied().zip(walked.last().copied());
        let ids = walked.into_iter().map(|(_, id)| id).collect();
        Cut { ids, ends, earlier: from > 0, more: to < all }
    }

    /// `info` without tokens.
    pub fn info(&self, count: usize, more: bool) -> Value {
        json!({ "per_page": self.size, "count": count, "page": self.number, "more_records": more })
    }

    /// `info` with tokens.
    pub fn info_with_tokens(&self, cut: &Cut, show: &Show) -> Value {
        let mut info = self.info(cut.ids.len(), cut.more);
        let (before, after) = match cut.ends {
            Some((first, last)) => (
                cut.earlier.then(|| self.token('b', first, self.number.saturating_sub(1).max(1))),
                cut.more.then(|| self.token('a', last, self.number + 1)),
            ),
            None => (None, None),
        };
        let any = before.is_some() || after.is_some();
        info["next_page_token"] = json!(after);
        info["previous_page_token"] = json!(before);
        info["page_token_expiry"] = if any { show.time(self.now + LIFE) } else { Value::Null };
        info
    }

    fn token(&self, side: char, (key, id): Spot, number: usize) -> String {
        let expiry = (self.now + LIFE).as_second();
        let open = format!("{:016x}{side}{key:016x}{:016x}{number:08x}{expiry:010x}", self.bound, id.0);
        let seal = seal(&open);
        format!("{open}{seal:016x}")
    }
}

/// The characters of a token before its seal.
const OPEN: usize = 16 + 1 + 16 + 16 + 8 + 10;

fn read_token(token: &str, bound: u64, now: Timestamp) -> Result<(Start, usize), BiginError> {
    let bad = || BiginError::parameter("page_token");
    if token.len() != OPEN + 16 || !token.is_ascii() {
        return Err(bad());
    }
    let (open, own_seal) = token.split_at(OPEN);
    if u64::from_str_radix(own_seal, 16).ok() != Some(seal(open)) {
        return Err(bad());
    }
    let number = |from: usize, to: usize| u64::from_str_radix(&open[from..to], 16).map_err(|_| bad());
    let details = json!({ "param_name": "page_token" });
    if number(57, 67)?.cast_signed() <= now.as_second() {
        return Err(BiginError::bad("EXPIRED_VALUE", details, "the value given is expired"));
    }
    if number(0, 16)? != bound {
        let message = "the page_token was given for other parameters";
        return Err(BiginError::bad("TOKEN_BOUND_DATA_MISMATCH", details, message));
    }
    let spot = (number(17, 33)?.cast_signed(), Id(number(33, 49)?));
    let start = if open[16..17] == *"b" { Start::Before(spot) } else { Start::After(spot) };
    Ok((start, usize::try_from(number(49, 57)?).unwrap_or(1)))
}

/// A number that stands for everything a token is bound to: who, what, and all other parameters.
fn binding(ask: &Ask, module: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&ask.caller.email, module, ask.since_text()).hash(&mut hasher);
    for (name, value) in &ask.query {
        if !matches!(name.as_str(), "page" | "page_token") {
            (name, value).hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn seal(open: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (open, "page_token").hash(&mut hasher);
    hasher.finish()
}
