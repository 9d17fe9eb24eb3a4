//! A folder of its own that goes with its owner.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::{env, process};

use super::super::context::clock;
use super::super::error::CliError;

/// A folder that nobody else may read, removed at the end.
pub(in crate::cli) struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder; an existing one is never taken over.
    pub(super) fn new() -> Result<Self, CliError> {
        let moment = clock().timestamp_subsec_nanos();
        let path = env::temp_dir().join(format!("tiendo-demo-{}-{moment}", process::id()));
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => Ok(Self(path)),
            Err(error) => Err(CliError::Scratch(path, error)),
        }
    }

    pub(super) fn database(&self) -> PathBuf {
        self.0.join("tiendo.db")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed holds nothing of worth.
        let _ = fs::remove_dir_all(&self.0);
    }
}
