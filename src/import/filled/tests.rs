use super::*;
use crate::catalog::bundle;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::{Quality, ReportState, Stamp};
use crate::domain::schedule::Period;
use crate::export::xlsx::xlsx;
use crate::text::fill_in::fill_in;
use crate::text::sheet::{Cell, Sheet};
use crate::text::words::Lang;

const TARGET_ID: &str = "lang-son-165-2024/II.1#2.1";

struct Office {
    catalog: Catalog,
    calendar: Calendar,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key() -> ReportKey {
    ReportKey {
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new("ls-so-y-te"),
    }
}

impl Office {
    fn new() -> Self {
        let bundle = bundle().unwrap();
        let catalog = Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions);
        Self { catalog, calendar: Calendar::default() }
    }

    fn read(&self, bytes: &[u8]) -> Result<Filled, Vec<TableFault>> {
        let (catalog, calendar) = (&self.catalog, &self.calendar);
        read_filled(
            bytes,
            &Known { catalog, calendar, today: day("2026-11-21"), made_up: &["MẪU".to_owned()] },
        )
    }

    /// Saves what a table proposes, as a store would.
    fn save(&mut self, filled: &Filled) {
        for (id, change) in (100..).zip(&filled.changes) {
            let mut record = change.record();
            if record.stamp().id == 0 {
                *record.stamp_mut() = Stamp { id, revision: 1, ..Stamp::default() };
            }
            self.put(record);
        }
    }

    fn put(&mut self, record: Record) {
        self.catalog.on_shelf(|memory| match record {
            Record::Observation(figure) => memory.observe(figure),
            Record::Report(report) => memory.file(report),
            other => panic!("no table proposes this: {other:?}"),
        });
    }

    /// Lets the report of the agency be this far.
    fn report_is(&mut self, state: ReportState) {
        let report = self.catalog.shelf().report(&key()).unwrap_or_else(|| Report::blank(&key()));
        self.put(Record::Report(Report { state, ..report }));
    }

    /// The workbook of the agency, with the first row of figures and of texts filled in.
    fn workbook(&self, lang: Lang) -> Vec<u8> {
        let mut sheets = fill_in(&self.catalog, &key(), day("2026-11-21"), lang);
        fill(&mut sheets, 7.0, 20.0);
        let stamp = chrono::DateTime::from_timestamp(0, 0).unwrap();
        xlsx(&sheets, stamp).unwrap()
    }
}

fn fill(sheets: &mut [Sheet], numerator: f64, denominator: f64) {
    let row = &mut sheets[0].rows[0];
    row.truncate(6);
    row.extend([
        Cell::Number(numerator),
        Cell::Number(denominator),
        Cell::Empty,
        Cell::Day(day("2026-09-30")),
    ]);
    row.extend([Cell::Text("sơ bộ".into()), Cell::Text("Báo cáo quý III".into())]);
    sheets[1].rows[0][4] = Cell::Text("Đã mở 3 lớp.\nĐạt kế hoạch.".into());
}

#[test]
fn a_workbook_goes_out_comes_back_and_changes_nothing_the_second_time() {
    for lang in [Lang::Vi, Lang::En] {
        let mut office = Office::new();
        let bytes = office.workbook(lang);
        let filled = office.read(&bytes).unwrap();
        let [Proposal::Figure { new, old: None, .. }, Proposal::Texts { new: report, .. }] =
            &filled.changes[..]
        else {
            panic!("{filled:?}");
        };
        assert_eq!((new.target.as_str(), new.numerator, new.denominator), (TARGET_ID, Some(7.0), Some(20.0)));
        assert_eq!((new.quality, new.as_of), (Quality::Provisional, day("2026-09-30")));
        assert_eq!(
            (report.results.as_str(), report.state),
            ("Đã mở 3 lớp.\nĐạt kế hoạch.", ReportState::Draft)
        );
        office.save(&filled);
        let again = office.read(&bytes).unwrap();
        assert_eq!((again.changes.len(), again.same), (0, 2), "{lang:?}");
        // What goes out then carries what came in, and comes back as nothing new.
        let sheets = fill_in(&office.catalog, &key(), day("2026-11-21"), lang);
        let bytes = xlsx(&sheets, chrono::DateTime::from_timestamp(0, 0).unwrap()).unwrap();
        assert_eq!(office.read(&bytes).unwrap().changes, [], "{lang:?}");
    }
}

const HEAD: &str = "Mã nghĩa vụ;Kỳ;Mã cơ quan;Mã chỉ tiêu;Tử số;Mẫu số;Giá trị;Ngày số liệu;Loại số;Nguồn\n";

fn row(target: &str, numbers: &str, day: &str, quality: &str) -> String {
    format!("lang-son-165-2024/IV.7.a;2026;ls-so-y-te;{target};{numbers};{day};{quality};\n")
}

#[test]
fn every_bad_row_is_named_with_its_column_and_reason() {
    let office = Office::new();
    let good = |numbers: &str| row(TARGET_ID, numbers, "30/09/2026", "ước");
    let rows = [
        good("27;20;"),
        good("7;;"),
        good(";20;"),
        good("7;0;"),
        good("7;20;60"),
        good(";;140"),
        good("abc;20;"),
        row(TARGET_ID, "7;20;", "30/12/2026", ""),
        row(TARGET_ID, "7;20;", "30/09/2025", ""),
        row(TARGET_ID, "7;20;", "", ""),
        row(TARGET_ID, "7;20;", "30/09/2026", "chắc chắn"),
        row("lang-son-165-2024/khong-co", "7;20;", "30/09/2026", ""),
        good("7;20;").replace("ls-so-y-te", "kg-so-noi-vu"),
        good("7;20;").replace("ls-so-y-te", "khong-co"),
        good("7;20;").replace("IV.7.a", "IX.9"),
        good("7;20;").replace(";2026;", ";năm nay;"),
        good("7;20;"),
        good("8;20;"),
    ];
    let faults = office.read((HEAD.to_owned() + &rows.concat()).as_bytes()).unwrap_err();
    let told: Vec<String> = faults.iter().map(|fault| fault.text(Lang::Vi)).collect();
    let expected = [
        "dòng 2, cột “Tử số”: tử số lớn hơn mẫu số",
        "dòng 3, cột “Mẫu số”: ô này không được để trống",
        "dòng 4, cột “Tử số”: ô này không được để trống",
        "dòng 5, cột “Mẫu số”: mẫu số phải lớn hơn 0",
        "dòng 6, cột “Giá trị”: giá trị khác với tử số chia mẫu số",
        "dòng 7, cột “Giá trị”: số này không thể có với đơn vị “%”",
        "dòng 8, cột “Tử số”: “abc” không phải là số",
        "dòng 9, cột “Ngày số liệu”: ngày này chưa tới",
        "dòng 10, cột “Ngày số liệu”: ngoài kỳ số liệu",
        "dòng 11, cột “Ngày số liệu”: ô này không được để trống",
        "dòng 12, cột “Loại số”: không có “chắc chắn”",
        "dòng 13, cột “Mã chỉ tiêu”: không có “lang-son-165-2024/khong-co”",
        "dòng 14, cột “Mã cơ quan”: cơ quan này không phải gửi",
        "dòng 15, cột “Mã cơ quan”: không có “khong-co”",
        "dòng 16, cột “Mã nghĩa vụ”: không có",
        "dòng 17, cột “Kỳ”: không có “năm nay”",
        "dòng 19, cột “Mã chỉ tiêu”: “lang-son-165-2024/II.1#2.1” đã có",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told} is not {expected}");
    }
    assert!(faults.iter().all(|fault| !fault.text(Lang::En).ends_with(": ")));
}

#[test]
fn a_figure_a_hundred_times_the_one_before_is_flagged_and_not_refused() {
    let mut office = Office::new();
    let table = |number: &str, day: &str| HEAD.to_owned() + &row(TARGET_ID, number, day, "");
    let first = office.read(table(";;0,9", "30/06/2026").as_bytes()).unwrap();
    office.save(&first);
    let filled = office.read(table(";;90", "30/09/2026").as_bytes()).unwrap();
    assert_eq!((filled.slips.len(), filled.changes.len()), (1, 1));
    assert_eq!((filled.slips[0].before, filled.slips[0].now), (0.9, 90.0));
    assert_eq!(office.read(table(";;2", "30/09/2026").as_bytes()).unwrap().slips, []);
}

#[test]
fn the_text_of_what_is_submitted_does_not_change_and_a_part_comes_once() {
    let mut office = Office::new();
    let head = "Mã nghĩa vụ;Kỳ;Mã cơ quan;Phần;Nội dung\n";
    let text = |part: &str, text: &str| format!("lang-son-165-2024/IV.7.a;2026;ls-so-y-te;{part};{text}\n");
    let twice = head.to_owned() + &text("Results", "a") + &text("Kết quả thực hiện", "b");
    let faults = office.read(twice.as_bytes()).unwrap_err();
    assert_eq!((faults.len(), faults[0].line), (1, 3));
    let once = head.to_owned() + &text("results", "a");
    let filled = office.read(once.as_bytes()).unwrap();
    assert!(!filled.has_figures && filled.has_texts);
    office.save(&filled);
    office.report_is(ReportState::AwaitingApproval);
    assert_eq!(office.read(once.as_bytes()).unwrap().same, 1, "the same again is no change");
    let other = head.to_owned() + &text("results", "c");
    let faults = office.read(other.as_bytes()).unwrap_err();
    assert_eq!(faults[0].reason, TableReason::Closed);
}

#[test]
fn a_table_of_neither_kind_says_what_it_lacks() {
    let faults = Office::new().read("a;b\n1;2\n".as_bytes()).unwrap_err();
    assert!(faults.iter().all(|fault| fault.reason == TableReason::MissingColumn) && !faults.is_empty());
}

#[test]
fn the_figures_of_what_is_submitted_do_not_change() {
    let mut office = Office::new();
    let table = |numbers: &str| HEAD.to_owned() + &row(TARGET_ID, numbers, "30/09/2026", "ước");
    let filled = office.read(table("7;20;").as_bytes()).unwrap();
    office.save(&filled);
    for state in [ReportState::AwaitingApproval, ReportState::Sent, ReportState::Received] {
        office.report_is(state);
        assert_eq!(office.read(table("7;20;").as_bytes()).unwrap().same, 1, "the same again is no change");
        let faults = office.read(table("8;20;").as_bytes()).unwrap_err();
        assert_eq!(
            (faults.len(), &faults[0].reason, faults[0].line),
            (1, &TableReason::Closed, 2),
            "{state:?}"
        );
    }
    office.report_is(ReportState::Returned);
    assert_eq!(office.read(table("8;20;").as_bytes()).unwrap().changes.len(), 1);
}

#[test]
fn a_table_that_lost_its_key_column_is_not_taken_for_none() {
    let office = Office::new();
    let lost =
        HEAD.replace("Mã chỉ tiêu;", "") + "lang-son-165-2024/IV.7.a;2026;ls-so-y-te;7;20;;30/09/2026;ước;\n";
    let told = |faults: Vec<TableFault>| faults.iter().map(|fault| fault.text(Lang::Vi)).collect::<Vec<_>>();
    assert_eq!(told(office.read(lost.as_bytes()).unwrap_err()), ["dòng 1, cột “Mã chỉ tiêu”: thiếu cột này"]);

    let mut sheets = fill_in(&office.catalog, &key(), day("2026-11-21"), Lang::Vi);
    fill(&mut sheets, 7.0, 20.0);
    for (sheet, column, name) in
        [(0, 3, "trang “Số liệu”, dòng 1, cột “Mã chỉ tiêu”"), (1, 3, "trang “Nội dung”, dòng 1, cột “Phần”")]
    {
        let mut cut = sheets.clone();
        cut[sheet].columns.remove(column);
        cut[sheet].rows.iter_mut().for_each(|row| drop(row.remove(column)));
        let bytes = xlsx(&cut, chrono::DateTime::from_timestamp(0, 0).unwrap()).unwrap();
        assert_eq!(told(office.read(&bytes).unwrap_err()), [format!("{name}: thiếu cột này")]);
    }
}

#[test]
fn a_form_of_made_up_data_is_refused() {
    let table =
        HEAD.replace('\n', ";MẪU\n") + &row(TARGET_ID, "7;20;", "30/09/2026", "ước").replace('\n', ";MẪU\n");
    let faults = Office::new().read(table.as_bytes()).unwrap_err();
    assert_eq!(faults, [TableFault { sheet: None, line: 0, column: None, reason: TableReason::MadeUp }]);
}
