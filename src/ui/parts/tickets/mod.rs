//! A table of tickets: number, subject, status, priority, due time, assignee, and more where there is room.

mod columns;
mod row;

use ratatui::layout::Rect;

use crate::app::parts::list::List;
use crate::model::Ticket;
use crate::ui::paint::{Canvas, Row, top};
use crate::ui::symbols;
use crate::ui::view::View;

use columns::Columns;
pub(in crate::ui) use row::channel;

/// What a table is drawn with.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Table {
    /// Whether it has the keys.
    pub(in crate::ui) focused: bool,
    /// Whether the tickets are of several customers, so that each row names its own.
    pub(in crate::ui) customers: bool,
}

/// Draws the table with its heading. The room for rows goes into the regions.
pub(in crate::ui) fn draw(
    view: View<'_>,
    tickets: &List<Ticket>,
    table: Table,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let columns =
        Columns::plan(view, &tickets.window.rows, usize::from(area.width).saturating_sub(1), table.customers);
    let (head, body) = top(area, 1);
    canvas.row(head, 0, row::heading(view, columns));
    canvas.regions.tickets = body.height;
    for line in 0..body.height {
        let place = tickets.top + usize::from(line);
        if place >= tickets.window.total {
            break;
        }
        let selected = place == tickets.cursor;
        let Some(ticket) = tickets.window.at(place) else {
            canvas.row(body, line, Row::of(&format!(" {}", symbols::FOLD.repeat(24)), view.theme.dim));
            continue;
        };
        let (row, status) = row::row(view, ticket, columns, selected, table.focused);
        canvas.row(body, line, row);
        if selected && table.focused {
            canvas.tint(body, line, view.theme.selected_row);
            let x = body.x.saturating_add(u16::try_from(status).unwrap_or(u16::MAX));
            canvas.anchors.status = Some(Rect { x, y: body.y + line, width: 1, height: 1 });
        }
    }
}
