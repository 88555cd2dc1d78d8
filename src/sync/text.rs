//! Text that is mostly short: up to 22 bytes live in place, longer ones are shared.

use std::{cmp::Ordering, fmt, sync::Arc};

const ROOM: usize = 22;

/// Text of a field. Copying it never copies more than a few words.
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    Here { len: u8, bytes: [u8; ROOM] },
    There(Arc<str>),
}

impl Text {
    /// The bytes, UTF-8.
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Kept::Here { len, bytes } => &bytes[..usize::from(*len)],
            Kept::There(text) => text.as_bytes(),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Here { .. } => str::from_utf8(self.as_bytes()).expect("made from a str"),
            Kept::There(text) => text,
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let mut bytes = [0; ROOM];
        match bytes.get_mut(..text.len()) {
            Some(room) => {
                room.copy_from_slice(text.as_bytes());
                Self(Kept::Here { len: u8::try_from(text.len()).expect("at most 22"), bytes })
            }
            None => Self(Kept::There(text.into())),
        }
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(to)
    }
}

impl<'de> serde::Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        Ok(Self::from(&*text))
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_read_back_and_compare_alike() {
        for text in ["", "a", "ação", "exactly twenty-two byte", "a good deal longer than twenty-two bytes"]
        {
            assert_eq!(Text::from(text).as_str(), text);
            assert_eq!(Text::from(text), Text::from(text));
        }
        assert!(Text::from("a") < Text::from("b long enough to be kept elsewhere"));
    }
}
