//! What is searched: folded texts, one after the other in a single string, so that 100 000 of them are two or three
//! allocations and read as fast as memory goes.

use std::collections::HashMap;

use super::query::{initials, letters};

/// All haystacks of one list, in the order of their text, which begins with the name.
#[derive(Debug, Default)]
pub(super) struct Pile {
    text: String,
    entries: Vec<Entry>,
    /// Bytes of `text` that no entry uses any more.
    waste: usize,
}

/// One haystack.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    len: u16,
    /// The row in the store.
    seq: u32,
    letters: [u32; 2],
    initials: [u32; 2],
}

/// Longer haystacks are cut: nobody looks for the end of a name of 1000 letters.
const LONGEST: usize = 1000;

impl Pile {
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn seq(&self, at: u32) -> u32 {
        self.entries[at as usize].seq
    }

    /// The letters of a haystack: see [`letters`].
    pub fn letters(&self, at: u32) -> u64 {
        joined(self.entries[at as usize].letters)
    }

    /// The letters with which words of a haystack begin: see [`initials`].
    pub fn initials(&self, at: u32) -> u64 {
        joined(self.entries[at as usize].initials)
    }

    pub fn haystack(&self, at: u32) -> &str {
        self.text_of(&self.entries[at as usize])
    }

    fn text_of(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        &self.text[start..start + usize::from(entry.len)]
    }

    /// Adds a haystack at the end; [`Pile::settle`] puts it in its place.
    pub fn push(&mut self, seq: u32, haystack: &str) {
        let entry = self.entry(seq, haystack);
        self.entries.push(entry);
    }

    /// Adds a haystack in its place, when all others are in theirs.
    pub fn insert(&mut self, seq: u32, haystack: &str) {
        let entry = self.entry(seq, haystack);
        let place = self.entries.partition_point(|other| (self.text_of(other), other.seq) < (haystack, seq));
        self.entries.insert(place, entry);
    }

    fn entry(&mut self, seq: u32, haystack: &str) -> Entry {
        let mut end = haystack.len().min(LONGEST);
        while !haystack.is_char_boundary(end) {
            end -= 1;
        }
        let haystack = &haystack[..end];
        let start = u32::try_from(self.text.len()).expect("less than 4 GiB of names");
        self.text.push_str(haystack);
        Entry {
            start,
            len: u16::try_from(end).expect("at most LONGEST"),
            seq,
            letters: halves(letters(haystack)),
            initials: halves(initials(haystack)),
        }
    }

    /// Takes away the haystacks of these rows and says how many bytes lie waste in all.
    pub fn remove(&mut self, rows: &HashMap<u32, Option<String>>) -> usize {
        let mut waste = 0;
        self.entries.retain(|entry| {
            let stays = !rows.contains_key(&entry.seq);
            waste += if stays { 0 } else { usize::from(entry.len) };
            stays
        });
        self.waste += waste;
        self.waste
    }

    /// Puts all in order: nearly no work when few were added. In place: what a copy would take for a moment, the
    /// allocator would keep for good.
    pub fn settle(&mut self) {
        let Self { text, entries, .. } = self;
        let of = |entry: &Entry| &text[entry.start as usize..][..usize::from(entry.len)];
        // The first eight letters decide nearly every comparison.
        entries.sort_unstable_by(|a, b| {
            let (one, other) = (of(a), of(b));
            let first = first_letters(one).cmp(&first_letters(other));
            first.then_with(|| one.cmp(other)).then(a.seq.cmp(&b.seq))
        });
    }

    /// Gives back what growing left over.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.entries.shrink_to_fit();
    }

    /// Bytes in memory.
    pub fn size(&self) -> usize {
        self.text.capacity() + self.entries.capacity() * size_of::<Entry>()
    }
}

/// Two halves need no padding: eight bytes less an entry.
fn halves(bits: u64) -> [u32; 2] {
    [(bits & 0xffff_ffff) as u32, (bits >> 32) as u32]
}

fn joined([low, high]: [u32; 2]) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

fn first_letters(text: &str) -> u64 {
    let mut key = [0; 8];
    let len = text.len().min(8);
    key[..len].copy_from_slice(&text.as_bytes()[..len]);
    u64::from_be_bytes(key)
}
