//! What can go wrong in an open database, and what the state machine is told about it.

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

use super::open_error::OpenError;
use crate::domain::change::Failure;
use crate::domain::record::StepFault;

/// Why a request to the database failed; nothing of it was written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// The file cannot be opened to write.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file that was read is gone, or another one stands in its place.
    #[error("the database file was moved, deleted or replaced")]
    Moved,
    /// A value of the history cannot be read or written.
    #[error("history: {0}")]
    History(#[from] serde_json::Error),
    /// What was to be taken back was changed since by somebody else.
    #[error("changed since by {by}")]
    ChangedByOther {
        /// The user who changed it last.
        by: String,
    },
    /// A report may not take this step.
    #[error("a report may not take this step: {0:?}")]
    Step(StepFault),
}

impl StoreError {
    /// The same for the state machine.
    pub fn failure(&self) -> Failure {
        match self {
            Self::Sql(error) => sql_failure(error),
            Self::Open(error) => error.failure(),
            Self::Moved => Failure::Moved,
            Self::History(_) => Failure::Other(self.to_string()),
            Self::ChangedByOther { by } => Failure::ChangedByOther { by: by.clone() },
            Self::Step(fault) => Failure::Step(*fault),
        }
    }
}

/// Sorts the errors of SQLite by what a user can do about them.
pub(super) fn sql_failure(error: &rusqlite::Error) -> Failure {
    let Some(cause) = error.sqlite_error() else { return Failure::Other(error.to_string()) };
    match cause.code {
        // The protocol fails when too many programs start on one log at once.
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
            Failure::Busy
        }
        ErrorCode::DiskFull => Failure::Full,
        // SQLite reports ENOSPC as "full", except where it enlarges the shared index of the WAL.
        ErrorCode::SystemIoFailure if cause.extended_code == SQLITE_IOERR_SHMSIZE => Failure::Full,
        ErrorCode::ReadOnly => Failure::ReadOnly,
        _ => Failure::Other(error.to_string()),
    }
}
