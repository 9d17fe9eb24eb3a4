//! The table that an agency fills in and sends back: figures on the first sheet, texts on the second, each row with
//! the keys by which it is known again.

use chrono::NaiveDate;

use crate::domain::catalog::Catalog;
use crate::domain::enclosure::{figure_in_period, measured_targets};
use crate::domain::indicator::Target;
use crate::domain::record::{Report, ReportKey};
use crate::text::sheet::{Cell, Column, Kind, Sheet};
use crate::text::words::Lang;

/// A column of the table: its key, and its name in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the program calls it.
    pub key: &'static str,
    /// Its heads: Vietnamese, English.
    pub names: [&'static str; 2],
}

const fn field(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    Field { key, names: [vi, en] }
}

/// Keys of a row of both sheets.
pub const KEYS: [Field; 3] = [
    field("obligation", "Mã nghĩa vụ", "Obligation id"),
    field("period", "Kỳ", "Period"),
    field("agency", "Mã cơ quan", "Agency id"),
];
/// The key of a row of figures.
pub const TARGET: Field = field("target", "Mã chỉ tiêu", "Target id");
/// The numerator.
pub const NUMERATOR: Field = field("numerator", "Tử số", "Numerator");
/// The denominator.
pub const DENOMINATOR: Field = field("denominator", "Mẫu số", "Denominator");
/// The figure, where it has no numerator and denominator.
pub const VALUE: Field = field("value", "Giá trị", "Value");
/// The day of the figure.
pub const AS_OF: Field = field("as_of", "Ngày số liệu", "As of");
/// How firm it is.
pub const QUALITY: Field = field("quality", "Loại số", "Quality");
/// Where it comes from.
pub const SOURCE: Field = field("source", "Nguồn", "Source");
/// Which part of the report.
pub const PART: Field = field("part", "Phần", "Part");
/// Its text.
pub const TEXT: Field = field("text", "Nội dung", "Text");

/// The parts in the order of [`Report::texts`]: keys, and names in both languages.
pub const PARTS: [Field; 4] = [
    field("results", "Kết quả thực hiện", "Results"),
    field("obstacles", "Khó khăn, vướng mắc", "Obstacles"),
    field("proposals", "Đề xuất, kiến nghị", "Proposals"),
    field("evidence", "Minh chứng", "Evidence"),
];

/// Both sheets for one report, with what is known of it already.
pub fn fill_in(catalog: &Catalog, key: &ReportKey, day: NaiveDate, lang: Lang) -> Vec<Sheet> {
    let form = Form { catalog, key, lang };
    vec![form.figures(&measured_targets(catalog, key, day)), form.texts()]
}

struct Form<'a> {
    catalog: &'a Catalog,
    key: &'a ReportKey,
    lang: Lang,
}

impl Form<'_> {
    fn head(&self, field: Field) -> &'static str {
        let [vi, en] = field.names;
        self.lang.pick(vi, en)
    }

    fn key_columns(&self) -> impl Iterator<Item = Column> {
        KEYS.map(|field| Column::new(self.head(field), Kind::Text).wide(18)).into_iter()
    }

    fn keys(&self) -> Vec<Cell> {
        let (obligation, agency) = (self.key.obligation.to_string(), self.key.agency.to_string());
        [obligation, self.key.period.to_string(), agency].map(Cell::Text).into()
    }

    fn figures(&self, targets: &[&Target]) -> Sheet {
        let text = |field, width| Column::new(self.head(field), Kind::Text).wide(width);
        let number = |field| Column::new(self.head(field), Kind::Number { decimals: 2 });
        let more = [
            text(TARGET, 28),
            Column::new(self.lang.pick("Chỉ tiêu", "Indicator"), Kind::Text).wide(50),
            Column::new(self.lang.pick("Đơn vị tính", "Unit"), Kind::Text).wide(14),
            number(NUMERATOR),
            number(DENOMINATOR),
            number(VALUE),
            Column::new(self.head(AS_OF), Kind::Day),
            text(QUALITY, 12),
            text(SOURCE, 30),
        ];
        let mut sheet =
            Sheet::new(self.lang.pick("Số liệu", "Figures"), self.key_columns().chain(more).collect());
        sheet.rows = targets.iter().map(|target| self.figure(target)).collect();
        sheet
    }

    fn figure(&self, target: &Target) -> Vec<Cell> {
        let known = figure_in_period(self.catalog.shelf(), self.key, &target.id);
        let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
        let named = [target.id.to_string(), target.indicator.clone(), target.unit.clone()].map(Cell::Text);
        let mut row = self.keys();
        row.extend(named);
        let Some(known) = known else { return row };
        row.extend([known.numerator, known.denominator, known.value].map(number));
        row.push(Cell::Day(known.as_of));
        row.push(Cell::Text(super::figure::quality_text(known.quality, self.lang).to_owned()));
        row.push(Cell::Text(known.source.clone()));
        row
    }

    fn texts(&self) -> Sheet {
        let (part, text) = (self.head(PART), self.head(TEXT));
        let more = [Column::new(part, Kind::Text).wide(24), Column::new(text, Kind::Text).wide(90)];
        let mut sheet =
            Sheet::new(self.lang.pick("Nội dung", "Texts"), self.key_columns().chain(more).collect());
        let report = self.catalog.shelf().report(self.key);
        let blank = || Report::blank(self.key);
        let report = report.unwrap_or_else(blank);
        for (part, text) in PARTS.into_iter().zip(report.texts()) {
            let text = if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
            let mut row = self.keys();
            row.extend([Cell::Text(self.head(part).to_owned()), text]);
            sheet.rows.push(row);
        }
        sheet
    }
}

/// The name under which an agency's table goes out, without its ending.
pub fn file_name(catalog: &Catalog, key: &ReportKey) -> String {
    format!("bang-so-lieu-{}-{}", catalog.short_name(&key.agency), key.period)
}
