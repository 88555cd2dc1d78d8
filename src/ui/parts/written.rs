//! Drafts and outbox: what was written and has not left.

use ratatui::layout::Rect;

use super::{list, outbox, popup};
use crate::app::parts::list::List;
use crate::app::parts::popup::Written;
use crate::model::{Draft, TicketForm};
use crate::text::width;
use crate::ui::paint::{Canvas, Row};
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, written: &List<Written>, area: Rect, canvas: &mut Canvas<'_>) {
    let title = Row::of(&view.say("drafts-title"), view.theme.strong)
        .and(&format!(" {}", written.window.total), view.theme.dim);
    let large = popup::large(area);
    let height =
        u16::try_from(written.window.total.max(1) * 2 + 2).unwrap_or(u16::MAX).clamp(6, large.height.max(6));
    let body = canvas.float(Rect { height: height.min(large.height), ..large }, title, view.theme.border);
    // Two lines each: what it is and where it stands, then how it begins.
    canvas.regions.popup = body.height / 2;
    if written.window.total == 0 {
        canvas.row(body, 0, Row::of(&view.say("drafts-none"), view.theme.dim));
    }
    for at in 0..body.height / 2 {
        let place = written.top + usize::from(at);
        let Some(one) = written.window.at(place) else { break };
        let selected = place == written.cursor;
        for (line, row) in rows(view, one, selected, body.width.into()).into_iter().enumerate() {
            let line = at * 2 + u16::try_from(line).unwrap_or(0);
            canvas.row(body, line, row);
            if selected {
                canvas.tint(body, line, view.theme.selected_row);
            }
        }
    }
}

fn rows(view: View<'_>, written: &Written, selected: bool, cols: usize) -> [Row; 2] {
    let theme = view.theme;
    let (draft, (state, style)): (&Draft, _) = match written {
        Written::Draft(draft) => (draft, (view.ago(draft.updated), theme.dim)),
        Written::Outgoing(outgoing) => (&outgoing.draft, outbox::fate(view, outgoing)),
        Written::Form(form) => return form_rows(view, form, selected, cols),
    };
    let mut first = list::bar(view, selected, true);
    first.column(&format!("#{}", draft.ticket_number), 8, theme.dim);
    let kinds = crate::model::DraftKind::ALL.map(|kind| width(&view.say(outbox::kind(kind))));
    let kind = kinds.into_iter().max().unwrap_or(0);
    let name = if selected { theme.selected } else { theme.text };
    first.column(&view.say(outbox::kind(draft.kind)), kind + 2, name);
    first.push(&state, style);
    let mut second = list::bar(view, selected, true);
    second.gap(8);
    let text = draft.body.lines().find(|line| !line.trim().is_empty()).unwrap_or(&draft.subject);
    second.push(text.trim(), theme.dim);
    [first.fit(cols), second.fit(cols)]
}

fn form_rows(view: View<'_>, form: &TicketForm, selected: bool, cols: usize) -> [Row; 2] {
    let theme = view.theme;
    let mut first = list::bar(view, selected, true);
    first.gap(8);
    first.push(&view.say("form-title"), if selected { theme.selected } else { theme.text });
    first.push(&format!("  {}", form.customer), theme.text);
    first.push(&format!("  {}", view.ago(form.updated)), theme.dim);
    let mut second = list::bar(view, selected, true);
    second.gap(8);
    let begins = form.description.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    second.push(if form.subject.is_empty() { begins } else { &form.subject }, theme.dim);
    [first.fit(cols), second.fit(cols)]
}
