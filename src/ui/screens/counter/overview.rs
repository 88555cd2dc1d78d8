//! The Overview tab: every field that has a value, where it stands in Desk, and what belongs to it.

use ratatui::layout::Rect;

use super::{fields, twin};
use crate::app::effect::RecordPage;
use crate::app::screens::counter::Counter;
use crate::model::Deal;
use crate::text::{block, line, money, width, wrap};
use crate::ui::paint::{Canvas, Row, inset};
use crate::ui::parts::pane;
use crate::ui::view::View;

/// The widest that labels get; longer ones are cut.
const LABEL: usize = 20;

pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let area = inset(area, 1);
    let Some(page) = &counter.page else {
        pane::draw(view, &counter.fresh, false, "", Rect { x: area.x.saturating_sub(1), ..area }, canvas);
        return;
    };
    let rows = rows(view, page, area.width.into());
    let beyond = rows.len().saturating_sub(area.height.into());
    canvas.regions.page_beyond = Some(u16::try_from(beyond).unwrap_or(u16::MAX));
    let top = counter.top.min(beyond);
    canvas.rows(area, rows.into_iter().skip(top));
}

fn rows(view: View<'_>, page: &RecordPage, cols: usize) -> Vec<Row> {
    let mut fields = fields::all(view, &page.record);
    if let Some(text) = twin::short(view, page) {
        fields.push((view.say("record-in-desk"), text));
    }
    let labels = fields.iter().map(|(label, _)| width(&line(label))).max().unwrap_or(0).min(LABEL);
    let mut rows = Vec::new();
    for (label, value) in &fields {
        let lines = wrap(&block(value), cols.saturating_sub(labels + 2));
        for (at, text) in lines.iter().enumerate() {
            let mut row = Row::new();
            row.column(if at == 0 { label } else { "" }, labels, view.theme.dim);
            row.gap(2);
            row.push(text, view.theme.text);
            rows.push(row);
        }
    }
    if !page.deals.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of(&view.say("record-deals"), view.theme.dim));
        rows.extend(page.deals.iter().map(|deal| self::deal(view, deal, cols)));
    }
    if !page.related.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of(&view.say("record-related"), view.theme.dim));
        for related in &page.related {
            let mut row = Row::new();
            row.gap(2);
            row.column(&related.name, 32.min(cols / 2), view.theme.text);
            row.gap(2);
            row.push(&related.second, view.theme.dim);
            rows.push(row);
        }
    }
    rows
}

/// Name, stage, amount, and when it is expected to close.
fn deal(view: View<'_>, deal: &Deal, cols: usize) -> Row {
    let theme = view.theme;
    let amount = deal.amount_cents.map(|cents| money(cents, "", view.app.words.lang())).unwrap_or_default();
    let closing = deal.closing.and_then(|date| fields::day(view, date)).unwrap_or_default();
    let mut row = Row::new();
    row.gap(2);
    row.column(&view.seen(&deal.name, "pane-no-name"), 32.min(cols / 3), theme.text);
    row.gap(2);
    row.column(deal.stage.as_deref().unwrap_or_default(), 18.min(cols / 4), theme.dim);
    row.gap(2);
    let at = row.width() + 12;
    row.gap(12_usize.saturating_sub(width(&amount)));
    row.push(&amount, theme.text);
    row.to(at + 2);
    row.push(&closing, theme.dim);
    row.fit(cols)
}
