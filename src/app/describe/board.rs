//! The board in words: its head, the selected row, who is counted and why, the list as a table.

use crate::domain::board::{Board, BoardRow, BoardState};
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Term, membership_day};
use crate::domain::record::ReportKey;
use crate::domain::reminder::{Step, ladder};
use crate::text::sheet::{Cell, Column, Kind, Sheet};

use super::super::line::{Line, Tone};
use super::super::model::Model;

impl Model {
    /// What is looked at: "Báo cáo năm 2026 → Sở Nội vụ · KH 165/KH-UBND, IV.7.a".
    pub fn board_name(&self, board: &Board) -> String {
        let place = self.catalog.obligation(&board.key.obligation);
        let place = place.map(|(plan, found)| self.place(plan, &found.clause)).unwrap_or_default();
        format!("{} · {place}", self.report_name(&board.key.obligation, board.key.period))
    }

    /// Its day, and how long there is.
    pub fn board_day(&self, board: &Board) -> String {
        let words = self.words();
        match board.due {
            None => words.board_no_day.to_owned(),
            Some(due) => format!("{} {}", words.board_due, self.lang.day_short(due.due_last)),
        }
    }

    /// Who is counted: the total with its parts, who is taken out, what is not counted.
    pub fn board_denominator(&self, board: &Board) -> String {
        let parts = self.board_sources(board);
        let name = |entry| {
            let name = self.catalog.short_name(entry);
            name.strip_prefix("Các ").map_or_else(|| name.to_owned(), |rest| format!("các {rest}"))
        };
        let parts = parts.iter().map(|(entry, count)| format!("{count} {}", name(entry)));
        let parts = parts.collect::<Vec<_>>().join(" + ");
        let text = self.lang.board_denominator(board.total(), &parts, &self.names(board.excluded.iter()));
        let left_out: Vec<_> = board.uncounted.iter().chain(&board.awaiting).collect();
        match left_out.is_empty() {
            true => text,
            false => format!("{text} · {}", self.lang.board_left_out(&self.names(left_out.into_iter()))),
        }
    }

    /// How many are in each state that somebody is in.
    pub fn board_tally(&self, board: &Board) -> String {
        let counted = BoardState::ALL.into_iter().map(|state| (state, board.count(state)));
        let told =
            counted.filter(|(_, count)| *count > 0).map(|(state, count)| self.lang.board_count(state, count));
        told.collect::<Vec<_>>().join(" · ")
    }

    /// How many of the counted come from each agency or group that the clause names.
    fn board_sources(&self, board: &Board) -> Vec<(AgencyId, usize)> {
        let Some((_, obligation)) = self.catalog.obligation(&board.key.obligation) else { return Vec::new() };
        let day = membership_day(Term { period: board.key.period, due: board.due }, self.day());
        let comes_by = |row: &BoardRow, entry: &AgencyId| {
            row.inherited_from.as_ref() == Some(entry) || self.catalog.covers(entry, &row.agency, day)
        };
        let counted = board.rows.iter().filter(|row| row.state != BoardState::Waived);
        let mut found: Vec<_> = obligation.reporters.iter().map(|entry| (entry.clone(), 0)).collect();
        for row in counted {
            // Who is named twice counts for the first name.
            if let Some((_, count)) = found.iter_mut().find(|(entry, _)| comes_by(row, entry)) {
                *count += 1;
            }
        }
        found.retain(|(_, count)| *count > 0);
        found
    }

    /// Who is counted and why, for the sheet about the source.
    pub(super) fn board_counting(&self) -> Vec<Line> {
        let words = self.words();
        let Some(board) = &self.board.found else { return Vec::new() };
        let mut lines = vec![Line::of(Tone::Strong, words.board_counted)];
        lines.push(Line::plain(self.board_denominator(board)));
        lines.push(Line::plain(self.board_tally(board)));
        let waived: Vec<_> =
            board.rows.iter().filter(|row| row.state == BoardState::Waived).map(|row| &row.agency).collect();
        for (label, names) in [
            (words.board_excluded, self.names(board.excluded.iter())),
            (words.board_uncounted, self.names(board.uncounted.iter())),
            (words.board_awaiting, self.names(board.awaiting.iter())),
            (words.board_waived, self.names(waived.into_iter())),
        ] {
            lines.extend(Line::field(label, &names));
        }
        lines
    }

    /// The detail pane of the board: the selected agency, whom to turn to, what was done.
    pub fn board_detail(&self) -> Vec<Line> {
        let (Some(board), Some(row)) = (&self.board.found, self.board.list.selected()) else {
            return Vec::new();
        };
        let name = self.catalog.agency(&row.agency).map_or(row.agency.as_str(), |agency| &agency.name);
        let mut head =
            Line::of(Tone::Strong, name).and(Tone::Plain, format!(" · {}", self.lang.board_state(row)));
        if let Some(days) = row.late_days {
            let tone = if row.state.is_owed() { Tone::Bad } else { Tone::Warn };
            head = head.and(tone, format!(" · {}", self.lang.board_late(row.state, days)));
        }
        if let Some(from) = &row.inherited_from {
            head = head.and(Tone::Dim, format!(" · {}", self.lang.taken_over(self.catalog.short_name(from))));
        }
        let mut lines = vec![head, self.contact_line(&row.agency)];
        lines.push(Line::plain(self.lang.reminded(row.reminders, row.reminded_on)).and(
            Tone::Dim,
            row.touched.as_ref().map_or(String::new(), |(at, by)| {
                format!(
                    " · {} {} ({by})",
                    self.words().col_touched.to_lowercase(),
                    at.format("%d/%m/%Y %H:%M")
                )
            }),
        ));
        lines.extend(self.ladder_line(board, row));
        lines.extend(self.row_remarks(board, row));
        lines
    }

    /// Whom to call at an agency.
    pub fn contact_line(&self, agency: &AgencyId) -> Line {
        let words = self.words();
        let Some(card) = self.catalog.settled().contact(agency) else {
            return Line::of(Tone::Dim, words.no_contact);
        };
        let deputy = if card.deputy.is_empty() {
            String::new()
        } else {
            format!("{} {}", words.contact_deputy, card.deputy)
        };
        let parts = [&card.person, &card.phone, &card.email, &deputy].map(String::as_str);
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Line::of(Tone::Dim, format!("{}: ", words.col_contact)).and(Tone::Plain, parts.join(" · "))
    }

    /// The step of the ladder that the selected agency has reached by its own day, and whether it is done; of one that
    /// owes nothing, that of the others.
    fn ladder_line(&self, board: &Board, row: &BoardRow) -> Option<Line> {
        if board.preview || board.owing() == 0 {
            return None;
        }
        let asked = ladder(board, &self.records.reminders, self.day());
        let (due_last, is_due) = match row.state.is_owed() {
            true => (board.holding_day(row)?, asked.iter().any(|other| other.agency == row.agency)),
            false => (board.due?.due_last, !asked.is_empty()),
        };
        let step = Step::reached(self.day(), due_last)?;
        let tone = if is_due { Tone::Warn } else { Tone::Dim };
        Some(Line::of(tone, self.lang.ladder(step, is_due)))
    }

    /// Why the report was given back, and what is asked or granted.
    fn row_remarks(&self, board: &Board, row: &BoardRow) -> Vec<Line> {
        let (obligation, period) = (board.key.obligation.clone(), board.key.period);
        let key = ReportKey { obligation, period, agency: row.agency.clone() };
        let returned =
            Some(&key).filter(|_| row.state == BoardState::Returned).and_then(|key| self.report_of(key));
        let settled = self.catalog.settled();
        let remark = returned.and_then(|report| Line::field(self.words().field_remark, &report.remark));
        let request = settled.extension(&key).map(|request| Line::of(Tone::Warn, self.request_text(request)));
        let waiver = settled.waiver(&key).map(|reason| Line::plain(self.lang.waived(reason)));
        [remark, request, waiver].into_iter().flatten().collect()
    }

    /// The rows of a board as a table for other programs.
    pub fn board_sheet(&self, board: &Board) -> Sheet {
        let words = self.words();
        let columns = vec![
            Column::new("STT", Kind::Number { decimals: 0 }).wide(6),
            Column::new(words.kind_agency, Kind::Text).wide(45),
            Column::new(words.col_status, Kind::Text).wide(18),
            Column::new(words.board_due, Kind::Day),
            Column::new(words.name_extension, Kind::Day),
            Column::new(words.col_touched, Kind::Moment),
            Column::new(words.col_reminded, Kind::Number { decimals: 0 }).wide(8),
            Column::new(words.col_past, Kind::Text).wide(12),
            Column::new(words.field_contact_person, Kind::Text),
            Column::new(words.field_phone, Kind::Text).wide(16),
            Column::new(words.field_email, Kind::Text),
            Column::new(words.field_deputy, Kind::Text),
        ];
        let mut sheet = Sheet::new(words.view_board, columns);
        sheet.rows =
            board.rows.iter().enumerate().map(|(at, row)| self.board_cells(board, at, row)).collect();
        sheet
    }

    fn board_cells(&self, board: &Board, at: usize, row: &BoardRow) -> Vec<Cell> {
        let name = self.catalog.agency(&row.agency).map_or(row.agency.as_str(), |agency| &agency.name);
        let card = self.catalog.settled().contact(&row.agency).cloned();
        let card = card
            .map_or([const { String::new() }; 4], |card| [card.person, card.phone, card.email, card.deputy]);
        let day = |day| Some(day).flatten().map_or(Cell::Empty, Cell::Day);
        let mut cells = vec![
            Cell::Number((at + 1) as f64),
            Cell::Text(name.to_owned()),
            Cell::Text(self.lang.board_state(row)),
            day(board.due.map(|due| due.due_last)),
            day(row.extended_to),
            row.touched.as_ref().map_or(Cell::Empty, |(at, _)| Cell::Moment(*at)),
            Cell::Number(row.reminders as f64),
            Cell::Text(self.lang.punctual_past(row.past)),
        ];
        cells.extend(card.map(Cell::Text));
        cells
    }
}
