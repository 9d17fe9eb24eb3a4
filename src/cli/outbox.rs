//! The folder into which the program puts the files that it gives out.
//!
//! A parcel gets a folder of its own there, all of it or nothing; what lies there already is never written over.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::config::set;
use crate::domain::change::Failure;
use crate::export::parcel::files;
use crate::text::paper::LazyLayout;
use crate::text::parcel::{Delivered, Parcel, Undelivered};

/// Where files go, and how documents look.
#[derive(Clone, Debug)]
pub(super) struct Outbox {
    /// `None`: nothing says where; then nothing is written.
    folder: Option<PathBuf>,
    layout: LazyLayout,
    /// Whether what goes out is made up, and says so.
    made_up: bool,
}

/// Folders of one name that are tried before it is given up.
const MOST_OF_ONE_NAME: u32 = 1000;

impl Outbox {
    /// `named`, else `TIENDO_OUT`, else `tiendo` in the user's home; without a home, in the folder of the run.
    /// `made_up`: the data are not real, and every file says so.
    pub(super) fn open(named: Option<&Path>, layout: &LazyLayout, made_up: bool) -> Self {
        let home = || set("HOME").map(|home| home.join("tiendo"));
        let folder = named.map(Path::to_owned).or_else(|| set("TIENDO_OUT")).or_else(home);
        Self { folder, layout: layout.clone(), made_up }
    }

    /// Files go into `folder`, whatever the environment says.
    #[cfg(test)]
    pub(super) fn at(folder: PathBuf, layout: LazyLayout) -> Self {
        Self { folder: Some(folder), layout, made_up: false }
    }

    /// Puts a parcel into a folder of its own.
    ///
    /// # Errors
    /// Why not; then nothing of it is left.
    pub(super) fn put(&self, parcel: &Parcel, now: DateTime<FixedOffset>) -> Result<Delivered, Undelivered> {
        let other = |place: &str, reason: String| Undelivered {
            place: place.to_owned(),
            failure: Failure::Other(reason),
        };
        let encoded = files(parcel, &self.layout, self.made_up, now.to_utc());
        let encoded = encoded.map_err(|error| other(&error.file, error.reason))?;
        let Some(home) = &self.folder else {
            return Err(Undelivered { place: "TIENDO_OUT".to_owned(), failure: Failure::ReadOnly });
        };
        let folder = new_folder(home, &parcel.folder).map_err(|error| failed(home, &error))?;
        for (name, bytes) in &encoded {
            let path = folder.join(Parcel::name_of(name));
            if let Err(error) = write(&path, bytes) {
                // A parcel with a file missing would be taken for the whole.
                drop(fs::remove_dir_all(&folder));
                return Err(failed(&path, &error));
            }
        }
        let names = encoded.iter().map(|(name, _)| Parcel::name_of(name)).collect();
        Ok(Delivered { folder: folder.display().to_string(), files: names })
    }
}

fn new_folder(home: &Path, name: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(home)?;
    let name = Parcel::name_of(name);
    for count in 1..MOST_OF_ONE_NAME {
        let name = if count == 1 { name.clone() } else { format!("{name}-{count}") };
        let folder = home.join(name);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn failed(place: &Path, error: &io::Error) -> Undelivered {
    let failure = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Failure::Full,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Failure::ReadOnly,
        _ => Failure::Other(error.to_string()),
    };
    Undelivered { place: place.display().to_string(), failure }
}

#[cfg(test)]
mod tests;
