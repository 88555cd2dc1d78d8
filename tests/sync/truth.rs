//! What people meant: per person (or company) and field, the values that no later edit has seen. Whatever the engine
//! does, the value that both sides end with has to be one of them. Exact under races, and ignorant of the engine.

use super::{mapping::FIELDS, service::Who};

/// A value's origin: every value that is typed has a number of its own, which survives every spelling.
pub type Token = u32;

/// Nothing stands in the field.
pub const NOTHING: Token = 0;

/// The causal heads.
#[derive(Clone, Debug, Default)]
pub struct Truth(Vec<Vec<Token>>);

impl Truth {
    /// Somebody typed `new` where `before` stood.
    pub fn edit(&mut self, who: Who, field: usize, before: Token, new: Token) {
        let heads = self.heads_mut(who, field);
        // The same value typed on both sides is there twice, and an edit has seen one of the two.
        // Nothing has no number of its own: who cleared the field is not known to have been seen.
        if let Some(at) = heads.iter().position(|head| *head == before && before != NOTHING) {
            heads.swap_remove(at);
        }
        heads.push(new);
    }

    /// A record came to be with this value.
    pub fn begin(&mut self, who: Who, field: usize, value: Token) {
        if value != NOTHING {
            self.heads_mut(who, field).push(value);
        }
    }

    /// A value that was typed on both sides is one value from now on: an edit of either has seen it.
    pub fn agree(&mut self, who: Who, field: usize, value: Token) {
        let mut first = true;
        self.heads_mut(who, field).retain(|head| *head != value || std::mem::take(&mut first));
    }

    /// Whatever was meant before, these values are what stands now.
    pub fn stands(&mut self, who: Who, field: usize, values: Vec<Token>) {
        *self.heads_mut(who, field) = values;
    }

    /// Whether both sides may end with this value.
    pub fn allows(&self, who: Who, field: usize, value: Token) -> bool {
        let heads = self.heads(who, field);
        heads.contains(&value) || (heads.is_empty() && value == NOTHING)
    }

    /// The heads of a field, for the report.
    pub fn heads(&self, who: Who, field: usize) -> &[Token] {
        self.0.get(usize::from(who) * FIELDS + field).map_or(&[], Vec::as_slice)
    }

    fn heads_mut(&mut self, who: Who, field: usize) -> &mut Vec<Token> {
        let at = usize::from(who) * FIELDS + field;
        if self.0.len() <= at {
            self.0.resize(at + 1, Vec::new());
        }
        &mut self.0[at]
    }
}
