//! The little of CSS that changes what a reader sees, read from `style` and its older attributes.

use html5ever::tokenizer::Tag;

/// The value of an attribute.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value)
}

/// The `style` attribute, lower case and without blanks: `display:none;color:#c00000`.
pub(super) fn squeezed(tag: &Tag) -> String {
    let style = attribute(tag, "style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether mail programs would not show the element at all: preview texts, mostly.
pub(super) fn hidden(tag: &Tag, style: &str) -> bool {
    attribute(tag, "hidden").is_some()
        || ["display:none", "visibility:hidden", "mso-hide:all", "font-size:0;", "font-size:0px"]
            .iter()
            .any(|sign| style.contains(sign))
}

/// Whether a paragraph is only a line: Outlook makes every line one, without margins.
pub(super) fn is_a_line(tag: &Tag, style: &str) -> bool {
    attribute(tag, "class").is_some_and(|class| class.contains("MsoNormal") || class.contains("MsoPlainText"))
        || style.contains("margin:0")
        || style.contains("margin-bottom:0")
}

/// Whether it is bold by style rather than by element.
pub(super) fn bold(style: &str) -> bool {
    ["font-weight:bold", "font-weight:6", "font-weight:7", "font-weight:8", "font-weight:9"]
        .iter()
        .any(|sign| style.contains(sign))
}

/// Whether it is the quoted original, by the marks that mail programs leave on it.
pub(super) fn boxes_the_original(tag: &Tag) -> bool {
    const CLASSES: [&str; 7] = [
        "gmail_quote",
        "gmail_quote_container",
        "x_gmail_quote",
        "zm_quote",
        "protonmail_quote",
        "zmail_extra",
        "tutanota_quote",
    ];
    let class = attribute(tag, "class").unwrap_or_default();
    let id = attribute(tag, "id").unwrap_or_default();
    class.split_ascii_whitespace().any(|class| CLASSES.contains(&class))
        // Yahoo puts a word of its own before its names.
        || class.contains("yahoo_quoted")
        || id.contains("yahoo_quoted")
        || matches!(id, "mail-editor-reference-message-container" | "OLK_SRC_BODY_SECTION")
}

/// Whether a `blockquote` only moves text to the right, as the indent button of editors makes it.
pub(super) fn only_indents(tag: &Tag, style: &str) -> bool {
    attribute(tag, "type").is_none_or(|kind| !kind.eq_ignore_ascii_case("cite"))
        && !boxes_the_original(tag)
        && style.contains("border:none")
}

/// Whether the element is written in a striking colour: red, blue, green and their like, not the greys and dark
/// blues of signatures and templates.
pub(super) fn vivid(tag: &Tag, style: &str) -> bool {
    let declared = style.split(';').find_map(|part| part.strip_prefix("color:")).map(str::to_owned);
    let colour = declared.or_else(|| attribute(tag, "color").map(str::to_ascii_lowercase));
    colour.is_some_and(|colour| strikes(colour.trim_end_matches("!important")))
}

fn strikes(colour: &str) -> bool {
    const SPREAD: u32 = 0x90;
    let spread = |parts: [u32; 3]| {
        parts.iter().max().zip(parts.iter().min()).is_some_and(|(high, low)| high - low >= SPREAD)
    };
    if let Some(hex) = colour.strip_prefix('#') {
        let Ok(number) = u32::from_str_radix(hex, 16) else { return false };
        return match hex.len() {
            3 => spread([number >> 8, number >> 4 & 15, number & 15].map(|part| part * 17)),
            6 => spread([number >> 16, number >> 8 & 255, number & 255]),
            _ => false,
        };
    }
    if let Some(parts) = colour.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
        let parts: Vec<u32> = parts.split(',').filter_map(|part| part.parse().ok()).collect();
        return <[u32; 3]>::try_from(parts).is_ok_and(spread);
    }
    matches!(
        colour,
        "red" | "blue" | "green" | "lime" | "magenta" | "fuchsia" | "orange" | "purple" | "crimson"
    ) || matches!(colour, "darkred" | "mediumblue" | "royalblue" | "orangered" | "firebrick" | "dodgerblue")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn striking_colours_strike() {
        for colour in ["#ff0000", "#c00000", "#00f", "red", "rgb(192,0,0)", "#0070c0"] {
            assert!(strikes(colour), "{colour}");
        }
        for colour in ["#1f497d", "#333333", "#666", "black", "rgb(80,0,80)", "windowtext", "#zzz", "#ff"] {
            assert!(!strikes(colour), "{colour}");
        }
    }
}
