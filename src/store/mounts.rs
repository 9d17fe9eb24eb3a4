//! Whether a file lies on a network file system, where a write-ahead log would corrupt it.

use std::path::{Path, PathBuf};

#[cfg(test)]
mod tests;

/// File systems that other machines can write to at the same time, as `/proc/self/mounts` names them.
const NETWORK: [&str; 22] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "sshfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "gfs2",
    "ocfs2",
    "ncpfs",
    "davfs",
    "beegfs",
    "gpfs",
    "orangefs",
    "coda",
    "vboxsf",
    "virtiofs",
    "prl_fs",
];

/// Whether `path`, which exists, lies on a network file system; no, where the system does not tell.
pub(super) fn is_network(path: &Path) -> bool {
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else { return false };
    path.canonicalize().is_ok_and(|path| type_of(&mounts, &path).is_some_and(is_network_type))
}

/// The type of the file system that holds `path`, by the longest mount point that it lies under.
fn type_of<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut fields = line.split(' ').skip(1);
        let (Some(point), Some(kind)) = (fields.next(), fields.next()) else { continue };
        let point = PathBuf::from(unescape(point));
        let depth = point.components().count();
        // A later mount on the same point hides the earlier one.
        if path.starts_with(&point) && best.is_none_or(|(deepest, _)| depth >= deepest) {
            best = Some((depth, kind));
        }
    }
    best.map(|(_, kind)| kind)
}

/// Any FUSE counts, as most are remote (`fuse.sshfs`), and a journal is safe where a log would be, only slower.
fn is_network_type(kind: &str) -> bool {
    kind == "fuse" || kind.starts_with("fuse.") || NETWORK.contains(&kind)
}

/// Undoes the octal escapes of the kernel for space, tab, newline and backslash.
fn unescape(field: &str) -> String {
    field.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\")
}
