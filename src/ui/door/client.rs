//! What is asked for, and by which client.

use ratatui::layout::Rect;

use super::{Page, paragraph};
use crate::app::door::{Field, Right};
use crate::text::width;
use crate::ui::paint::{Canvas, Row, left, top};
use crate::ui::parts::field;

impl Page<'_> {
    /// Those with one purpose stand in one line, the later ones by their last word.
    pub(super) fn rights(self, area: Rect, canvas: &mut Canvas<'_>) -> (usize, usize) {
        let name = |alike: &[Right]| {
            let later = alike[1..].iter().filter_map(|right| right.scope.rsplit('.').next());
            later.fold(alike[0].scope.clone(), |names, verb| names + " ." + verb)
        };
        let rights = self.door.rights.chunk_by(|a, b| a.what_for == b.what_for);
        let rights: Vec<_> = rights.map(|alike| (name(alike), self.say(alike[0].what_for))).collect();
        let wide = rights.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let room = usize::from(area.height);
        for (at, (name, what)) in rights.iter().skip(self.door.top).take(room).enumerate() {
            let mut row = Row::of("", self.theme.text);
            row.column(name, wide, self.theme.text);
            row.gap(2);
            row.push(what, self.theme.dim);
            canvas.row(area, u16::try_from(at).unwrap_or(u16::MAX), row);
        }
        (rights.len(), room)
    }

    pub(super) fn client(self, area: Rect, canvas: &mut Canvas<'_>) {
        let fields = self.door.fields();
        let name = |field: &Field| match field {
            Field::Address => "door-field-address",
            Field::Id => "door-field-id",
            Field::Secret => "door-field-secret",
            Field::Code => "door-field-code",
        };
        let labels = fields.iter().map(|one| width(&self.say(name(one)))).max().unwrap_or(0) + 2;
        let mut rest = area;
        for one in &fields {
            let focused = *one == self.door.field;
            let (place, below) = top(rest, 1);
            rest = below;
            let (label, value) = left(place, u16::try_from(labels).unwrap_or(u16::MAX));
            let style = if focused { self.theme.accent } else { self.theme.dim };
            canvas.row(label, 0, Row::of(&self.say(name(one)), style));
            let text = self.theme.text;
            match one {
                Field::Address => field::draw(&self.door.address, focused, text, value, canvas),
                Field::Id => field::draw(&self.door.client, focused, text, value, canvas),
                Field::Secret => field::draw(&self.door.secret.dots(), focused, text, value, canvas),
                Field::Code => field::draw(&self.door.code.dots(), focused, text, value, canvas),
            }
        }
        rest = top(rest, 1).1;
        let console = self.door.chosen_centre().and_then(|one| one.accounts.strip_prefix("accounts."));
        if let Some(domain) = console {
            let args = [("address", format!("https://api-console.{domain}").into())];
            let text = self.door.words.say_with("door-client-console", &args);
            rest = paragraph(&text, self.theme.dim, rest, canvas);
        }
        paragraph(&self.kind(), self.theme.dim, rest, canvas);
    }

    /// Which kind of client the way wants.
    fn kind(self) -> String {
        let args = [("address", self.door.redirect.as_str().into())];
        self.door.words.say_with(&format!("door-client-{}", self.door.chosen_way().name()), &args)
    }
}
