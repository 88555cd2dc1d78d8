//! A line of text that nobody shall read off the screen, or out of a log.

use std::fmt;

use secrecy::SecretString;

use crate::app::parts::line::Line;

/// What is typed and not shown.
#[derive(Default)]
pub struct Hidden(pub(super) Line);

impl Hidden {
    /// As many dots as letters were typed, before and behind the cursor.
    pub fn dots(&self) -> Line {
        let (head, tail) = self.0.halves();
        let dots = |text: &str| "•".repeat(text.chars().count());
        let mut line = Line::new(dots(head));
        for dot in dots(tail).chars() {
            line.insert(dot.encode_utf8(&mut [0; 4]));
        }
        for _ in tail.chars() {
            line.key(crate::keys::Key::plain(crate::keys::Code::Left));
        }
        line
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.text().trim().is_empty()
    }

    /// What was typed, for whoever needs it.
    pub fn secret(&self) -> SecretString {
        SecretString::from(self.0.text().trim())
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden")
    }
}
