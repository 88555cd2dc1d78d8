//! While somebody has to agree.

use ratatui::layout::Rect;

use super::{Page, paragraph};
use crate::app::door::Shown;
use crate::text::{Arg, line, width};
use crate::ui::paint::{Canvas, Row, top};

impl Page<'_> {
    pub(super) fn wait(self, area: Rect, canvas: &mut Canvas<'_>) {
        let waiting = &self.door.waiting;
        let Some((shown, until)) = &waiting.shown else { return };
        let mut rest = match shown {
            Shown::Page(address) => self.address(address, area, canvas),
            Shown::Code { code, address, with_code } => {
                let rest = self.address(address, area, canvas);
                let rest = paragraph(&self.say("login-device-code"), self.theme.strong, rest, canvas);
                let rest = self.code(code, rest, canvas);
                match with_code {
                    Some(address) => {
                        let below = self.say("login-device-short");
                        canvas.row(rest, 0, Row::of(&below, self.theme.dim));
                        self.address(address, top(rest, 1).1, canvas)
                    }
                    None => rest,
                }
            }
        };
        if let Some(centre) = &waiting.moved {
            let args = [("centre", centre.as_str().into())];
            rest =
                paragraph(&self.door.words.say_with("login-moved", &args), self.theme.warning, rest, canvas);
        }
        let left = until.duration_since(self.door.now).as_secs().max(0);
        let left: Arg = format!("{}:{:02}", left / 60, left % 60).into();
        let (text, style) = match &waiting.trouble {
            Some(reason) => {
                let args = [("left", left), ("reason", reason.as_str().into())];
                (self.door.words.say_with("login-waiting-away", &args), self.theme.warning)
            }
            None => (self.door.words.say_with("door-waiting", &[("left", left)]), self.theme.dim),
        };
        paragraph(&text, style, rest, canvas);
    }

    /// An address, over as many lines as it takes: it is to be copied.
    fn address(self, address: &str, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        let address = line(address);
        let letters: Vec<char> = address.chars().collect();
        let lines = letters.chunks(usize::from(area.width.max(3) - 2));
        let lines: Vec<String> = lines.map(|part| part.iter().collect()).collect();
        for (at, part) in lines.iter().enumerate() {
            let row = Row::of("  ", self.theme.text).and(part, self.theme.link);
            canvas.row(area, u16::try_from(at).unwrap_or(u16::MAX), row);
        }
        top(area, u16::try_from(lines.len() + 1).unwrap_or(u16::MAX)).1
    }

    /// The code, large: letters apart, in a box.
    fn code(self, code: &str, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
        let code = line(code);
        let spaced: Vec<String> = code.chars().map(String::from).collect();
        let spaced = spaced.join(" ");
        let (head, rest) = top(area, 3);
        let cols = u16::try_from(width(&spaced) + 6).unwrap_or(u16::MAX);
        let place =
            Rect { x: head.x + 2.min(head.width), width: cols.min(head.width.saturating_sub(2)), ..head };
        let inner = canvas.float(place, Row::new(), self.theme.border);
        canvas.row_at(inner, 1, 0, Row::of(&spaced, self.theme.accent));
        top(rest, 1).1
    }
}
