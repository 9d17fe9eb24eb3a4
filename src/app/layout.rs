//! Where things stand on the screen, computed by hand from its size.
//!
//! The state machine needs it for pages and wrapped text, the views for drawing;
//! both ask the same functions, so that they cannot disagree.

/// Columns and rows of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub w: u16,
    /// Rows.
    pub h: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Left column.
    pub x: u16,
    /// Top row.
    pub y: u16,
    /// Columns.
    pub w: u16,
    /// Rows.
    pub h: u16,
}

/// Smallest size with a usable screen.
pub const SMALLEST: Size = Size { w: 60, h: 15 };

/// The parts that every screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Title, one row.
    pub title: Area,
    /// Tabs; empty on low terminals.
    pub tabs: Area,
    /// The screen's own part.
    pub body: Area,
    /// The pane about the selected thing; empty on low terminals.
    pub detail: Area,
    /// Keys, one row.
    pub footer: Area,
}

impl Size {
    /// Whether nothing useful fits.
    pub fn is_too_small(self) -> bool {
        self.w < SMALLEST.w || self.h < SMALLEST.h
    }
}

impl Area {
    /// The first `n` rows.
    pub fn top(self, n: u16) -> Self {
        Self { h: n.min(self.h), ..self }
    }

    /// What is left below the first `n` rows.
    pub fn below(self, n: u16) -> Self {
        let n = n.min(self.h);
        Self { y: self.y + n, h: self.h - n, ..self }
    }

    /// The first `n` columns.
    pub fn left(self, n: u16) -> Self {
        Self { w: n.min(self.w), ..self }
    }

    /// What is left after the first `n` columns.
    pub fn after(self, n: u16) -> Self {
        let n = n.min(self.w);
        Self { x: self.x + n, w: self.w - n, ..self }
    }
}

impl Frame {
    /// Divides a screen; `detail` is the number of rows that the detail pane would like at 24 rows.
    ///
    /// From 24 rows down, the detail pane goes first (below 20 rows), then the tabs (below 18).
    pub fn of(size: Size, detail: u16) -> Self {
        let row = |y: u16, h: u16| Area { x: 0, y, w: size.w, h };
        let head = if size.h >= 18 { 3 } else { 2 };
        let tabs = if size.h >= 18 { row(1, 1) } else { row(1, 0) };
        let extra = size.h.saturating_sub(24) / 3;
        let detail_h = if size.h >= 20 && detail > 0 { detail + extra.min(detail / 2) } else { 0 };
        // One rule above the footer, and one above the detail pane.
        let rules = if detail_h > 0 { 2 } else { 1 };
        let body_h = size.h.saturating_sub(head + detail_h + rules + 1);
        Self {
            title: row(0, size.h.min(1)),
            tabs,
            body: row(head.min(size.h), body_h),
            detail: row((head + body_h + 1).min(size.h), detail_h),
            footer: row(size.h.saturating_sub(1), size.h.min(1)),
        }
    }
}

/// A rectangle in the middle of the screen for a sheet, a chooser or a form: rules above and below, full width.
pub fn overlay(size: Size, rows: u16) -> Area {
    // The last rule of a full overlay is the one above the footer.
    let h = rows.saturating_add(2).min(size.h.saturating_sub(2));
    let y = (size.h.saturating_sub(1).saturating_sub(h)) / 2;
    Area { x: 0, y: y.max(1).min(size.h), w: size.w, h }
}

/// Where a sheet shows its rows: between the rule with its title and the rule below.
pub fn sheet_area(size: Size) -> Area {
    let area = overlay(size, size.h).below(1);
    area.top(area.h.saturating_sub(1))
}

/// Cells of a text field in a form.
pub fn form_width(size: Size) -> u16 {
    size.w.saturating_sub(FORM_LABEL + 2)
}

/// Cells of the labels in a form.
pub const FORM_LABEL: u16 = 22;

/// Cells of the kind and of the place of a choice at this width; what can be settled has no kind, and a long name.
pub fn choice_columns(width: u16, settles: bool) -> (u16, u16) {
    if settles { (0, (width / 3).clamp(18, 26)) } else { (10, (width / 3).clamp(18, 36)) }
}

/// Where a chooser shows its list: below its title and the line to type in.
pub fn chooser_list(size: Size) -> Area {
    sheet_area(size).below(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_frame_lie_inside_the_screen_and_do_not_overlap() {
        for h in 0..60 {
            for detail in [0, 3, 5] {
                let frame = Frame::of(Size { w: 80, h }, detail);
                let mut rows = vec![0u8; usize::from(h)];
                for area in [frame.title, frame.tabs, frame.body, frame.detail, frame.footer] {
                    assert!(area.y + area.h <= h || area.h == 0, "{h}: {area:?}");
                    if h >= SMALLEST.h {
                        for y in area.y..area.y + area.h {
                            rows[usize::from(y)] += 1;
                        }
                    }
                }
                assert!(rows.iter().all(|&n| n <= 1), "{h} {detail}");
            }
        }
    }

    #[test]
    fn at_24_rows_the_agenda_has_14_rows_and_a_detail_pane() {
        let frame = Frame::of(Size { w: 80, h: 24 }, 4);
        assert_eq!((frame.body.y, frame.body.h, frame.detail.y, frame.detail.h), (3, 14, 18, 4));
        let low = Frame::of(Size { w: 60, h: 15 }, 4);
        assert_eq!((low.body.h, low.detail.h, low.tabs.h), (11, 0, 0));
    }
}
