use super::*;

fn marked(old: &str, new: &str) -> String {
    let sign = |change: &Change| match change {
        Change::Same => "",
        Change::Added => "+",
        Change::Removed => "-",
    };
    let runs = compare(old, new);
    runs.iter().map(|(change, text)| format!("{}[{text}]", sign(change))).collect()
}

#[test]
fn what_is_added_and_removed_stands_where_it_was() {
    for (old, new, said) in [
        ("mở 12 lớp", "mở 12 lớp", "[mở 12 lớp]"),
        ("mở 12 lớp", "mở 13 lớp", "[mở]-[12]+[13][lớp]"),
        ("", "mở lớp", "+[mở lớp]"),
        ("mở lớp", "", "-[mở lớp]"),
        ("a b c", "b c d", "-[a][b c]+[d]"),
        (
            "đã mở lớp cho giáo viên",
            "đã mở 3 lớp mới cho giáo viên xã",
            "[đã mở]+[3][lớp]+[mới][cho giáo viên]+[xã]",
        ),
        ("a a", "a", "[a]-[a]"),
        ("", "", ""),
    ] {
        assert_eq!(marked(old, new), said, "{old:?} {new:?}");
    }
}

#[test]
fn both_texts_can_be_read_out_of_a_comparison() {
    let (old, new) = ("x y z x y q", "y x x z q y");
    let runs = compare(old, new);
    let side = |left: Change| {
        let words = runs.iter().filter(|(change, _)| *change != left).map(|(_, text)| text.as_str());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!((side(Change::Added), side(Change::Removed)), (old.to_owned(), new.to_owned()));
}

#[test]
fn texts_beyond_all_measure_are_compared_at_their_ends_only() {
    let long = |word: &str| format!("đầu {} cuối", vec![word; 2500].join(" "));
    let runs = compare(&long("a"), &long("b"));
    let changes: Vec<_> = runs.iter().map(|(change, _)| *change).collect();
    assert_eq!(changes, [Change::Same, Change::Removed, Change::Added, Change::Same]);
}

#[test]
fn similarity_counts_shared_words() {
    for (one, other, percent) in [
        ("", "", 0),
        ("a", "", 0),
        ("a b", "a b", 100),
        ("a b", "b a", 100),
        ("a a b b", "a b", 66),
        ("1 2 3 4 5 6 7 8 9 10", "1 2 3 4 5 6 7 8 9 x", 90),
        ("a", "b", 0),
    ] {
        assert_eq!(similarity(one, other), percent, "{one:?} {other:?}");
    }
}
