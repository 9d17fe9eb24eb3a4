use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use super::super::Store;
use super::super::samples::Shelf;
use super::*;

fn open_at(path: &Path) -> Result<Store, OpenError> {
    Shelf::new().open(path, "lan")
}

fn problem(path: &Path) -> Problem {
    let error = open_at(path).err().expect("the file is refused");
    assert!(path.starts_with(&error.path), "{error}");
    error.problem
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn pragma(store: &Store, name: &str) -> String {
    store
        .conn
        .get()
        .unwrap()
        .query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
        .map(|value| format!("{value:?}"))
        .unwrap()
}

#[test]
fn a_new_file_and_its_folders_are_for_their_owner_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a/b/tiendo.db");
    let store = open_at(&path).unwrap();
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&folder.path().join("a/b/tiendo.db-wal")), 0o600);
    assert_eq!((mode(&folder.path().join("a")), mode(&folder.path().join("a/b"))), (0o700, 0o700));
    drop(store);
    let left: Vec<_> = fs::read_dir(folder.path().join("a/b")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(left, [path]);
}

#[test]
fn the_mode_of_a_shared_file_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    drop(open_at(&path).unwrap());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
    drop(open_at(&path).unwrap());
    assert_eq!(mode(&path), 0o660);
}

#[test]
fn sqlite_is_set_up_to_keep_what_was_committed() {
    let folder = TempDir::new().unwrap();
    let store = open_at(&folder.path().join("tiendo.db")).unwrap();
    for (name, value) in [
        ("synchronous", "Integer(2)"),
        ("foreign_keys", "Integer(1)"),
        ("busy_timeout", "Integer(50)"),
        ("journal_mode", "Text(\"wal\")"),
    ] {
        assert_eq!(pragma(&store, name), value, "{name}");
    }
}

#[test]
fn a_network_file_system_gets_a_journal_even_for_a_file_that_had_a_log() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    let store = open_at(&path).unwrap();
    set_journal(store.conn.get().unwrap(), true).unwrap();
    assert_eq!(pragma(&store, "journal_mode"), "Text(\"truncate\")");
    assert!(!folder.path().join("tiendo.db-wal").exists());
}

#[test]
fn an_empty_file_becomes_a_database() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    fs::write(&path, "").unwrap();
    let plans = open_at(&path).unwrap().snapshot().unwrap().catalog.plans;
    assert_eq!(plans.len(), 2);
}

#[test]
fn a_newer_file_is_refused_and_not_a_byte_of_it_changes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    let store = open_at(&path).unwrap();
    store.conn.get().unwrap().pragma_update(None, "user_version", 99).unwrap();
    // The number stands in the log alone as long as the other program has the file open.
    let before = fs::read(&path).unwrap();
    assert_eq!(problem(&path), Problem::Newer { found: 99, known: STEPS.len().try_into().unwrap() });
    assert_eq!(fs::read(&path).unwrap(), before);
    drop(store);
    let before = fs::read(&path).unwrap();
    assert_eq!(problem(&path), Problem::Newer { found: 99, known: STEPS.len().try_into().unwrap() });
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_not_ours_is_refused_and_not_a_byte_of_it_changes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("khác.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);").unwrap();
    drop(conn);
    let plain = fs::read(&path).unwrap();
    assert_eq!(problem(&path), Problem::NotTiendo);
    assert_eq!(fs::read(&path).unwrap(), plain);
    let mut marked = plain;
    marked[68..72].copy_from_slice(b"ABCD");
    for (bytes, expected) in [
        (marked, Problem::NotTiendo),
        (b"SQLite format 3\0".to_vec(), Problem::NotADatabase),
        ("Kế hoạch số 165 ".repeat(40).into_bytes(), Problem::NotADatabase),
    ] {
        fs::write(&path, &bytes).unwrap();
        assert_eq!(problem(&path), expected);
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_foreign_log_is_not_written_into_its_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("khác.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x);").unwrap();
    let before = fs::read(&path).unwrap();
    let copy = folder.path().join("chép.db");
    fs::copy(&path, &copy).unwrap();
    fs::copy(folder.path().join("khác.db-wal"), folder.path().join("chép.db-wal")).unwrap();
    assert_eq!(problem(&copy), Problem::NotTiendo);
    assert_eq!(fs::read(&copy).unwrap(), before);
}

#[test]
fn a_folder_a_device_and_a_file_in_place_of_a_folder_are_refused() {
    let folder = TempDir::new().unwrap();
    assert_eq!(problem(folder.path()), Problem::NotAFile);
    assert_eq!(problem(Path::new("/dev/null")), Problem::NotAFile);
    let file = folder.path().join("tệp");
    fs::write(&file, "x").unwrap();
    let within = problem(&file.join("tiendo.db"));
    assert!(matches!(within, Problem::Unreadable(_)), "{within:?}");
}

#[test]
fn a_damaged_file_is_refused_without_a_panic() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    drop(open_at(&path).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..].fill(0xAA);
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(problem(&path), Problem::Other(_) | Problem::NotADatabase));
}

#[test]
fn programs_that_start_at_once_on_a_new_file_all_open_it() {
    for _ in 0..5 {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("tiendo.db");
        let shelf = Shelf::new();
        let bundled = || Ok::<_, OpenError>(shelf.bundled.clone());
        std::thread::scope(|scope| {
            let started: Vec<_> = (0..6)
                .map(|_| scope.spawn(|| Store::open(shelf.opening(&path, "lan"), bundled).map(drop)))
                .collect();
            for thread in started {
                thread.join().unwrap().unwrap();
            }
        });
        assert_eq!(open_at(&path).unwrap().snapshot().unwrap().catalog.plans.len(), 2);
    }
}

#[test]
fn a_held_file_is_busy() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(problem(&path), Problem::Busy);
}

#[test]
fn a_file_that_may_not_be_written_or_read_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tiendo.db");
    drop(open_at(&path).unwrap());
    let restrict = |bits| fs::set_permissions(&path, fs::Permissions::from_mode(bits)).unwrap();
    restrict(0o400);
    if OpenOptions::new().write(true).open(&path).is_ok() {
        // The superuser is bound by no mode: for him the file opens.
        assert!(open_at(&path).is_ok());
        return;
    }
    assert!(matches!(problem(&path), Problem::Unwritable(_)));
    restrict(0o200);
    assert!(matches!(problem(&path), Problem::Unreadable(_)));
    restrict(0o600);
    let close = |bits| fs::set_permissions(folder.path(), fs::Permissions::from_mode(bits)).unwrap();
    close(0o500);
    let in_closed_folder = problem(&path);
    close(0o700);
    assert!(matches!(in_closed_folder, Problem::Unwritable(_)), "{in_closed_folder:?}");
}
