//! Annexes: those of the document, and the list of addressees that are too many for the first page.

use super::{body, capitals, clean, date, is_list, names, number, numerals};
use crate::text::paper::layout::FixedWords;
use crate::text::paper::{Align, Annex, AnnexParts, Block, Column, Kind, Layout, Paper, Table};

/// Every annex, the list of addressees last.
pub(super) fn annexes(paper: &Paper, layout: &Layout) -> Vec<AnnexParts> {
    let words = &layout.words;
    let names = names(&paper.addressees);
    let list = is_list(&names, layout).then(|| list(&names, words));
    let annexes: Vec<&Annex> = paper.annexes.iter().chain(&list).collect();
    let note = note(paper, words);
    let alone = annexes.len() == 1;
    let annex = |(at, annex): (usize, &&Annex)| AnnexParts {
        label: if alone {
            words.annex.clone()
        } else {
            format!("{} {}", words.annex, numerals::roman(at + 1))
        },
        title: capitals(&annex.title),
        note: note.clone(),
        blocks: body::clean_blocks(&annex.blocks),
        landscape: annex.landscape,
    };
    annexes.iter().enumerate().map(annex).collect()
}

/// "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ)" (mục III.1.c).
fn note(paper: &Paper, words: &FixedWords) -> String {
    let kind = match &paper.kind {
        Kind::Named { title, .. } => clean(title),
        Kind::Letter { .. } => words.letter_kind.clone(),
    };
    let document = words.report_number.replace("{kind}", &kind).replace("{number}", &number(paper));
    let dated = format!("{document} {}", date(paper.date, words));
    words.annex_note.replace("{document}", &dated).replace("{issuer}", &clean(&paper.issuer))
}

fn list(names: &[String], words: &FixedWords) -> Annex {
    let columns = vec![
        Column::new(&words.list_ordinal, 1, Align::Center),
        Column::new(&words.list_name, 10, Align::Left),
    ];
    let table = Table::counted(columns, names.iter().map(|name| vec![name.clone()]));
    Annex { title: words.list_title.clone(), blocks: vec![Block::Table(table)], landscape: false }
}
