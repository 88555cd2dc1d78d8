//! What is told to the terminal beside the screen: the window's title and the clipboard.

use std::fmt::Write as _;

/// A message to the terminal program. Made only by the functions here, which keep foreign text inert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Osc(String);

/// A title longer than this many characters is cut; nobody reads on, and some terminals choke.
const TITLE: usize = 120;
/// More than this many bytes is not offered to a clipboard: terminals drop longer messages silently.
const CLIPBOARD: usize = 74_994;

impl Osc {
    /// The window's title, as OSC 2, without control characters and bidi overrides.
    pub fn title(text: &str) -> Self {
        let clean: String = text.chars().filter(|c| is_inert(*c)).take(TITLE).collect();
        Self(format!("\x1b]2;{clean}\x1b\\"))
    }

    /// `text` for the clipboard of the person's own machine, as OSC 52, without control characters but for
    /// line ends and tabs. Inside tmux it is sent twice, to tmux itself and past it, because either may be
    /// forbidden there. `None` when it is too long to arrive. Whether it arrived cannot be known.
    pub fn copy(text: &str, tmux: bool) -> Option<Self> {
        let clean: String = text.chars().filter(|c| matches!(c, '\n' | '\t') || is_inert(*c)).collect();
        if clean.len() > CLIPBOARD {
            return None;
        }
        let plain = format!("\x1b]52;c;{}\x07", base64(clean.as_bytes()));
        let past_tmux = format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b"));
        Some(Self(if tmux { plain + &past_tmux } else { plain }))
    }

    /// The bytes to send.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Neither a control character nor one that reorders its neighbours.
fn is_inert(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let three = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            if place <= chunk.len() {
                text.push(char::from(ALPHABET[(three >> (18 - 6 * place) & 63) as usize]));
            } else {
                let _ = text.write_char('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Osc, base64};

    #[test]
    fn base64_pads_as_the_rfc_says() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_title_cannot_end_itself() {
        let title = Osc::title("Hi\x1b\\\x07\u{9c}\u{202e}there");
        assert_eq!(title.as_bytes(), b"\x1b]2;Hi\\there\x1b\\");
    }

    #[test]
    fn a_copy_inside_tmux_is_sent_to_tmux_and_past_it() {
        let copy = Osc::copy("a\x1bb\n", true).expect("short enough");
        assert_eq!(copy.as_bytes(), b"\x1b]52;c;YWIK\x07\x1bPtmux;\x1b\x1b]52;c;YWIK\x07\x1b\\");
        assert_eq!(Osc::copy(&"x".repeat(80_000), false), None);
    }
}
