//! The layers of the program: which module may name which, and which crate stays in its place.
//!
//! One crate cannot enforce it, so this reads the source.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the program with its layer: the first name below `src`.
struct Source {
    path: String,
    layer: String,
    code: String,
}

/// Every file of the program, comments, texts and tests left out.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    assert!(files.len() > 100, "only {} files found", files.len());
    files
        .into_iter()
        .filter(|file| !is_test(file))
        .map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            let layer = path.split(['/', '.']).next().unwrap().to_owned();
            let code = code_of(&fs::read_to_string(&file).unwrap());
            Source { path, layer, code }
        })
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn is_test(file: &Path) -> bool {
    let name = file.to_string_lossy();
    ["/tests.rs", "/tests/", "_tests.rs", "/samples.rs", "/testing.rs"].iter().any(|part| name.contains(part))
}

/// The code without comments, and without the tests at its end.
fn code_of(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The layers that a piece of code names: `crate::LAYER` anywhere, also in `use crate::{LAYER, ..}`.
fn named_layers(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => found.extend(top_names(list)),
            None => found.push(first_name(rest)),
        }
    }
    found
}

/// The names at the top level of a list in braces.
fn top_names(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = vec![String::new()];
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(String::new()),
            c if depth == 0 => names.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    names.iter().map(|name| first_name(name.trim_start())).filter(|name| !name.is_empty()).collect()
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// How many modules up `super` leads from a file, against how deep the file lies: it must stay in its layer.
fn leaves_its_layer(source: &Source) -> bool {
    let depth = source.path.matches('/').count();
    source.code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == ':')).any(|path| {
        let ups = path.split("::").take_while(|part| *part == "super").count();
        ups > depth
    })
}

fn assert_named_only(allowed: &[(&str, &[&str])]) {
    for source in sources() {
        let Some((_, may)) = allowed.iter().find(|(layer, _)| *layer == source.layer) else { continue };
        for named in named_layers(&source.code) {
            assert!(
                named == source.layer || may.contains(&named.as_str()),
                "src/{} names crate::{named}; {} may name only {may:?}",
                source.path,
                source.layer
            );
        }
        assert!(!leaves_its_layer(&source), "src/{} leaves its layer by super", source.path);
    }
}

/// Fails when a file outside these layers names a word.
fn assert_word_only_in(word: &str, layers: &[&str]) {
    let mut seen = false;
    for source in sources() {
        let named = has_word(&source.code, word);
        seen |= named;
        assert!(!named || layers.contains(&source.layer.as_str()), "src/{} names {word}", source.path);
    }
    assert!(seen, "{word} is named nowhere: this test looks for the wrong thing");
}

fn has_word(code: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(is_name) && !after.is_some_and(is_name)
    })
}

fn assert_layer_without(layer: &str, words: &[&str]) {
    for source in sources().iter().filter(|source| source.layer == layer) {
        for word in words {
            assert!(!has_word(&source.code, word), "src/{} names {word}", source.path);
        }
    }
}

#[test]
fn a_layer_names_only_layers_below_it() {
    assert_named_only(&[
        ("domain", &[]),
        ("text", &["domain"]),
        ("catalog", &["domain", "text"]),
        ("store", &["domain", "text"]),
        ("export", &["domain", "text"]),
        ("import", &["domain", "text"]),
        ("app", &["domain", "text"]),
        ("tui", &["domain", "text", "app"]),
    ]);
}

#[test]
fn only_the_store_knows_sqlite_and_only_the_terminal_layer_knows_terminals() {
    assert_word_only_in("rusqlite", &["store"]);
    assert_word_only_in("ratatui", &["tui"]);
    assert_word_only_in("crossterm", &["tui"]);
    assert_word_only_in("signal_hook", &["tui"]);
    assert_word_only_in("toml", &["catalog", "cli"]);
    assert_word_only_in("calamine", &["import"]);
    assert_word_only_in("rust_xlsxwriter", &["export"]);
    assert_word_only_in("mail_builder", &["export"]);
}

#[test]
fn the_pure_layers_have_no_clock_no_file_and_no_thread() {
    let outside = [
        "std::fs",
        "std::io",
        "std::thread",
        "std::env",
        "std::process",
        "Instant",
        "SystemTime",
        "now()",
        "Local",
    ];
    for layer in ["domain", "text", "app"] {
        assert_layer_without(layer, &outside);
    }
    assert_layer_without("catalog", &["std::fs", "std::thread", "Instant", "SystemTime", "now()", "Local"]);
    assert_layer_without("export", &["std::fs", "std::thread", "Instant", "SystemTime", "now()", "Local"]);
    assert_layer_without("import", &["std::fs", "std::thread", "Instant", "SystemTime", "now()", "Local"]);
}

#[test]
fn the_terminal_layer_does_not_know_the_database() {
    assert_layer_without("tui", &["rusqlite", "sqlite", "bundle"]);
}

#[test]
fn the_scan_sees_what_it_looks_for() {
    let code = code_of("use crate::{store::Store, text::{a, b}}; // crate::tui\nlet x = crate::app::f();");
    assert_eq!(named_layers(&code), ["store", "text", "app"]);
    assert!(has_word("use rusqlite::Connection", "rusqlite") && !has_word("my_rusqlite", "rusqlite"));
    let file = |path: &str, code: &str| Source { path: path.into(), layer: String::new(), code: code.into() };
    assert!(leaves_its_layer(&file("domain/ids.rs", "use super::super::store;")));
    assert!(!leaves_its_layer(&file("domain/ids.rs", "use super::agency;")));
}
