//! Windows deep into a long list: what lies behind the middle is reached from the end.

/// How to read rows `offset..offset + limit` of `total` with the fewest steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Whether to read the list from its end.
    pub backward: bool,
    /// How many rows to pass over.
    pub skip: usize,
    /// How many rows to take.
    pub take: usize,
}

/// At most this many rows make a window.
const WINDOW: usize = 200;

impl Span {
    pub(super) fn new(total: usize, offset: usize, limit: usize) -> Self {
        let take = limit.min(WINDOW).min(total.saturating_sub(offset));
        let behind = total.saturating_sub(offset.saturating_add(take));
        if behind < offset {
            Self { backward: true, skip: behind, take }
        } else {
            Self { backward: false, skip: offset, take }
        }
    }

    /// The two numbers as SQLite wants them: limit, offset.
    pub(super) fn limits(self) -> (i64, i64) {
        (i64::try_from(self.take).unwrap_or(i64::MAX), i64::try_from(self.skip).unwrap_or(i64::MAX))
    }

    /// The part of a list that is in memory already.
    pub(super) fn of<T>(list: &[T], offset: usize, limit: usize) -> &[T] {
        let start = offset.min(list.len());
        &list[start..start.saturating_add(limit.min(WINDOW)).min(list.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_read_from_the_end() {
        assert_eq!(Span::new(100, 0, 50), Span { backward: false, skip: 0, take: 50 });
        assert_eq!(Span::new(100, 80, 50), Span { backward: true, skip: 0, take: 20 });
        assert_eq!(Span::new(100, 60, 10), Span { backward: true, skip: 30, take: 10 });
        assert_eq!(Span::new(100, 200, 10).take, 0);
        assert_eq!(Span::new(1000, 0, 900).take, 200);
        assert_eq!(Span::of(&[1, 2, 3], 1, 9), [2, 3]);
        assert!(Span::of(&[1, 2, 3], 9, 9).is_empty());
    }
}
