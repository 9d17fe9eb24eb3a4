use super::*;
use crate::text::paper::samples::{hostile, layout, letter, report, table};
use crate::text::paper::{Annex, IssueDate};

#[test]
fn the_page_stands_by_itself() {
    let page = html(&report(IssueDate::Year(2026)), &layout());
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">"));
    for outside in ["<script", "http", "url(", "@import", "src=", "href="] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm"));
}

#[test]
fn every_part_of_a_letter_is_there() {
    let page = html(&letter(), &layout());
    for part in [
        "<p class=\"about\">V/v đôn đốc gửi báo cáo</p>",
        "<p class=\"to\">Kính gửi: Ủy ban nhân dân tỉnh</p>",
        "<h2>I. KẾT QUẢ</h2>",
        "<p class=\"body\">Trên đây là báo cáo của Sở./.</p>",
        "<li>- Lưu: VT, CCVC.</li>",
        "<p class=\"name\">Hoàng Thị Mai</p>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<h1>"));
}

#[test]
fn a_table_in_a_wide_annex_has_its_head_and_its_columns() {
    let mut paper = report(IssueDate::Year(2026));
    paper.annexes = vec![Annex { title: "Danh sách".into(), blocks: vec![table(200)], landscape: true }];
    let page = html(&paper, &layout());
    assert!(page.contains("<section class=\"annex wide\">") && page.contains("<thead>"));
    assert_eq!(page.matches("<td class=\"right\">97,65</td>").count(), 200);
    assert!(page.contains("<col style=\"width:66.67%\">"));
}

#[test]
fn hostile_text_stays_text() {
    let mut layout = layout();
    layout.font = "x\"} </style><script>".into();
    layout.words.motto = "<script>alert(1)</script>".into();
    let page = html(&hostile(), &layout);
    assert!(!page.contains("<w:b>") && !page.contains("<script"), "{page}");
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("&lt;w:b&gt;&amp;amp;&quot;&#39;&lt;/w:p&gt;"));
    assert!(page.chars().all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}' || c == '\u{ffff}')));
}
