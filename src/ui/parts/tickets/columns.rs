//! How wide the columns of a table of tickets are, and which of them there is room for. That depends on the room alone,
//! not on what the rows say: on a screen of one size each column stands at one place in every list.

use crate::model::Ticket;
use crate::text::{Standard, line, width};
use crate::ui::view::View;

/// Columns of each; 0 = no room for it. The subject takes what the others leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// Blanks between columns.
    pub(super) gap: usize,
    pub(super) number: usize,
    pub(super) subject: usize,
    pub(super) customer: usize,
    pub(super) channel: usize,
    pub(super) status: usize,
    pub(super) priority: usize,
    pub(super) due: usize,
    pub(super) assignee: usize,
}

/// From so many columns on there is room for whole words and for the customer.
const WIDE: usize = 100;

/// From so many on there is room for a status in full beside a subject that can be read.
const ROOMY: usize = 130;

/// With fewer columns for the subject, other columns give way.
const SUBJECT: usize = 14;

impl Columns {
    /// The columns of a table with so much room. (Numbers grow with the portal, so they are alike in all lists.)
    pub(super) fn plan(view: View<'_>, rows: &[Ticket], cols: usize, customers: bool) -> Self {
        let number = rows.iter().map(|ticket| width(&line(&ticket.number)) + 1).max().unwrap_or(0);
        let shown = |name: &str| width(&line(&view.app.words.standard(Standard::Status, name)));
        let status = view.app.furniture.statuses.iter().map(|status| shown(&status.name)).max();
        Self::share(number, status.unwrap_or(usize::MAX), cols, customers)
    }

    /// `number` and `longest` (of the portal's statuses) in columns: what they ask for.
    fn share(number: usize, longest: usize, cols: usize, customers: bool) -> Self {
        let wide = cols >= WIDE;
        let by = |wide_cols: usize, cols: usize| if wide { wide_cols } else { cols };
        let mut columns = Self {
            gap: by(2, 1),
            number: number.clamp(by(7, 6), 10),
            subject: 0,
            customer: if wide && customers { 16 } else { 0 },
            channel: by(9, 6),
            // Enough to tell "Waiting for customer" from "Waiting for finance"; the rest of it belongs to the subject.
            status: longest.clamp(10, if cols >= ROOMY { 20 } else { 14 }),
            priority: by(8, 6),
            due: 13,
            assignee: by(9, if cols < 76 { 6 } else { 7 }),
        };
        // What goes where there is no room, in this order, whatever the list.
        let going: [fn(&mut Self) -> &mut usize; 4] =
            [|c| &mut c.customer, |c| &mut c.assignee, |c| &mut c.priority, |c| &mut c.channel];
        for column in going {
            if columns.rest(cols) < SUBJECT {
                *column(&mut columns) = 0;
            }
        }
        if columns.rest(cols) >= 34 + 7 && columns.assignee > 0 {
            columns.assignee = 16;
        }
        if columns.rest(cols) >= 40 + 8 && columns.customer > 0 {
            columns.customer = 24;
        }
        columns.subject = columns.rest(cols);
        columns
    }

    /// What is left for the subject: of everything but the bar, the other columns, and the blanks before each.
    fn rest(&self, cols: usize) -> usize {
        let others = [self.customer, self.channel, self.status, self.priority, self.due, self.assignee];
        let others = others.iter().filter(|cols| **cols > 0).map(|cols| cols + self.gap);
        cols.saturating_sub(1 + self.number + self.gap + others.sum::<usize>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(c: Columns) -> usize {
        let shown = [c.subject, c.customer, c.channel, c.status, c.priority, c.due, c.assignee];
        1 + c.number + shown.iter().filter(|cols| **cols > 0).map(|cols| cols + c.gap).sum::<usize>()
    }

    #[test]
    fn every_width_is_used_and_none_is_exceeded() {
        for cols in 40..200 {
            for customers in [false, true] {
                assert_eq!(sum(Columns::share(5, 20, cols, customers)), cols, "{cols} {customers}");
            }
        }
    }

    #[test]
    fn the_subject_stays_readable_beside_all_that_an_agent_looks_for() {
        // The page at 120 columns, the queue at 80, at 120.
        for (cols, least) in [(76, 16), (79, 20), (119, 26)] {
            let columns = Columns::share(5, 20, cols, true);
            assert!(columns.subject >= least, "{cols}: {columns:?}");
            let asked = [columns.channel, columns.status, columns.priority, columns.due, columns.assignee];
            assert!(asked.iter().all(|cols| *cols > 0), "{cols}: {columns:?}");
        }
    }

    #[test]
    fn what_goes_goes_in_one_order() {
        let shown = |cols| {
            let c = Columns::share(5, 20, cols, true);
            [c.channel, c.priority, c.assignee, c.customer].iter().take_while(|cols| **cols > 0).count()
        };
        let counts: Vec<_> = (40..200).map(shown).collect();
        assert!(counts.is_sorted(), "{counts:?}");
        assert_eq!((counts[0], counts[159]), (0, 4));
    }
}
