//! A list with headings: rows, the selected row, and the window of rows that is on the screen.
//!
//! The selection is held by identity: when the rows change, the same thing stays selected.

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
    index: usize,
    top: usize,
    height: usize,
    jump: bool,
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
        Self { rows: Vec::new(), index: 0, top: 0, height: 1, jump: false }
    }

    /// An empty list that jumps by half a page at its edge: for lists with a pane beside them,
    /// where the terminal cannot scroll the rows of the list alone.
    pub fn jumping() -> Self {
        Self { jump: true, ..Self::scrolling() }
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
        self.index = kept.unwrap_or_else(|| self.index.min(self.rows.len().saturating_sub(1)));
        self.settle(true);
    }

    /// The selected row, unless the list has nothing to select.
    pub fn selected(&self) -> Option<&R> {
        self.rows.get(self.index).filter(|row| row.id().is_some())
    }

    /// Identity of the selected row.
    pub fn selected_id(&self) -> Option<R::Id> {
        self.rows.get(self.index).and_then(Row::id)
    }

    /// Selects the row with this identity; false if there is none.
    pub fn select(&mut self, id: &R::Id) -> bool {
        let Some(position) = self.position(id) else { return false };
        self.index = position;
        self.reveal();
        true
    }

    /// Says how many rows the screen shows.
    pub fn set_height(&mut self, height: usize) {
        self.height = height.max(1);
        self.reveal();
    }

    /// The rows on the screen, each with whether it is selected.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &R)> {
        let selectable = self.selected().is_some();
        self.rows
            .iter()
            .enumerate()
            .skip(self.top)
            .take(self.height)
            .map(move |(position, row)| (selectable && position == self.index, row))
    }

    /// Whether rows lie above and below the window.
    pub fn more(&self) -> (bool, bool) {
        (self.top > 0, self.top + self.height < self.rows.len())
    }

    /// Moves the selection; true if it changed.
    pub fn go(&mut self, motion: Motion) -> bool {
        let before = (self.index, self.top);
        let (page, half, last) = (self.height, (self.height / 2).max(1), self.rows.len().saturating_sub(1));
        let (wanted, down) = match motion {
            Motion::Up => (self.index.saturating_sub(1), false),
            Motion::Down => (self.index + 1, true),
            Motion::PageUp => (self.index.saturating_sub(page), false),
            Motion::PageDown => (self.index + page, true),
            Motion::HalfUp => (self.index.saturating_sub(half), false),
            Motion::HalfDown => (self.index + half, true),
            Motion::First => (0, true),
            Motion::Last => (last, false),
        };
        if let Some(index) = self.selectable_near(wanted.min(last), down) {
            self.index = index;
        }
        self.reveal();
        before != (self.index, self.top)
    }

    fn position(&self, id: &R::Id) -> Option<usize> {
        self.rows.iter().position(|row| row.id().as_ref() == Some(id))
    }

    fn settle(&mut self, down: bool) {
        if let Some(index) = self.selectable_near(self.index, down) {
            self.index = index;
        }
        self.reveal();
    }

    /// The nearest row that can be selected, looking in the direction of the motion first.
    fn selectable_near(&self, from: usize, down: bool) -> Option<usize> {
        let is_item = |&index: &usize| self.rows.get(index).is_some_and(|row| row.id().is_some());
        let below = || (from..self.rows.len()).find(is_item);
        let above = || (0..=from.min(self.rows.len().saturating_sub(1))).rev().find(is_item);
        if down { below().or_else(above) } else { above().or_else(below) }
    }

    fn reveal(&mut self) {
        let last_top = self.rows.len().saturating_sub(self.height);
        let step = if self.jump { (self.height / 2).max(1) } else { 1 };
        // Headings above the first item come into view with it.
        let first =
            (0..self.index).rev().take_while(|&i| self.rows[i].id().is_none()).last().unwrap_or(self.index);
        if first < self.top {
            self.top = if self.jump {
                (self.index + 1).saturating_sub(self.height.saturating_sub(step)).min(first)
            } else {
                first
            };
        }
        if self.index >= self.top + self.height {
            self.top = (self.index + step).saturating_sub(self.height);
        }
        self.top = self.top.min(last_top).min(self.index);
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
