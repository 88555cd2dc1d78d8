//! The keys that matter here and now; after the first key of a chord, those that may follow.

use ratatui::layout::Rect;

use crate::app::parts::composer::Field;
use crate::app::parts::popup::Popup;
use crate::app::screens::counter::{self, Tab};
use crate::app::screens::sync::{Focus, Panel};
use crate::app::{Action, App, Context, Front, ScreenName};
use crate::ui::paint::{Canvas, Row};
use crate::ui::view::View;

/// Blanks between hints.
const GAP: usize = 3;

/// The most hints on the line besides the one for all keys.
const MOST: usize = 7;

pub(in crate::ui) fn draw(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let (hints, help) = if view.app.pending.is_empty() { here(view) } else { (following(view), None) };
    let last = help.as_ref().map_or(0, |help| GAP + help.width());
    let cols = usize::from(area.width).saturating_sub(last);
    let mut row = Row::new();
    for hint in hints {
        let gap = if row.is_empty() { 0 } else { GAP };
        if row.width() + gap + hint.width() > cols {
            break;
        }
        row.gap(gap);
        row.append(hint);
    }
    if let Some(help) = help {
        row.gap(if row.is_empty() { 0 } else { GAP });
        row.append(help);
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

/// The hints, and the one for all keys: it is there wherever its key is not text.
fn here(view: View<'_>) -> (Vec<Row>, Option<Row>) {
    let hint = |action: &Action| {
        let (key, label) = (view.keys_of(*action)?, label(view, *action));
        // What the agent's profile does not allow is greyed and struck through; its key says why.
        Some(if view.app.permits(*action) { view.hint(&key, &label) } else { view.refused(&key, &label) })
    };
    // A key that has nobody to work for here is no hint.
    let hints = actions(view.app).iter().filter(|action| view.app.has_target(**action));
    let hints = hints.filter_map(hint).take(MOST).collect();
    (hints, hint(&Action::Help))
}

/// The word for an action here: some mean more in one place than the word they have everywhere.
fn label(view: View<'_>, action: Action) -> String {
    let here = place(view.app).map(|place| format!("hint-{place}-{}", action.name()));
    match here.filter(|id| view.app.words.has(id)) {
        Some(id) => view.say(&id),
        None => view.say(&format!("hint-{}", action.name())),
    }
}

/// Where one is, as the catalogue names it: what floats, else the innermost table of the keymap.
fn place(app: &App) -> Option<&'static str> {
    match app.popups.last() {
        Some(Popup::Drafts(_)) => Some("drafts"),
        Some(Popup::Search(_)) => Some("search"),
        Some(Popup::Prompt(_)) => Some("prompt"),
        _ => app.contexts().first().map(|context| context.name()),
    }
}

/// The actions that matter, the most wanted first.
fn actions(app: &App) -> &'static [Action] {
    match app.front() {
        Front::Popup => popup(app),
        Front::Composer => composer(app),
        Front::Talk => talk(app),
        Front::Screen => screen(app),
    }
}

fn talk(app: &App) -> &'static [Action] {
    use Action::{Back, ChangeStatus, CommentPrivately, Forward, Reply, ReplyAll, SaveAttachment};
    let files =
        app.talk.as_ref().and_then(|talk| talk.entry()).is_some_and(|one| !one.attachments().is_empty());
    if files {
        &[Reply, ReplyAll, CommentPrivately, ChangeStatus, SaveAttachment, Forward, Back]
    } else {
        &[Reply, ReplyAll, Forward, CommentPrivately, ChangeStatus, Back]
    }
}

fn popup(app: &App) -> &'static [Action] {
    match app.popups.last() {
        Some(Popup::Form(_)) => &[Action::Send, Action::NextPane, Action::Open, Action::Back],
        Some(Popup::Prompt(_)) => &[Action::Open, Action::NextPane, Action::Back],
        Some(Popup::Help(_)) => &[Action::Down, Action::PageDown, Action::Back],
        Some(Popup::Drafts(_)) => &[Action::Open, Action::Send, Action::Edit, Action::Drop, Action::Back],
        _ => &[Action::Open, Action::Back],
    }
}

fn composer(app: &App) -> &'static [Action] {
    match app.composer.as_ref() {
        Some(composer) if composer.field == Field::From => {
            &[Action::Open, Action::NextPane, Action::Send, Action::Back]
        }
        Some(composer) if !composer.draft.kind.is_mail() => {
            &[Action::Send, Action::Back, Action::Editor, Action::Attach]
        }
        _ => &[Action::Send, Action::Back, Action::NextPane, Action::Editor, Action::Attach],
    }
}

fn sync(app: &App) -> &'static [Action] {
    use Action::{
        AlwaysSo, Back, Blame, JumpToField, LinkTo, NextTab, Open, Pin, ReleaseBrake, Retry, RetryAll,
        Revert, ShowError, StopSync, SyncNow, TakeBigin, TakeDesk, ToggleFold, Unlink,
    };
    match (app.sync.focus, app.sync.panel) {
        (Focus::List, _) => &[
            StopSync,
            ReleaseBrake,
            NextTab,
            Open,
            TakeBigin,
            TakeDesk,
            Retry,
            RetryAll,
            LinkTo,
            ShowError,
            SyncNow,
            Unlink,
        ],
        (Focus::Page, Panel::Fields) => &[
            TakeBigin,
            TakeDesk,
            AlwaysSo,
            Retry,
            LinkTo,
            ShowError,
            JumpToField,
            Blame,
            ToggleFold,
            Pin,
            Unlink,
            Back,
        ],
        (Focus::Page, Panel::History) => &[Revert, Back],
    }
}

fn screen(app: &App) -> &'static [Action] {
    if app.contexts().first() == Some(&Context::Filter) {
        return &[Action::Open, Action::Back];
    }
    if app.screen == ScreenName::Sync {
        return sync(app);
    }
    let Some(module) = app.screen.module() else {
        if app.queue.tickets.selected().is_none() {
            return &[Action::NextTab, Action::ChooseDepartment, Action::Refresh, Action::Search];
        }
        return &[
            Action::Open,
            Action::Reply,
            Action::ChangeStatus,
            Action::NextTab,
            Action::ChooseDepartment,
        ];
    };
    let pane = app.counter(module);
    match (pane.focus, pane.tab) {
        (counter::Focus::List, _) => {
            &[Action::Open, Action::Find, Action::NewTicket, Action::NextTab, Action::Search]
        }
        (counter::Focus::Record, Tab::Tickets) if pane.choosing() => {
            &[Action::Open, Action::NewTicket, Action::NextTab, Action::Refresh, Action::Back]
        }
        (counter::Focus::Record, Tab::Overview) if pane.linked().is_some() => {
            &[Action::Open, Action::NextTab, Action::NewTicket, Action::Refresh, Action::Back]
        }
        (counter::Focus::Record, Tab::Tickets) if pane.ticket().is_some() => &[
            Action::Open,
            Action::Reply,
            Action::ChangeStatus,
            Action::NewTicket,
            Action::NextTab,
            Action::Back,
        ],
        (counter::Focus::Record, _) => &[Action::NextTab, Action::NewTicket, Action::Refresh, Action::Back],
    }
}
