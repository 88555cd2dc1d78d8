//! The first line: the screens and their keys, and who is signed in, where.

use ratatui::layout::Rect;

use crate::app::ScreenName;
use crate::app::screens::sync::Mark;
use crate::text::count;
use crate::ui::paint::{Canvas, Row};
use crate::ui::symbols;
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let (mut right, mut left) = (right_end(view, true), names(view, true, true));
    // The name of the house gives way first, then the house of the agent: who it is stays in view.
    let tight = |left: &Row, right: &Row| left.width() + right.width() + 2 > usize::from(area.width);
    if tight(&left, &right) {
        left = names(view, false, true);
    }
    if tight(&left, &right) {
        right = right_end(view, false);
    }
    if tight(&left, &right) {
        left = names(view, false, false);
    }
    let room = usize::from(area.width).saturating_sub(left.width() + 2);
    canvas.right(area, 0, right.fit(room));
    canvas.row(area, 0, left);
}

fn names(view: View<'_>, brand: bool, whole: bool) -> Row {
    let theme = view.theme;
    let mut row = Row::of(" ", theme.text);
    if brand {
        row.push(&view.say("screen-brand"), theme.dim);
        row.gap(2);
    }
    for (at, screen) in ScreenName::ALL.into_iter().enumerate() {
        let here = view.app.screen == screen;
        if at > 0 {
            row.gap(2);
        }
        row.push(&(at + 1).to_string(), if here { theme.accent } else { theme.dim });
        row.push(" ", theme.text);
        let name = if whole || screen != ScreenName::Sync { name(screen) } else { "screen-sync-short" };
        row.push(&view.say(name), if here { theme.accent } else { theme.text });
        if let Some(mine) = view.app.queue.mine.filter(|mine| *mine > 0 && screen == ScreenName::Tickets) {
            row.push(&format!(" {}", count(mine.into())), theme.dim);
        }
        if let Some(mark) = view.app.sync.mark().filter(|_| screen == ScreenName::Sync) {
            let (text, style) = match mark {
                Mark::Off if !whole => (symbols::NONE.to_owned(), theme.dim),
                Mark::Off => (view.say("pair-mark-off"), theme.dim),
                Mark::Well => (symbols::DONE.to_owned(), theme.good),
                Mark::Wait(waits) => (count(i64::try_from(waits).unwrap_or(i64::MAX)), theme.warning),
                Mark::Braked => ("!".to_owned(), theme.warning),
            };
            row.push(&format!(" {text}"), style);
        }
    }
    row
}

pub(in crate::ui) fn name(screen: ScreenName) -> &'static str {
    match screen {
        ScreenName::Contacts => "screen-contacts",
        ScreenName::Companies => "screen-companies",
        ScreenName::Pipelines => "screen-pipelines",
        ScreenName::Tickets => "screen-tickets",
        ScreenName::Sync => "screen-sync",
    }
}

fn right_end(view: View<'_>, whole: bool) -> Row {
    let theme = view.theme;
    let mut row = Row::new();
    if view.app.offline.is_some() {
        row.push(&format!("{} {}", symbols::DOT, view.say("screen-offline")), theme.warning);
        row.gap(2);
    }
    if view.app.unkept {
        row.push(&format!("{} {}", symbols::DOT, view.say("screen-unkept")), theme.warning);
        row.gap(2);
    }
    if view.app.sandbox {
        row.push(&view.say("screen-sandbox"), theme.good);
        row.gap(2);
    }
    if let Some(me) = &view.app.furniture.me {
        let email = me.agent.email.as_str();
        let local = email.split('@').next().filter(|local| !whole && !local.is_empty());
        row.push(local.unwrap_or(email), theme.dim);
    }
    row.gap(1);
    row
}
