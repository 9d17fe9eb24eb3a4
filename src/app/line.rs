//! Text with a tone: what a sheet or a detail pane shows, without saying how a terminal paints it.

use crate::text::width::{split_at_cells, width as cells};

/// What a piece of text is, so that a theme can paint it. The words carry the meaning; the tone only helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Plain text.
    Plain,
    /// Less important.
    Dim,
    /// A title or the selected thing.
    Strong,
    /// On time, reached.
    Good,
    /// Soon, slightly behind.
    Warn,
    /// Overdue, behind, refused.
    Bad,
}

/// A piece of text in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its tone.
    pub tone: Tone,
}

/// A line, or a paragraph that the view wraps by words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

impl Line {
    /// An empty line.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A line in one tone.
    pub fn of(tone: Tone, text: impl Into<String>) -> Self {
        Self(vec![Span { text: text.into(), tone }])
    }

    /// A plain line.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(Tone::Plain, text)
    }

    /// The line with a piece more.
    #[must_use]
    pub fn and(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push(Span { text: text.into(), tone });
        self
    }

    /// A label and what it says; `None` when it says nothing.
    pub fn field(label: &str, text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::of(Tone::Dim, format!("{label}: ")).and(Tone::Plain, text))
    }

    /// The text without tones.
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Breaks a line into rows of at most `width` cells, between words; later rows are indented like the first.
pub fn wrap(line: &Line, width: usize) -> Vec<Line> {
    let width = width.max(1);
    let indent = line.text().chars().take_while(|c| *c == ' ').count().min(width / 2);
    let mut rows = vec![Line::blank()];
    let mut used = 0;
    for (word, tone) in line.0.iter().flat_map(|span| words(&span.text).map(|word| (word, span.tone))) {
        let mut rest = word;
        while !rest.is_empty() {
            if used + cells(rest.trim_end()) > width && used > indent {
                rows.push(Line::plain(" ".repeat(indent)));
                used = indent;
            }
            // A word longer than the row is cut; blanks after a word may hang over the edge.
            let room = if used + cells(rest.trim_end()) > width { width - used } else { usize::MAX };
            let (piece, left) = split_at_cells(rest, room.max(1));
            let (piece, left) = if piece.is_empty() { (rest, "") } else { (piece, left) };
            used += cells(piece);
            push(&mut rows, piece, tone);
            rest = left;
        }
    }
    rows.iter_mut().for_each(trim_end);
    rows
}

fn trim_end(row: &mut Line) {
    while let Some(last) = row.0.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            return;
        }
        row.0.pop();
    }
}

/// Words with the blanks that follow them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ')
}

fn push(rows: &mut [Line], piece: &str, tone: Tone) {
    let Some(row) = rows.last_mut() else { return };
    match row.0.last_mut() {
        Some(span) if span.tone == tone => span.text.push_str(piece),
        _ => row.0.push(Span { text: piece.to_owned(), tone }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &Line, width: usize) -> Vec<String> {
        wrap(line, width).iter().map(Line::text).collect()
    }

    #[test]
    fn rows_break_between_words_and_keep_the_indent() {
        let line = Line::of(Tone::Dim, "  Nơi nhận: ").and(Tone::Plain, "Sở Nội vụ tỉnh Lạng Sơn");
        assert_eq!(texts(&line, 20), ["  Nơi nhận: Sở Nội", "  vụ tỉnh Lạng Sơn"]);
    }

    #[test]
    fn a_word_longer_than_the_row_is_cut_and_nothing_is_lost() {
        let line = Line::plain("nghiêng".repeat(5));
        assert_eq!(texts(&line, 10).concat(), "nghiêng".repeat(5));
        assert!(texts(&line, 10).iter().all(|row| cells(row) <= 10));
    }

    #[test]
    fn an_empty_line_is_one_row() {
        assert_eq!(wrap(&Line::blank(), 10).len(), 1);
    }
}
