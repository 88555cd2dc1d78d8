//! The front door: one narrow column in the middle, the steps named above it, the keys below.

mod choose;
mod client;
mod done;
mod wait;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Canvas, Row, bottom, top};
use super::{SMALLEST, Theme, symbols, view};
use crate::app::Action;
use crate::app::door::{Door, Shown, Step};
use crate::text::wrap;

/// The column is no wider.
const WIDEST: u16 = 78;

/// What drawing found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoorDrawn {
    /// How many lines the list of rights has, and how many have room.
    pub room: (usize, usize),
    /// Where the terminal's cursor goes; none = hidden.
    pub cursor: Option<(u16, u16)>,
}

/// The state of the door and the theme.
#[derive(Clone, Copy)]
struct Page<'a> {
    door: &'a Door,
    theme: &'a Theme,
}

/// Draws the door into an area of the buffer.
pub fn draw(door: &Door, theme: &Theme, area: Rect, buf: &mut Buffer) -> DoorDrawn {
    let area = area.intersection(buf.area);
    let mut canvas = Canvas::new(buf);
    canvas.clear(area);
    let mut room = (0, 0);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        super::parts::too_small::draw(&door.words, theme, area, &mut canvas);
    } else {
        room = Page { door, theme }.draw(area, &mut canvas);
    }
    let cursor = canvas.cursor;
    if theme.ascii {
        symbols::to_ascii(buf, area);
    }
    DoorDrawn { room, cursor }
}

impl Page<'_> {
    fn say(&self, id: &str) -> String {
        self.door.words.say(id)
    }

    fn draw(self, area: Rect, canvas: &mut Canvas<'_>) -> (usize, usize) {
        let (area, foot) = bottom(area, 1);
        self.hints(foot, canvas);
        let width = area.width.saturating_sub(2).min(WIDEST);
        let column = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        // Air above, where there is room for air.
        let column = top(column, if area.height >= 30 { 3 } else { 1 }).1;
        let (head, column) = top(column, 3);
        let brand = Row::of(&self.say("screen-brand"), self.theme.strong);
        canvas.row(head, 0, brand.and("  ", self.theme.dim).and(&self.say("door-brand"), self.theme.dim));
        if self.door.step > Step::Welcome {
            canvas.row(head, 1, self.steps());
        }
        let column = self.trouble(column, canvas);
        let column = paragraph(&self.question(), self.theme.strong, column, canvas);
        match self.door.step {
            Step::Welcome => self.welcome(column, canvas),
            Step::Place => self.places(column, canvas),
            Step::Way => self.ways(column, canvas),
            Step::Rights => return self.rights(column, canvas),
            Step::Client => self.client(column, canvas),
            Step::Wait => self.wait(column, canvas),
            Step::Portal => self.portals(column, canvas),
            Step::Done => self.done(column, canvas),
        }
        (0, 0)
    }

    /// Which steps there are, the current one marked.
    fn steps(self) -> Row {
        const STEPS: [(Step, &str); 6] = [
            (Step::Place, "door-step-place"),
            (Step::Way, "door-step-way"),
            (Step::Rights, "door-step-rights"),
            (Step::Client, "door-step-client"),
            (Step::Wait, "door-step-wait"),
            (Step::Portal, "door-step-portal"),
        ];
        let mut row = Row::new();
        for (step, name) in STEPS {
            if !row.is_empty() {
                row.push(&format!(" {} ", symbols::INTO), self.theme.dim);
            }
            let here = self.door.step == step;
            let text = if here { format!("▸ {}", self.say(name)) } else { self.say(name) };
            let done = self.door.step > step;
            let style = if here {
                self.theme.accent
            } else if done {
                self.theme.text
            } else {
                self.theme.dim
            };
            row.push(&text, style);
        }
        row
    }

    fn question(self) -> String {
        let id = match self.door.step {
            Step::Welcome => "door-welcome",
            Step::Place => "door-place",
            Step::Way => "door-way",
            Step::Rights => "door-rights",
            Step::Client => "door-client",
            Step::Wait => match &self.door.waiting.shown {
                None => "door-asking",
                Some((Shown::Code { .. }, _)) => "login-device",
                Some((Shown::Page(_), _)) => "login-browser",
            },
            Step::Portal => "door-portal",
            Step::Done => "door-done",
        };
        self.say(id)
    }

    /// What went wrong stands above the question: that is where one reads first.
    fn trouble(self, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        match &self.door.trouble {
            Some(text) => paragraph(text, self.theme.error, area, canvas),
            None => area,
        }
    }

    /// The keys that matter on this page.
    fn hints(self, area: Rect, canvas: &mut Canvas<'_>) {
        let actions: &[(Action, &str)] = match self.door.step {
            Step::Welcome => &[(Action::Open, "door-key-choose"), (Action::Quit, "hint-quit")],
            Step::Place | Step::Way | Step::Portal => {
                &[(Action::Open, "door-key-choose"), (Action::Back, "hint-back"), (Action::Quit, "hint-quit")]
            }
            Step::Rights => &[
                (Action::Open, "door-key-on"),
                (Action::Copy, "door-key-copy-rights"),
                (Action::Back, "hint-back"),
                (Action::Quit, "hint-quit"),
            ],
            Step::Client => &[
                (Action::NextPane, "hint-form-next-pane"),
                (Action::Send, "door-key-sign-in"),
                (Action::Back, "hint-back"),
            ],
            Step::Wait => &[
                (Action::Copy, "door-key-copy-address"),
                (Action::Back, "door-key-stop"),
                (Action::Quit, "hint-quit"),
            ],
            Step::Done => &[(Action::Open, "door-key-in"), (Action::Quit, "hint-quit")],
        };
        let mut row = Row::of(" ", self.theme.text);
        for (action, label) in actions {
            let Some(chord) = self.door.keymap.chord_of(self.door.contexts(), action) else { continue };
            let keys: Vec<_> = chord.keys().iter().map(|key| view::written(*key, self.theme)).collect();
            row.push(&keys.join(" "), self.theme.key);
            row.push(" ", self.theme.dim);
            row.push(&self.say(label), self.theme.dim);
            row.gap(3);
        }
        if self.door.copied {
            row.push(&self.say("notice-copied"), self.theme.good);
        }
        canvas.row(area, 0, row);
    }
}

/// Text with a blank line below it; gives back what is left.
fn paragraph(text: &str, style: ratatui::style::Style, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let lines = wrap(text, area.width.into());
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    canvas.rows(area, lines.iter().map(|line| Row::of(line, style)));
    top(area, height.saturating_add(1)).1
}
