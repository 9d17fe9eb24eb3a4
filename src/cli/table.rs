//! Rows in columns, aligned by the cells that a text takes. The last column is as wide as it likes.

use crate::text::width::{pad, pad_left, width, wrap};

/// What stands between two columns.
const GAP: usize = 2;
/// Fewest cells in which the last column is wrapped; below it is left long.
const FEWEST: usize = 20;

/// Rows of equally many cells.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    to_the_right: Vec<usize>,
}

impl Table {
    /// An empty table with numbers in these columns.
    pub(super) fn with_numbers(columns: &[usize]) -> Self {
        Self { rows: Vec::new(), to_the_right: columns.to_vec() }
    }

    /// Adds a row.
    pub(super) fn row<const N: usize>(&mut self, cells: [&str; N]) {
        self.rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
    }

    /// The widths that align these rows, to align several tables alike; the last column has none.
    pub(super) fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1);
        let widest =
            |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
        (0..columns).map(|column| widest(column).unwrap_or(0)).collect()
    }

    /// The rows as text; with `cells`, the last column is wrapped under itself to stay within them.
    pub(super) fn render(&self, cells: Option<usize>) -> String {
        self.render_with(&self.widths(), cells)
    }

    /// The same with widths from elsewhere.
    pub(super) fn render_with(&self, widths: &[usize], cells: Option<usize>) -> String {
        let offset: usize = widths.iter().map(|width| width + GAP).sum();
        let room = cells.map(|cells| cells.saturating_sub(offset)).filter(|room| *room >= FEWEST);
        let mut text = String::new();
        for row in &self.rows {
            let Some((last, columns)) = row.split_last() else { continue };
            let mut line = String::new();
            for (at, (cell, width)) in columns.iter().zip(widths).enumerate() {
                let aligned =
                    if self.to_the_right.contains(&at) { pad_left(cell, *width) } else { pad(cell, *width) };
                line.push_str(&pad(&aligned, width + GAP));
            }
            let lines = room.map_or_else(|| vec![last.as_str()], |room| wrap(last, room));
            for (at, piece) in lines.iter().enumerate() {
                let before = if at == 0 { std::mem::take(&mut line) } else { " ".repeat(offset) };
                text.push_str(format!("{before}{piece}").trim_end());
                text.push('\n');
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_cells_and_numbers_to_the_right() {
        let mut table = Table::with_numbers(&[1]);
        table.row(["Sở Nội vụ", "7", "một"]);
        table.row(["UBND", "12", "hai"]);
        assert_eq!(table.render(None), "Sở Nội vụ   7  một\nUBND       12  hai\n");
    }

    #[test]
    fn only_the_last_column_is_wrapped_and_only_at_a_terminal() {
        let mut table = Table::default();
        table.row(["a", "chín mười mười một mười hai mười ba"]);
        assert_eq!(table.render(Some(25)), "a  chín mười mười một\n   mười hai mười ba\n");
        assert_eq!(table.render(None).lines().count(), 1);
    }
}
