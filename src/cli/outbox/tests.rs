use tempfile::TempDir;

use super::*;
use crate::catalog::bundled_layout;
use crate::text::parcel::{Body, File};

fn outbox(folder: &Path) -> Outbox {
    Outbox::at(folder.to_owned(), bundled_layout().unwrap().into())
}

fn parcel(names: &[&str]) -> Parcel {
    let file =
        |name: &&str| File { name: (*name).to_owned(), body: Body::Text(format!("chữ của {name}")) };
    Parcel { folder: "Đôn đốc 165/KH".into(), files: names.iter().map(file).collect() }
}

fn now() -> DateTime<FixedOffset> {
    "2026-11-21T08:00:00+07:00".parse().unwrap()
}

#[test]
fn a_parcel_never_writes_over_another_one() {
    let home = TempDir::new().unwrap();
    let outbox = outbox(&home.path().join("ra"));
    let first = outbox.put(&parcel(&["a.txt"]), now()).unwrap();
    let second = outbox.put(&parcel(&["a.txt"]), now()).unwrap();
    assert_ne!(first.folder, second.folder);
    assert!(second.folder.ends_with("don-doc-165-kh-2"), "{second:?}");
    let text = fs::read_to_string(Path::new(&first.folder).join("a.txt")).unwrap();
    assert_eq!(text, "chữ của a.txt");
}

#[test]
fn a_parcel_with_a_file_that_fails_leaves_nothing() {
    let home = TempDir::new().unwrap();
    let twice = parcel(&["a.txt", "A.txt"]);
    let failed = outbox(home.path()).put(&twice, now()).unwrap_err();
    assert!(failed.place.ends_with("a.txt"), "{failed:?}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("tep");
    fs::write(&file, "").unwrap();
    let failed = outbox(&file.join("ra")).put(&parcel(&["a.txt"]), now()).unwrap_err();
    assert!(failed.place.contains("tep"), "{failed:?}");
}
