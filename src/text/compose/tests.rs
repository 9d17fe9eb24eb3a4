use proptest::prelude::*;
use unicode_normalization::is_nfc;

use super::*;
use crate::domain::input_method::InputMethod::{Telex, Vni};

/// Types keys one after the other, as a field does; "<" is Backspace, and everything but a key of a word ends it.
fn typed(method: InputMethod, keys: &str) -> String {
    let (mut text, mut word) = (String::new(), None::<Word>);
    for key in keys.chars() {
        let before = word.as_ref().map_or(0, |word: &Word| word.shown().len());
        let next = match (&word, key) {
            (Some(word), '<') => word.shortened(method),
            (Some(word), key) => word.with(method, key),
            (None, key) => Word::begin(method, key),
        };
        if next.is_some() || key == '<' {
            text.truncate(text.len() - before);
        } else {
            text.push(key);
        }
        text.push_str(next.as_ref().map_or("", Word::shown));
        word = next;
    }
    text
}

/// Words of the office, as most people type them in Telex and in VNI.
const WORDS: [(&str, &str, &str); 96] = [
    ("nghiệp", "nghieepj", "nghie6p5"),
    ("thuyết", "thuyeets", "thuye6t1"),
    ("quyết", "quyeets", "quye6t1"),
    ("khuỷu", "khuyur", "khuyu3"),
    ("giữa", "giuwax", "giu7a4"),
    ("quốc", "quoocs", "quo6c1"),
    ("hoàn", "hoanf", "hoan2"),
    ("thúy", "thuys", "thuy1"),
    ("ươm", "uowm", "uo7m"),
    ("đường", "dduowngf", "d9uo7ng2"),
    ("được", "dduwowcj", "d9u7o7c5"),
    ("ĐẢNG", "DDARNG", "D9A3NG"),
    ("Đảng", "DDangr", "D9ang3"),
    ("NGUYỄN", "NGUYEENX", "NGUYE6N4"),
    ("Nguyễn", "Nguyeenx", "Nguye6n4"),
    ("NGHỊ", "NGHIJ", "NGHI5"),
    ("hòa", "hoaf", "hoa2"),
    ("khỏe", "khoer", "khoe3"),
    ("ủy", "uyr", "uy3"),
    ("quý", "quys", "quy1"),
    ("quả", "quar", "qua3"),
    ("quỳnh", "quynhf", "quynh2"),
    ("huyện", "huyeenj", "huye6n5"),
    ("tuyến", "tuyeens", "tuye6n1"),
    ("chuyển", "chuyeenr", "chuye6n3"),
    ("tiến", "tieens", "tie6n1"),
    ("độ", "ddooj", "d9o65"),
    ("tiếng", "tieengs", "tie6ng1"),
    ("việt", "vieetj", "vie6t5"),
    ("giếng", "gieengs", "gie6ng1"),
    ("giết", "gieets", "gie6t1"),
    ("gì", "gif", "gi2"),
    ("già", "giaf", "gia2"),
    ("giúp", "giups", "giup1"),
    ("giường", "giuowngf", "giuo7ng2"),
    ("người", "nguowif", "nguo7i2"),
    ("nước", "nuowcs", "nuo7c1"),
    ("thưởng", "thuowngr", "thuo7ng3"),
    ("rượu", "ruowuj", "ruo7u5"),
    ("hươu", "huowu", "huo7u"),
    ("thuở", "thuowr", "thuo73"),
    ("mưa", "muwa", "mu7a"),
    ("cứu", "cuwus", "cu7u1"),
    ("hữu", "huwux", "hu7u4"),
    ("gửi", "guwir", "gu7i3"),
    ("năm", "nawm", "na8m"),
    ("hoặc", "hoawcj", "hoa8c5"),
    ("hoằng", "hoawngf", "hoa8ng2"),
    ("tuần", "tuaanf", "tua6n2"),
    ("luật", "luaatj", "lua6t5"),
    ("khuấy", "khuaays", "khua6y1"),
    ("huệ", "hueej", "hue65"),
    ("thuế", "thuees", "thue61"),
    ("yếu", "yeeus", "ye6u1"),
    ("yên", "yeen", "ye6n"),
    ("xoong", "xooong", "xoong"),
    ("ngoằn", "ngoawnf", "ngoa8n2"),
    ("ngoèo", "ngoeof", "ngoeo2"),
    ("khuya", "khuya", "khuya"),
    ("ngoài", "ngoaif", "ngoai2"),
    ("xoáy", "xoays", "xoay1"),
    ("doanh", "doanh", "doanh"),
    ("kế", "kees", "ke61"),
    ("hoạch", "hoachj", "hoach5"),
    ("chỉ", "chir", "chi3"),
    ("tiêu", "tieeu", "tie6u"),
    ("nhiệm", "nhieemj", "nhie6m5"),
    ("vụ", "vuj", "vu5"),
    ("báo", "baos", "bao1"),
    ("cáo", "caos", "cao1"),
    ("thực", "thuwcj", "thu7c5"),
    ("hiện", "hieenj", "hie6n5"),
    ("ước", "uowcs", "uo7c1"),
    ("sở", "sowr", "so73"),
    ("nội", "nooij", "no6i5"),
    ("tỉnh", "tinhr", "tinh3"),
    ("xã", "xax", "xa4"),
    ("phường", "phuwowngf", "phu7o7ng2"),
    ("đôn", "ddoon", "d9o6n"),
    ("đốc", "ddoocs", "d9o6c1"),
    ("tổng", "toongr", "to6ng3"),
    ("hợp", "howpj", "ho7p5"),
    ("cộng", "coongj", "co6ng5"),
    ("nghĩa", "nghiax", "nghia4"),
    ("phải", "phair", "phai3"),
    ("trước", "truwowcs", "tru7o7c1"),
    ("ngày", "ngayf", "nga2y"),
    ("Đắk", "DDawks", "D9a8k1"),
    ("Lắk", "Lawks", "La8k1"),
    ("Krông", "Kroong", "Kro6ng"),
    ("Ấn", "Aans", "A6n1"),
    ("Ủy", "Uyr", "Uy3"),
    ("Ứng", "Uwngs", "U7ng1"),
    ("tư", "tw", "tu7"),
    ("như", "nhuw", "nhu7"),
    ("buộc", "buoocj", "buo6c5"),
];

#[test]
fn words_of_the_office_come_out_as_meant() {
    for (word, telex, vni) in WORDS {
        assert_eq!(typed(Telex, telex), word, "{telex}");
        assert_eq!(typed(Vni, vni), word, "{vni}");
    }
}

#[test]
fn marks_may_be_typed_where_one_thinks_of_them() {
    for (word, ways) in [
        ("nghiệp", &["nghiepej", "nghiejep", "nghieepj", "nghiepje"][..]),
        ("đường", &["duongdwf", "duwowngfd", "ddwowngf", "duwofngd", "dduwongf"]),
        ("được", &["dduwocj", "dduocwj", "duocdwj"]),
        ("tuyển", &["tuyeenr", "tuyenre", "tuyeern"]),
        ("hoàn", &["hoafn", "hofan", "hoanf"]),
        ("người", &["nguwowif", "nguoiwf", "nguowfi", "ngwowif"]),
        ("giữa", &["giuwax", "giuaxw", "giwxa"]),
    ] {
        for keys in ways {
            assert_eq!(typed(Telex, keys), word, "{keys}");
        }
    }
    for keys in ["nghiep65", "nghie65p", "nghiep56"] {
        assert_eq!(typed(Vni, keys), "nghiệp", "{keys}");
    }
    for keys in ["duong972", "d9uong72", "duo7ng29", "du7ong29"] {
        assert_eq!(typed(Vni, keys), "đường", "{keys}");
    }
}

#[test]
fn a_doubled_key_takes_its_mark_back() {
    for (keys, shown) in [
        ("aaa", "aa"),
        ("ass", "as"),
        ("aww", "aw"),
        ("ww", "w"),
        ("www", "www"),
        ("www.", "www."),
        ("uww", "uw"),
        ("uoww", "uow"),
        ("ddd", "dd"),
        ("ooo", "oo"),
        ("tesst", "test"),
        ("usser", "user"),
        ("TWW", "TW"),
        ("tieengss", "tiêngs"),
    ] {
        assert_eq!(typed(Telex, keys), shown, "{keys}");
    }
    for (keys, shown) in [("a11", "a1"), ("a66", "a6"), ("d99", "d9"), ("A44", "A4"), ("uo77", "uo7")] {
        assert_eq!(typed(Vni, keys), shown, "{keys}");
    }
}

#[test]
fn z_and_0_take_the_tone_away_and_another_tone_replaces_it() {
    for (method, keys, shown) in [
        (Telex, "tieengsz", "tiêng"),
        (Telex, "asz", "a"),
        (Telex, "asf", "à"),
        (Telex, "hoanfs", "hoán"),
        (Telex, "aaw", "ă"),
        (Telex, "awa", "â"),
        (Telex, "oow", "ơ"),
        (Vni, "tie6ng10", "tiêng"),
        (Vni, "a12", "à"),
        (Vni, "a68", "ă"),
    ] {
        assert_eq!(typed(method, keys), shown, "{keys}");
    }
}

/// Words that Telex must leave alone.
const PLAIN_IN_TELEX: &str = "windows Windows window word Word web wifi text excel class access zalo zoom file \
    software WTO ASEAN update docx xlsx email browser UBND BC-SYT KH-UBND CNTT TTHC CSDL TB&XH SNV gov.vn \
    langson.gov.vn so@langson.gov.vn https://www.langson.gov.vn 165/KH-UBND 57-NQ 30/10/2026 97,65";

/// Words that VNI must leave alone.
const PLAIN_IN_VNI: &str = "165/KH-UBND BC-SYT H1N1 KH1 Q1/2026 covid19 win10 T2 m2 30/10/2026 12.239 97,65 UBND \
    windows www.langson.gov.vn vanthu@langson.gov.vn TT-BNV";

#[test]
fn what_is_no_vietnamese_stands_as_its_keys() {
    for (method, words) in [(Telex, PLAIN_IN_TELEX), (Vni, PLAIN_IN_VNI)] {
        for keys in words.split_whitespace() {
            assert_eq!(typed(method, keys), keys);
        }
    }
}

#[test]
fn abbreviations_have_their_đ() {
    for (telex, vni, shown) in [
        ("QDD-TTg", "QD9-TTg", "QĐ-TTg"),
        ("NDD-CP", "ND9-CP", "NĐ-CP"),
        ("HDDND", "HD9ND", "HĐND"),
        ("DDBSCL", "D9BSCL", "ĐBSCL"),
        ("LDD-TB&XH", "LD9-TB&XH", "LĐ-TB&XH"),
        ("57/2026/NDD-CP", "57/2026/ND9-CP", "57/2026/NĐ-CP"),
    ] {
        assert_eq!(typed(Telex, telex), shown);
        assert_eq!(typed(Vni, vni), shown);
    }
}

#[test]
fn sentences_mix_both() {
    let telex = "Keest quar: SYT ddax taajp huaans 120 nguowif (Windows), theo QDD soos 165/KH-UBND.";
    let vni = "Ke6t1 qua3: SYT d9a4 ta6p5 hua6n1 120 ngu7o7i2 (Windows), theo QD9 so61 165/KH-UBND.";
    let shown = "Kết quả: SYT đã tập huấn 120 người (Windows), theo QĐ số 165/KH-UBND.";
    assert_eq!(typed(Telex, telex), shown);
    assert_eq!(typed(Vni, vni), shown);
}

#[test]
fn backspace_takes_a_letter_as_it_is_seen_and_the_word_goes_on() {
    for (method, keys, shown) in [
        (Telex, "tieen<", "tiê"),
        (Telex, "tieen<ngs", "tiếng"),
        (Telex, "tieengs<<<<<<", ""),
        (Telex, "dd<", ""),
        (Telex, "uow<", "u"),
        (Telex, "dduowng<<ngf", "đường"),
        (Telex, "hoaf<", "hò"),
        (Telex, "windows<", "window"),
        (Telex, "tesst<ts", "tests"),
        (Telex, "QDDD<", "QD"),
        (Vni, "nghie6p5<p", "nghiệp"),
        (Vni, "a11<1", "á"),
    ] {
        assert_eq!(typed(method, keys), shown, "{keys}");
    }
}

/// Keys that a word is made of.
fn keys(method: InputMethod) -> &'static str {
    match method {
        Telex => "[a-zA-Z<]{0,12}",
        Vni => "[a-z0-9A-Z<]{0,12}",
    }
}

proptest! {
    #[test]
    fn every_word_is_nfc(telex in keys(Telex), vni in keys(Vni)) {
        prop_assert!(is_nfc(&typed(Telex, &telex)));
        prop_assert!(is_nfc(&typed(Vni, &vni)));
    }

    #[test]
    fn what_is_no_key_of_a_word_stays_what_it_is(text in "[^a-zA-Z<]{0,12}") {
        prop_assert_eq!(typed(Telex, &text), text.clone());
        prop_assert_eq!(typed(Vni, &text), text);
    }

    #[test]
    fn a_word_keeps_its_keys_or_is_made_of_their_letters(keys in "[a-z]{1,10}") {
        let word = compose(Telex, &keys);
        let bases: String = word.chars().filter_map(taken_apart).map(|(letter, _)| letter.base).collect();
        let mut left = keys.chars();
        // A w may stand for ư; every other letter on the screen is one of the keys, in their order.
        let kept = bases.chars().all(|base| left.any(|key| key == base || (key == 'w' && base == 'u')));
        prop_assert!(kept, "{keys} {word}");
    }

    #[test]
    fn a_backspace_takes_exactly_one_letter(keys in "[a-z]{1,10}") {
        let mut word = Word::begin(Telex, 'a').unwrap();
        for key in keys.chars() {
            word = word.with(Telex, key).unwrap();
        }
        let mut before: Vec<char> = word.shown().chars().collect();
        before.pop();
        let after = word.shortened(Telex).map_or(String::new(), |word| word.shown().to_owned());
        prop_assert_eq!(after, before.into_iter().collect::<String>());
    }

    #[test]
    fn keys_without_a_wish_are_letters(keys in "[bcghiklmnptuvy]{0,12}") {
        prop_assert_eq!(typed(Telex, &keys), keys.clone());
        prop_assert_eq!(typed(Vni, &keys), keys);
    }
}
