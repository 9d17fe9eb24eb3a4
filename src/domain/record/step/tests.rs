use super::*;
use crate::domain::record::Sealed;
use crate::domain::testing::sent;

fn draft() -> Report {
    let on_paper = sent("s1/IV.7.a", 2026, "nv", "2026-10-20T08:00:00+07:00");
    Report { state: ReportState::Draft, sent_at: None, ..on_paper }
}

fn submitted() -> Report {
    Report { state: ReportState::AwaitingApproval, author: Some("lan".into()), ..draft() }
}

fn sent_by(approved_by: &str) -> Report {
    Report { state: ReportState::Sent, sealed: Some(Sealed::asked(approved_by, None)), ..submitted() }
}

#[test]
fn the_one_who_approves_is_not_the_author() {
    let old = submitted();
    assert_eq!(check_step(Some(&old), &sent_by("minh")), Ok(()));
    assert_eq!(check_step(Some(&old), &sent_by("lan")), Err(StepFault::OwnApproval));
    assert_eq!(check_step(Some(&old), &sent_by(" ")), Err(StepFault::NoApproval));
    assert_eq!(check_step(Some(&old), &sent_by(" LAN ")), Err(StepFault::OwnApproval), "the same person");
}

#[test]
fn what_is_sent_is_what_was_submitted_word_for_word() {
    let unsubmitted = Err(StepFault::NotSubmitted);
    assert_eq!(check_step(Some(&draft()), &sent_by("minh")), unsubmitted, "nobody submitted it");
    assert_eq!(check_step(None, &sent_by("minh")), unsubmitted);
    let withdrawn = Report { results: "bản mới hơn".into(), ..draft() };
    assert_eq!(check_step(Some(&withdrawn), &sent_by("minh")), unsubmitted, "its author took it back");
    let rewritten = Report { results: "khác".into(), ..sent_by("minh") };
    assert_eq!(check_step(Some(&submitted()), &rewritten), unsubmitted);
    let renamed = Report { author: Some("hoa".into()), ..sent_by("lan") };
    assert_eq!(
        check_step(Some(&submitted()), &renamed),
        Err(StepFault::OwnApproval),
        "the author is the one who submitted"
    );
    let on_paper = sent("s1/IV.7.a", 2026, "nv", "2026-10-20T08:00:00+07:00");
    assert_eq!(check_step(Some(&on_paper), &sent_by("minh")), unsubmitted, "what went on paper gets no seal");
}

#[test]
fn what_is_sent_keeps_its_text_whatever_the_desk_does() {
    let old = sent_by("minh");
    let received = Report { state: ReportState::Received, ..old.clone() };
    let back = |remark: &str| Report { state: ReportState::Returned, remark: remark.into(), ..old.clone() };
    assert_eq!(check_step(Some(&old), &received), Ok(()));
    assert_eq!(check_step(Some(&received), &back("thiếu số")), Ok(()), "it may be given back later too");
    assert_eq!(check_step(Some(&old), &back(" ")), Err(StepFault::NoRemark));
    for bad in [
        Report { results: "khác".into(), ..received },
        Report { sealed: Some(Sealed::asked("hoa", None)), ..old.clone() },
        Report { author: Some("hoa".into()), ..old.clone() },
        Report { state: ReportState::Draft, ..old.clone() },
        submitted(),
    ] {
        assert_eq!(check_step(Some(&old), &bad), Err(StepFault::Frozen), "{bad:?}");
    }
}

#[test]
fn only_what_was_sent_is_taken_or_given_back() {
    let received = Report { state: ReportState::Received, ..submitted() };
    let returned = Report { state: ReportState::Returned, remark: "sửa".into(), ..submitted() };
    assert_eq!(check_step(Some(&submitted()), &received), Err(StepFault::NotSent));
    assert_eq!(check_step(None, &returned), Err(StepFault::NotSent));
    assert_eq!(check_step(Some(&returned), &Report { results: "mới".into(), ..returned.clone() }), Ok(()));
}

#[test]
fn undo_ends_where_others_rely_on_it() {
    let returned = Report { state: ReportState::Returned, ..sent_by("minh") };
    assert!(can_be_taken_back(None, &draft()) && can_be_taken_back(Some(&draft()), &submitted()));
    assert!(!can_be_taken_back(Some(&submitted()), &sent_by("minh")));
    assert!(!can_be_taken_back(Some(&sent_by("minh")), &returned));
    assert!(can_be_taken_back(Some(&returned), &submitted()), "the new version is not sent yet");
    let on_paper = sent("s1/IV.7.a", 2026, "nv", "2026-10-20T08:00:00+07:00");
    assert!(can_be_taken_back(Some(&draft()), &on_paper), "nothing left through the program");
}
