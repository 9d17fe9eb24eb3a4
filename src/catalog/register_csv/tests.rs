use super::*;

fn register() -> Vec<Agency> {
    let bundled = r#"
[[agency]]
id = "ls-so-y-te"
name = "Sở Y tế tỉnh Lạng Sơn"
short = "Sở Y tế"
kind = "department"
province = "Lạng Sơn"
order = 1
"#;
    super::super::load_agencies("agencies.toml", bundled).unwrap()
}

fn load(bytes: &[u8]) -> Result<Vec<Agency>, Vec<CsvFault>> {
    let register = register();
    let context = CsvContext { register: &register, is_own: &|_| false, province: Some("Lạng Sơn") };
    load_register_csv(bytes, &context)
}

#[track_caller]
fn refused(text: &str, expected: &[(u64, CsvReason)]) {
    let found: Vec<_> = load(text.as_bytes()).unwrap_err().into_iter().map(|f| (f.line, f.reason)).collect();
    assert_eq!(found, expected);
}

const GOOD: &str = "code;name;kind;from;to\r\n\
                    x1;UBND xã Bắc Sơn;commune;01/07/2025;\r\n\
                    x2;UBND phường Kỳ Lừa;phường;2025-07-01;31/12/2030\r\n";

#[test]
fn both_separators_a_byte_order_mark_and_quotes_are_read() {
    let plain = load(GOOD.as_bytes()).unwrap();
    assert_eq!(plain.len(), 2);
    assert_eq!(plain[0].name, "UBND xã Bắc Sơn");
    assert_eq!((plain[1].kind, plain[1].province.as_deref()), (AgencyKind::Commune, Some("Lạng Sơn")));
    assert_eq!(plain[1].valid_to.unwrap().to_string(), "2030-12-31");
    assert_eq!((plain[0].order, plain[1].order), (FIRST_PLACE, FIRST_PLACE + 1));
    assert_eq!(load(&[b"\xEF\xBB\xBF", GOOD.as_bytes()].concat()).unwrap(), plain);
    assert_eq!(load(GOOD.replace(';', ",").replace("\r\n", "\n").as_bytes()).unwrap(), plain);
    let quoted = GOOD.replace("UBND xã Bắc Sơn", "\"UBND xã Bắc Sơn; \"\"mới\"\"\"");
    assert_eq!(load(quoted.as_bytes()).unwrap()[0].name, "UBND xã Bắc Sơn; \"mới\"");
}

#[test]
fn columns_may_be_vietnamese_in_any_order_with_short_name_and_province() {
    let text = "Tỉnh,Tên ngắn,Tên,Mã,Loại,Từ,Đến\nHà Tĩnh,Xã A,UBND xã A,x1,xã,,\n";
    let found = load(text.as_bytes()).unwrap();
    assert_eq!((found[0].short.as_str(), found[0].province.as_deref()), ("Xã A", Some("Hà Tĩnh")));
    let decomposed: String = text.nfd().collect();
    assert_eq!(load(decomposed.as_bytes()).unwrap(), found, "names are kept composed");
}

#[test]
fn kinds_and_columns_are_vietnamese_with_and_without_marks_or_english() {
    for (text, kind) in [
        ("xã", AgencyKind::Commune),
        ("XA", AgencyKind::Commune),
        ("dac  khu", AgencyKind::Commune),
        ("Sở, ban, ngành", AgencyKind::Department),
        ("so", AgencyKind::Department),
        ("hội", AgencyKind::Association),
        ("co quan dang", AgencyKind::Party),
        ("press", AgencyKind::Press),
        ("provincial_committee", AgencyKind::ProvincialCommittee),
        ("UBND tinh", AgencyKind::ProvincialCommittee),
    ] {
        let file = format!("ma;ten;loai;tu ngay;Den\nx1;Cơ quan A;{text};;\n");
        assert_eq!(load(file.as_bytes()).unwrap()[0].kind, kind, "{text}");
    }
    let file = "mã;tên;loại;từ;đến\nx1;;làng;30/2/2025;\n";
    let told: Vec<String> = load(file.as_bytes()).unwrap_err().iter().map(|fault| fault.text(true)).collect();
    assert!(told[0].contains("cột “tên” để trống"), "{told:?}");
    assert!(
        told[1].contains("loại “làng”") && told[1].contains("UBND tỉnh, HĐND, sở, huyện, xã"),
        "{told:?}"
    );
    assert!(told[2].contains("cột “từ”"), "{told:?}");
}

#[test]
fn every_word_for_a_kind_means_it_and_no_other() {
    for word in kinds::words().split(", ") {
        assert!(kinds::read(word).is_some(), "{word}");
    }
    assert_eq!(kinds::read("làng"), None);
    assert_eq!(kinds::read(""), None);
}

#[test]
fn every_bad_line_is_told_with_its_number() {
    let text = "code;name;kind;from;to\n\
                x1;UBND xã A;commune;01/07/2025;\n\
                x 2;UBND xã B;commune;;\n\
                ;;commune;;\n\
                x1;UBND xã A;commune;;\n\
                ls-so-y-te;Sở khác;department;;\n\
                x6;Sở Y tế tỉnh Lạng Sơn;department;;\n\
                x7;UBND xã G;village;30/02/2025;1/7/25\n\
                x8;UBND xã H;commune;02/07/2025;01/07/2025\n\
                x9;UBND xã I;commune\n";
    let taken = |text: &str| CsvReason::Taken {
        text: text.into(),
        by: "Sở Y tế tỉnh Lạng Sơn (ls-so-y-te)".into(),
    };
    let date = |column, text: &str| CsvReason::Date { column, text: text.into() };
    for ends in ["\n", "\r\n", "\r"] {
        refused(
            &text.replace('\n', ends),
            &[
                (3, CsvReason::BadCode { code: "x 2".into() }),
                (4, CsvReason::Empty { column: "code" }),
                (4, CsvReason::Empty { column: "name" }),
                (5, CsvReason::Twice { text: "x1".into(), first: 2 }),
                (5, CsvReason::Twice { text: "UBND xã A".into(), first: 2 }),
                (6, taken("ls-so-y-te")),
                (7, taken("Sở Y tế tỉnh Lạng Sơn")),
                (8, CsvReason::Kind { text: "village".into() }),
                (8, date("from", "30/02/2025")),
                (8, date("to", "1/7/25")),
                (9, CsvReason::DatesReversed),
                (10, CsvReason::Fields { found: 3, wanted: 5 }),
            ],
        );
    }
}

#[test]
fn empty_lines_count_as_lines() {
    let fault = CsvReason::Empty { column: "code" };
    refused("code;name;kind;from;to\n\n\n;UBND xã A;commune;;\n", &[(4, fault)]);
}

#[test]
fn the_first_line_names_the_columns() {
    let missing = |column| (1, CsvReason::MissingColumn { column });
    refused("code;name;from;to\nx1;A;;\n", &[missing("kind")]);
    refused("x1;UBND xã A;commune;;\n", &{
        let mut all: Vec<_> = ["code", "name", "kind", "from", "to"].map(missing).into();
        let unknown = ["x1", "UBND xã A", "commune", "", ""];
        all.extend(unknown.map(|name| (1, CsvReason::UnknownColumn { name: name.into() })));
        all
    });
    refused("code;name;kind;from;to\n", &[(1, CsvReason::NoLines)]);
    assert!(load(b"").is_err());
}

#[test]
fn another_encoding_is_refused_with_what_to_do() {
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(GOOD.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let told = |bytes: &[u8]| load(bytes).unwrap_err()[0].clone();
    assert_eq!(load(&utf16).unwrap(), load(GOOD.as_bytes()).unwrap(), "\"Unicode Text\" of Excel");
    let tabs = GOOD.replace(';', "\t");
    assert_eq!(load(tabs.as_bytes()).unwrap(), load(GOOD.as_bytes()).unwrap(), "its separator");
    assert_eq!(told(&utf16[2..]), CsvFault { line: 0, reason: CsvReason::Utf16 });
    let font = "code;name;kind;from;to\nx1;UBND x· B¾c S¬n;commune;;\n";
    assert_eq!(told(font.as_bytes()), CsvFault { line: 2, reason: CsvReason::OldFont });
    let legacy = [b"code;name;kind;from;to\nx1;UBND x\xE3 A;commune;;\n".as_slice()].concat();
    assert_eq!(told(&legacy), CsvFault { line: 2, reason: CsvReason::NotUtf8 });
    assert_eq!(told(b"PK\x03\x04xlsx").reason, CsvReason::Workbook);
    for fault in [told(&utf16[2..]), told(&legacy)] {
        assert!(fault.text(true).contains("CSV UTF-8") && fault.text(false).contains("Save As"));
    }
}

#[test]
fn a_line_may_repeat_an_agency_of_an_earlier_file() {
    let register = load(GOOD.as_bytes()).unwrap();
    let context = CsvContext { register: &register, is_own: &|_| true, province: Some("Lạng Sơn") };
    assert_eq!(load_register_csv(GOOD.as_bytes(), &context).unwrap(), register);
}
