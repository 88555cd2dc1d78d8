//! The keys that matter here and now; after the first key of a chord, those that may follow.

use ratatui::layout::Rect;

use crate::app::parts::composer::Field;
use crate::app::parts::popup::Popup;
use crate::app::screens::counter::{Focus, Tab};
use crate::app::{Action, App, Context, Front};
use crate::ui::paint::{Canvas, Row};
use crate::ui::view::View;

/// Blanks between hints.
const GAP: usize = 3;

/// The most hints on the line.
const MOST: usize = 6;

pub(in crate::ui) fn draw(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let hints = if view.app.pending.is_empty() { here(view) } else { following(view) };
    let cols = usize::from(area.width);
    let mut row = Row::new();
    for hint in hints {
        let gap = if row.is_empty() { 0 } else { GAP };
        if row.width() + gap + hint.width() > cols {
            break;
        }
        row.gap(gap);
        row.append(hint);
    }
    canvas.row(area, 0, row);
}

/// What an unfinished chord can become.
fn following(view: View<'_>) -> Vec<Row> {
    let app = view.app;
    let begun: Vec<_> = app.pending.iter().map(|key| view.key(*key)).collect();
    let mut hints = vec![Row::of(&format!("{} …", begun.join(" ")), view.theme.accent)];
    for (key, action) in app.keymap.hints(&app.contexts(), &app.pending) {
        hints.push(view.hint(&view.key(key), &label(view, action)));
    }
    hints
}

fn here(view: View<'_>) -> Vec<Row> {
    let mut hints: Vec<_> = actions(view.app)
        .iter()
        .filter_map(|action| Some(view.hint(&view.keys_of(*action)?, &label(view, *action))))
        .collect();
    // All keys are one key away, wherever that key is not text.
    let help = view.keys_of(Action::Help).map(|key| view.hint(&key, &label(view, Action::Help)));
    hints.truncate(MOST - usize::from(help.is_some()));
    hints.extend(help);
    hints
}

/// The word for an action here: some mean more in one place than the word they have everywhere.
fn label(view: View<'_>, action: Action) -> String {
    let here = view.app.contexts().first().map(|context| format!("hint-{}-{}", context.name(), action.name()));
    match here.filter(|id| view.app.words.has(id)) {
        Some(id) => view.say(&id),
        None => view.say(&format!("hint-{}", action.name())),
    }
}

/// The actions that matter, the most wanted first.
fn actions(app: &App) -> &'static [Action] {
    match app.front() {
        Front::Popup => popup(app),
        Front::Composer => composer(app),
        Front::Talk => &[
            Action::Reply,
            Action::ReplyAll,
            Action::CommentPrivately,
            Action::ChangeStatus,
            Action::NextMessage,
            Action::Back,
        ],
        Front::Screen => screen(app),
    }
}

fn popup(app: &App) -> &'static [Action] {
    match app.popups.last() {
        Some(Popup::Form(_)) => &[Action::Send, Action::NextPane, Action::Open, Action::Back],
        Some(Popup::Prompt(_)) => &[Action::Open, Action::NextPane, Action::Back],
        Some(Popup::Drafts(_)) => &[Action::Open, Action::Send, Action::Edit, Action::Drop, Action::Back],
        _ => &[Action::Open, Action::Back],
    }
}

fn composer(app: &App) -> &'static [Action] {
    let from = app.composer.as_ref().is_some_and(|composer| composer.field == Field::From);
    if from {
        &[Action::Open, Action::NextPane, Action::Send, Action::Back]
    } else {
        &[Action::Send, Action::NextPane, Action::Editor, Action::Attach, Action::Back]
    }
}

fn screen(app: &App) -> &'static [Action] {
    if app.contexts().first() == Some(&Context::Filter) {
        return &[Action::Open, Action::Back];
    }
    let Some(module) = app.screen.module() else {
        return &[Action::Open, Action::Reply, Action::ChangeStatus, Action::NextTab, Action::ChooseDepartment];
    };
    let counter = app.counter(module);
    match (counter.focus, counter.tab) {
        (Focus::List, _) => &[Action::Open, Action::Find, Action::NewTicket, Action::NextTab, Action::Search],
        (Focus::Record, Tab::Tickets) => {
            &[Action::Open, Action::Reply, Action::ChangeStatus, Action::NewTicket, Action::NextTab]
        }
        (Focus::Record, _) => &[Action::NextTab, Action::NewTicket, Action::Back],
    }
}
