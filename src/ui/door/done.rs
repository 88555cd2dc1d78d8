//! Who came in, and with what.

use ratatui::layout::Rect;

use super::Page;
use crate::text::{Arg, line, wrap};
use crate::ui::paint::{Canvas, Row};

impl Page<'_> {
    pub(super) fn done(self, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(arrived) = &self.door.arrived else { return };
        let words = &self.door.words;
        let inert = |text: &str| -> Arg { line(text).into_owned().into() };
        let mut lines: Vec<(String, _)> = Vec::new();
        lines.push(match &arrived.desk {
            Ok((name, email)) => {
                let args = [("name", inert(name)), ("email", inert(email))];
                (words.say_with("login-done", &args), self.theme.good)
            }
            Err(reason) => {
                let args = [("reason", reason.as_str().into())];
                (words.say_with("login-unknown-desk", &args), self.theme.warning)
            }
        });
        if let Some(portal) = arrived.portals.get(self.door.portal) {
            lines.push((words.say_with("login-portal", &[("name", inert(&portal.name))]), self.theme.text));
        }
        lines.push(match &arrived.bigin {
            Ok(name) => (words.say_with("login-known-bigin", &[("name", inert(name))]), self.theme.good),
            Err(reason) => {
                let args = [("reason", reason.as_str().into())];
                (words.say_with("login-unknown-bigin", &args), self.theme.warning)
            }
        });
        for (scope, what) in &arrived.missing {
            let args = [("scope", scope.as_str().into()), ("what", words.say(what).into())];
            lines.push((words.say_with("login-missing", &args), self.theme.warning));
        }
        if let Some(path) = &self.door.kept {
            let args = [("name", self.door.profile.as_str().into()), ("path", path.as_str().into())];
            lines.push((words.say_with("door-kept", &args), self.theme.dim));
        }
        let lines = lines.into_iter().flat_map(|(text, style)| {
            wrap(&text, area.width.into()).iter().map(|line| Row::of(line, style)).collect::<Vec<_>>()
        });
        canvas.rows(area, lines);
    }
}
