//! A small document for the tests of everything that draws one.

use super::{Annex, Block, Column, IssueDate, Kind, Level, Paper, Recipients, Signature, Table};
use crate::catalog::bundled_layout;
use crate::text::paper::{Align, Layout};

/// The layout that comes with the program.
pub fn layout() -> Layout {
    bundled_layout().unwrap()
}

/// A report of two paragraphs, numbered 7 and of the day given.
pub fn report(date: IssueDate) -> Paper {
    Paper {
        superior: Some("Ủy ban nhân dân tỉnh Lạng Sơn".into()),
        issuer: "Sở Nội vụ".into(),
        number: Some(7),
        symbol: "BC-SNV".into(),
        place: "Lạng Sơn".into(),
        date,
        kind: Kind::Named { title: "Báo cáo".into(), subject: "Kết quả năm 2026".into() },
        addressees: vec!["Ủy ban nhân dân tỉnh".into()],
        body: vec![
            Block::Heading(Level::One, "I. KẾT QUẢ".into()),
            Block::text("Đã hoàn thành 12/14 nhiệm vụ."),
            Block::text("Trên đây là báo cáo của Sở."),
        ],
        signature: Signature {
            authority: vec!["KT. Giám đốc".into()],
            position: "Phó Giám đốc".into(),
            name: "Hoàng Thị Mai".into(),
        },
        recipients: Recipients { copies: vec!["Lãnh đạo Sở".into()], drafting_unit: "CCVC".into() },
        annexes: Vec::new(),
    }
}

/// The same as a letter.
pub fn letter() -> Paper {
    let subject = "đôn đốc gửi báo cáo".into();
    Paper { kind: Kind::Letter { subject }, symbol: "SNV-CCVC".into(), ..report(IssueDate::Year(2026)) }
}

/// A table of three columns and `count` rows.
pub fn table(count: usize) -> Block {
    let columns = vec![
        Column::new("STT", 1, Align::Center),
        Column::new("Nhiệm vụ", 6, Align::Left),
        Column::new("Kết quả (%)", 2, Align::Right),
    ];
    let row = |at| vec![format!("Nhiệm vụ thứ {at} của kế hoạch"), "97,65".into()];
    Block::Table(Table::counted(columns, (1..=count).map(row)))
}

/// A document whose every text is hostile: markup, escape sequences, a bidi control, letters with loose marks.
pub fn hostile() -> Paper {
    let text = || "<w:b>&amp;\"'</w:p>\u{1b}[31m\u{202e}\u{0}\u{ffff}\nSo\u{031b}\u{0309}".to_owned();
    Paper {
        superior: Some(text()),
        issuer: text(),
        number: Some(u32::MAX),
        symbol: text(),
        place: text(),
        date: IssueDate::Month(13, -1),
        kind: Kind::Named { title: text(), subject: text() },
        addressees: vec![text(), text()],
        body: vec![
            Block::Heading(Level::Three, text()),
            Block::Paragraph(text()),
            Block::Dash(text()),
            Block::Table(Table {
                columns: vec![Column { head: text(), share: 0, align: Align::Left }],
                rows: vec![vec![text(), text()], Vec::new()],
            }),
            Block::Table(Table::default()),
        ],
        signature: Signature { authority: vec![text()], position: text(), name: text() },
        recipients: Recipients { copies: vec![text()], drafting_unit: text() },
        annexes: vec![Annex { title: text(), blocks: vec![Block::text(text())], landscape: true }; 2],
    }
}
