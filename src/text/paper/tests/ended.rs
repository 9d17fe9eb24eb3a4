//! The end mark of the body, and paragraphs parted by lines.

use super::*;

fn body(blocks: Vec<Block>) -> Vec<Block> {
    parts(&Paper { body: blocks, ..report(IssueDate::Year(2026)) }, &layout()).body
}

fn last(text: &str) -> String {
    match body(vec![Block::text("Mở đầu./."), Block::text(text)]).as_slice() {
        [Block::Paragraph(first), Block::Paragraph(last)] if first == "Mở đầu." => last.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_last_text_bears_the_mark_once() {
    assert_eq!(last("xem xét, chỉ đạo"), "xem xét, chỉ đạo./.");
    assert_eq!(last("xem xét, chỉ đạo."), "xem xét, chỉ đạo./.");
    assert_eq!(last("xem xét, chỉ đạo./."), "xem xét, chỉ đạo./.");
    assert_eq!(last("xem xét, chỉ đạo;"), "xem xét, chỉ đạo./.");
    assert_eq!(last("xem xét (năm 2026)"), "xem xét (năm 2026)./.");
}

#[test]
fn behind_a_table_the_mark_stands_by_itself() {
    let ended = body(vec![Block::text("Như sau:"), table(1), Block::PageBreak]);
    assert_eq!(ended.first(), Some(&Block::text("Như sau:")));
    assert_eq!(ended.last(), Some(&Block::text("./.")));
    assert_eq!(ended.len(), 3);
}

#[test]
fn an_empty_body_has_no_mark() {
    assert_eq!(body(vec![Block::text(" \n "), Block::PageBreak]), []);
}

#[test]
fn lines_are_paragraphs_and_lines_with_a_dash_are_items() {
    let ended = body(vec![Block::text("Đề nghị:\n- Sở Y tế gửi số liệu;\n\n– Sở Xây dựng rà soát")]);
    let items = [
        Block::text("Đề nghị:"),
        Block::Dash("Sở Y tế gửi số liệu;".into()),
        Block::Dash("Sở Xây dựng rà soát./.".into()),
    ];
    assert_eq!(ended, items);
    assert_eq!(body(vec![Block::Dash("- Sở Y tế".into())]), [Block::Dash("Sở Y tế./.".into())]);
}

#[test]
fn rows_have_as_many_cells_as_there_are_columns() {
    let column = Column { head: "STT".into(), share: 0, align: Align::Center };
    let rows = vec![vec!["1".to_owned(), "thừa".to_owned()], Vec::new()];
    let ended = body(vec![Block::Table(Table { columns: vec![column], rows })]);
    let Some(Block::Table(table)) = ended.first() else { panic!("{ended:?}") };
    assert_eq!(table.rows, [vec!["1".to_owned()], vec![String::new()]]);
    assert_eq!(table.columns[0].share, 1);
}
