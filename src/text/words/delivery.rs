//! Files that were given out, in words.

use super::Lang;
use crate::domain::change::Failure;
use crate::text::parcel::{Delivered, Undelivered};

impl Lang {
    /// Where the files are: "Đã ghi 3 tệp vào /home/lan/tiendo/don-doc: a.docx, b.txt, c.ics".
    pub fn delivered(self, delivered: &Delivered) -> String {
        let (count, folder, files) = (delivered.files.len(), &delivered.folder, delivered.files.join(", "));
        self.pick(
            format!("Đã ghi {count} tệp vào {folder}: {files}"),
            format!("{count} files written to {folder}: {files}"),
        )
    }

    /// Why there are no files, and what to do; the place last, for a narrow line cuts the end.
    pub fn undelivered(self, undelivered: &Undelivered) -> String {
        let place = &undelivered.place;
        let (why, then) = match &undelivered.failure {
            Failure::Full => (
                self.pick("Ổ đĩa đã đầy".to_owned(), "The disk is full".into()),
                self.pick("xóa bớt tệp rồi làm lại", "make room and do it again"),
            ),
            Failure::ReadOnly => (
                self.pick("Không được phép ghi".to_owned(), "Writing is not allowed".into()),
                self.pick(
                    "đặt TIENDO_OUT đến thư mục ghi được",
                    "set TIENDO_OUT to a folder that can be written",
                ),
            ),
            other => (
                match other {
                    Failure::Other(reason) => reason.clone(),
                    other => format!("{other:?}"),
                },
                self.pick("kiểm tra rồi làm lại", "look into it and do it again"),
            ),
        };
        self.pick(
            format!("{why}: chưa ghi tệp nào; {then}. ({place})"),
            format!("{why}: no file was written; {then}. ({place})"),
        )
    }
}
