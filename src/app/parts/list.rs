//! A cursor over a list that may be far longer than what is here: the window holds at most 200 rows.

use crate::app::Action;
use crate::model::Window;

/// How many rows are asked for at once.
pub const WINDOW: usize = 200;

/// A long list with a cursor and a first visible row.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The rows that are here.
    pub window: Window<T>,
    /// The selected place, from 0.
    pub cursor: usize,
    /// The first visible place.
    pub top: usize,
    /// How many rows are visible, as last drawn.
    pub visible: usize,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { window: Window::default(), cursor: 0, top: 0, visible: 20 }
    }
}

impl<T> List<T> {
    /// The selected row, if it is here.
    pub fn selected(&self) -> Option<&T> {
        self.window.at(self.cursor)
    }

    /// Moves the cursor by so many rows, staying inside.
    pub fn step(&mut self, by: isize) {
        self.go(self.cursor.saturating_add_signed(by));
    }

    /// Moves by pages less one row, so that a row stays in view to hold on to.
    pub fn page(&mut self, by: isize) {
        self.step(by * (self.visible.max(2) - 1).cast_signed());
    }

    /// Moves as an action asks; others are passed over.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.page(1),
            Action::PageUp => self.page(-1),
            Action::First => self.go(0),
            Action::Last => self.go(usize::MAX),
            _ => {}
        }
    }

    /// Moves the cursor to a place, or the last one before it.
    pub fn go(&mut self, place: usize) {
        self.cursor = place.min(self.window.total.saturating_sub(1));
        self.show_cursor();
    }

    /// Takes an answer of the cache. `place` is where the selected row stands now, if it still exists.
    pub fn take(&mut self, window: Window<T>, place: Option<usize>) {
        let above = self.cursor.saturating_sub(self.top);
        self.window = window;
        if let Some(place) = place
            && place != self.cursor
        {
            self.cursor = place;
            self.top = place.saturating_sub(above);
        }
        self.go(self.cursor);
    }

    /// How many rows fit; tells whether that changed.
    pub fn fit(&mut self, visible: usize) -> bool {
        let changed = self.visible != visible;
        self.visible = visible;
        self.show_cursor();
        changed
    }

    /// The offset to load next after a move: when rows in view are not here, or would not be after one page more, so that
    /// the next page is drawn with its key.
    pub fn wants(&self) -> Option<usize> {
        self.lacks(self.visible.min(self.around()))
    }

    /// The offset to load next after an answer, which may be the one to a question asked some moves ago: only when rows in
    /// view are not here.
    pub fn misses(&self) -> Option<usize> {
        self.lacks(0)
    }

    /// The offset to load again when the rows may have changed.
    pub fn again(&self) -> usize {
        self.misses().unwrap_or(self.window.offset)
    }

    /// The offset of the window around the view, when of so many rows above and below it one is not here.
    fn lacks(&self, margin: usize) -> Option<usize> {
        let start = self.top.saturating_sub(margin);
        let end = (self.top + self.visible + margin).min(self.window.total);
        let here = self.window.offset..self.window.offset + self.window.rows.len();
        (start < here.start || end > here.end).then(|| self.top.saturating_sub(self.around()))
    }

    /// How many rows a window holds on each side of the view.
    fn around(&self) -> usize {
        WINDOW.saturating_sub(self.visible) / 2
    }

    fn show_cursor(&mut self) {
        if self.cursor < self.top {
            self.top = self.cursor;
        }
        if self.visible > 0 && self.cursor >= self.top + self.visible {
            self.top = self.cursor + 1 - self.visible;
        }
        self.top = self.top.min(self.window.total.saturating_sub(self.visible));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(total: usize, offset: usize, rows: usize) -> List<usize> {
        let window = Window { total, offset, rows: (offset..offset + rows).collect() };
        List { window, visible: 10, ..List::default() }
    }

    #[test]
    fn asks_for_rows_only_when_some_in_view_are_missing() {
        let mut list = list(1000, 0, 200);
        list.go(150);
        assert_eq!(list.wants(), None);
        list.go(195);
        assert_eq!(list.misses(), None);
        list.go(500);
        assert_eq!(list.wants(), Some(491 - 95));
        assert_eq!(list.misses(), list.wants());
        assert_eq!(list.selected(), None);
    }

    #[test]
    fn asks_for_the_next_page_before_it_is_turned() {
        let mut list = list(1000, 0, 200);
        list.go(192);
        assert_eq!((list.misses(), list.wants()), (None, Some(183 - 95)));
        // The window around the view holds what was asked for: nothing is asked twice.
        list.take(Window { total: 1000, offset: 88, rows: (88..288).collect() }, None);
        assert_eq!(list.wants(), None);
        // There is nothing beyond the ends.
        list.take(Window { total: 200, offset: 0, rows: (0..200).collect() }, None);
        list.go(199);
        assert_eq!(list.wants(), None);
    }

    #[test]
    fn keeps_the_cursor_on_the_row_when_others_came_above() {
        let mut list = list(100, 0, 100);
        list.go(50);
        let (cursor, top) = (list.cursor, list.top);
        list.take(Window { total: 105, offset: 0, rows: (0..105).collect() }, Some(55));
        assert_eq!((list.cursor, list.top), (cursor + 5, top + 5));
    }

    #[test]
    fn an_empty_list_has_nowhere_to_go() {
        let mut list: List<usize> = List::default();
        list.step(5);
        list.page(-1);
        assert_eq!((list.cursor, list.top, list.selected()), (0, 0, None));
    }
}
