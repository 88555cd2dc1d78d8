//! Foreign text as one line, or as several.

use std::borrow::Cow;

use super::tower::Tower;

/// Columns between tab stops in [`block`].
const TAB: usize = 8;

/// One inert line of foreign text. Line breaks and tabs become blanks; control characters show as their pictures
/// (`␛`) so that a trick is seen but does nothing; direction controls and hidden characters fall away; a letter keeps
/// at most 4 marks; emoji made of several show their first; flags show their letters. Text that is inert already is
/// returned as it is.
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().all(inert) {
        return Cow::Borrowed(text);
    }
    let mut tower = Tower::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if !(c == '\r' && rest.peek() == Some(&'\n')) {
            tower.push(c);
        }
    }
    Cow::Owned(tower.finish())
}

/// Many inert lines of foreign text, split by `\n` (also where `\r\n`, `\r` or a Unicode line break stood), tabs
/// expanded to stops of 8 columns; else as [`line()`].
pub fn block(text: &str) -> String {
    let mut tower = Tower::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut column = 0;
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                tower.new_line();
                column = 0;
            }
            '\t' => {
                for _ in 0..TAB - column % TAB {
                    tower.push(' ');
                }
                column += TAB - column % TAB;
            }
            _ => {
                tower.push(c);
                column += 1;
            }
        }
    }
    tower.finish()
}

/// The quick way for nearly all text: letters of Latin scripts, digits, signs.
fn inert(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{400}'..='\u{481}' | '\u{2010}'..='\u{2027}')
}
