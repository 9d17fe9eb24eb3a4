use super::*;
use crate::catalog::bundle;
use crate::domain::decision::{Answer, Decision, Extension, Ruling};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::{Issued, ReportKey, Stamp, seal};
use crate::domain::schedule::Period;

fn catalog() -> Catalog {
    let bundle = bundle().unwrap();
    Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions)
}

/// The report of Sở Y tế to Sở Nội vụ, sent on a day at 08:05 as line 12 of the ledger.
pub(crate) fn version(day: &str) -> Report {
    let key = ReportKey {
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new("ls-so-y-te"),
    };
    let at = chrono::DateTime::parse_from_rfc3339(&format!("{day}T08:05:12+07:00")).unwrap();
    let mut report = Report {
        stamp: Stamp { id: 3, revision: 2, by: "minh".into(), at: Some(at) },
        results: "Đã cử 24 bác sĩ đi học.".into(),
        state: ReportState::Sent,
        author: Some("lan".into()),
        sent_at: Some(at),
        ..Report::blank(&key)
    };
    let previous = "a".repeat(64);
    let mut sealed =
        Sealed {
            number: 12, version: 1, by: "minh".into(), previous, ..Sealed::asked("Trần <Thị> B", None)
        };
    sealed.hash = seal(&report, &sealed);
    report.sealed = Some(sealed);
    report
}

fn made(sent: &Report, standing: Option<&Report>, lang: Lang) -> Receipt {
    receipt(&catalog(), &Calendar::default(), sent, Fate { version: standing, report: standing }, lang)
        .unwrap()
}

/// What a text with one receipt says.
#[track_caller]
fn only(text: &str) -> Option<Printed> {
    let mut found = read(text, "");
    assert_eq!(found.len(), 1, "{text}");
    found.remove(0)
}

fn value(receipt: &Receipt, label: Label) -> &str {
    receipt.lines.iter().find(|(other, _)| *other == label).map_or("", |(_, value)| value)
}

#[test]
fn it_says_what_was_due_why_and_whether_it_was_in_time() {
    for (day, vi, en) in [
        ("2026-10-20", "ĐÚNG HẠN, trước 9 ngày", "ON TIME, 9 days before"),
        ("2026-10-29", "ĐÚNG HẠN, vào ngày cuối", "ON TIME, on the last day"),
        ("2026-11-01", "TRỄ 3 ngày", "LATE by 3 days"),
    ] {
        let sent = version(day);
        assert_eq!(value(&made(&sent, None, Lang::Vi), Label::Verdict), vi);
        assert_eq!(value(&made(&sent, None, Lang::En), Label::Verdict), en);
    }
    let receipt = made(&version("2026-10-20"), None, Lang::Vi);
    let why = value(&receipt, Label::Why);
    assert!(why.contains("trước ngày 30/10 hằng năm") && why.contains("T5 29/10/2026"), "{why}");
    assert_eq!(value(&receipt, Label::SentAt), "20/10/2026 08:05:12 (+07:00)");
    assert_eq!(value(&receipt, Label::Agency), "Sở Y tế tỉnh Lạng Sơn");
    let text = receipt.plain();
    assert!(text.lines().all(|line| width(line) <= LINE), "{text}");
    assert!(text.contains(&content_hash(&version("2026-10-20"))) && text.contains(&"a".repeat(64)), "{text}");
}

#[test]
fn a_granted_day_stands_beside_the_first_one() {
    let mut catalog = catalog();
    let sent = version("2026-11-01");
    let granted = chrono::NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
    let answer = Answer { granted: true, by: "hoa".into(), on: granted, remark: String::new() };
    let extension = Extension {
        key: sent.key(),
        reason: "x".into(),
        asked_for: granted,
        asked_by: "lan".into(),
        answer: Some(answer),
        granted_before: None,
    };
    let decision = Decision { stamp: Stamp::default(), ruling: Ruling::Extension(extension) };
    catalog.settle(&[decision], chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
    let receipt = receipt(&catalog, &Calendar::default(), &sent, Fate::default(), Lang::Vi).unwrap();
    assert_eq!(value(&receipt, Label::Verdict), "TRỄ 3 ngày", "judged by the day of the plan");
    let text = value(&receipt, Label::Extension);
    assert!(
        text.contains("29/10/2026") && text.contains("05/11/2026") && text.contains("đúng hạn"),
        "{text}"
    );
}

#[test]
fn what_is_printed_reads_back_the_same_in_both_languages_and_as_a_page() {
    for lang in [Lang::Vi, Lang::En] {
        let receipt = made(&version("2026-10-20"), None, lang);
        let mail = format!("Kính gửi: đồng chí\nxem biên nhận\n\n{}\ntrân trọng", receipt.plain());
        for text in [receipt.plain(), mail, crate::export::receipt::html(&receipt, None)] {
            let printed = only(&text).unwrap();
            assert_eq!((printed.number, printed.lang), (12, lang));
            assert_eq!(compare(&printed, &receipt), [], "{text}");
        }
    }
    assert_eq!(read("no receipt", ""), []);
}

#[test]
fn a_line_that_was_changed_on_paper_is_named() {
    let receipt = made(&version("2026-11-01"), None, Lang::Vi);
    let forged = receipt.plain().replace("TRỄ 3 ngày", "ĐÚNG HẠN");
    let found = compare(&only(&forged).unwrap(), &receipt);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].line.as_str(), found[0].came_later), ("Kết luận", false));
    let hash = content_hash(&version("2026-11-01"));
    let forged = receipt.plain().replace(&hash, &"0".repeat(64));
    assert_eq!(compare(&only(&forged).unwrap(), &receipt)[0].line, "content");
    let added = receipt.plain().replacen("Điều khoản", "Khen thưởng : có\nĐiều khoản", 1);
    assert_eq!(compare(&only(&added).unwrap(), &receipt)[0].line, "Khen thưởng");
}

#[test]
fn a_line_that_stands_twice_or_that_the_ledger_does_not_know_is_named() {
    let receipt = made(&version("2026-11-01"), None, Lang::Vi);
    let label = Lang::Vi.receipt_label(Label::ReceivedAt);
    for added in ["Kết luận : ĐÚNG HẠN".to_owned(), format!("{label} : 08:00 ngày 02/11/2026")] {
        let mut lines: Vec<String> = receipt.plain().lines().map(str::to_owned).collect();
        let at = lines.iter().position(|line| line.starts_with("Kết luận")).unwrap();
        lines.insert(at + 1, added.clone());
        let found = compare(&only(&lines.join("\n")).unwrap(), &receipt);
        assert!(found.iter().any(|difference| !difference.came_later), "{added}: {found:?}");
    }
}

#[test]
fn a_line_behind_the_receipt_that_reads_as_a_part_of_it_is_named() {
    let receipt = made(&version("2026-11-01"), None, Lang::Vi);
    let pages =
        [receipt.plain(), crate::export::receipt::html(&receipt, None).replace("</body>", "\n</body>")];
    for page in pages {
        let forged = page.replace("</body>", "Kết luận : ĐÚNG HẠN</body>");
        let forged = if forged == page { format!("{page}\nKết luận : ĐÚNG HẠN\n") } else { forged };
        let found = compare(&only(&forged).unwrap(), &receipt);
        assert_eq!(found.len(), 1, "{forged}");
        assert_eq!((found[0].printed.as_str(), found[0].came_later), ("ĐÚNG HẠN", false));
    }
}

#[test]
fn it_says_what_was_asked_for_when_it_was_sent_whatever_becomes_of_the_plan() {
    let mut sent = version("2026-11-01");
    let terms = Terms::of(&catalog(), &Calendar::default(), &sent.key());
    let sealed = sent.sealed.take().unwrap();
    sent.sealed = Some(Sealed { terms: terms.map(std::sync::Arc::new), ..sealed });
    let before = made(&sent, None, Lang::Vi);
    let bundle = bundle().unwrap();
    let (mut plans, mut agencies) = (bundle.plans, bundle.agencies);
    for plan in &mut plans {
        plan.title = "Kế hoạch khác".into();
        plan.obligations.clear();
    }
    agencies.iter_mut().for_each(|agency| agency.name.push_str(" mới"));
    let later = Catalog::new(plans, agencies);
    assert_eq!(receipt(&later, &Calendar::default(), &sent, Fate::default(), Lang::Vi), Some(before));
}

#[test]
fn what_came_later_is_told_and_does_not_spoil_it() {
    let sent = version("2026-10-20");
    let printed = only(&made(&sent, Some(&sent), Lang::Vi).plain()).unwrap();
    let mut returned = sent.clone();
    returned.state = ReportState::Returned;
    returned.remark = "thiếu số liệu".into();
    returned.issued = Some(Issued { number: "9/BC".into(), dated: chrono::NaiveDate::default() });
    let now = made(&sent, Some(&returned), Lang::Vi);
    assert!(value(&now, Label::Afterwards).contains("thiếu số liệu"));
    let found = compare(&printed, &now);
    assert!(found.len() == 2 && found.iter().all(|difference| difference.came_later), "{found:?}");
    let mut again = version("2026-11-03");
    again.sealed.as_mut().unwrap().version = 2;
    let now = made(&sent, Some(&again), Lang::Vi);
    assert!(value(&now, Label::Afterwards).contains("phiên bản 2"), "{now:?}");
}

#[test]
fn what_became_of_an_older_version_is_told_beside_the_newer_one() {
    let sent = version("2026-10-20");
    let mut returned =
        Report { state: ReportState::Returned, remark: "thiếu số liệu".into(), ..sent.clone() };
    returned.received_at = sent.sent_at;
    let printed = only(&made(&sent, Some(&returned), Lang::Vi).plain()).unwrap();
    let mut again = version("2026-11-03");
    again.sealed.as_mut().unwrap().version = 2;
    let fate = Fate { version: Some(&returned), report: Some(&again) };
    let now = receipt(&catalog(), &Calendar::default(), &sent, fate, Lang::Vi).unwrap();
    assert_eq!(value(&now, Label::ReceivedAt), "20/10/2026 08:05:12 (+07:00)");
    let after = value(&now, Label::Afterwards);
    assert!(after.starts_with("trả lại: thiếu số liệu; đã gửi lại, phiên bản 2"), "{after}");
    let found = compare(&printed, &now);
    assert!(found.len() == 1 && found[0].came_later, "{found:?}");
}

#[test]
fn what_stands_beside_the_receipt_is_told_and_what_is_its_own_is_not() {
    let receipt = made(&version("2026-11-01"), None, Lang::Vi);
    let (plain, page) = (receipt.plain(), crate::export::receipt::html(&receipt, None));
    for text in [&plain, &page] {
        assert_eq!(only(text).unwrap().outside, [""; 0], "{text}");
    }
    let title = Lang::Vi.words().receipt_title;
    let later = format!("{title} (ĐÚNG HẠN)");
    let forged = [
        (plain.replace(title, &later), later.as_str()),
        (plain.replacen("Báo cáo", "Nộp đúng hạn\nBáo cáo", 1), "Nộp đúng hạn"),
        (plain.replacen("Kết luận", "Nộp đúng hạn\nKết luận", 1), "Nộp đúng hạn"),
        (plain.replacen("seal:", "Nộp đúng hạn\nseal:", 1), "Nộp đúng hạn"),
        (plain.clone() + "Nộp đúng hạn\n", "Nộp đúng hạn"),
        (page.replace("<table>", "<p>Nộp đúng hạn</p>\n<table>"), "Nộp đúng hạn"),
        (page.replace("</table>", "</table>\n<p>Nộp đúng hạn</p>"), "Nộp đúng hạn"),
    ];
    for (text, said) in forged {
        let printed = only(&text).unwrap();
        assert_eq!(printed.outside, [said], "{text}");
        assert_eq!(compare(&printed, &receipt), []);
    }
    let above = only(&plain.replacen("Báo cáo", "Kết luận : ĐÚNG HẠN\nBáo cáo", 1)).unwrap();
    let found = compare(&above, &receipt);
    assert!(found.iter().any(|difference| !difference.came_later), "a line of its own: {found:?}");
}

#[test]
fn receipts_that_stand_one_behind_the_other_are_read_one_by_one() {
    let (late, early) =
        (made(&version("2026-11-01"), None, Lang::Vi), made(&version("2026-10-20"), None, Lang::En));
    let page = |receipt: &Receipt| crate::export::receipt::html(receipt, Some("MARK"));
    for text in [late.plain() + &early.plain(), page(&late) + &page(&early)] {
        let found = read(&text, "MARK");
        let [Some(first), Some(second)] = found.as_slice() else { panic!("{text}") };
        assert_eq!((compare(first, &late), compare(second, &early)), (vec![], vec![]), "{text}");
        assert_eq!((&first.outside, &second.outside), (&vec![], &vec![]), "{text}");
    }
    let forged = late.plain() + "Kết luận : ĐÚNG HẠN\n" + &early.plain();
    let found = read(&forged, "");
    let [Some(first), Some(second)] = found.as_slice() else { panic!("{forged}") };
    assert_eq!(
        (compare(first, &late).len(), compare(second, &early).len()),
        (1, 0),
        "it stands behind the first"
    );
}
