//! The Overview tab: every field that has a value, where it stands in Desk, and what belongs to it.

use ratatui::layout::Rect;

use super::fields::{self, Field};
use super::twin;
use crate::app::effect::RecordPage;
use crate::app::screens::counter::Counter;
use crate::model::{Deal, RecordId};
use crate::text::{block, line, width, wrap};
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::parts::{list::bar, pane};
use crate::ui::view::View;

/// The widest that labels get; longer ones are cut.
const LABEL: usize = 20;

/// Columns of an amount with its currency.
const AMOUNT: usize = 15;

pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(page) = &counter.page else {
        pane::draw(view, &counter.fresh, false, "", area, canvas);
        return;
    };
    let rows = rows(view, page, inset(area, 1).width.into());
    let beyond = rows.len().saturating_sub(area.height.into());
    canvas.regions.page_beyond = Some(u16::try_from(beyond).unwrap_or(u16::MAX));
    let linked = counter.linked();
    let chosen = linked.as_ref().and_then(|id| rows.iter().position(|(_, link)| link.as_ref() == Some(id)));
    let top = match chosen {
        Some(at) => top_for(at, counter.link == 0, area.height.into()).min(beyond),
        None => counter.top.min(beyond),
    };
    let shown = rows.into_iter().enumerate().skip(top).take(area.height.into());
    for (line, (at, (row, _))) in (0..area.height).zip(shown) {
        let mut whole = bar(view, chosen == Some(at), true);
        whole.append(row);
        canvas.row(area, line, whole);
        if chosen == Some(at) {
            canvas.tint(area, line, view.theme.selected_row);
        }
    }
}

/// The first visible line, so that the chosen one is in view with what stands around it; the first link shows the page
/// from its beginning where both fit.
fn top_for(chosen: usize, first: bool, height: usize) -> usize {
    if first && chosen < height { 0 } else { (chosen + 1 + height / 3).saturating_sub(height) }
}

/// The lines, each with the record that it names.
fn rows(view: View<'_>, page: &RecordPage, cols: usize) -> Vec<(Row, Option<RecordId>)> {
    let mut fields = fields::all(view, &page.record);
    if let Some(text) = twin::short(view, page) {
        fields.push(Field::plain(view.say("record-in-desk"), text));
    }
    let labels = fields.iter().map(|field| width(&line(&field.label))).max().unwrap_or(0).min(LABEL);
    let mut rows = Vec::new();
    for Field { label, value, link } in &fields {
        let lines = wrap(&block(value), cols.saturating_sub(labels + 2));
        for (at, text) in lines.iter().enumerate() {
            let mut row = Row::new();
            row.column(if at == 0 { label } else { "" }, labels, view.theme.dim);
            row.gap(2);
            row.push(text, view.theme.text);
            rows.push((row, link.clone().filter(|_| at == 0)));
        }
    }
    if !page.deals.is_empty() {
        rows.extend(heading(view, "record-deals"));
        let deal = |deal: &Deal| (self::deal(view, deal, cols), Some(RecordId::Deal(deal.id.clone())));
        rows.extend(page.deals.iter().map(deal));
    }
    if !page.related.is_empty() {
        rows.extend(heading(view, "record-related"));
        for related in &page.related {
            let mut row = Row::new();
            row.gap(2);
            row.column(&related.name, 32.min(cols / 2), view.theme.text);
            row.gap(2);
            row.push(&related.second, view.theme.dim);
            rows.push((row, Some(related.id.clone())));
        }
    }
    rows
}

/// A blank line and what follows.
fn heading(view: View<'_>, id: &str) -> [(Row, Option<RecordId>); 2] {
    [(Row::new(), None), (Row::of(&view.say(id), view.theme.dim), None)]
}

/// Name, stage, amount, and when it is expected to close.
fn deal(view: View<'_>, deal: &Deal, cols: usize) -> Row {
    let theme = view.theme;
    let amount = fields::amount(view, deal).unwrap_or_default();
    let closing = deal.closing.and_then(|date| fields::day(view, date)).unwrap_or_default();
    let mut row = Row::new();
    row.gap(2);
    // Amount and date are short and always whole; name and stage share the rest.
    let room = cols.saturating_sub(2 + 2 + 2 + AMOUNT + 2 + width(&closing).max(11));
    row.column(&view.seen(&deal.name, "pane-no-name"), 32.min(room * 3 / 5), theme.text);
    row.gap(2);
    row.column(deal.stage.as_deref().unwrap_or_default(), 18.min(room * 2 / 5), theme.dim);
    row.gap(2);
    let at = row.width() + AMOUNT;
    row.gap(AMOUNT.saturating_sub(width(&amount)));
    row.push(&amount, theme.text);
    row.to(at + 2);
    row.push(&closing, theme.dim);
    row.fit(cols)
}
