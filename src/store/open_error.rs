//! Why a database could not be opened, in words that say what, where, and what to do.

use std::path::{Path, PathBuf};

use super::error::sql_failure;
use crate::domain::change::Failure;

#[cfg(test)]
mod tests;

/// Why a database could not be opened. Unless it says otherwise, the file was not touched.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text(false))]
pub struct OpenError {
    /// The file or folder concerned.
    pub path: PathBuf,
    /// What is the matter with it.
    pub problem: Problem,
}

/// What is the matter with a database that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The folder cannot be made; the reason in the words of the system.
    NoFolder(String),
    /// A folder or a device stands where the file should be.
    NotAFile,
    /// The file may not be read; the reason in the words of the system.
    Unreadable(String),
    /// The file or its folder may not be written; the reason in the words of the system.
    Unwritable(String),
    /// The file is no SQLite database.
    NotADatabase,
    /// The file is the database of another program.
    NotTiendo,
    /// The file was written by a newer version of the program.
    Newer {
        /// Version of its tables.
        found: i64,
        /// Newest version that this program knows.
        known: i64,
    },
    /// Another program holds the database.
    Busy,
    /// No space left.
    Full,
    /// The copy before an update cannot be made; the reason in the words of the system.
    Backup(String),
    /// The tables cannot be brought to this version; the file stands as it was before that step.
    Update {
        /// The version that could not be reached.
        version: i64,
        /// What SQLite says.
        reason: String,
    },
    /// Anything else; the reason in the words of the system.
    Other(String),
}

impl OpenError {
    /// Puts a place and a problem together.
    pub(super) fn new(path: &Path, problem: Problem) -> Self {
        Self { path: path.to_owned(), problem }
    }

    /// Sorts an error of SQLite while opening `path`.
    pub(super) fn sql(path: &Path, error: &rusqlite::Error) -> Self {
        let problem = match (sql_failure(error), error.sqlite_error_code()) {
            (Failure::Busy, _) => Problem::Busy,
            (Failure::Full, _) => Problem::Full,
            (Failure::ReadOnly, _) | (_, Some(rusqlite::ErrorCode::CannotOpen)) => {
                Problem::Unwritable(error.to_string())
            }
            (_, Some(rusqlite::ErrorCode::NotADatabase)) => Problem::NotADatabase,
            _ => Problem::Other(error.to_string()),
        };
        Self::new(path, problem)
    }

    /// The same for the state machine, of a file that was open before.
    pub(super) fn failure(&self) -> Failure {
        match &self.problem {
            Problem::Busy => Failure::Busy,
            Problem::Full => Failure::Full,
            Problem::Unwritable(_) => Failure::ReadOnly,
            _ => Failure::Other(self.to_string()),
        }
    }

    /// The words for a person, in Vietnamese or in English.
    pub fn text(&self, lang_is_vietnamese: bool) -> String {
        let path = self.path.display();
        if lang_is_vietnamese { self.problem.vietnamese(&path) } else { self.problem.english(&path) }
    }
}

impl Problem {
    fn vietnamese(&self, path: &dyn std::fmt::Display) -> String {
        match self {
            Self::NoFolder(why) => {
                format!(
                    "Không tạo được thư mục {path}: {why}. Hãy kiểm tra quyền, hoặc chọn tệp dữ liệu ở nơi khác."
                )
            }
            Self::NotAFile => {
                format!("{path} không phải là tệp (là thư mục hoặc thiết bị). Hãy chỉ đến một tệp trong đó.")
            }
            Self::Unreadable(why) => {
                format!("Không đọc được {path}: {why}. Hãy xin quyền đọc, hoặc chọn tệp dữ liệu khác.")
            }
            Self::Unwritable(why) => {
                format!(
                    "Không ghi được {path}: {why}. Hãy xin quyền ghi cho tệp và thư mục chứa tệp, hoặc chép tệp sang nơi khác."
                )
            }
            Self::NotADatabase => {
                format!(
                    "{path} không phải là tệp dữ liệu, hoặc đã hỏng. Tệp không bị thay đổi. Hãy chọn tệp khác, hoặc lấy lại từ bản sao lưu."
                )
            }
            Self::NotTiendo => {
                format!("{path} là dữ liệu của chương trình khác. Tệp không bị thay đổi. Hãy chọn tệp khác.")
            }
            Self::Newer { found, known } => {
                format!(
                    "{path} do phiên bản tiendo mới hơn tạo ra (dữ liệu bản {found}, chương trình này biết đến bản {known}). Tệp không bị thay đổi. Hãy cập nhật tiendo."
                )
            }
            Self::Busy => {
                format!(
                    "{path} đang bị một chương trình khác giữ. Hãy đợi rồi mở lại, hoặc đóng chương trình kia."
                )
            }
            Self::Full => format!("Hết chỗ trên đĩa chứa {path}. Hãy giải phóng dung lượng rồi mở lại."),
            Self::Backup(why) => {
                format!(
                    "Không sao lưu được vào {path} trước khi nâng cấp dữ liệu: {why}. Dữ liệu chưa bị thay đổi. Hãy kiểm tra quyền và dung lượng rồi mở lại."
                )
            }
            Self::Update { version, reason } => {
                format!(
                    "Không nâng cấp được {path} lên bản {version}: {reason}. Bước này đã được hủy, bản sao lưu nằm cạnh tệp. Hãy gửi tệp cho người quản trị."
                )
            }
            Self::Other(why) => {
                format!("Không mở được {path}: {why}. Hãy thử lại, hoặc lấy lại từ bản sao lưu.")
            }
        }
    }

    fn english(&self, path: &dyn std::fmt::Display) -> String {
        match self {
            Self::NoFolder(why) => {
                format!(
                    "Cannot make the folder {path}: {why}. Check its permissions, or choose another place for the data file."
                )
            }
            Self::NotAFile => {
                format!("{path} is not a file but a folder or a device. Name a file within it.")
            }
            Self::Unreadable(why) => {
                format!(
                    "Cannot read {path}: {why}. Ask for permission to read it, or choose another data file."
                )
            }
            Self::Unwritable(why) => {
                format!(
                    "Cannot write {path}: {why}. Ask for permission to write the file and its folder, or copy the file elsewhere."
                )
            }
            Self::NotADatabase => {
                format!(
                    "{path} is not a data file, or is damaged. It was not changed. Choose another file, or restore a backup."
                )
            }
            Self::NotTiendo => {
                format!("{path} holds the data of another program. It was not changed. Choose another file.")
            }
            Self::Newer { found, known } => {
                format!(
                    "{path} was written by a newer tiendo (data version {found}, this program knows up to {known}). It was not changed. Update tiendo."
                )
            }
            Self::Busy => {
                format!(
                    "{path} is held by another program. Wait and open it again, or close the other program."
                )
            }
            Self::Full => format!("No space left on the disk of {path}. Free some space and open it again."),
            Self::Backup(why) => {
                format!(
                    "Cannot write the backup {path} before updating the data: {why}. The data was not changed. Check permissions and free space, then open it again."
                )
            }
            Self::Update { version, reason } => {
                format!(
                    "Cannot update {path} to version {version}: {reason}. This step was rolled back, and a backup lies next to the file. Send the file to your administrator."
                )
            }
            Self::Other(why) => format!("Cannot open {path}: {why}. Try again, or restore a backup."),
        }
    }
}
