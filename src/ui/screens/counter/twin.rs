//! Where the record stands in Desk, when that is not plain: not there, or several match and nobody guesses.

use ratatui::layout::Rect;

use crate::app::effect::{Record, RecordPage};
use crate::app::screens::counter::{Counter, Focus};
use crate::model::{Candidate, DeskTwin};
use crate::text::{line, width, wrap};
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::parts::list::bar;
use crate::ui::view::View;

/// Draws the lines and returns what is left below them.
pub(super) fn draw(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let Some(page) = &counter.page else { return area };
    let found = page.twins.iter().any(|twin| matches!(twin, DeskTwin::Contact(_) | DeskTwin::Account(_)));
    let mut rows = Vec::new();
    let inner = inset(area, 1);
    for twin in &page.twins {
        let (text, style) = match twin {
            DeskTwin::Ambiguous(_) if counter.choosing() => (view.say("twin-choose"), view.theme.warning),
            DeskTwin::Ambiguous(_) if counter.looking.is_some() => continue,
            DeskTwin::Ambiguous(candidates) => {
                let names = candidates.iter().map(Candidate::said).collect::<Vec<_>>().join(" · ");
                (view.say_with("twin-ambiguous", &[("names", names.into())]), view.theme.warning)
            }
            DeskTwin::None if !found => (view.say(nowhere(page)), view.theme.dim),
            _ => continue,
        };
        let row: Vec<_> = wrap(&text, inner.width.into()).iter().map(|line| Row::of(line, style)).collect();
        if !rows.ends_with(&row) {
            rows.extend(row);
        }
    }
    if let Some(candidate) = &counter.looking {
        let args = [("who", candidate.said().into()), ("count", counter.candidates.window.total.into())];
        let text = view.say_with("twin-looking", &args);
        rows.extend(wrap(&text, inner.width.into()).iter().map(|line| Row::of(line, view.theme.warning)));
    }
    if rows.is_empty() {
        return area;
    }
    let (lines, rest) = top(inner, u16::try_from(rows.len()).unwrap_or(u16::MAX));
    canvas.rows(lines, rows);
    Rect { x: area.x, width: area.width, ..top(rest, 1).1 }
}

/// That Desk does not know the record, and what brings it there: a ticket, and that needs a person.
fn nowhere(page: &RecordPage) -> &'static str {
    match page.record {
        Record::Company(_) if page.people.is_empty() => "twin-none-nobody",
        _ => "twin-none",
    }
}

/// The candidates as rows: name, e-mail or website, company.
pub(super) fn candidates(view: View<'_>, counter: &Counter, area: Rect, canvas: &mut Canvas<'_>) {
    let list = &counter.candidates;
    let focused = counter.focus == Focus::Record;
    let longest = |text: &dyn Fn(&Candidate) -> String, most: usize| {
        list.window.rows.iter().map(|one| width(&line(&text(one)))).max().unwrap_or(0).min(most)
    };
    let third = usize::from(area.width) / 3;
    let name = longest(&|one| view.seen(one.name(), "pane-no-name").into_owned(), third);
    let reach = longest(&|one| one.reach().to_owned(), third.max(24));
    canvas.regions.tickets = area.height;
    for (at, candidate) in list.window.rows.iter().enumerate().skip(list.top).take(area.height.into()) {
        let selected = at == list.cursor;
        let style = if selected && focused { view.theme.selected } else { view.theme.text };
        let mut row = bar(view, selected, focused);
        row.column(&view.seen(candidate.name(), "pane-no-name"), name, style);
        row.gap(2);
        row.column(candidate.reach(), reach, view.theme.text);
        row.gap(2);
        row.push(candidate.company(), view.theme.dim);
        let place = u16::try_from(at - list.top).unwrap_or(u16::MAX);
        canvas.row(area, place, row.fit(area.width.into()));
        if selected && focused {
            canvas.tint(area, place, view.theme.selected_row);
        }
    }
}

/// The same in a few words, for the Overview: by name, each once.
pub(super) fn short(view: View<'_>, page: &RecordPage) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for (at, twin) in page.twins.iter().enumerate() {
        let name = page.twin_names.get(at).filter(|name| !name.trim().is_empty());
        let named = |id, alone| match name {
            Some(name) => view.say_with(id, &[("name", name.as_str().into())]),
            None => view.say(alone),
        };
        let word = match twin {
            DeskTwin::Contact(_) => named("twin-contact", "twin-contact-unnamed"),
            DeskTwin::Account(_) => named("twin-account", "twin-account-unnamed"),
            DeskTwin::None => view.say("twin-none-short"),
            DeskTwin::Ambiguous(names) => {
                view.say_with("twin-ambiguous-short", &[("count", names.len().into())])
            }
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| words.join(" · "))
}
