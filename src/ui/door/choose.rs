//! The pages on which something is chosen.

use ratatui::layout::Rect;

use super::{Page, paragraph};
use crate::app::door::Way;
use crate::text::{line, width};
use crate::ui::paint::{Canvas, Row, left, top};
use crate::ui::symbols;

/// A row to choose: what it is called, and what that means.
type Choice = (String, String);

impl Page<'_> {
    pub(super) fn welcome(self, area: Rect, canvas: &mut Canvas<'_>) {
        let choices = ["sign-in", "demo", "leave"];
        let choices = choices.map(|name| {
            (self.say(&format!("door-welcome-{name}")), self.say(&format!("door-welcome-{name}-means")))
        });
        self.choices(&choices, self.door.welcome, area, canvas);
    }

    pub(super) fn places(self, area: Rect, canvas: &mut Canvas<'_>) {
        let centres = self.door.centres.iter();
        let centres = centres.map(|one| (self.say(&format!("centre-{}", one.code)), one.accounts.clone()));
        let own = (self.say("door-place-own"), self.say("door-place-own-means"));
        let choices: Vec<_> = centres.chain([own]).collect();
        self.list(&choices, self.door.place, area, canvas);
    }

    pub(super) fn ways(self, area: Rect, canvas: &mut Canvas<'_>) {
        let means = |way: Way| {
            let args = [("address", self.door.redirect.as_str().into())];
            self.door.words.say_with(&format!("door-way-{}-means", way.name()), &args)
        };
        let choices = Way::ALL.map(|way| (self.say(&format!("door-way-{}", way.name())), means(way)));
        self.choices(&choices, self.door.way, area, canvas);
    }

    pub(super) fn portals(self, area: Rect, canvas: &mut Canvas<'_>) {
        let portals = self.door.arrived.as_ref().map_or(&[][..], |arrived| &arrived.portals);
        let portals: Vec<_> = portals.iter().map(|one| (one.name.clone(), one.id.clone())).collect();
        self.list(&portals, self.door.portal, area, canvas);
    }

    /// Choices with a sentence below each.
    fn choices(self, choices: &[Choice], chosen: usize, area: Rect, canvas: &mut Canvas<'_>) {
        let mut rest = area;
        for (at, (name, means)) in choices.iter().enumerate() {
            canvas.row(rest, 0, self.choice(name, at == chosen));
            let below = top(rest, 1).1;
            let (_, text) = left(below, 2);
            rest = paragraph(means, self.theme.dim, text, canvas);
            rest = Rect { x: area.x, width: area.width, ..rest };
        }
    }

    /// Choices of one line each, as many as have room around the chosen one.
    fn list(self, choices: &[Choice], chosen: usize, area: Rect, canvas: &mut Canvas<'_>) {
        let wide = choices.iter().map(|(name, _)| width(&line(name))).max().unwrap_or(0).min(40);
        let room = usize::from(area.height.max(1));
        let first = (chosen + 1).saturating_sub(room);
        for (line, (at, (name, means))) in choices.iter().enumerate().skip(first).take(room).enumerate() {
            let mut row = self.choice("", at == chosen);
            row.column(name, wide, if at == chosen { self.theme.selected } else { self.theme.text });
            row.gap(2);
            row.push(means, self.theme.dim);
            canvas.row(area, u16::try_from(line).unwrap_or(u16::MAX), row);
        }
    }

    fn choice(self, name: &str, chosen: bool) -> Row {
        let bar = if chosen { Row::of(symbols::BAR, self.theme.bar) } else { Row::of(" ", self.theme.text) };
        bar.and(" ", self.theme.text).and(name, if chosen { self.theme.selected } else { self.theme.text })
    }
}
