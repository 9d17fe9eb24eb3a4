//! The letter of view 5: its preview, the files it leads to, and the list as a table.

use crate::domain::board::Board;
use crate::domain::change::Record;
use crate::domain::reminder::{Reminder, batch};
use crate::text::letter::{chat, letter};
use crate::text::paper::plain;
use crate::text::parcel::{Body, File, Parcel};

use super::super::layout::sheet_area;
use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::overlay::{Overlay, Sheet};
use super::super::reminding::{Part, Reminding, round_in_name};

impl Model {
    /// Shows the letter to those that are selected; nothing is written yet.
    pub(in crate::app) fn open_letter(&mut self) {
        match self.letter_to_selected() {
            Ok(reminding) => {
                let lines = self.letter_lines(&reminding);
                let mut sheet = Sheet::new(self.words().letter_title, lines);
                sheet.gives = Some(Box::new(reminding));
                self.overlays.push(Overlay::Sheet(sheet));
            }
            Err(why) => self.say(Tone::Warn, why),
        }
    }

    /// What the letter would be, or why there is none.
    fn letter_to_selected(&self) -> Result<Reminding, String> {
        let words = self.words();
        let selected = self.board_selected();
        let Some(board) = &self.board.found else { return Err(words.board_empty.into()) };
        match () {
            () if board.preview => Err(words.board_draft.into()),
            () if self.as_of.is_some() => Err(words.board_other_day.into()),
            () if selected.is_empty() => Err(words.board_nothing_selected.into()),
            () => {
                let reminding = self.reminding(board, &selected, self.today());
                let reminding = reminding.ok_or_else(|| words.board_empty.to_owned())?;
                match reminding.batch.fresh.is_empty() {
                    true => Err(self.lang.all_reminded_today(reminding.batch.already.len())),
                    false => Ok(reminding),
                }
            }
        }
    }

    /// The preview: whom it asks, each letter as it is printed, the message, the files, the ledger.
    fn letter_lines(&self, reminding: &Reminding) -> Vec<Line> {
        let words = self.words();
        let cells = usize::from(sheet_area(self.size).w.saturating_sub(2));
        let count = reminding.batch.fresh.len();
        let mut lines = vec![Line::of(Tone::Strong, self.lang.letter_summary(count, &reminding.steps()))];
        if !reminding.batch.already.is_empty() {
            let names = self.names(reminding.batch.already.iter());
            lines.push(Line::of(Tone::Warn, self.lang.left_out_today(&names, reminding.batch.already.len())));
        }
        lines.push(Line::of(Tone::Dim, self.lang.ledger_line(count, reminding.reminder.on)));
        for asking in &reminding.letters {
            let title = if asking.returned { words.letter_returned_title } else { words.letter_owing_title };
            titled(&mut lines, title);
            let page = plain(&letter(asking), &self.layout, cells);
            lines.extend(page.lines().map(Line::plain));
        }
        titled(&mut lines, words.letter_chat_title);
        lines.extend(reminding.letters.iter().map(|asking| Line::plain(chat(asking))));
        titled(&mut lines, words.letter_files_title);
        let parcel = reminding.parcel(None);
        let names: Vec<&str> = parcel.files.iter().map(|file| file.name.as_str()).collect();
        lines.push(Line::plain(names.join(" · ")));
        lines
    }

    /// Writes all files, or those of one part. The ledger notes it once they are on the disk, and once only.
    pub(in crate::app) fn give(&mut self, part: Option<Part>) {
        let Some(Overlay::Sheet(sheet)) = self.overlays.last() else { return };
        let Some(reminding) = sheet.gives.clone() else { return };
        if part.is_none() {
            self.overlays.pop();
            self.board.selected.clear();
        }
        // A day in a calendar asks nobody for anything.
        let asks = part != Some(Part::Calendar) && !self.is_noted(&reminding.reminder);
        let then = asks.then(|| Record::Reminder(reminding.reminder.clone()));
        self.deliver(reminding.parcel(part), then);
    }

    /// Whether the ledger has this batch already.
    fn is_noted(&self, reminder: &Reminder) -> bool {
        let Some(board) = &self.board.found else { return false };
        batch(reminder.agencies.clone(), &self.records.reminders, &board.key, reminder.on).fresh.is_empty()
    }

    /// Writes the list that is shown as a workbook and as CSV.
    pub(in crate::app) fn export_board(&mut self) {
        let Some(board) = &self.board.found else { return };
        let shown = Board { rows: self.board.list.rows().to_vec(), ..board.clone() };
        let parcel = self.board_parcel(&shown);
        self.deliver(parcel, None);
    }

    fn board_parcel(&self, board: &Board) -> Parcel {
        let sheet = self.board_sheet(board);
        let round = self.catalog.obligation(&board.key.obligation);
        let round = round.map(|(plan, obligation)| round_in_name(plan, obligation)).unwrap_or_default();
        let folder = format!("tinh hinh nop {round} {}", self.day());
        let files = vec![
            File { name: "tinh-hinh-nop.xlsx".into(), body: Body::Xlsx(vec![sheet.clone()]) },
            File { name: "tinh-hinh-nop.csv".into(), body: Body::Csv(sheet) },
        ];
        Parcel { folder: Parcel::name_of(&folder), files }
    }
}

fn titled(lines: &mut Vec<Line>, title: &str) {
    lines.extend([Line::blank(), Line::of(Tone::Strong, title)]);
}
