//! Colours: those that are sent for those that were asked for, and their codes.

use std::io::Write as _;

use ratatui::style::Color;

use crate::term::Colour;

/// The terminal's own sixteen, in the order of their codes, with the RGB that xterm gives them.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The colour that is sent for `asked` where `colours` are allowed.
pub(super) fn sent(asked: Color, colours: Colour) -> Color {
    match (colours, asked) {
        (_, Color::Reset) | (Colour::Mono, _) => Color::Reset,
        (_, Color::Indexed(index @ 0..=15)) => SIXTEEN[usize::from(index)].0,
        (Colour::Sixteen, Color::Indexed(index)) => nearest(rgb(index)),
        (Colour::Sixteen, Color::Rgb(r, g, b)) => nearest([r, g, b]),
        (_, other) => other,
    }
}

/// The RGB of the 256-colour palette from 16 on: a cube of six steps, then greys.
fn rgb(index: u8) -> [u8; 3] {
    if let Some(grey) = index.checked_sub(232) {
        return [8 + 10 * grey; 3];
    }
    let cube = index.saturating_sub(16);
    [cube / 36, cube / 6 % 6, cube % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
}

fn nearest(wanted: [u8; 3]) -> Color {
    let distance =
        |rgb: &[u8; 3]| -> u32 { rgb.iter().zip(wanted).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    SIXTEEN.iter().min_by_key(|(_, rgb)| distance(rgb)).map_or(Color::Reset, |(colour, _)| *colour)
}

/// Adds a code to a list of them.
pub(super) fn code(code: u8, out: &mut Vec<u8>) {
    let separator = if out.is_empty() { "" } else { ";" };
    // Writing to a vector cannot fail.
    let _ = write!(out, "{separator}{code}");
}

/// Adds the codes of a colour; `ground` is 0 for the foreground and 10 for the background.
pub(super) fn codes(colour: Color, ground: u8, out: &mut Vec<u8>) {
    match colour {
        Color::Rgb(r, g, b) => [38 + ground, 2, r, g, b].into_iter().for_each(|number| code(number, out)),
        Color::Indexed(index) => [38 + ground, 5, index].into_iter().for_each(|number| code(number, out)),
        named => match SIXTEEN.iter().zip(0u8..).find(|((known, _), _)| *known == named) {
            Some((_, place @ 0..=7)) => code(30 + ground + place, out),
            Some((_, place)) => code(82 + ground + place, out),
            None => code(39 + ground, out),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Colour, codes, sent};

    #[test]
    fn the_sixteen_have_their_short_codes() {
        for (colour, ground, expected) in [
            (Color::Red, 0, "31"),
            (Color::White, 0, "97"),
            (Color::DarkGray, 10, "100"),
            (Color::Reset, 0, "39"),
            (Color::Reset, 10, "49"),
            (Color::Rgb(1, 2, 3), 10, "48;2;1;2;3"),
            (Color::Indexed(99), 0, "38;5;99"),
        ] {
            let mut out = Vec::new();
            codes(colour, ground, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), expected);
        }
    }

    #[test]
    fn finer_colours_become_the_nearest_of_the_sixteen() {
        assert_eq!(sent(Color::Rgb(250, 10, 10), Colour::Sixteen), Color::LightRed);
        assert_eq!(sent(Color::Indexed(232), Colour::Sixteen), Color::Black);
        assert_eq!(sent(Color::Indexed(21), Colour::Sixteen), Color::Blue);
        assert_eq!(sent(Color::Indexed(1), Colour::True), Color::Red);
        assert_eq!(sent(Color::Rgb(1, 2, 3), Colour::True), Color::Rgb(1, 2, 3));
        assert_eq!(sent(Color::Red, Colour::Mono), Color::Reset);
    }
}
