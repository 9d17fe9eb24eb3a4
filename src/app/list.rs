//! A list with headings: rows, the selected row, and the window of rows that is on the screen.
//!
//! The selection is held by identity: when the rows change, the same thing stays selected.

mod cursor;

pub use cursor::{Cursor, Shape};

/// A row of a list.
pub trait Row {
    /// What identifies a row that can be selected.
    type Id: PartialEq + Clone;

    /// The identity; `None` for a heading, which cannot be selected.
    fn id(&self) -> Option<Self::Id>;
}

/// Rows, selection and window.
#[derive(Clone, Debug)]
pub struct List<R> {
    rows: Vec<R>,
    cursor: Cursor,
}

/// How far a key moves the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// Half a page up.
    HalfUp,
    /// Half a page down.
    HalfDown,
    /// The first row.
    First,
    /// The last row.
    Last,
}

impl<R: Row> List<R> {
    /// An empty list that scrolls row by row: for lists as wide as the screen.
    pub fn scrolling() -> Self {
        Self { rows: Vec::new(), cursor: Cursor::scrolling() }
    }

    /// An empty list that jumps by half a page at its edge: for lists with a pane beside them,
    /// where the terminal cannot scroll the rows of the list alone.
    pub fn jumping() -> Self {
        Self { rows: Vec::new(), cursor: Cursor::jumping() }
    }

    /// All rows.
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// Replaces the rows; what was selected stays selected if it is still there.
    pub fn set_rows(&mut self, rows: Vec<R>) {
        let selected = self.selected_id();
        self.rows = rows;
        let kept = selected.and_then(|id| self.position(&id));
        self.cursor.settle(&Items(&self.rows), kept);
    }

    /// The selected row, unless the list has nothing to select.
    pub fn selected(&self) -> Option<&R> {
        self.rows.get(self.cursor.index).filter(|row| row.id().is_some())
    }

    /// Identity of the selected row.
    pub fn selected_id(&self) -> Option<R::Id> {
        self.rows.get(self.cursor.index).and_then(Row::id)
    }

    /// Selects the row with this identity; false if there is none.
    pub fn select(&mut self, id: &R::Id) -> bool {
        let Some(position) = self.position(id) else { return false };
        self.cursor.select(&Items(&self.rows), position);
        true
    }

    /// Says how many rows the screen shows.
    pub fn set_height(&mut self, height: usize) {
        self.cursor.set_height(&Items(&self.rows), height);
    }

    /// The rows on the screen, each with whether it is selected.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &R)> {
        let selectable = self.selected().is_some();
        let window = self.cursor.window(self.rows.len());
        self.rows
            .iter()
            .enumerate()
            .skip(window.start)
            .take(window.len())
            .map(move |(position, row)| (selectable && position == self.cursor.index, row))
    }

    /// The rows on the screen, to be completed; their identities must stay.
    pub fn visible_mut(&mut self) -> &mut [R] {
        let window = self.cursor.window(self.rows.len());
        self.rows.get_mut(window).unwrap_or_default()
    }

    /// Whether rows lie above and below the window.
    pub fn more(&self) -> (bool, bool) {
        self.cursor.more(self.rows.len())
    }

    /// Moves the selection; true if it changed.
    pub fn go(&mut self, motion: Motion) -> bool {
        self.cursor.go(&Items(&self.rows), motion)
    }

    fn position(&self, id: &R::Id) -> Option<usize> {
        self.rows.iter().position(|row| row.id().as_ref() == Some(id))
    }
}

struct Items<'a, R>(&'a [R]);

impl<R: Row> Shape for Items<'_, R> {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn is_item(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|row| row.id().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Row for Option<u32> {
        type Id = u32;
        fn id(&self) -> Option<u32> {
            *self
        }
    }

    fn list(rows: &[Option<u32>], height: usize) -> List<Option<u32>> {
        let mut list = List::scrolling();
        list.set_height(height);
        list.set_rows(rows.to_vec());
        list
    }

    #[test]
    fn headings_are_skipped_and_shown_with_their_first_item() {
        let mut list = list(&[None, Some(1), Some(2), None, Some(3)], 3);
        assert_eq!(list.selected_id(), Some(1));
        assert_eq!(list.visible().next().map(|(_, r)| *r), Some(None));
        list.go(Motion::Down);
        list.go(Motion::Down);
        assert_eq!(list.selected_id(), Some(3));
        list.go(Motion::First);
        assert_eq!(list.visible().next().map(|(_, r)| *r), Some(None));
    }

    #[test]
    fn the_selection_survives_new_rows() {
        let mut list = list(&[Some(1), Some(2), Some(3)], 2);
        list.select(&3);
        list.set_rows(vec![Some(9), Some(3)]);
        assert_eq!(list.selected_id(), Some(3));
        list.set_rows(vec![Some(9)]);
        assert_eq!(list.selected_id(), Some(9));
        list.set_rows(vec![]);
        assert!(list.selected().is_none());
        assert!(!list.go(Motion::Down));
    }

    #[test]
    fn a_jumping_list_moves_its_window_by_half_a_page() {
        let mut list = List::jumping();
        list.set_height(4);
        list.set_rows((1..=20).map(Some).collect());
        for _ in 0..4 {
            list.go(Motion::Down);
        }
        let shown: Vec<_> = list.visible().map(|(_, r)| r.unwrap()).collect();
        assert_eq!(shown, [3, 4, 5, 6]);
        assert_eq!(list.selected_id(), Some(5));
    }

    #[test]
    fn the_selected_row_is_always_on_the_screen() {
        let mut list = List::jumping();
        list.set_rows((1..=50).map(|n| if n % 7 == 0 { None } else { Some(n) }).collect());
        for height in [1, 2, 3, 10] {
            list.set_height(height);
            for motion in
                [Motion::Last, Motion::HalfUp, Motion::PageUp, Motion::Up, Motion::First, Motion::PageDown]
            {
                list.go(motion);
                assert!(list.visible().any(|(selected, _)| selected), "{height} {motion:?}");
            }
        }
    }
}
