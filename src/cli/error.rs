//! Why a command could not do its work, in words of both languages, and the exit code for it.

use std::io;
use std::path::PathBuf;

use super::when::WhenError;
use crate::catalog::Fault;
use crate::domain::change::Failure;
use crate::store::{OpenError, StoreError};
use crate::text::date::DateError;
use crate::text::parcel::Undelivered;
use crate::text::words::Lang;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum CliError {
    /// The full-screen program needs a terminal on both sides.
    NoTerminal,
    /// `TERM` names a terminal whose cursor cannot be moved, or none.
    DumbTerminal(String),
    /// `TIENDO_LANG` names no language.
    BadLang(String),
    /// A day that was given with an option is none.
    BadDate(&'static str, DateError),
    /// What was asked for cannot be done, in words.
    Refused(String),
    /// An option or argument is needed; its name.
    Missing(&'static str),
    /// The database could not take it.
    NotSaved(Failure),
    /// Somebody else decided the same meanwhile; his name.
    DecidedMeanwhile(String),
    /// What was typed is no year.
    BadYear(String),
    /// No plan is of this province.
    Province {
        /// What was typed.
        typed: String,
        /// The provinces of the plans.
        known: Vec<String>,
    },
    /// No agency, or several, for what was typed.
    Agency {
        /// What was typed.
        typed: String,
        /// What it could mean.
        candidates: Vec<String>,
        /// Whether the candidates all match fully.
        ambiguous: bool,
    },
    /// No report obligation, or several, for what was typed.
    Obligation {
        /// What was typed.
        typed: String,
        /// What it could mean.
        candidates: Vec<String>,
        /// Whether the candidates all match.
        ambiguous: bool,
    },
    /// Files could not be put on the disk.
    Undelivered(Box<Undelivered>),
    /// Somebody else saved the same meanwhile; his name.
    SavedMeanwhile(String),
    /// No plan, or several, for what was typed.
    Plan {
        /// What was typed.
        typed: String,
        /// What it could mean.
        candidates: Vec<String>,
        /// Whether the candidates all match.
        ambiguous: bool,
    },
    /// No round, or several, for what was typed.
    Round {
        /// What there is to choose from.
        listed: Vec<String>,
        /// Whether several are meant.
        ambiguous: bool,
    },
    /// The report knows no such period.
    Period {
        /// What was typed.
        typed: String,
        /// The periods that it knows.
        known: Vec<String>,
    },
    /// The days of a phrase cannot be given.
    When(WhenError),
    /// What was named takes no members: an agency, or a group that nobody can list.
    NoGroup(String),
    /// A file that was named cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The output cannot be written.
    Unwritable(io::Error),
    /// Nothing says where the database belongs.
    NoHome,
    /// The database cannot be opened.
    Open(OpenError),
    /// The database cannot be read.
    Store(StoreError),
    /// The thread of the store cannot be started.
    Thread(io::Error),
    /// The terminal cannot be used.
    Terminal(io::Error),
    /// A fault of the program; what was typed is kept.
    Fault(String),
    /// What was typed could not be saved as a draft on leaving.
    NotKept(Failure, String),
    /// The made-up data cannot be saved.
    Demo(String),
    /// The folder for the demo cannot be made.
    Scratch(PathBuf, io::Error),
    /// What comes with the program cannot be read.
    Bundle(Vec<Fault>),
    /// The user's settings have faults.
    Settings(Vec<Fault>),
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl CliError {
    /// 2 for wrong usage and a missing terminal, 3 for the database, 101 for a fault of the program.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::NoTerminal
            | Self::DumbTerminal(_)
            | Self::Settings(_)
            | Self::BadLang(_)
            | Self::BadDate(..)
            | Self::Refused(_)
            | Self::Missing(_)
            | Self::DecidedMeanwhile(_)
            | Self::BadYear(_)
            | Self::Province { .. }
            | Self::Agency { .. }
            | Self::Plan { .. }
            | Self::Round { .. }
            | Self::Period { .. }
            | Self::Obligation { .. }
            | Self::SavedMeanwhile(_)
            | Self::When(_)
            | Self::NoGroup(_)
            | Self::Unreadable(..)
            | Self::Unwritable(_)
            | Self::Terminal(_) => 2,
            Self::NoHome
            | Self::Undelivered(_)
            | Self::Open(_)
            | Self::Store(_)
            | Self::Thread(_)
            | Self::NotKept(..)
            | Self::NotSaved(_)
            | Self::Demo(_)
            | Self::Scratch(..)
            | Self::Bundle(_) => 3,
            Self::Fault(_) => 101,
        }
    }

    /// Whether an example of the command tells what to do.
    pub(super) fn is_of_usage(&self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// What is wrong, where, and what to do.
    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoTerminal => lang.pick(NO_TERMINAL.0, NO_TERMINAL.1).to_owned(),
            Self::DumbTerminal(term) => dumb_terminal(lang, term),
            Self::BadLang(name) => lang.pick(
                format!("TIENDO_LANG=“{name}” không hợp lệ; đặt vi hoặc en."),
                format!("TIENDO_LANG=`{name}` is not valid; set vi or en."),
            ),
            Self::BadDate(option, error) => format!("{option}: {}", lang.date_error(error)),
            Self::Refused(why) => why.clone(),
            Self::Missing(what) => lang.pick(format!("thiếu {what}."), format!("{what} is missing.")),
            Self::NotSaved(failure) => lang.failure(failure, false),
            Self::DecidedMeanwhile(by) => lang.pick(
                format!("{by} vừa quyết định khác về việc này; xem lại rồi chạy lệnh lần nữa."),
                format!("{by} just decided otherwise; look again and run the command once more."),
            ),
            Self::Agency { typed, candidates, ambiguous } => agency(lang, typed, candidates, *ambiguous),
            Self::Plan { typed, candidates, ambiguous } => plan(lang, typed, candidates, *ambiguous),
            Self::Obligation { typed, candidates, ambiguous } => {
                listed(lang.no_obligation(typed, *ambiguous), candidates)
            }
            Self::Undelivered(undelivered) => lang.undelivered(undelivered),
            Self::When(error) => error.text(lang),
            Self::Unreadable(path, error) => lang.pick(
                format!(
                    "Không đọc được {}: {}. Kiểm tra tên tệp và quyền đọc.",
                    path.display(),
                    reason(error)
                ),
                format!("Cannot read {}: {error}. Check the name and its permissions.", path.display()),
            ),
            Self::Unwritable(error) => lang.pick(
                format!("Không ghi được kết quả: {error}."),
                format!("Cannot write the output: {error}."),
            ),
            Self::Terminal(error) => lang.pick(
                format!("Không dùng được cửa sổ dòng lệnh: {error}. Chữ đã gõ được giữ lại."),
                format!("The terminal cannot be used: {error}. What you typed is kept."),
            ),
            Self::Fault(what) => lang.pick(
                format!("Lỗi của chương trình: {what}. Chữ đã gõ được giữ lại; hãy mở lại chương trình."),
                format!("A fault of the program: {what}. What you typed is kept; start the program again."),
            ),
            Self::NotKept(failure, draft) => {
                let why = lang.failure(failure, false);
                lang.pick(
                    format!("Không giữ được chữ đang gõ. {why} Chép lại từ đây:\n{draft}"),
                    format!("What you typed could not be kept. {why} Copy it from here:\n{draft}"),
                )
            }
            _ => self.name_text(lang),
        }
    }

    /// What was typed and means nothing here.
    fn name_text(&self, lang: Lang) -> String {
        match self {
            Self::BadYear(typed) => lang.pick(
                format!("“{typed}” không phải là năm; gõ bốn chữ số từ 1945 đến 2100, ví dụ 2026."),
                format!("`{typed}` is no year; type four digits from 1945 to 2100, such as 2026."),
            ),
            Self::Province { typed, known } => {
                let known = known.join(", ");
                lang.pick(
                    format!("Không có kế hoạch nào của tỉnh “{typed}”; dùng: {known}."),
                    format!("No document is of the province `{typed}`; use: {known}."),
                )
            }
            Self::Round { listed: rounds, ambiguous } => {
                let head = match ambiguous {
                    true => lang.pick(
                        "Có nhiều báo cáo; chọn một bằng --obligation:",
                        "Several reports; choose one with --obligation:",
                    ),
                    false => lang.pick(
                        "Chưa rõ báo cáo nào; chọn một bằng --obligation:",
                        "Which report? Choose one with --obligation:",
                    ),
                };
                listed(head.to_owned(), rounds)
            }
            Self::Period { typed, known } => {
                let known = known.join(", ");
                lang.pick(
                    format!("Báo cáo này không có kỳ “{typed}”; có: {known}."),
                    format!("This report has no period `{typed}`; there are: {known}."),
                )
            }
            Self::SavedMeanwhile(by) => lang.pick(
                format!("{by} vừa lưu bản khác. Chưa ghi gì; xem lại rồi chạy lệnh lần nữa."),
                format!("{by} just saved another version. Nothing was written; look and run it again."),
            ),
            Self::NoGroup(name) => lang.pick(
                format!("“{name}” không phải nhóm liệt kê được thành viên. Xem danh bạ: tiendo agencies."),
                format!("“{name}” is no group whose members can be listed. See: tiendo agencies."),
            ),
            _ => self.data_text(lang),
        }
    }

    fn data_text(&self, lang: Lang) -> String {
        match self {
            Self::NoHome => lang.pick(NO_HOME.0, NO_HOME.1).to_owned(),
            Self::Open(error) => error.text(lang == Lang::Vi),
            Self::Store(error) => lang.pick(
                format!("Không đọc được cơ sở dữ liệu: {error}. Thử lại; nếu vẫn lỗi, dùng bản sao lưu."),
                format!("Cannot read the database: {error}. Try again, or restore a backup."),
            ),
            Self::Thread(error) => lang.pick(
                format!(
                    "Hệ thống không cho tạo luồng ghi dữ liệu: {error}. Đóng bớt chương trình rồi mở lại."
                ),
                format!(
                    "The system gives no thread for the data: {error}. Close other programs and try again."
                ),
            ),
            Self::Demo(reply) => lang.pick(
                format!("Không ghi được dữ liệu mẫu: {reply}."),
                format!("Cannot save the made-up data: {reply}."),
            ),
            Self::Scratch(path, error) => lang.pick(
                format!(
                    "Không tạo được thư mục tạm {}: {error}. Đặt TMPDIR sang nơi ghi được.",
                    path.display()
                ),
                format!(
                    "Cannot make the scratch folder {}: {error}. Set TMPDIR to another place.",
                    path.display()
                ),
            ),
            Self::Bundle(faults) => {
                let head = lang.pick("Dữ liệu đi kèm chương trình có lỗi:", "The bundled data have faults:");
                told(lang, head, faults)
            }
            Self::Settings(faults) => {
                let head = lang.pick(
                    "Tệp cấu hình có lỗi; sửa hoặc xóa dòng sau rồi chạy lại:",
                    "The settings file has faults; change or delete these lines and try again:",
                );
                told(lang, head, faults)
            }
            _ => String::new(),
        }
    }
}

fn told(lang: Lang, head: &str, faults: &[Fault]) -> String {
    let lines = faults.iter().map(|fault| lang.pick(fault.to_string(), fault.english()));
    std::iter::once(head.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

fn dumb_terminal(lang: Lang, term: &str) -> String {
    lang.pick(
        format!(
            "TERM=“{term}”: trên cửa sổ này không vẽ được màn hình chính.\n\
             Chạy `tiendo --plain` để làm việc bằng từng dòng chữ; nếu cửa sổ thật ra vẽ được (PuTTY,\n\
             Windows Terminal), đặt TERM=xterm-256color rồi chạy lại."
        ),
        format!(
            "TERM=`{term}`: the full screen cannot be drawn here.\n\
             Run `tiendo --plain` to work line by line; if the terminal can do more than it says (PuTTY,\n\
             Windows Terminal), set TERM=xterm-256color and try again."
        ),
    )
}

const NO_TERMINAL: (&str, &str) = (
    "Màn hình chính cần một cửa sổ dòng lệnh: cả bàn phím và màn hình.\n\
     Hỏi và đáp từng dòng, không cần màn hình: tiendo --plain\n\
     Trong ống lệnh hoặc kịch bản, hãy dùng lệnh con, ví dụ:\n  \
     tiendo due --json        việc cần làm\n  \
     tiendo search so noi vu  tìm\n\
     Xem tất cả: tiendo --help",
    "The full screen needs a terminal for keys and for display.\n\
     Questions line by line, without a screen: tiendo --plain\n\
     In a pipe or a script use a command, such as:\n  \
     tiendo due --json        what is due\n  \
     tiendo search so noi vu  search\n\
     See all: tiendo --help",
);

const NO_HOME: (&str, &str) = (
    "Không biết đặt cơ sở dữ liệu ở đâu: chưa có HOME. Dùng --db TỆP hoặc đặt TIENDO_DB.",
    "No place for the database: HOME is not set. Use --db FILE or set TIENDO_DB.",
);

fn agency(lang: Lang, typed: &str, candidates: &[String], ambiguous: bool) -> String {
    if ambiguous {
        let head = lang.pick(
            format!("“{typed}” có thể là nhiều cơ quan. Ghi thêm tên tỉnh, hoặc dùng mã:"),
            format!("`{typed}` can be several agencies. Add the province, or use the id:"),
        );
        return listed(head, candidates);
    }
    let head = lang.pick(
        format!("Không có cơ quan “{typed}”. Xem danh bạ: tiendo agencies."),
        format!("No agency `{typed}`. See the register: tiendo agencies."),
    );
    with_hints(lang, head, candidates)
}

fn plan(lang: Lang, typed: &str, candidates: &[String], ambiguous: bool) -> String {
    if ambiguous {
        let head = lang.pick(
            format!("“{typed}” có thể là nhiều văn bản. Ghi rõ hơn, hoặc dùng mã:"),
            format!("`{typed}` can be several documents. Say more, or use the id:"),
        );
        return listed(head, candidates);
    }
    let head = lang.pick(
        format!("Không có văn bản “{typed}”. Các văn bản:"),
        format!("No document `{typed}`. There are:"),
    );
    listed(head, candidates)
}

fn with_hints(lang: Lang, head: String, candidates: &[String]) -> String {
    if candidates.is_empty() {
        return head;
    }
    let hint = lang.pick("Gần giống:", "Close to it:");
    listed(format!("{head}\n{hint}"), candidates)
}

fn listed(head: String, candidates: &[String]) -> String {
    candidates.iter().fold(head, |text, candidate| format!("{text}\n  {candidate}"))
}
/// The usual reasons of the system in Vietnamese; the others in its own words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp này".to_owned(),
        io::ErrorKind::PermissionDenied => "không được phép đọc".to_owned(),
        io::ErrorKind::IsADirectory => "đây là thư mục".to_owned(),
        io::ErrorKind::InvalidData => "tệp không phải văn bản UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
