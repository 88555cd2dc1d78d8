//! Bytes made of other bytes.

use fastrand::Rng;

/// Makes the next input of those that are kept.
pub struct Mutator {
    random: Rng,
    corpus: Vec<Vec<u8>>,
    words: Vec<Vec<u8>>,
}

/// The most inputs that are kept.
const KEPT: usize = 2000;

impl Mutator {
    pub fn new(seed: u64, corpus: &[Vec<u8>], words: &[&str]) -> Self {
        let words = words.iter().map(|word| word.as_bytes().to_vec()).collect();
        Self { random: Rng::with_seed(seed), corpus: corpus.to_vec(), words }
    }

    /// Keeps an input: the next ones are made of it too.
    pub fn keep(&mut self, input: Vec<u8>) {
        if self.corpus.len() < KEPT {
            self.corpus.push(input);
        } else {
            let at = self.random.usize(..KEPT);
            self.corpus[at] = input;
        }
    }

    /// One of those that are kept, changed in one to eight places.
    pub fn next(&mut self) -> Vec<u8> {
        let mut input = self.one();
        for _ in 0..self.random.usize(1..=8) {
            self.change(&mut input);
        }
        input
    }

    fn one(&mut self) -> Vec<u8> {
        let at = self.random.usize(..self.corpus.len());
        self.corpus[at].clone()
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.random.usize(..=input.len());
        let end = at + self.random.usize(..=(input.len() - at).min(64));
        match self.random.u8(..8) {
            0 if at < input.len() => input[at] ^= 1 << self.random.u8(..8),
            1 if at < input.len() => input[at] = self.random.u8(..),
            2 => input.insert(at, self.random.u8(..)),
            3 => drop(input.drain(at..end)),
            4 => {
                let twice = input[at..end].to_vec();
                input.splice(at..at, twice);
            }
            5 if !self.words.is_empty() => {
                let word = self.words[self.random.usize(..self.words.len())].clone();
                let keeps = self.random.bool();
                input.splice(if keeps { at..at } else { at..end }, word);
            }
            6 => {
                let other = self.one();
                let from = self.random.usize(..=other.len());
                input.splice(at.., other[from..].iter().copied());
            }
            7 => input.truncate(at),
            _ => {}
        }
    }
}
