use tempfile::TempDir;

use super::*;

const FIRST: &str =
    "CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT) STRICT; INSERT INTO a VALUES (1, 'một');";
const SECOND: &str = "CREATE TABLE b (a INTEGER REFERENCES a) STRICT; INSERT INTO b VALUES (1);";

fn migrated(folder: &TempDir, steps: &[&str]) -> (PathBuf, Result<(), OpenError>) {
    let path = folder.path().join("dữ liệu.db");
    let mut conn = Connection::open(&path).unwrap();
    let result = run(&mut conn, &path, steps);
    (path, result)
}

fn count(path: &Path, table: &str) -> rusqlite::Result<i64> {
    Connection::open(path)?.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
}

fn backups(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("backup"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_file_gets_every_step_and_no_backup() {
    let folder = TempDir::new().unwrap();
    let (path, result) = migrated(&folder, &[FIRST, SECOND]);
    result.unwrap();
    assert_eq!(count(&path, "b").unwrap(), 1);
    assert_eq!(version(&Connection::open(&path).unwrap(), &path, 2).unwrap(), 2);
    assert_eq!(backups(&folder), Vec::<String>::new());
}

#[test]
fn an_older_file_is_copied_before_the_missing_step_and_its_rows_stay() {
    let folder = TempDir::new().unwrap();
    migrated(&folder, &[FIRST]).1.unwrap();
    let (path, result) = migrated(&folder, &[FIRST, SECOND]);
    result.unwrap();
    assert_eq!((count(&path, "a").unwrap(), count(&path, "b").unwrap()), (1, 1));
    assert_eq!(backups(&folder), ["dữ liệu.tiendo-backup-v1.db"]);
    let backup = folder.path().join("dữ liệu.tiendo-backup-v1.db");
    assert_eq!(count(&backup, "a").unwrap(), 1);
    assert!(count(&backup, "b").is_err());
    assert_eq!(version(&Connection::open(&backup).unwrap(), &backup, 2).unwrap(), 1);
    assert_eq!(fs::metadata(&backup).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_step_that_fails_leaves_the_version_before_it_and_keeps_every_backup() {
    let folder = TempDir::new().unwrap();
    migrated(&folder, &[FIRST]).1.unwrap();
    let dangling = "CREATE TABLE c (a INTEGER REFERENCES a) STRICT; INSERT INTO c VALUES (99);";
    for step in ["CREATE TABLE c (x); ngữ pháp sai;", dangling] {
        let (path, result) = migrated(&folder, &[FIRST, step]);
        let problem = result.unwrap_err().problem;
        assert!(matches!(problem, Problem::Update { version: 2, .. }), "{problem:?}");
        assert!(count(&path, "c").is_err());
        assert_eq!(version(&Connection::open(&path).unwrap(), &path, 2).unwrap(), 1);
    }
    assert_eq!(backups(&folder), ["dữ liệu.tiendo-backup-v1.2.db", "dữ liệu.tiendo-backup-v1.db"]);
}

#[test]
fn the_released_steps_build_a_sound_database() {
    let folder = TempDir::new().unwrap();
    let (path, result) = migrated(&folder, STEPS);
    result.unwrap();
    assert_eq!(check(&Connection::open(&path).unwrap()).unwrap(), None);
    assert_eq!(count(&path, "change").unwrap(), 0);
}
