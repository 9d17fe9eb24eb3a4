//! Files of the office and of the user in `tiendo/` of their configuration.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::CliError;
use crate::catalog::{bundled_layout, load_layout, load_settings};
use crate::text::paper::LazyLayout;
use crate::text::settings::Settings;

/// A variable that names a folder or file, when it is set.
pub(super) fn set(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// How documents look: as the decree says, with what the office changed in `layout.toml`. Only the office's file is
/// read at once.
///
/// # Errors
/// The faults of that file.
pub(super) fn layout() -> Result<LazyLayout, CliError> {
    match read(path("layout.toml").as_deref())? {
        Some((name, text)) => load_layout(&name, &text).map(LazyLayout::from).map_err(CliError::Bundle),
        // A test keeps the bundled one faultless.
        None => Ok(LazyLayout::new(|| bundled_layout().unwrap_or_default())),
    }
}

/// What the user wants of the screen: `config.toml`.
///
/// # Errors
/// The faults of the file.
pub(super) fn settings() -> Result<Settings, CliError> {
    settings_of(path("config.toml").as_deref())
}

/// `$XDG_CONFIG_HOME/tiendo/NAME`, else `~/.config/tiendo/NAME`.
fn path(name: &str) -> Option<PathBuf> {
    let config = set("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
    let config = config.or_else(|| set("HOME").map(|home| home.join(".config")));
    config.map(|config| config.join("tiendo").join(name))
}

fn settings_of(path: Option<&Path>) -> Result<Settings, CliError> {
    match read(path)? {
        Some((name, text)) => load_settings(&name, &text).map_err(CliError::Settings),
        None => Ok(Settings::default()),
    }
}

/// Name and text of a file; `None` when there is none.
fn read(path: Option<&Path>) -> Result<Option<(String, String)>, CliError> {
    let Some(path) = path else { return Ok(None) };
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some((path.display().to_string(), text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(CliError::Unreadable(path.to_owned(), error)),
    }
}
