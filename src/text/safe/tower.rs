//! The writer behind [`line()`](super::line): takes characters one by one and lets through what is inert.

use super::chars::{Kind, joins, kind, picture, pictured};

/// Marks that one character may carry: enough for any living script, too few to climb over other rows.
const MARKS: u8 = 4;

/// Inert text in the making.
#[derive(Default)]
pub(super) struct Tower {
    out: String,
    /// The last character that stands on its own; none at the start and after a blank.
    base: Option<char>,
    /// Marks on it so far.
    marks: u8,
    /// A joiner that came and waits for what follows.
    joiner: Option<char>,
}

impl Tower {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes), ..Self::default() }
    }

    pub(super) fn push(&mut self, c: char) {
        let joiner = self.joiner.take();
        match kind(c) {
            Kind::Plain => self.stand(c, joiner),
            Kind::Blank => self.stand(' ', None),
            Kind::Control => self.stand(picture(c), None),
            Kind::Unknown => self.stand('?', None),
            // Flags are two or four columns wide, as the terminal likes: their letters are always two.
            Kind::Flag => self.stand(flag_letter(c), None),
            Kind::Joiner => self.joiner = Some(c),
            // These pass between an emoji and its joiner without a trace.
            Kind::Variation => self.joiner = joiner,
            Kind::Turn | Kind::Hidden => {}
            Kind::Mark => {
                if self.base.is_some() && self.marks < MARKS {
                    self.marks += 1;
                    self.out.push(c);
                }
            }
        }
    }

    /// A line break: marks never climb over it.
    pub(super) fn new_line(&mut self) {
        self.joiner = None;
        self.base = None;
        self.out.push('\n');
    }

    fn stand(&mut self, c: char, joiner: Option<char>) {
        if let (Some(joiner), Some(base)) = (joiner, self.base) {
            if joins(base) && joins(c) {
                self.out.push(joiner);
            } else if joiner == '\u{200d}' && pictured(base) && pictured(c) {
                // One emoji made of several: terminals disagree about its width, so the first stands for all.
                return;
            }
        }
        self.out.push(c);
        self.base = (c != ' ').then_some(c);
        self.marks = 0;
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

fn flag_letter(c: char) -> char {
    u8::try_from(u32::from(c).saturating_sub(0x1f1e6)).map_or('?', |place| char::from(b'A' + place.min(25)))
}
