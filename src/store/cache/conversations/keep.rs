//! Lists of threads say less than single threads: what an earlier answer said and this one left out is kept.

use crate::model::{BodyKind, Entry};

/// Fills the gaps of `new` from `old`, the same entry as it was known before.
pub(super) fn keep(new: &mut Entry, old: Entry) {
    match (new, old) {
        (Entry::Thread(new), Entry::Thread(old)) if new.body.kind == BodyKind::Missing => {
            new.body = old.body;
            fill(&mut new.attachments, old.attachments);
            fill(&mut new.reply_to, old.reply_to);
            fill(&mut new.bcc, old.bcc);
        }
        (Entry::Comment(new), Entry::Comment(old)) if new.body.kind == BodyKind::Missing => {
            new.body = old.body;
            fill(&mut new.attachments, old.attachments);
        }
        // Nothing is missing. (Keys carry the kind: the two are never of different kinds.)
        _ => {}
    }
}

fn fill<T>(new: &mut Vec<T>, old: Vec<T>) {
    if new.is_empty() {
        *new = old;
    }
}
