use super::*;

fn order(path: &str, after: &str) -> FaultReason {
    FaultReason::ClauseOrder { path: path.to_owned(), after: after.to_owned() }
}

#[test]
fn a_path_twice() {
    let reason = FaultReason::DuplicateId { id: "II.1".to_owned() };
    let text =
        "[[clause]]\npath = \"II.1\" #!\nheading = \"Lặp\"\nlines = [12, 12]\n\n[[clause]]\npath = \"IV\"";
    breaks("[[clause]]\npath = \"IV\"", &text.replace("[12, 12]", "[15, 15]"), "clause.path", reason);
}

#[test]
fn a_path_that_is_none() {
    let text =
        "[[clause]]\npath = \"mục 5\" #!\nheading = \"Lạ\"\nlines = [15, 15]\n\n[[clause]]\npath = \"IV\"";
    let reason = FaultReason::ClausePath { path: "mục 5".to_owned() };
    breaks("[[clause]]\npath = \"IV\"", text, "clause.path", reason);
}

/// Four lettered items in the order given, on one line each.
fn lettered(letters: [&str; 3]) -> Vec<Fault> {
    let clause = |letter: &&str| {
        format!("[[clause]]\npath = \"IV.1.{letter}\"\nheading = \"x\"\nlines = [32, 32]\n\n")
    };
    let text =
        PLAN.replacen("[[target]]", &(letters.iter().map(clause).collect::<String>() + "[[target]]"), 1);
    load_plan("thu.toml", &text, &register()).err().unwrap_or_default()
}

#[test]
fn vietnamese_letters_have_their_order() {
    assert_eq!(lettered(["d", "đ", "e"]), []);
    let found = lettered(["đ", "d", "e"]);
    assert_eq!((found[0].line, found[0].field.as_str()), (line("[[target]]") + 6, "clause.path"));
    assert_eq!(found[0].reason, order("IV.1.d", "IV.1.đ"));
}

#[test]
fn bullets_before_and_after_numbered_items() {
    let bullet = |n: u32, line: u32| {
        format!("[[clause]]\npath = \"IV#{n}\"\nheading = \"x\"\nlines = [{line}, {line}]\n\n")
    };
    let text = PLAN
        .replacen("[[clause]]\npath = \"IV.1\"", &(bullet(1, 30) + "[[clause]]\npath = \"IV.1\""), 1)
        .replacen("[[target]]", &(bullet(2, 40) + "[[target]]"), 1);
    assert!(load_plan("thu.toml", &text, &register()).is_ok());
}

#[test]
fn a_clause_above_the_one_before_it() {
    let text = "path = \"II.1#2\"\nheading = \"Tiếng Anh\"\nlines = [11, 11] #!";
    breaks(
        "path = \"II.1#2\"\nheading = \"Tiếng Anh\"\nlines = [13, 14]",
        text,
        "clause.lines",
        order("II.1#2", "II.1#1"),
    );
}

#[test]
fn a_clause_without_its_parent() {
    let text = "[[clause]]\npath = \"III.2\" #!\nheading = \"Mồ côi\"\nlines = [25, 25]\n\n[[clause]]\npath = \"IV\"";
    let reason = FaultReason::ClauseWithoutParent { parent: "III".to_owned() };
    breaks("[[clause]]\npath = \"IV\"", text, "clause.path", reason);
}

#[test]
fn lines_that_run_backwards() {
    let reason = FaultReason::LinesReversed { from: 12, to: 11 };
    breaks("lines = [12, 12]", "lines = [12, 11] #!", "clause.lines", reason);
}

#[test]
fn lines_outside_the_parent() {
    let reason = FaultReason::LinesOutsideParent { parent: "II.1".to_owned(), from: 11, to: 15 };
    breaks("lines = [13, 14]", "lines = [13, 16] #!", "clause.lines", reason);
}
