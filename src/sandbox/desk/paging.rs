//! Pages: plain lists count from 1, searches from 0 and no deeper than 5000 (sheet §3, §4, §11).

use super::answer::Refusal;
use super::query::Query;

/// The deepest row a search hands out.
pub const SEARCH_WINDOW: usize = 5000;

/// A slice of a list: rows to skip and rows to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows before the page.
    pub skip: usize,
    /// Rows on the page.
    pub take: usize,
}

impl Page {
    /// The rows of this page.
    pub fn cut<T>(self, rows: impl IntoIterator<Item = T>) -> Vec<T> {
        rows.into_iter().skip(self.skip).take(self.take).collect()
    }
}

fn limit(query: &Query, min: i64, max: i64, default: i64) -> Result<usize, Refusal> {
    let limit = query.number("limit")?.unwrap_or(default);
    if !(min..=max).contains(&limit) {
        return Err(Refusal::out_of_range("limit", &format!("{min}-{max}")));
    }
    Ok(usize::try_from(limit).unwrap_or(0))
}

/// A page of a plain list: `from` 0 and 1 both mean the first row.
pub fn of_list(query: &Query, max: i64, default: i64) -> Result<Page, Refusal> {
    of_list_from(query, 1, max, default)
}

/// The same where the smallest page is not 1 (agents: 10, departments: 0).
pub fn of_list_from(query: &Query, min: i64, max: i64, default: i64) -> Result<Page, Refusal> {
    let from = query.number("from")?.unwrap_or(1);
    let skip = usize::try_from(from).map_err(|_| Refusal::out_of_range("from", ">=0"))?.saturating_sub(1);
    Ok(Page { skip, take: limit(query, min, max, default)? })
}

/// A page of a search: from 0, at most 100 rows, none beyond the 5000th.
pub fn of_search(query: &Query) -> Result<Page, Refusal> {
    let from = query.number("from")?.unwrap_or(0);
    let skip = usize::try_from(from).map_err(|_| Refusal::out_of_range("from", ">=0"))?;
    if skip >= SEARCH_WINDOW {
        return Err(Refusal::out_of_range("from", "0-4999"));
    }
    let take = limit(query, 1, 100, 10)?;
    if skip + take > SEARCH_WINDOW && query.text("limit").is_some() {
        return Err(Refusal::unprocessable("Max search result iterable is 5000"));
    }
    Ok(Page { skip, take })
}

/// The deepest row that a call reaches, for its price; what is no number counts as the default. Plain lists count from
/// `first` 1, searches from 0.
pub fn deepest(query: &Query, first: i64) -> u64 {
    let number = |name, default| query.number(name).ok().flatten().unwrap_or(default);
    let before = number("from", first).saturating_sub(first).max(0);
    u64::try_from(before.saturating_add(number("limit", 10))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::from_pairs(
            text.split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(k, v)| (k.to_owned(), v.to_owned())),
        )
    }

    #[test]
    fn zero_and_one_both_mean_the_first_row_of_a_list() {
        for from in ["from=0", "from=1", ""] {
            assert_eq!(of_list(&query(from), 100, 10), Ok(Page { skip: 0, take: 10 }), "{from}");
        }
        assert_eq!(of_list(&query("from=2&limit=5"), 100, 10), Ok(Page { skip: 1, take: 5 }));
    }

    #[test]
    fn a_limit_out_of_range_is_refused_in_the_services_words() {
        let refusal = of_list(&query("limit=101"), 100, 10).unwrap_err();
        assert_eq!(refusal.message, "The value passed for field 'limit' exceeds the range of '1-100'.");
    }

    #[test]
    fn a_search_counts_from_zero_and_ends_at_five_thousand() {
        assert_eq!(of_search(&query("from=1")), Ok(Page { skip: 1, take: 10 }));
        let deep = of_search(&query("from=5000")).unwrap_err();
        assert_eq!(deep.message, "The value passed for field 'from' exceeds the range of '0-4999'.");
        let edge = of_search(&query("from=4999&limit=2")).unwrap_err();
        assert_eq!(edge.message, "Max search result iterable is 5000");
        let negative = of_search(&query("from=-1")).unwrap_err();
        assert_eq!(negative.message, "The value passed for field 'from' exceeds the range of '>=0'.");
    }
}
