use super::*;

#[test]
fn the_bundled_layout_is_faultless_and_within_the_decree() {
    let mut layout = bundled_layout().unwrap();
    let page = &layout.page;
    assert_eq!((page.width, page.height), (210.0, 297.0));
    assert!((20.0..=25.0).contains(&page.top) && (20.0..=25.0).contains(&page.bottom));
    assert!((30.0..=35.0).contains(&page.left) && (15.0..=20.0).contains(&page.right));
    assert!((13.0..=14.0).contains(&layout.size.body) && (1.0..=1.5).contains(&layout.body.line));
    assert_eq!(layout.font, "Times New Roman");
    assert!(layout.entries().len() > 45);
}

#[test]
fn an_office_writes_only_what_it_changes() {
    let layout = load_layout("own.toml", "[page]\nleft = 35\n[words]\nfile = \"Lưu: VT, HS\"\n").unwrap();
    let bundled = bundled_layout().unwrap();
    assert_eq!((layout.page.left, layout.page.right), (35.0, bundled.page.right));
    assert_eq!(layout.words.file, "Lưu: VT, HS");
    assert_eq!(load_layout("empty.toml", "").unwrap(), bundled);
}

fn told(text: &str) -> Vec<String> {
    load_layout("own.toml", text).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn a_number_out_of_its_range_is_told_with_place_and_range() {
    let told = told("[page]\ntop = 20\nleft = 300\n[size]\nbody = 2.5\n");
    let expected = [
        "own.toml:3:8: page.left: 300 nằm ngoài khoảng 10 đến 40",
        "own.toml:5:8: size.body: 2.5 nằm ngoài khoảng 8 đến 20",
    ];
    assert_eq!(told, expected);
}

#[test]
fn unknown_keys_and_wrong_types_are_told() {
    let told =
        told("[page]\nbreadth = 210\nwidth = \"A4\"\n[colour]\ntext = 1\n[words]\nto = \" \"\nfile = 3\n");
    let expected = [
        "own.toml:2:11: page.breadth: trường “breadth” không có trong định dạng",
        "own.toml:3:9: page.width: sai kiểu dữ liệu (string instead of a number)",
        "own.toml:4:1: colour: trường “colour” không có trong định dạng",
        "own.toml:7:6: words.to: để trống; điền nội dung hoặc bỏ cả trường",
        "own.toml:8:8: words.file: sai kiểu dữ liệu (integer instead of a text in quotes)",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_value_outside_a_table_and_a_text_that_is_no_toml_are_told() {
    assert!(told("left = 30\n")[0].starts_with("own.toml:1:8: left: sai kiểu"), "{:?}", told("left = 30\n"));
    assert!(told("[page\n")[0].contains("sai cú pháp TOML"));
    assert!(told("[page]\nleft = nan\n")[0].contains("page.left: NaN nằm ngoài"));
}

#[test]
fn a_bundled_file_that_lacks_a_key_is_told() {
    let faults = read("short.toml", "[page]\nwidth = 210\n", Layout::default(), true).unwrap_err();
    assert!(
        faults.iter().any(|fault| fault.to_string().contains("thiếu trường “words.motto”")),
        "{faults:?}"
    );
    assert!(!faults.iter().any(|fault| fault.to_string().contains("“page.width”")));
}

#[test]
fn words_of_a_file_are_made_clean() {
    let layout = load_layout("own.toml", "[words]\nto = \"Kính \\u001b[31mgửi:\\n\"\n").unwrap();
    assert_eq!(layout.words.to, "Kính gửi:");
}
