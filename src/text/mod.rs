//! Messages in English and Brazilian Portuguese, the safe display of foreign text, widths, mail as readable lines,
//! times and sizes as people say them. No drawing in here, no IO and no clock: whoever asks brings the time.

mod fold;
mod letter;
mod safe;
mod when;
mod width;
mod words;

pub use fold::{contains_folded, fold};
pub use letter::{Letter, Line, Span, Style, letter, letters, quote, to_html, unbroken, whole};
pub use safe::{Trick, block, escaped, line, tricks};
pub use when::{Clock, count, money, size};
pub use width::{clip, clip_inside, pad, pad_left, width, wrap};
pub use words::{Arg, Lang, Standard, UnknownLang, Words};
