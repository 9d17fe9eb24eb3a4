use super::*;

#[test]
fn every_problem_names_the_place_and_the_reason_in_both_languages() {
    let why = || "lý do".to_owned();
    let problems = [
        Problem::NoFolder(why()),
        Problem::NotAFile,
        Problem::Unreadable(why()),
        Problem::Unwritable(why()),
        Problem::NotADatabase,
        Problem::NotTiendo,
        Problem::Newer { found: 9, known: 1 },
        Problem::Busy,
        Problem::Full,
        Problem::Backup(why()),
        Problem::Update { version: 2, reason: why() },
        Problem::Other(why()),
    ];
    for problem in problems {
        let has_reason = format!("{problem:?}").contains("lý do");
        let error = OpenError::new(Path::new("/srv/dữ liệu.db"), problem);
        for text in [error.text(true), error.text(false)] {
            assert!(text.contains("/srv/dữ liệu.db"), "{text}");
            assert_eq!(text.contains("lý do"), has_reason, "{text}");
            // What is the matter, then what to do.
            assert!(text.matches(". ").count() >= 1 && text.ends_with('.'), "{text}");
        }
        assert!(error.text(true).chars().any(|c| "ảạấậếệễộờửữướợị".contains(c)), "{}", error.text(true));
        assert_eq!(error.to_string(), error.text(false));
    }
}
