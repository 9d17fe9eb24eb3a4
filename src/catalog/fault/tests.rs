use super::*;

const TEXT: &str = "id = \"Đặng\"\n\n[[task]]\ntitle = \"ặ\"\nroles = [{ agency = \"x\" }]\n";

fn one(offset: usize, missing: Option<&str>) -> Fault {
    let mut faults = Faults::default();
    match missing {
        Some(field) => faults.lacks(offset..offset, field, FaultReason::Empty),
        None => faults.at(offset..offset, FaultReason::Empty),
    }
    faults.finish("thu.toml", TEXT).remove(0)
}

fn offset(needle: &str) -> usize {
    TEXT.find(needle).unwrap()
}

#[test]
fn columns_count_characters() {
    let fault = one(offset("ng\""), None);
    assert_eq!((fault.line, fault.column, fault.field.as_str()), (1, 9, "id"));
}

#[test]
fn fields_are_named_with_the_tables_around_them() {
    assert_eq!(one(offset("\"ặ\""), None).field, "task.title");
    assert_eq!(one(offset("\"x\""), None).field, "task.roles.agency");
    assert_eq!(one(offset("[[task]]"), Some("id")).field, "task.id");
}

#[test]
fn an_offset_behind_the_text_is_its_end() {
    assert_eq!(one(TEXT.len() + 9, None).line, 6);
}

#[test]
fn faults_read_well_in_both_languages() {
    let fault = one(offset("\"ặ\""), None);
    assert_eq!(fault.to_string(), "thu.toml:4:9: task.title: để trống; điền nội dung hoặc bỏ cả trường");
    assert_eq!(fault.english(), "thu.toml:4:9: task.title: empty; fill it in or leave the field out");
    let placeless = Fault { line: 0, column: 0, field: String::new(), ..fault };
    assert_eq!(placeless.english(), "thu.toml: empty; fill it in or leave the field out");
    let reason = FaultReason::BaselineMismatch { printed: 97.66, computed: 97.654_19 };
    assert_eq!(reason.vietnamese(), "in 97.66 nhưng tử số chia mẫu số là 97.6542");
}
