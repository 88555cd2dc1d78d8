//! Drawing: a function of the state. No clock (the state holds `now`), no environment, no IO; what drawing finds out
//! about the room there is goes back in [`Drawn`](crate::ui::Drawn). Nothing here decides anything: rules live in
//! `app`.

mod door;
mod paint;
mod parts;
mod screens;
mod symbols;
pub mod theme;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use door::{DoorDrawn, draw as draw_door};
pub use theme::{Theme, ThemeError};

use crate::app::{App, Regions, ScreenName};
use crate::text::Clock;
use paint::{Canvas, bottom, top};
use view::View;

/// Below so many columns and rows nothing but a sentence is drawn.
pub const SMALLEST: (u16, u16) = (60, 16);

/// What drawing found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// How much room the lists have: fed back to the state.
    pub regions: Regions,
    /// Where the terminal's cursor goes; none = hidden.
    pub cursor: Option<(u16, u16)>,
}

/// Draws the whole state into an area of the buffer.
pub fn draw(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) -> Drawn {
    let area = area.intersection(buf.area);
    let clock = Clock::new(app.now, app.zone.clone());
    let due = app.zoho_clock();
    let view = View { app, theme, clock: &clock, due: &due };
    let mut canvas = Canvas::new(buf);
    canvas.clear(area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        parts::too_small::draw(&app.words, theme, area, &mut canvas);
    } else {
        whole(view, area, &mut canvas);
    }
    let Canvas { regions, cursor, .. } = canvas;
    if theme.ascii {
        symbols::to_ascii(buf, area);
    }
    Drawn { regions, cursor }
}

fn whole(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let (head, rest) = top(area, 1);
    let (body, foot) = bottom(rest, 2);
    parts::topbar::draw(view, head, canvas);
    // Air below the names of the screens, where there is room for air.
    let body = if body.height >= 24 { top(body, 1).1 } else { body };
    if let Some(talk) = &view.app.talk {
        screens::conversation::draw(view, talk, body, canvas);
    } else if view.app.screen == ScreenName::Tickets {
        screens::queue::draw(view, &view.app.queue, body, canvas);
    } else if view.app.screen == ScreenName::Sync {
        screens::sync::draw(view, &view.app.sync, body, canvas);
    } else if let Some(module) = view.app.screen.module() {
        screens::counter::draw(view, view.app.counter(module), body, canvas);
    }
    for popup in &view.app.popups {
        canvas.cursor = None;
        parts::popup::draw(view, popup, body, canvas);
    }
    parts::foot::draw(view, foot, canvas);
}
