//! What holds for the whole run: language, day, clock, where the data are.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::args::Common;
use super::error::CliError;
use crate::domain::clock::{VN_OFFSET, vn_time};
use crate::text::date::parse_date;
use crate::text::words::Lang;

/// What holds for the whole run.
pub(super) struct Context {
    pub(super) lang: Lang,
    /// The day that stands for today, when one was given.
    pub(super) fixed_today: Option<NaiveDate>,
    /// Made-up data instead of a database.
    pub(super) demo: bool,
    /// The database, when it was named.
    pub(super) db: Option<PathBuf>,
    /// Signs of ASCII alone on the screen.
    pub(super) ascii: bool,
    /// Cells of a line when it goes to a terminal; `None`: lines are as long as they are.
    pub(super) cells: Option<usize>,
}

/// At a terminal, long titles are wrapped at this width.
const TERMINAL_CELLS: usize = 100;

impl Context {
    pub(super) fn new(lang: Lang, common: Common) -> Result<Self, CliError> {
        let real_today = clock().date_naive();
        let typed = common.today.as_deref().map(|typed| parse_date(typed, real_today));
        Ok(Self {
            lang,
            fixed_today: typed.transpose().map_err(|error| CliError::BadDate("--today", error))?,
            demo: common.demo,
            db: common.db,
            ascii: common.ascii,
            cells: io::stdout().is_terminal().then_some(TERMINAL_CELLS),
        })
    }

    /// The instant that is written beside what is saved: the clock's, whatever day is looked at, for a receipt is
    /// proof of it. Only the made-up data live on their own day.
    pub(super) fn written_at(&self) -> DateTime<FixedOffset> {
        if self.demo { self.now() } else { clock() }
    }

    /// Now; with a fixed day, this time of that day.
    pub(super) fn now(&self) -> DateTime<FixedOffset> {
        let now = clock();
        let fixed = self.fixed_today.map(|day| day.and_time(now.time()).and_local_timezone(VN_OFFSET));
        fixed.and_then(|moment| moment.single()).unwrap_or(now)
    }
}

/// The clock on the wall in Việt Nam.
pub(super) fn clock() -> DateTime<FixedOffset> {
    vn_time(Utc::now())
}

/// The language of everything, the messages about wrong arguments included: so it is looked up before them.
pub(super) fn language(args: &[OsString]) -> Result<Lang, CliError> {
    if let Some(lang) = typed_language(args) {
        return Ok(lang);
    }
    match env::var("TIENDO_LANG") {
        Ok(name) if !name.is_empty() => named(&name).ok_or(CliError::BadLang(name)),
        _ => Ok(Lang::Vi),
    }
}

/// A language that is not known is left to the parser of the arguments.
fn typed_language(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().map(OsString::as_os_str).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        let value = match arg.to_str().and_then(|arg| arg.strip_prefix("--lang")) {
            Some("") => args.next().and_then(OsStr::to_str),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(lang) = value.and_then(named) {
            return Some(lang);
        }
    }
    None
}

fn named(name: &str) -> Option<Lang> {
    match name {
        "vi" => Some(Lang::Vi),
        "en" => Some(Lang::En),
        _ => None,
    }
}
