//! Tickets: rows of Desk, put from lists, searches and single reads, listed by scope.

mod count;
mod forget;
mod list;
mod put;
mod read;
mod row;
mod scope;

#[cfg(test)]
mod tests;

/// All statements of this folder.
#[cfg(test)]
pub(super) fn statements() -> Vec<String> {
    let fixed = [put::SQL, read::SQL, forget::SQL].concat().into_iter().map(str::to_owned);
    fixed.chain(list::statements()).chain(count::statements()).chain(forget::statements()).collect()
}
