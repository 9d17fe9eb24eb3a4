//! Documents go through LibreOffice to PDF: pages, their size, and whether the text reads back.
//!
//! Without `soffice`, `pdfinfo` and `pdftotext` on the path the tests say so and do nothing.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod documents;

use std::path::Path;
use std::process::Command;

use documents::{letter, report};
use tiendo::catalog::bundled_layout;
use tiendo::export::csv::csv;
use tiendo::export::docx::docx;
use tiendo::export::xlsx::xlsx;
use tiendo::text::paper::Paper;
use tiendo::text::sheet::{Cell, Column, Kind, Sheet};

/// The tools, or `None` with a printed line.
fn has_tools() -> bool {
    let missing: Vec<&str> =
        ["soffice", "pdfinfo", "pdftotext"].into_iter().filter(|tool| !on_path(tool)).collect();
    if !missing.is_empty() {
        println!("bỏ qua: không có {} · skipped: not installed", missing.join(", "));
    }
    missing.is_empty()
}

fn on_path(tool: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file()))
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Writes `paper` as .docx into `folder`, and as PDF beside it; gives the path of the PDF.
fn pdf(paper: &Paper, folder: &Path, name: &str) -> String {
    let source = folder.join(format!("{name}.docx"));
    std::fs::write(&source, docx(paper, &bundled_layout().unwrap()).unwrap()).unwrap();
    // A profile of its own: two runs at once, or a LibreOffice that is open, would lock the common one.
    let profile = format!("-env:UserInstallation=file://{}/profile-{name}", folder.display());
    let folder = folder.to_string_lossy();
    let source = source.to_string_lossy();
    run("soffice", &[&profile, "--headless", "--convert-to", "pdf", "--outdir", &folder, &source]);
    format!("{folder}/{name}.pdf")
}

/// Width and height of every page in whole points.
fn page_sizes(pdf: &str) -> Vec<(u32, u32)> {
    let told = run("pdfinfo", &["-f", "1", "-l", "99", pdf]);
    let sizes = told.lines().filter(|line| line.starts_with("Page ") && line.contains("size:"));
    sizes
        .map(|line| {
            let mut numbers = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok()).skip(1);
            let mut next = || numbers.next().unwrap().round() as u32;
            (next(), next())
        })
        .collect()
}

/// The text of one page, with every run of spaces and line ends as one space.
fn page_text(pdf: &str, page: usize) -> String {
    let page = page.to_string();
    let text = run("pdftotext", &["-f", &page, "-l", &page, "-layout", pdf, "-"]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const UPRIGHT: (u32, u32) = (595, 842);
const LANDSCAPE: (u32, u32) = (842, 595);

#[test]
fn a_report_with_a_landscape_annex_prints_as_the_decree_says() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let pdf = pdf(&report(), folder.path(), "report");
    let sizes = page_sizes(&pdf);
    assert_eq!(sizes.first(), Some(&UPRIGHT));
    assert_eq!(sizes.last(), Some(&LANDSCAPE));
    let first_of_annex = sizes.iter().position(|size| *size == LANDSCAPE).unwrap();
    // Where Times New Roman is not installed the font that stands in for it is a little wider.
    assert!((2..=3).contains(&first_of_annex) && sizes.len() == first_of_annex + 2, "{sizes:?}");
    let first = page_text(&pdf, 1);
    for text in
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/BC-SNV", "ngày 05 tháng 02 năm 2026", "Kính gửi:"]
    {
        assert!(first.contains(text), "{text}: {first}");
    }
    assert!(page_text(&pdf, 2).starts_with("2 "), "no page number on the second page");
    assert!(!first.starts_with("1 "), "a page number on the first page");
    let last_of_body = page_text(&pdf, first_of_annex);
    assert!(last_of_body.contains("./. Nơi nhận:") && last_of_body.contains("GIÁM ĐỐC"), "{last_of_body}");
    let annex = page_text(&pdf, first_of_annex + 1);
    assert!(annex.starts_with("Phụ lục TIẾN ĐỘ"), "{annex}");
    let second = page_text(&pdf, first_of_annex + 2);
    assert!(
        second.starts_with("2 STT"),
        "page count begins anew and the head of the table comes again: {second}"
    );
}

#[test]
fn a_letter_prints_on_one_page() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let pdf = pdf(&letter(), folder.path(), "letter");
    assert_eq!(page_sizes(&pdf), [UPRIGHT]);
    let text = page_text(&pdf, 1);
    for part in [
        "/SNV-CCVC",
        "ngày … tháng 11 năm 2026",
        "V/v đôn đốc",
        "Kính gửi:",
        "KT. GIÁM ĐỐC",
        "Lưu: VT, CCVC.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// A table with all that a spreadsheet likes to turn into something else.
fn table() -> Sheet {
    let columns = vec![
        Column::new("Cơ quan", Kind::Text),
        Column::new("Tỷ lệ", Kind::Percent),
        Column::new("Số", Kind::Number { decimals: 0 }),
        Column::new("Ngày", Kind::Day),
    ];
    let row = |name: &str| {
        let day = Cell::Day("2026-11-21".parse().unwrap());
        vec![Cell::Text(name.into()), Cell::Number(97.65), Cell::Number(12_239.0), day]
    };
    let hostile = "=HYPERLINK(\"http://x.invalid\";\"bấm\")";
    Sheet { rows: vec![row("Sở Y tế"), row(hostile)], ..Sheet::new("Bảng", columns) }
}

/// What LibreOffice reads in a table, as comma-separated text of what it shows.
fn shown_by_calc(folder: &Path, file: &str, bytes: &[u8]) -> String {
    let source = folder.join(file);
    std::fs::write(&source, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile-{file}", folder.display());
    let out = folder.join("out");
    let (out, source) = (out.to_string_lossy(), source.to_string_lossy());
    // 44: comma, 34: quotes, 76: UTF-8; for reading 59: semicolon, 1066: Vietnamese numbers and days.
    let write = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", write, "--outdir", &out];
    if file.ends_with(".csv") {
        arguments.insert(1, "--infilter=CSV:59,34,76,1,,1066,false,true,false");
    }
    arguments.push(&source);
    run("soffice", &arguments);
    let name = file.rsplit_once('.').unwrap().0;
    std::fs::read_to_string(format!("{out}/{name}.csv")).unwrap()
}

#[test]
fn a_table_opens_with_numbers_as_numbers_and_nothing_that_runs() {
    if !has_tools() || !on_path("localc") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let book = xlsx(&[table()], "2026-11-21T00:00:00Z".parse().unwrap()).unwrap();
    let shown = shown_by_calc(folder.path(), "bang.xlsx", &book);
    let rows: Vec<&str> = shown.lines().collect();
    assert!(rows[1].starts_with("Sở Y tế,") && rows[1].contains("97"), "{shown}");
    assert!(rows[2].contains("=HYPERLINK"), "the text stands as it was written: {shown}");
    let shown = shown_by_calc(folder.path(), "bang.csv", &csv(&table()).unwrap());
    let rows: Vec<&str> = shown.lines().collect();
    assert!(rows[0].starts_with("Cơ quan,Tỷ lệ"), "{shown}");
    assert!(rows[2].contains("=HYPERLINK"), "nothing was run: {shown}");
}
