//! The first line: the screens and their keys, and who is signed in, where.

use ratatui::layout::Rect;

use crate::app::ScreenName;
use crate::app::screens::sync::Mark;
use crate::text::count;
use crate::ui::paint::{Canvas, Row};
use crate::ui::symbols;
use crate::ui::view::View;

/// How much of the line is told. What matters least gives way first.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Names {
    /// The program's name, and every screen's.
    All,
    /// Every screen's.
    Screens,
    /// The same, the longest in short, and closer together.
    Short,
    /// The screen one is at; of the others the key, and what waits there.
    Here,
}

/// How much is told of who is signed in.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Agent {
    /// The whole address.
    Address,
    /// What stands before the `@`.
    Name,
    /// Nothing.
    Nobody,
}

/// From the widest to the narrowest.
const STAGES: [(Names, Agent); 6] = [
    (Names::All, Agent::Address),
    (Names::Screens, Agent::Address),
    (Names::Screens, Agent::Name),
    (Names::Short, Agent::Name),
    (Names::Short, Agent::Nobody),
    (Names::Here, Agent::Name),
];

pub(in crate::ui) fn draw(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let width = usize::from(area.width);
    let fits = |&(names, agent): &(Names, Agent)| {
        left(view, names).width() + right(view, agent).width() + 2 <= width
    };
    let (names, agent) = STAGES.into_iter().find(fits).unwrap_or((Names::Here, Agent::Name));
    let left = left(view, names);
    let room = width.saturating_sub(left.width() + 2);
    canvas.right(area, 0, right(view, agent).fit(room));
    canvas.row(area, 0, left);
}

fn left(view: View<'_>, names: Names) -> Row {
    let theme = view.theme;
    let mut row = Row::of(" ", theme.text);
    if names == Names::All {
        row.push(&view.say("screen-brand"), theme.dim);
        row.gap(2);
    }
    for (at, screen) in ScreenName::ALL.into_iter().enumerate() {
        let here = view.app.screen == screen;
        if at > 0 {
            row.gap(if names == Names::Short { 1 } else { 2 });
        }
        row.push(&(at + 1).to_string(), if here { theme.accent } else { theme.dim });
        if here || names != Names::Here {
            let short = names == Names::Short && screen == ScreenName::Sync;
            row.push(" ", theme.text);
            let name = view.say(if short { "screen-sync-short" } else { name(screen) });
            row.push(&name, if here { theme.accent } else { theme.text });
        }
        if let Some(mine) = view.app.queue.mine.filter(|mine| *mine > 0 && screen == ScreenName::Tickets) {
            row.push(&format!(" {}", count(mine.into())), theme.dim);
        }
        if let Some(mark) = view.app.sync.mark().filter(|_| screen == ScreenName::Sync) {
            let (text, style) = match mark {
                Mark::Off if matches!(names, Names::Short | Names::Here) => {
                    (symbols::NONE.to_owned(), theme.dim)
                }
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

fn right(view: View<'_>, agent: Agent) -> Row {
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
        let name = email.split('@').next().filter(|name| !name.is_empty()).unwrap_or(email);
        match agent {
            Agent::Address => row.push(email, theme.dim),
            Agent::Name => row.push(name, theme.dim),
            Agent::Nobody => {}
        }
    }
    row.gap(1);
    row
}
