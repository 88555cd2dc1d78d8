//! Paging by key through a list that moves while it is read.
//!
//! The next page begins at the second of the last row, leaving out what was seen of that second but its last row: that
//! one comes again and has to be the same, by id *and* time. If it is not, somebody left the second and the rows have
//! moved up; the second is read from its beginning.

use crate::sync::{
    Seconds,
    ledger::PageMark,
    rules::{Rule, Rules},
};

use super::Row;

/// What a page says about the next one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// There is one.
    Page(PageMark),
    /// That was the last.
    End,
}

/// The mark of a first page.
pub(super) const fn first(from: Seconds) -> PageMark {
    PageMark { began: 0, began_here: 0, from, skip: 0, anchor: None, full: false }
}

/// Whether the page is where the mark says; otherwise the mark from which to read again.
pub(super) fn check(rules: impl Rules, mark: PageMark, rows: &[Row]) -> Result<(), PageMark> {
    let Some((id, version)) = mark.anchor else { return Ok(()) };
    let time = rules.on(Rule::AnchorTime);
    let held = rows.first().is_some_and(|row| row.id == id && (!time || row.version == version));
    if held || !rules.on(Rule::PageAnchor) { Ok(()) } else { Err(PageMark { skip: 0, anchor: None, ..mark }) }
}

/// The mark after a page that is in its place.
pub(super) fn next(rules: impl Rules, mark: PageMark, rows: &[Row], more: bool) -> Next {
    let (true, Some(last)) = (more, rows.last()) else { return Next::End };
    let of_last = rows.iter().rev().take_while(|row| row.version == last.version).count();
    let of_last = u32::try_from(of_last).expect("a page is short");
    let count = u32::try_from(rows.len()).expect("a page is short");
    if !rules.on(Rule::KeysetPaging) {
        return Next::Page(PageMark { skip: mark.skip + count, anchor: None, ..mark });
    }
    // A page inside one second goes on counting where its own mark stood.
    let before = if last.version == mark.from { mark.skip + count } else { of_last };
    let overlap = u32::from(rules.on(Rule::PageAnchor));
    Next::Page(PageMark {
        from: last.version,
        skip: before - overlap,
        anchor: Some((last.id, last.version)),
        ..mark
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::{
        Fields, RecordId,
        rules::{All, AllBut},
    };

    fn rows(all: &[(u64, Seconds)]) -> Vec<Row> {
        let row = |&(id, version)| Row { id: RecordId(id), version, mark: None, fields: Fields::new() };
        all.iter().map(row).collect()
    }

    fn after(mark: PageMark, all: &[(u64, Seconds)]) -> PageMark {
        match next(All, mark, &rows(all), true) {
            Next::Page(mark) => mark,
            Next::End => panic!("there is more"),
        }
    }

    #[test]
    fn the_next_page_begins_with_the_last_row() {
        let mark = after(first(10), &[(1, 10), (2, 11), (3, 11)]);
        assert_eq!((mark.from, mark.skip, mark.anchor), (11, 1, Some((RecordId(3), 11))));
        assert_eq!(check(All, mark, &rows(&[(3, 11), (4, 11)])), Ok(()));
    }

    #[test]
    fn a_second_longer_than_a_page_is_counted_through() {
        let mark = after(first(10), &[(1, 10), (2, 10)]);
        assert_eq!((mark.from, mark.skip), (10, 1));
        let mark = after(mark, &[(2, 10), (3, 10)]);
        assert_eq!((mark.from, mark.skip), (10, 2));
    }

    #[test]
    fn a_page_that_moved_is_read_from_its_second() {
        let mark = after(first(10), &[(1, 10), (2, 10)]);
        for moved in [rows(&[(3, 10)]), rows(&[(2, 12)]), rows(&[])] {
            let again = check(All, mark, &moved).expect_err("the anchor is not there");
            assert_eq!((again.from, again.skip, again.anchor), (10, 0, None));
        }
        let by_id_alone = AllBut(&[Rule::AnchorTime]);
        assert_eq!(
            check(by_id_alone, mark, &rows(&[(2, 12)])),
            Ok(()),
            "the mutant does not see that it moved"
        );
    }
}
