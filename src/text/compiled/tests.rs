use super::*;
use crate::catalog::bundle;
use crate::domain::compilation::{Arrived, provincial_figures};
use crate::domain::ids::ItemId;
use crate::domain::record::{Enclosed, Quality, Report, ReportedFigure};
use crate::domain::schedule::Period;
use crate::text::paper::plain;
use crate::text::paper::samples::layout;
use crate::text::report_paper::{Written, report_paper};
use crate::text::sheet::Cell;

const TARGET: &str = "lang-son-165-2024/II.1#2.1";

fn key(clause: &str, agency: &str) -> ReportKey {
    let (obligation, agency) = (ItemId::new(format!("lang-son-165-2024/{clause}")), AgencyId::new(agency));
    ReportKey { obligation, period: Period::Year(2026), agency }
}

/// The report of an agency with a result, and its figure as parts or as a share alone.
fn arrived(agency: &str, results: &str, parts: Option<(f64, f64)>) -> Arrived {
    let key = key("IV.7.a", agency);
    let figure = ReportedFigure {
        target: ItemId::new(TARGET),
        as_of: "2026-09-05".parse().unwrap(),
        value: parts.is_none().then_some(70.0),
        numerator: parts.map(|parts| parts.0),
        denominator: parts.map(|parts| parts.1),
        quality: Quality::Estimate,
    };
    let enclosed = Enclosed { figures: vec![figure], ..Enclosed::default() };
    let proposals = "Bổ sung biên chế.".to_owned();
    let report = Report { results: results.to_owned(), proposals, enclosed, ..Report::blank(&key) };
    Arrived { agency: key.agency, report }
}

/// The report of the province out of three agencies, of which one told only a share.
fn with_compiled(change: impl FnOnce(&mut Compilation, &[Paragraph]), test: impl FnOnce(&Compiled<'_>)) {
    let bundle = bundle().unwrap();
    let catalog = Catalog::new(bundle.plans, bundle.agencies);
    let gathering = Gathering {
        arrived: vec![
            arrived("ls-so-y-te", "Mở 12 lớp.", Some((1.0, 2.0))),
            arrived("ls-so-tu-phap", "Mở 3 lớp.", Some((1.0, 8.0))),
            arrived("ls-so-tai-chinh", "Mở 2 lớp.", None),
        ],
        ..Gathering::default()
    };
    let (paragraphs, figures) = (gathering.paragraphs(), provincial_figures(&catalog, &gathering));
    let key = key("IV.7.b", "ls-ubnd-tinh");
    let mut choice = Compilation::new(key.clone());
    change(&mut choice, &paragraphs);
    test(&Compiled {
        catalog: &catalog,
        key: &key,
        choice: &choice,
        gathering: &gathering,
        paragraphs: &paragraphs,
        figures: &figures,
    });
}

fn printed(compiled: &Compiled<'_>) -> String {
    let key = compiled.key;
    let report = Report { results: compiled.section_text(Section::Results), ..Report::blank(key) };
    let written =
        Written { report: &report, enclosed: &report.enclosed, before: &|_| None, compiled: Some(compiled) };
    let text = plain(
        &report_paper(compiled.catalog, &written, "2026-11-05".parse().unwrap()).unwrap(),
        &layout(),
        200,
    );
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_joined_or_rewritten_still_names_all_its_agencies_once() {
    let join = |choice: &mut Compilation, paragraphs: &[Paragraph]| {
        let results: Vec<_> =
            paragraphs.iter().filter(|paragraph| paragraph.source.section == Section::Results).collect();
        choice.join(results[0], results[1]);
        choice.rewrite(&results[0].source, "Mở 15 lớp.".to_owned());
        choice.rewrite(&results[2].source, "Mở hai lớp".to_owned());
    };
    with_compiled(join, |compiled| {
        let results = compiled.section_text(Section::Results);
        assert_eq!(results, "Mở 15 lớp (Sở Y tế; Sở Tư pháp).\nMở hai lớp (Sở Tài chính)");
    });
}

#[test]
fn who_gave_only_a_share_is_named_on_paper_and_in_the_workbook() {
    with_compiled(
        |_, _| {},
        |compiled| {
            let note = "Chỉ gửi tỷ lệ, chưa cộng: Sở Tài chính";
            assert!(printed(compiled).contains(note), "{}", printed(compiled));
            let sheets = compiled.sheets();
            assert_eq!(sheets[0].columns.last().unwrap().head, "Ghi chú");
            assert_eq!(*sheets[0].rows[0].last().unwrap(), Cell::Text(note.to_owned()));
        },
    );
}

#[test]
fn the_annexes_hold_the_figures_their_sources_and_the_proposals() {
    with_compiled(
        |_, _| {},
        |compiled| {
            let titles: Vec<String> = compiled.annexes().into_iter().map(|annex| annex.title).collect();
            assert_eq!(
                titles,
                [
                    "Số liệu các chỉ tiêu của tỉnh",
                    "Số liệu của từng cơ quan, đơn vị",
                    "Đề xuất, kiến nghị của các cơ quan, đơn vị"
                ]
            );
            let text = printed(compiled);
            for said in ["% 20,00 2/10 3/3 ước", "Sở Tư pháp 1/8 12,5 ước 05/9/2026", "Sở Tài chính 70 ước"]
            {
                assert!(text.contains(said), "{said}\n{text}");
            }
        },
    );
}

#[test]
fn the_plan_is_named_in_full_and_nobody_below_the_committee_is_reported_to() {
    with_compiled(
        |_, _| {},
        |compiled| {
            let text = printed(compiled);
            for said in [
                "Kết quả năm 2026 thực hiện Kế hoạch số 165/KH-UBND ngày 16/7/2024",
                "tổng hợp từ báo cáo của 3/3 cơ quan, đơn vị",
                "kính gửi Ban Thường vụ Tỉnh ủy Lạng Sơn xem xét, chỉ đạo./.",
                "- Sở Nội vụ;",
                "- CT, các PCT UBND tỉnh;",
            ] {
                assert!(text.contains(said), "{said}\n{text}");
            }
            assert!(!text.contains("(b/c)"), "{text}");
        },
    );
}

#[test]
fn the_workbook_says_how_firm_each_figure_is_and_names_agencies_in_full() {
    with_compiled(
        |_, _| {},
        |compiled| {
            let missing = vec![AgencyId::new("ls-thanh-tra-tinh"), AgencyId::new("ls-van-phong-ubnd")];
            let gathering = Gathering { missing, ..compiled.gathering.clone() };
            let sheets = Compiled { gathering: &gathering, ..*compiled }.sheets();
            assert_eq!(
                sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
                ["Chỉ tiêu", "Nguồn", "Chưa gửi"]
            );
            for sheet in &sheets[..2] {
                let at = sheet.columns.iter().position(|column| column.head == "Loại số").unwrap();
                assert!(sheet.rows.iter().all(|row| row[at] == Cell::Text("ước".to_owned())), "{sheet:?}");
            }
            let names = ["Thanh tra tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"];
            assert_eq!(sheets[2].rows, names.map(|name| vec![Cell::Text(name.to_owned())]));
        },
    );
}
