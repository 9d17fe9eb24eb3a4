//! The document in plain text.

use super::*;

const LETTER: &str = "
 ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
           SỞ NỘI VỤ                       Độc lập - Tự do - Hạnh phúc
              ────                         ───────────────────────────

        Số: 07/SNV-CCVC                 Lạng Sơn, ngày … tháng … năm 2026
    V/v đôn đốc gửi báo cáo

                         Kính gửi: Ủy ban nhân dân tỉnh

I. KẾT QUẢ

    Đã hoàn thành 12/14 nhiệm vụ.

    Trên đây là báo cáo của Sở./.

Nơi nhận:                                              KT. GIÁM ĐỐC
- Như trên;                                            PHÓ GIÁM ĐỐC
- Lãnh đạo Sở;
- Lưu: VT, CCVC.

                                                      Hoàng Thị Mai
";

#[test]
fn a_letter_in_eighty_columns() {
    assert_eq!(plain(&letter(), &layout(), 80), LETTER.trim_start_matches('\n'));
}

#[test]
fn a_table_is_ruled_and_its_rows_stand_apart_where_they_wrap() {
    let paper = Paper { body: vec![table(2)], ..report(IssueDate::Year(2026)) };
    let wide = plain(&paper, &layout(), 80);
    let rows: Vec<&str> = wide.lines().skip_while(|line| !line.starts_with("───")).take(6).collect();
    assert_eq!(rows[1], "STT           Nhiệm vụ            Kết quả (%)");
    assert_eq!(rows[3], " 1   Nhiệm vụ thứ 1 của kế hoạch        97,65");
    assert_eq!(rows[4], " 2   Nhiệm vụ thứ 2 của kế hoạch        97,65");
    assert!(rows[5].starts_with("───  "), "{wide}");
    let narrow = plain(&paper, &layout(), 40);
    let rows: Vec<&str> = narrow.lines().skip_while(|line| !line.starts_with(" 1 ")).take(4).collect();
    assert_eq!(rows[1..3], ["     hoạch", ""], "{narrow}");
    assert!(rows[3].starts_with(" 2 "), "{narrow}");
}

#[test]
fn every_text_of_the_document_is_there() {
    let paper = Paper {
        annexes: vec![Annex { title: "Danh sách".into(), blocks: vec![table(200)], landscape: true }],
        ..report(day(2026, 2, 5))
    };
    let text = plain(&paper, &layout(), 80);
    for part in
        ["BÁO CÁO", "Kết quả năm 2026", "Phụ lục", "DANH SÁCH", " 200 ", "thứ 200 của", "ngày 05 tháng 02"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches("./.").count(), 1);
}

proptest! {
    #[test]
    fn nothing_is_wider_than_asked_for(cells in 0_usize..120, words in "([a-zđơưạ]{1,30} ){0,30}") {
        let mut paper = report(IssueDate::Year(2026));
        paper.addressees = vec![words.clone(), "Sở Y tế".into()];
        paper.body = vec![Block::Heading(Level::Two, format!("1. {words}")), Block::text(&words), table(3)];
        paper.body.push(Block::Dash(words));
        let text = plain(&paper, &layout(), cells);
        for line in text.lines() {
            prop_assert!(width(line) <= cells.max(20), "{cells}: {line}");
        }
    }
}

#[test]
fn hostile_text_draws_too() {
    let text = plain(&hostile(), &layout(), 80);
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text}");
}
