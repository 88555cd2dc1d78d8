//! Conversations: what was said on a ticket, as far as it was fetched.

mod keep;
mod put;
mod read;

#[cfg(test)]
mod tests;

/// All statements of this folder.
#[cfg(test)]
pub(super) fn statements() -> Vec<&'static str> {
    [put::SQL, read::SQL].concat()
}
