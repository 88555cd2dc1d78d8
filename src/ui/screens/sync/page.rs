//! The page of a record: what it is called, how it stands and why, what was asked for; below, its fields or its history.

use ratatui::layout::Rect;

use super::{fields, history};
use crate::app::screens::sync::{Focus, Panel, Sync};
use crate::model::pairing::{Act, FieldId, Page, Side};
use crate::text::{line, wrap};
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::symbols;
use crate::ui::view::View;

/// What a service said is shown in so many lines; whole on a key.
const SAID: usize = 2;

/// So many records with the same key are shown.
const RIVALS: usize = 6;

pub(super) fn draw(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    let row = sync.rows.selected().filter(|row| Some(row.key) == sync.shown);
    let style = if sync.focus == Focus::Page { view.theme.accent } else { view.theme.strong };
    let Some(page) = &sync.page else {
        // Until the page is here, the row of the list says what it is.
        if let Some(row) = row {
            canvas.row(inset(area, 1), 0, Row::of(&view.seen(&row.name, "pane-no-name"), style));
        }
        return;
    };
    let inner = inset(area, 1);
    let mut rows = vec![Row::of(&view.seen(&page.name, "pane-no-name"), style), subtitle(view, page)];
    rows.extend(reason(view, page, inner.width.into()));
    rows.extend(rivals(view, page));
    rows.extend(asked(view, page, inner.width.into()));
    let most = usize::from(area.height.saturating_sub(5)).max(2);
    rows.truncate(most);
    let (head, rest) = top(area, u16::try_from(rows.len()).unwrap_or(u16::MAX));
    canvas.rows(inset(head, 1), rows);
    let (_, rest) = if rest.height > 8 { top(rest, 1) } else { top(rest, 0) };
    let (tabs, body) = top(rest, 1);
    self::tabs(view, sync, tabs, canvas);
    match sync.panel {
        Panel::Fields => fields::draw(view, sync, page, body, canvas),
        Panel::History => history::draw(view, sync, page, body, canvas),
    }
}

/// `contact · Bigin 4150868 ⇄ Desk 1892`.
fn subtitle(view: View<'_>, page: &Page) -> Row {
    let mut ids = Vec::new();
    for side in Side::BOTH {
        ids.extend(page.ids[side].map(|id| format!("{} {id}", side.name())));
    }
    let kind = view.say(&format!("sync-{}", page.kind.name()));
    Row::of(&format!("{kind} · {}", ids.join(" – ")), view.theme.dim)
}

fn reason(view: View<'_>, page: &Page, cols: usize) -> Vec<Row> {
    let theme = view.theme;
    let style = match page.state {
        "linked" | "soft" | "alone" | "pinned" | "excluded" | "apart" => theme.dim,
        _ => theme.warning,
    };
    let mut text = view.say(&format!("sync-state-{}", page.state));
    if let Some(side) = page.gone {
        text = format!("{text} ({})", view.say_with("sync-gone-in", &[("side", side.name().into())]));
    }
    let mut rows: Vec<Row> = wrap(&text, cols).iter().map(|line| Row::of(line, style)).collect();
    if let Some((side, words)) = &page.words {
        let said = format!("{}: {words}", side.name());
        let lines = wrap(&line(&said), cols);
        let cut = lines.len() > SAID;
        rows.extend(lines.iter().take(SAID).map(|line| Row::of(line, theme.error)));
        if let Some(last) = rows.last_mut().filter(|_| cut) {
            last.push(" …", theme.error);
        }
    }
    rows
}

fn rivals(view: View<'_>, page: &Page) -> Vec<Row> {
    let theme = view.theme;
    let one = |rival: &crate::model::pairing::Candidate| {
        let mut row = Row::of(&format!("{} ", rival.side.name()), theme.dim).and(&rival.name, theme.text);
        if rival.taken {
            row.push(&format!("  {}", view.say("pair-taken")), theme.dim);
        }
        row
    };
    let mut rows: Vec<Row> = page.rivals.iter().take(RIVALS).map(one).collect();
    if page.rivals.len() > RIVALS {
        let args = [("count", (page.rivals.len() - RIVALS).into())];
        rows.push(Row::of(&view.say_with("pane-more", &args), theme.dim));
    }
    rows
}

fn asked(view: View<'_>, page: &Page, cols: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for act in &page.asked {
        let text = format!("{} {}: {}", symbols::OUT, view.say("pair-next-run"), said(view, page, act));
        rows.extend(wrap(&line(&text), cols).iter().map(|line| Row::of(line, view.theme.accent)));
    }
    rows
}

/// What was asked for, in words.
fn said(view: View<'_>, page: &Page, act: &Act) -> String {
    let field = |field: FieldId| page.field(field).map(|line| line.name.bigin.clone()).unwrap_or_default();
    match act {
        Act::Decide { field: of, winner, .. } => {
            view.say_with("pair-will-decide", &[("side", winner.name().into()), ("field", field(*of).into())])
        }
        Act::Retry(..) | Act::RetryAll(_) => view.say("pair-will-retry"),
        Act::Revert(op) => {
            let line = page.lines.iter().find(|line| line.op == Some(*op) && line.field.is_some());
            let name = line.and_then(|line| line.field).map(field).unwrap_or_default();
            view.say_with("pair-will-revert", &[("field", name.into())])
        }
        Act::Pin { field: None, on: true, .. } => view.say("pair-will-pin"),
        Act::Pin { field: None, on: false, .. } => view.say("pair-will-unpin"),
        Act::Pin { field: Some(of), on: true, .. } => {
            view.say_with("pair-will-pin-field", &[("field", field(*of).into())])
        }
        Act::Pin { field: Some(of), on: false, .. } => {
            view.say_with("pair-will-unpin-field", &[("field", field(*of).into())])
        }
        Act::Link(_, ids) => {
            let args = [("bigin", ids.bigin.to_string().into()), ("desk", ids.desk.to_string().into())];
            view.say_with("pair-will-link", &args)
        }
        Act::Part(_) => view.say("pair-will-part"),
        Act::Release | Act::Always(_) => String::new(),
    }
}

fn tabs(view: View<'_>, sync: &Sync, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let style = |panel| match (panel == sync.panel, sync.focus) {
        (true, Focus::Page) => theme.accent,
        (true, Focus::List) => theme.strong,
        (false, _) => theme.dim,
    };
    let fields = view.say(if sync.all { "pair-tab-all" } else { "pair-tab-fields" });
    let mut row = Row::of(&fields, style(Panel::Fields));
    row.gap(3);
    let of = sync.of.and_then(|of| sync.page.as_ref()?.field(of)).map(|line| line.name.bigin.clone());
    let history = match of {
        Some(field) => view.say_with("pair-tab-history-of", &[("field", field.into())]),
        None => view.say("pair-tab-history"),
    };
    row.push(&history, style(Panel::History));
    canvas.row(inset(area, 1), 0, row);
}
