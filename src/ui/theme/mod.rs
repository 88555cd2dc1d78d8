//! Colours by role. A theme says how *overdue* or *dim* looks; nothing that draws knows a colour.

mod parse;

use ratatui::style::Style;

pub use parse::ThemeError;

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal)*) => {
        /// How each role looks, and whether symbols must be ASCII.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$doc])* pub $role: Style,)*
            /// Whether symbols and borders are drawn in ASCII.
            pub ascii: bool,
        }

        impl Theme {
            /// Reads a theme: a style for every role, no role twice, none unknown.
            pub fn parse(text: &str) -> Result<Self, ThemeError> {
                let mut file = parse::read(text)?;
                let theme = Self { $($role: parse::take(&mut file, $name)?,)* ascii: false };
                parse::nothing_left(&file)?;
                Ok(theme)
            }
        }
    };
}

roles! {
    /// What is said.
    text = "text"
    /// What it is called.
    strong = "strong"
    /// When, where, who.
    dim = "dim"
    /// Where the keys go: the focused title, the current tab.
    accent = "accent"
    /// The mark of the selected row in the focused pane.
    bar = "bar"
    /// The name on the selected row.
    selected = "selected"
    /// Laid over the whole selected row.
    selected_row = "selected-row"
    /// The mark of the selected row in a pane without focus.
    idle = "idle"
    /// Past its due time; the words say so too.
    overdue = "overdue"
    /// Something to look at.
    warning = "warning"
    /// It did not work.
    error = "error"
    /// It worked.
    good = "good"
    /// Only agents see this.
    internal = "internal"
    /// The customer sees this.
    public = "public"
    /// A link in a message.
    link = "link"
    /// Code in a message.
    code = "code"
    /// Quoted text.
    quote = "quote"
    /// A key in a hint.
    key = "key"
    /// The border of what floats, and lines that divide.
    border = "border"
    /// Text that is marked for copying, the chosen answer of a question.
    marked = "marked"
}

impl Theme {
    /// The themes that come with the program.
    pub const NAMES: [&'static str; 3] = ["terminal", "mono", "dusk"];

    /// A theme that comes with the program; none of that name: nothing.
    pub fn built_in(name: &str) -> Option<Self> {
        let text = match name {
            "terminal" => include_str!("../../../assets/themes/terminal.toml"),
            "mono" => include_str!("../../../assets/themes/mono.toml"),
            "dusk" => include_str!("../../../assets/themes/dusk.toml"),
            _ => return None,
        };
        Some(Self::parse(text).expect("the built-in themes are tested"))
    }

    /// The same theme with symbols in ASCII, or not.
    #[must_use]
    pub fn with_ascii(self, ascii: bool) -> Self {
        Self { ascii, ..self }
    }
}

impl Default for Theme {
    /// The terminal's own sixteen colours.
    fn default() -> Self {
        Self::built_in("terminal").expect("the default theme is built in")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_themes_read() {
        for name in Theme::NAMES {
            assert!(Theme::built_in(name).is_some(), "{name}");
        }
    }

    #[test]
    fn mono_has_no_colour() {
        let mono = Theme::built_in("mono").expect("mono is built in");
        for style in [mono.text, mono.accent, mono.overdue, mono.error, mono.good, mono.internal, mono.link] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
