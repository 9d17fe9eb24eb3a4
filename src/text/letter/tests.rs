use super::*;
use crate::text::paper::plain;
use crate::text::paper::samples::layout;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn recipient(name: &str) -> Recipient {
    Recipient { name: name.into(), remark: String::new() }
}

/// Sở KH&CN asks for the report of 2026 on 21/11.
fn asking(names: &[String]) -> Asking {
    Asking {
        desk: Desk {
            name: "Sở Khoa học và Công nghệ".into(),
            superior: Some("UBND tỉnh Lạng Sơn".into()),
            place: "Lạng Sơn".into(),
            position: "Giám đốc".into(),
            committee: Some("UBND tỉnh".into()),
        },
        today: day("2026-11-21"),
        plan: "Kế hoạch số 27/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn".into(),
        plan_short: "KH 27/KH-UBND".into(),
        clause: "V.8".into(),
        period: "năm 2026".into(),
        due: Some(Due {
            printed: Some(day("2026-11-30")),
            due_last: day("2026-11-29"),
            due_advice: day("2026-11-27"),
        }),
        asked: Asked { day: day("2026-11-27"), at_once: false },
        total: 78,
        given_back: 0,
        extended: 0,
        missing: names.len(),
        granted: None,
        step: None,
        to: names.iter().map(|name| recipient(name)).collect(),
        returned: false,
    }
}

fn names(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("UBND xã số {n}")).collect()
}

/// The page as text, its lines joined.
fn page(asking: &Asking) -> String {
    let text = plain(&letter(asking), &layout(), 80);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_letter_says_who_what_until_when_and_how_many() {
    let text = page(&asking(&names(3)));
    for said in [
        "SKHCN-…",
        "V/v đôn đốc gửi báo cáo năm 2026 thực hiện KH 27/KH-UBND",
        "- UBND xã số 1; ",
        "(mục V.8), các cơ quan, đơn vị gửi báo cáo năm 2026 về Sở Khoa học và Công nghệ trước ngày 30/11/2026",
        "Đến ngày 21/11/2026, 75/78 cơ quan, đơn vị đã gửi báo cáo; còn 3 cơ quan, đơn vị chưa gửi.",
        "gửi báo cáo chậm nhất ngày 27/11/2026 (thứ Sáu, ngày làm việc cuối cùng trước khi hết hạn).",
        "không phải gửi lại",
        "GIÁM ĐỐC",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(
        !text.contains("quá hạn") && !text.contains("danh sách") && text.matches("./.").count() == 1,
        "{text}"
    );
}

#[test]
fn when_nobody_has_sent_it_is_said_so() {
    let all = Asking { total: 9, ..asking(&names(9)) };
    assert!(
        page(&all).contains("cả 9 cơ quan, đơn vị đều chưa gửi báo cáo (danh sách kèm theo)."),
        "{}",
        page(&all)
    );
}

#[test]
fn more_than_eight_are_listed_in_an_annex() {
    let text = page(&asking(&names(9)));
    assert!(text.contains("còn 9 cơ quan, đơn vị chưa gửi (danh sách kèm theo)"), "{text}");
    assert!(text.contains("PHỤ LỤC") || text.contains("Phụ lục"), "{text}");
    assert!(text.contains("UBND xã số 9"), "{text}");
    // A list of some of them is not the list of those that are missing.
    let some = Asking { missing: 20, ..asking(&names(9)) };
    assert!(page(&some).contains("còn 20 cơ quan, đơn vị chưa gửi. "), "{}", page(&some));
}

#[test]
fn what_was_given_back_counts_neither_as_sent_nor_as_missing() {
    let text = page(&Asking { total: 14, missing: 8, given_back: 1, extended: 2, ..asking(&names(8)) });
    assert!(
        text.contains(
            "3/14 cơ quan, đơn vị đã gửi báo cáo; 1 cơ quan, đơn vị đang hoàn thiện báo cáo được trả lại; 2 cơ quan, đơn \
             vị được gia hạn; còn 8 cơ quan"
        ),
        "{text}"
    );
}

#[test]
fn a_day_that_is_past_is_said_and_at_once_is_asked_for() {
    let late = Asking {
        today: day("2026-12-07"),
        asked: Asked { day: day("2026-12-08"), at_once: true },
        step: Some(Step::After7),
        ..asking(&names(2))
    };
    let text = page(&late);
    for said in [
        "đã quá hạn 8 ngày",
        "Thủ trưởng các cơ quan, đơn vị nêu trên trực tiếp chỉ đạo, gửi báo cáo ngay, chậm nhất ngày 08/12/2026 (thứ Ba).",
        "báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo",
        "Văn phòng UBND tỉnh (để theo dõi, đôn đốc)",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(!page(&asking(&names(2))).contains("Văn phòng"));
}

#[test]
fn returned_reports_are_asked_to_be_mended_with_what_they_lack() {
    let mut returned = Asking { returned: true, ..asking(&names(2)) };
    returned.to[0].remark = "thiếu số liệu nữ trí thức.".into();
    let text = page(&returned);
    for said in [
        "V/v bổ sung, hoàn thiện báo cáo năm 2026",
        "trả lại để bổ sung, hoàn thiện: - UBND xã số 1: thiếu số liệu nữ trí thức. - UBND xã số 2: bổ sung",
        "hoàn thiện và gửi lại báo cáo chậm nhất ngày 27/11/2026",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(!text.contains("chưa gửi"), "{text}");
    let many = Asking { returned: true, ..asking(&names(12)) };
    assert!(page(&many).contains("(nội dung kèm theo)"), "{}", page(&many));
}

#[test]
fn who_was_granted_another_day_is_told_it_and_asked_by_it() {
    let some = Asking {
        granted: Some(day("2026-12-05")),
        asked: Asked { day: day("2026-12-04"), at_once: false },
        ..asking(&names(2))
    };
    let text = page(&some);
    for said in [
        "trước ngày 30/11/2026 để tổng hợp. Thời hạn gửi báo cáo của các cơ quan, đơn vị nêu trên đã được gia hạn đến ngày 05/12/2026.",
        "Đến ngày 21/11/2026, các cơ quan, đơn vị nêu trên chưa gửi báo cáo.",
        "chậm nhất ngày 04/12/2026 (thứ Sáu, ngày làm việc cuối cùng trước khi hết hạn)",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(
        chat(&some).contains("Hạn: trước ngày 30/11/2026, đã gia hạn đến ngày 05/12/2026. Chưa gửi"),
        "{}",
        chat(&some)
    );
    let event = |asking: &Asking| super::event(asking, "ke-hoach/V.8|2026", 2);
    let before = event(&some);
    assert_eq!((before.uid.as_str(), before.day), ("ke-hoach/V.8|2026@tiendo.invalid", day("2026-12-05")));
    assert!(
        page(&Asking { to: vec![recipient("Sở Y tế")], ..some.clone() })
            .contains("của Sở Y tế đã được gia hạn")
    );
    // Between the two days nobody of them is late; after theirs the days count from it.
    let at = |today: &str| Asking { today: day(today), ..some.clone() };
    assert!(!page(&at("2026-12-03")).contains("quá hạn") && !chat(&at("2026-12-03")).contains("quá hạn"));
    assert!(
        page(&at("2026-12-07")).contains("chưa gửi báo cáo, đã quá hạn 2 ngày."),
        "{}",
        page(&at("2026-12-07"))
    );
}

#[test]
fn a_message_for_a_phone_has_at_most_500_characters_and_no_markup() {
    for count in [0, 1, 3, 45, 200] {
        let text = chat(&asking(&names(count)));
        assert!(text.chars().count() <= LONGEST_CHAT, "{}: {text}", text.chars().count());
        assert!(!text.contains(['*', '_', '<', '`', '\n']), "{text}");
        assert!(text.contains("trước ngày 30/11/2026") && text.contains("thứ Sáu 27/11/2026"), "{text}");
    }
    let text = chat(&asking(&names(45)));
    assert!(text.contains("UBND xã số 1, UBND xã số 2") && text.contains(" nơi khác. Đề nghị"), "{text}");
    assert!(chat(&asking(&names(3))).contains("Chưa gửi: UBND xã số 1, UBND xã số 2, UBND xã số 3."));
    // However long the name of the plan, and whatever is hidden in it.
    let plan_short = format!("KH \u{1b}[31m{}", "rất dài ".repeat(200));
    let long = Asking { plan_short, ..asking(&names(2)) };
    assert_eq!(chat(&long).chars().count(), LONGEST_CHAT);
    assert!(!chat(&long).contains('\u{1b}'));
}

#[test]
fn the_calendar_has_the_day_of_the_plan_and_later_the_day_that_is_asked_for() {
    let event = |asking: &Asking| super::event(asking, "ke-hoach/V.8|2026", 2);
    let before = event(&asking(&names(2)));
    assert_eq!((before.uid.as_str(), before.day), ("ke-hoach/V.8|2026@tiendo.invalid", day("2026-11-29")));
    assert_eq!((before.alarms.as_slice(), before.sequence), ([7, 1].as_slice(), 2));
    // The list of who is asked changes nothing in the entry.
    assert_eq!(before, event(&asking(&names(40))));
    let late = Asking {
        today: day("2026-12-07"),
        asked: Asked { day: day("2026-12-08"), at_once: true },
        ..asking(&names(2))
    };
    assert_eq!(
        (event(&late).uid.as_str(), event(&late).day),
        ("ke-hoach/V.8|2026-de-nghi@tiendo.invalid", day("2026-12-08"))
    );
}

#[test]
fn a_mail_names_the_person_and_asks_whoever_was_late_to_send() {
    let late = Asking {
        today: day("2026-12-07"),
        asked: Asked { day: day("2026-12-08"), at_once: true },
        ..asking(&names(2))
    };
    let (subject, body) = mail(&late, &[&late.to[0]], Some("Nông Thị Lan"));
    assert_eq!(subject, "Đôn đốc gửi báo cáo năm 2026 theo KH 27/KH-UBND");
    assert!(body.starts_with("Kính gửi UBND xã số 1 (đầu mối: Nông Thị Lan),\n"), "{body}");
    assert!(
        body.contains("đề nghị quý cơ quan gửi báo cáo năm 2026 ngay, chậm nhất ngày 08/12/2026"),
        "{body}"
    );
    assert!(body.contains("Nếu đã gửi, xin bỏ qua thư này.") && !body.contains("bổ sung"), "{body}");
    let all: Vec<&Recipient> = late.to.iter().collect();
    let (_, all) = mail(&late, &all, None);
    assert!(all.starts_with("Kính gửi các cơ quan, đơn vị,"), "{all}");
}

/// Who has sent and got it back would take "already sent" for himself.
#[test]
fn whoever_got_a_report_back_is_told_what_to_mend_and_to_send_again_in_every_product() {
    let mut returned = Asking { returned: true, ..asking(&names(2)) };
    returned.to[0].remark = "thiếu phụ lục.".into();
    let (subject, one) = mail(&returned, &[&returned.to[0]], Some("Nông Thị Lan"));
    assert_eq!(subject, "Bổ sung, hoàn thiện báo cáo năm 2026 theo KH 27/KH-UBND");
    assert!(one.contains("Nội dung cần bổ sung: thiếu phụ lục.\n") && !one.contains("xã số 2"), "{one}");
    let several: Vec<&Recipient> = returned.to.iter().collect();
    let (_, all) = mail(&returned, &several, None);
    assert!(all.contains("\n- UBND xã số 1: thiếu phụ lục\n- UBND xã số 2: bổ sung, hoàn thiện"), "{all}");
    let event = super::event(&returned, "ke-hoach/V.8|2026", 0);
    assert_eq!(
        event.summary,
        "Hoàn thiện, gửi lại báo cáo năm 2026 về Sở Khoa học và Công nghệ (KH 27/KH-UBND)"
    );
    let chat_text = chat(&returned);
    for text in [&one, &all, &chat_text, &event.description, &page(&returned)] {
        assert!(text.contains("gửi lại") && text.contains("thiếu phụ lục"), "{text}");
        assert!(
            !text.contains("bỏ qua") && !text.contains("Chưa gửi") && !text.contains("không phải"),
            "{text}"
        );
    }
    // However many they are, the message for a phone stays short.
    let mut many = Asking { returned: true, ..asking(&names(60)) };
    many.to.iter_mut().for_each(|asked| asked.remark = "thiếu số liệu nữ trí thức".into());
    let text = chat(&many);
    assert!(text.chars().count() <= LONGEST_CHAT && text.contains("gửi lại"), "{text}");
}

#[test]
fn a_message_abbreviates_committees_that_a_letter_spells_out() {
    let to = asking(&["Ủy ban nhân dân xã Một".to_owned()]);
    assert!(chat(&to).contains("Chưa gửi: UBND xã Một."), "{}", chat(&to));
    assert_eq!(letter(&to).addressees, ["Ủy ban nhân dân xã Một"]);
}
