//! What a key means here and now.

use super::{Binding, Keymap};
use crate::keys::{Code, Key};

/// What a key came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution<A> {
    /// It asks for this; nothing is pending any more.
    Action(A),
    /// It begins a chord: keep it as pending and show what may follow ([`Keymap::hints`]).
    Pending,
    /// It means nothing here. These keys, the pending ones first, may be text for a field; the list is
    /// empty after Esc took back a begun chord.
    None(Vec<Key>),
}

impl<C: Clone + Eq, A: Clone + Eq> Keymap<C, A> {
    /// What `key` means after the `pending` ones, in these contexts, innermost first. The innermost context
    /// that knows the chord, or a longer one, decides.
    ///
    /// A key that does not continue the begun chord is never swallowed: it is taken by itself, and only Esc
    /// does nothing but take the chord back.
    pub fn resolve(&self, contexts: &[C], pending: &[Key], key: Key) -> Resolution<A> {
        let mut pressed = pending.to_vec();
        pressed.push(key);
        if let Some(found) = self.look_up(contexts, &pressed) {
            return found;
        }
        if !pending.is_empty() {
            if key == Key::plain(Code::Esc) {
                return Resolution::None(Vec::new());
            }
            if let Some(found) = self.look_up(contexts, &[key]) {
                return found;
            }
        }
        Resolution::None(pressed)
    }

    /// The keys that may follow the `pending` ones, each with its action: what the which-key line shows.
    /// Without pending keys, every chord of a single key that works here. Innermost context first.
    pub fn hints(&self, contexts: &[C], pending: &[Key]) -> Vec<(Key, A)> {
        let mut hints = Vec::new();
        for (depth, context) in contexts.iter().enumerate() {
            for Binding { chord, action, .. } in self.of(context) {
                let last = chord.keys().len() - 1 == pending.len() && chord.continues(pending);
                if last && !self.covered(&contexts[..depth], chord) {
                    hints.push((chord.keys()[pending.len()], action.clone()));
                }
            }
        }
        hints
    }

    fn look_up(&self, contexts: &[C], pressed: &[Key]) -> Option<Resolution<A>> {
        contexts.iter().find_map(|context| {
            self.of(context).find_map(|entry| {
                if entry.chord.keys() == pressed {
                    Some(Resolution::Action(entry.action.clone()))
                } else {
                    entry.chord.continues(pressed).then_some(Resolution::Pending)
                }
            })
        })
    }
}
