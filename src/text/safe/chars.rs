//! What each character is, as far as display is concerned.

use unicode_width::UnicodeWidthChar;

/// What to do with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Shown as it is.
    Plain,
    /// A tab, a line break or a blank of another width: shown as a blank.
    Blank,
    /// C0, C1, DEL: could drive the terminal.
    Control,
    /// Turns the reading direction of what follows: override, embedding, isolate.
    Turn,
    /// Takes no room and hides: zero-width blanks and joiners, soft hyphens, fillers, tags, direction marks.
    Hidden,
    /// ZWJ or ZWNJ: right between letters of scripts that join, a trick elsewhere.
    Joiner,
    /// Chooses how an emoji looks (VS15, VS16, skin): terminals disagree about its width.
    Variation,
    /// A mark that stands on the character before it.
    Mark,
    /// Half of a flag.
    Flag,
    /// Private use, unassigned noncharacters: nobody knows how wide.
    Unknown,
}

pub(super) fn kind(c: char) -> Kind {
    match c {
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' => Kind::Plain,
        '\t'
        | '\n'
        | '\r'
        | '\u{85}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{a0}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Kind::Blank,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Kind::Control,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Kind::Turn,
        '\u{200c}' | '\u{200d}' => Kind::Joiner,
        '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{180b}'..='\u{180d}' => Kind::Variation,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{180f}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Kind::Hidden,
        '\u{1f1e6}'..='\u{1f1ff}' => Kind::Flag,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fffc}' | '\u{fdd0}'..='\u{fdef}' => Kind::Unknown,
        c if u32::from(c) & 0xfffe == 0xfffe => Kind::Unknown,
        c => match c.width() {
            Some(0) => Kind::Mark,
            Some(_) => Kind::Plain,
            None => Kind::Control,
        },
    }
}

/// Whether ZWJ and ZWNJ do honest work between letters like this one: Arabic and its kin, the scripts of India and
/// their neighbours.
pub(super) fn joins(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{a840}'..='\u{a8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Whether it is drawn as a picture: what ZWJ glues to one emoji of several.
pub(super) fn pictured(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}

/// The visible stand-in of a control character: `␛` for ESC; C1 has none and gets `?`.
pub(super) fn picture(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('?'),
        '\u{7f}' => '␡',
        _ => '?',
    }
}
