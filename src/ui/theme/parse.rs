//! Reading a theme: `overdue = "red bold"`, `marked = "black on #e0b264"`.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

/// A theme that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// It is not TOML, or not a table of texts.
    #[error("the theme cannot be read: {0}")]
    Syntax(String),
    /// A role is not there.
    #[error("the theme says nothing about `{0}`; add a line such as `{0} = \"bold\"`")]
    Missing(&'static str),
    /// A role that there is not.
    #[error("there is no role `{0}` in a theme; assets/themes/terminal.toml has them all")]
    Unknown(String),
    /// A style that cannot be read.
    #[error(
        "`{role} = \"{style}\"`: `{word}` is neither a colour (`red`, `light-blue`, `#e0b264`) nor bold, dim, italic, underlined or reversed"
    )]
    Style {
        /// The role.
        role: &'static str,
        /// The whole style.
        style: String,
        /// The word in it that is wrong.
        word: String,
    },
}

pub(super) fn read(text: &str) -> Result<BTreeMap<String, String>, ThemeError> {
    toml::from_str(text).map_err(|error| ThemeError::Syntax(error.message().to_owned()))
}

pub(super) fn take(file: &mut BTreeMap<String, String>, role: &'static str) -> Result<Style, ThemeError> {
    let text = file.remove(role).ok_or(ThemeError::Missing(role))?;
    style(&text).map_err(|word| ThemeError::Style { role, style: text.clone(), word })
}

pub(super) fn nothing_left(file: &BTreeMap<String, String>) -> Result<(), ThemeError> {
    file.keys().next().map_or(Ok(()), |role| Err(ThemeError::Unknown(role.clone())))
}

/// The style, or the word that is not understood.
fn style(text: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut behind = false;
    for word in text.split_whitespace() {
        style = match word {
            "on" => {
                behind = true;
                continue;
            }
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underlined" => style.add_modifier(Modifier::UNDERLINED),
            "reversed" => style.add_modifier(Modifier::REVERSED),
            colour => match (colour.parse::<Color>(), behind) {
                (Ok(colour), false) => style.fg(colour),
                (Ok(colour), true) => style.bg(colour),
                (Err(_), _) => return Err(word.to_owned()),
            },
        };
        behind = false;
    }
    if behind { Err("on".to_owned()) } else { Ok(style) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_colours_and_modifiers() {
        let expected = Style::new().fg(Color::Red).bg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD);
        assert_eq!(style("bold red on #010203"), Ok(expected));
        assert_eq!(style(""), Ok(Style::new()));
        assert_eq!(style("loud red"), Err("loud".to_owned()));
        assert_eq!(style("red on"), Err("on".to_owned()));
    }

    #[test]
    fn a_theme_names_what_is_wrong_with_it() {
        let mut file = read("dim = \"dim\"\nloud = \"red\"").expect("a table");
        assert_eq!(take(&mut file, "text"), Err(ThemeError::Missing("text")));
        assert!(take(&mut file, "dim").is_ok());
        assert_eq!(nothing_left(&file), Err(ThemeError::Unknown("loud".into())));
    }
}
