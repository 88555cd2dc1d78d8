//! How wide the columns of a table of tickets are, and which of them there is room for.

use super::row::{assignee, channel, first};
use crate::model::Ticket;
use crate::text::{line, width};
use crate::ui::view::View;

/// Columns of each; 0 = no room for it. The subject takes what the others leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) number: usize,
    pub(super) subject: usize,
    pub(super) customer: usize,
    pub(super) channel: usize,
    pub(super) status: usize,
    pub(super) priority: usize,
    pub(super) due: usize,
    pub(super) assignee: usize,
}

/// Blanks between columns.
pub(super) const GAP: usize = 2;

/// What the words in the rows and in the heading ask for.
#[derive(Clone, Copy)]
struct Needs {
    number: usize,
    status: usize,
    priority: usize,
    due: usize,
    /// The first name, and the whole.
    assignee: (usize, usize),
    channel: usize,
}

impl Columns {
    /// The columns for these rows in so much room. They depend on the whole window of rows, not on the rows in view,
    /// so that nothing moves while scrolling.
    pub(super) fn plan(view: View<'_>, rows: &[Ticket], cols: usize, customers: bool) -> Self {
        let head = |id: &str| width(&view.say(id));
        let longest = |least: usize, text: &dyn Fn(&Ticket) -> String| {
            rows.iter().map(|ticket| width(&line(&text(ticket)))).max().unwrap_or(0).max(least)
        };
        let needs = Needs {
            number: longest(5, &|ticket| format!("#{}", ticket.number)).min(10),
            status: longest(head("ticket-status"), &|ticket| view.status(ticket)),
            priority: longest(head("ticket-priority-short"), &|ticket| {
                ticket.priority.as_deref().map(|name| view.priority(name)).unwrap_or_default()
            })
            .min(8),
            due: longest(head("ticket-due").max(9), &|ticket| view.due(ticket).0).min(16),
            assignee: (
                longest(head("ticket-agent"), &|ticket| first(assignee(ticket)).to_owned()).min(9),
                longest(head("ticket-agent"), &|ticket| assignee(ticket).to_owned()).min(16),
            ),
            channel: longest(head("ticket-channel"), &|ticket| channel(view, &ticket.channel)).min(9),
        };
        Self::share(needs, cols, customers)
    }

    fn share(needs: Needs, cols: usize, customers: bool) -> Self {
        let status = needs.status.min(if cols >= 110 { 20 } else { 11 });
        let mut columns = Self {
            number: needs.number,
            subject: 0,
            customer: 0,
            channel: 0,
            status,
            priority: 0,
            due: needs.due,
            assignee: 0,
        };
        // The bar, and the columns that are always there.
        let mut left = cols.saturating_sub(1 + needs.number + GAP + GAP + status + GAP + needs.due);
        let mut give = |column: &mut usize, wanted: usize, subject: usize| {
            let more = wanted.saturating_sub(*column);
            let gap = if *column == 0 { GAP } else { 0 };
            if more > 0 && left >= subject + more + gap {
                left -= more + gap;
                *column = wanted;
            }
        };
        give(&mut columns.assignee, needs.assignee.0, 16);
        give(&mut columns.priority, needs.priority, 16);
        if customers {
            give(&mut columns.customer, 16, 24);
        }
        give(&mut columns.channel, needs.channel, 17);
        give(&mut columns.assignee, needs.assignee.1, 34);
        if customers {
            give(&mut columns.customer, 24, 40);
        }
        columns.subject = left;
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEEDS: Needs = Needs { number: 5, status: 19, priority: 7, due: 13, assignee: (8, 14), channel: 7 };

    fn sum(c: Columns) -> usize {
        let shown = [c.subject, c.customer, c.channel, c.status, c.priority, c.due, c.assignee];
        1 + c.number + shown.iter().filter(|cols| **cols > 0).map(|cols| cols + GAP).sum::<usize>()
    }

    #[test]
    fn every_width_is_used_and_none_is_exceeded() {
        for cols in 40..200 {
            for customers in [false, true] {
                assert_eq!(sum(Columns::share(NEEDS, cols, customers)), cols, "{cols} {customers}");
            }
        }
    }

    #[test]
    fn the_subject_stays_readable() {
        for cols in [60, 76, 80, 116, 120] {
            let columns = Columns::share(NEEDS, cols, true);
            assert!(columns.subject >= 16, "{cols}: {columns:?}");
        }
    }
}
