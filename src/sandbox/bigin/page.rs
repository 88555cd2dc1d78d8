//! Pages: by number up to 2 000 records, by token beyond (sheet §4.1).

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::ask::Ask;
use super::error::BiginError;
use super::show::Show;

/// The most records of a page.
const MOST: usize = 200;
/// The last record that a page number reaches.
const REACH: usize = 2000;
/// How long a token lives.
const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// The part of a list that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Records before it.
    pub skip: usize,
    /// Records on it, at most.
    pub size: usize,
    number: usize,
    bound: u64,
    now: Timestamp,
}

impl Page {
    /// Reads `page`, `per_page` and `page_token`.
    pub fn of(ask: &Ask, module: &str, now: Timestamp) -> Result<Self, BiginError> {
        let per_page = ask.number("per_page", 1..=MOST, MOST)?;
        let bound = binding(ask, module);
        if let Some(token) = ask.get("page_token") {
            if ask.get("page").is_some() {
                let details =
                    json!({ "ambiguity_due_to": [{ "param_name": "page" }, { "param_name": "page_token" }] });
                return Err(BiginError::bad(
                    "AMBIGUITY_DURING_PROCESSING",
                    details,
                    "ambiguity while processing the request",
                ));
            }
            let skip = read_token(token, bound, now)?;
            return Ok(Self { skip, size: per_page, number: skip / per_page + 1, bound, now });
        }
        let number = ask.number("page", 1..=usize::MAX / MOST, 1)?;
        if number * per_page > REACH {
            let details = json!({ "limit": REACH, "param_names": ["page", "per_page"] });
            let message = "Cannot fetch records beyond 2000 by page, use page_token";
            return Err(BiginError::bad("DISCRETE_PAGINATION_LIMIT_EXCEEDED", details, message));
        }
        Ok(Self { skip: (number - 1) * per_page, size: per_page, number, bound, now })
    }

    /// Without a token: searches and small lists.
    pub fn plain(ask: &Ask, now: Timestamp) -> Result<Self, BiginError> {
        let per_page = ask.number("per_page", 1..=MOST, MOST)?;
        let number = ask.number("page", 1..=usize::MAX / MOST, 1)?;
        Ok(Self { skip: (number - 1) * per_page, size: per_page, number, bound: 0, now })
    }

    /// Whether it ends beyond `limit` records.
    pub fn is_beyond(&self, limit: usize) -> bool {
        self.skip + self.size > limit
    }

    /// `info` without tokens.
    pub fn info(&self, count: usize, more: bool) -> Value {
        json!({ "per_page": self.size, "count": count, "page": self.number, "more_records": more })
    }

    /// `info` with tokens.
    pub fn info_with_tokens(&self, count: usize, more: bool, show: &Show) -> Value {
        let mut info = self.info(count, more);
        let before = (self.skip > 0).then(|| self.token(self.skip.saturating_sub(self.size)));
        let after = more.then(|| self.token(self.skip + self.size));
        let any = before.is_some() || after.is_some();
        info["next_page_token"] = json!(after);
        info["previous_page_token"] = json!(before);
        info["page_token_expiry"] = if any { show.time(self.now + LIFE) } else { Value::Null };
        info
    }

    fn token(&self, skip: usize) -> String {
        let expiry = (self.now + LIFE).as_second();
        let seal = seal(self.bound, skip, expiry);
        format!("{:016x}{skip:08x}{expiry:010x}{seal:016x}", self.bound)
    }
}

fn read_token(token: &str, bound: u64, now: Timestamp) -> Result<usize, BiginError> {
    let bad = || BiginError::parameter("page_token");
    if token.len() != 50 || !token.is_ascii() {
        return Err(bad());
    }
    let own = u64::from_str_radix(&token[..16], 16).map_err(|_| bad())?;
    let skip = usize::from_str_radix(&token[16..24], 16).map_err(|_| bad())?;
    let expiry = i64::from_str_radix(&token[24..34], 16).map_err(|_| bad())?;
    if u64::from_str_radix(&token[34..], 16).ok() != Some(seal(own, skip, expiry)) {
        return Err(bad());
    }
    let details = json!({ "param_name": "page_token" });
    if expiry <= now.as_second() {
        return Err(BiginError::bad("EXPIRED_VALUE", details, "the value given is expired"));
    }
    if own != bound {
        let message = "the page_token was given for other parameters";
        return Err(BiginError::bad("TOKEN_BOUND_DATA_MISMATCH", details, message));
    }
    Ok(skip)
}

/// A number that stands for everything a token is bound to: who, what, and all other parameters.
fn binding(ask: &Ask, module: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&ask.caller.email, module).hash(&mut hasher);
    for (name, value) in &ask.query {
        if !matches!(name.as_str(), "page" | "page_token") {
            (name, value).hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn seal(bound: u64, skip: usize, expiry: i64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (bound, skip, expiry, "page_token").hash(&mut hasher);
    hasher.finish()
}
