//! `+ Ticket`: a field a line, and the description.

use ratatui::layout::Rect;

use super::{editor, field};
use crate::app::parts::form::{Form, FormField};
use crate::text::{line, width, wrap};
use crate::ui::paint::{Canvas, Row, bottom, left, middle, top};
use crate::ui::symbols;
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, form: &Form, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let place = middle(area, area.width.saturating_sub(4).min(88), area.height.saturating_sub(2).min(22));
    let mut title = Row::of(&view.say("form-title"), theme.strong);
    if !form.customer.is_empty() {
        title.push(&format!("  {}", form.customer), theme.dim);
    }
    let body = canvas.float(place, title, theme.border);
    let labels = FormField::ALL.iter().map(|field| width(&view.say(name(*field)))).max().unwrap_or(0) + 2;
    let labels = u16::try_from(labels).unwrap_or(u16::MAX);
    let (body, foot) = bottom(body, foot_height(form, body.width));
    let mut rest = body;
    for field in FormField::ALL {
        let rows = if field == FormField::Description { rest.height } else { 1 };
        let (place, below) = top(rest, rows);
        rest = below;
        let (label, value) = left(place, labels);
        let style = if form.field == field { theme.accent } else { theme.dim };
        canvas.row(label, 0, Row::of(&view.say(name(field)), style));
        self::field(view, form, field, value, canvas);
    }
    self::foot(view, form, foot, canvas);
}

fn name(field: FormField) -> &'static str {
    match field {
        FormField::Subject => "ticket-subject",
        FormField::Department => "ticket-department",
        FormField::Priority => "ticket-priority",
        FormField::Channel => "ticket-channel",
        FormField::Assignee => "ticket-assignee",
        FormField::Description => "record-description",
    }
}

fn field(view: View<'_>, form: &Form, field: FormField, area: Rect, canvas: &mut Canvas<'_>) {
    let focused = form.field == field;
    let chosen = match field {
        FormField::Subject => {
            field::draw(&form.subject, focused, view.theme.text, area, canvas);
            return;
        }
        FormField::Description => {
            editor::draw(view, &form.description, focused, area, canvas);
            return;
        }
        FormField::Department => form.department.as_ref().map(|(_, name)| name.clone()),
        FormField::Priority => form.priority.as_deref().map(|name| view.priority(name)),
        FormField::Channel => form.channel.as_deref().map(|name| super::tickets::channel(view, name)),
        FormField::Assignee => form.assignee.as_ref().map(|(_, name)| name.clone()),
    };
    let (text, style) =
        chosen.map_or((symbols::NONE.to_owned(), view.theme.dim), |name| (name, view.theme.text));
    let row = Row::of(&text, style).fit(usize::from(area.width.saturating_sub(2)));
    let place = canvas.row_at(area, 0, 0, row.and(&format!(" {}", symbols::MENU), view.theme.dim));
    if focused {
        canvas.anchors.field = Some(place);
        canvas.place_cursor(area, 0, 0);
    }
}

fn foot_height(form: &Form, cols: u16) -> u16 {
    let lines = form
        .trouble
        .as_ref()
        .map_or(usize::from(form.sending.is_some()), |text| wrap(&line(text), cols.into()).len());
    u16::try_from(lines).unwrap_or(u16::MAX).min(3)
}

fn foot(view: View<'_>, form: &Form, area: Rect, canvas: &mut Canvas<'_>) {
    match &form.trouble {
        Some(text) => super::pane::sentence(text, view.theme.error, area, canvas),
        None if form.sending.is_some() => {
            canvas.row(area, 0, Row::of(&view.say("form-creating"), view.theme.dim));
        }
        None => {}
    }
}
