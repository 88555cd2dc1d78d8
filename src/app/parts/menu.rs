//! A menu that floats at its field: type to filter, Enter chooses.

use super::{line::Line, list::List};
use crate::model::Window;
use crate::text::fold;

/// A choice of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// What is shown: foreign text.
    pub label: String,
    /// What is said behind it, dim.
    pub note: String,
    /// What else it is found by, if its label is a translation: not shown.
    pub also: String,
    /// Whether it is the current one.
    pub current: bool,
}

/// A menu of choices.
#[derive(Clone, Debug)]
pub struct Menu<T> {
    /// Its title.
    pub title: String,
    /// What is typed to filter.
    pub filter: Line,
    /// The choices that match.
    pub list: List<Choice<T>>,
    all: Vec<Choice<T>>,
}

impl<T: Clone> Menu<T> {
    /// A menu with the cursor on the current choice.
    pub fn new(title: String, all: Vec<Choice<T>>) -> Self {
        let current = all.iter().position(|choice| choice.current).unwrap_or(0);
        let mut menu = Self { title, filter: Line::default(), list: List::default(), all };
        menu.narrow();
        menu.list.go(current);
        menu
    }

    /// All choices, whatever is typed: the menu is as large as they are.
    pub fn all(&self) -> &[Choice<T>] {
        &self.all
    }

    /// The selected value.
    pub fn selected(&self) -> Option<&T> {
        self.list.selected().map(|choice| &choice.value)
    }

    /// Shows only what matches the typed text, accents and case aside.
    pub fn narrow(&mut self) {
        let wanted = fold(self.filter.text());
        let found = |choice: &&Choice<T>| {
            fold(&choice.label).contains(&wanted) || fold(&choice.also).contains(&wanted)
        };
        let rows: Vec<_> = self.all.iter().filter(found).cloned().collect();
        self.list.window = Window { total: rows.len(), offset: 0, rows };
        self.list.go(0);
    }
}
