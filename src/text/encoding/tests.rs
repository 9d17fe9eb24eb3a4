use super::*;

const LINES: &str = "Sở Nội vụ\nđợi";

#[test]
fn unicode_is_read_with_any_mark_and_any_line_end() {
    let units = |order: fn(u16) -> [u8; 2]| LINES.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let little = [vec![0xFF, 0xFE], units(u16::to_le_bytes)].concat();
    let big = [vec![0xFE, 0xFF], units(u16::to_be_bytes)].concat();
    let marked = [b"\xEF\xBB\xBF", LINES.as_bytes()].concat();
    let ends = LINES.replace('\n', "\r\n").into_bytes();
    for bytes in [LINES.as_bytes(), &little, &big, &marked, &ends] {
        assert_eq!(text_of(bytes).unwrap(), LINES);
    }
    assert_eq!(text_of(b"").unwrap(), "");
    assert_eq!(text_of(&little[2..]), Err(NotText::Utf16), "without its mark");
    assert_eq!(text_of(&little[..little.len() - 1]), Err(NotText::Utf16), "half a letter");
    assert_eq!(text_of(&[0xFF, 0xFE, 0x00, 0xD8]), Err(NotText::Utf16), "half a pair");
}

#[test]
fn other_bytes_are_refused_with_their_line() {
    assert_eq!(text_of(b"a\nb\nS\xEB N\xE9i"), Err(NotText::NotUtf8 { line: 3 }));
    assert_eq!(text_of(b"PK\x03\x04"), Err(NotText::Workbook));
    assert_eq!(text_of(b"\xD0\xCF\x11\xE0\xA1"), Err(NotText::Workbook));
}

#[track_caller]
fn legacy(texts: &[&str], expected: Option<usize>) {
    assert_eq!(legacy_place(texts.iter().copied().enumerate()), expected, "{texts:?}");
}

#[test]
fn old_fonts_dressed_as_unicode_are_found() {
    // TCVN3: "Sở Nội vụ", "Uỷ ban nhân dân tỉnh", "đã hoàn thành".
    legacy(&["ma-1", "Së Néi vô", "Uû ban nh©n d©n tØnh"], Some(1));
    legacy(&["®· hoµn thµnh"], Some(0));
    // VNI: "Sở Nội vụ", "Ủy ban nhân dân tỉnh".
    legacy(&["Sôû Noäi vuï", "UÛy ban nhaân daân tænh"], Some(0));
}

#[test]
fn vietnamese_and_foreign_names_are_not_taken_for_old_fonts() {
    legacy(&["Sở Nội vụ", "báo cáo", "Công an", "VÕ THÀNH CÔNG", "hà", "tháng 10 có 31 ngày"], None);
    legacy(&["Københavns Universität", "12 m²", "35 °C", "45 µg/m³"], None);
    legacy(&["Chỉ tiêu của Universität Göttingen, Straße"], None);
    let decomposed: Vec<String> =
        ["Sở", "Nội vụ"].map(|t| unicode_normalization::UnicodeNormalization::nfd(t).collect()).into();
    legacy(&[&decomposed[0], &decomposed[1]], None);
}
