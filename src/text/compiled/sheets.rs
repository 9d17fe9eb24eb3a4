//! The tables of a compiled report for a workbook: the figures, who gave what, who is missing.

use super::Compiled;
use crate::domain::record::Quality;
use crate::text::figure::quality_text;
use crate::text::sheet::{self, Cell, Sheet};
use crate::text::words::Lang;

impl Compiled<'_> {
    /// The table of figures, who gave what, and who is missing, as sheets of a workbook.
    pub fn sheets(&self) -> Vec<Sheet> {
        vec![self.figure_sheet(), self.contribution_sheet(), self.missing_sheet()]
    }

    fn figure_sheet(&self) -> Sheet {
        let columns =
            [("Chỉ tiêu", 50), ("Đơn vị tính", 14), ("Toàn tỉnh", 12), ("Tử số", 12), ("Mẫu số", 12)];
        let mut sheet = sheet_of("Chỉ tiêu", &columns);
        sheet.columns.push(sheet::Column::new("Số nơi báo cáo", sheet::Kind::Number { decimals: 0 }));
        sheet.columns.push(sheet::Column::new("Loại số", sheet::Kind::Text).wide(12));
        sheet.columns.push(sheet::Column::new("Ghi chú", sheet::Kind::Text).wide(50));
        for figure in self.figures {
            let target = self.catalog.target(&figure.target).map(|(_, target)| target);
            let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
            sheet.rows.push(vec![
                text(target.map_or("", |target| &target.indicator)),
                text(target.map_or("", |target| &target.unit)),
                number(figure.value),
                number(figure.numerator),
                number(figure.denominator),
                Cell::Number(figure.given.len() as f64),
                figure.quality.map_or(Cell::Empty, quality),
                self.note(figure).map_or(Cell::Empty, Cell::Text),
            ]);
        }
        sheet
    }

    fn contribution_sheet(&self) -> Sheet {
        let columns = [("Chỉ tiêu", 50), ("Cơ quan", 30), ("Giá trị", 12), ("Tử số", 12), ("Mẫu số", 12)];
        let mut sheet = sheet_of("Nguồn", &columns);
        sheet.columns.push(sheet::Column::new("Loại số", sheet::Kind::Text).wide(12));
        sheet.columns.push(sheet::Column::new("Số đến ngày", sheet::Kind::Day));
        for figure in self.figures {
            let target = self.catalog.target(&figure.target).map_or("", |(_, target)| &target.indicator);
            for given in &figure.given {
                let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
                sheet.rows.push(vec![
                    text(target),
                    text(&self.full_name(&given.agency)),
                    number(given.figure.value),
                    number(given.figure.numerator),
                    number(given.figure.denominator),
                    quality(given.figure.quality),
                    Cell::Day(given.figure.as_of),
                ]);
            }
        }
        sheet
    }

    fn missing_sheet(&self) -> Sheet {
        let mut sheet = sheet_of("Chưa gửi", &[("Cơ quan, đơn vị chưa gửi báo cáo", 60)]);
        sheet.rows =
            self.gathering.missing.iter().map(|agency| vec![text(&self.full_name(agency))]).collect();
        sheet
    }
}

fn sheet_of(name: &str, columns: &[(&str, u16)]) -> Sheet {
    let numbers = ["Toàn tỉnh", "Tử số", "Mẫu số", "Giá trị"];
    let columns = columns.iter().map(|(head, width)| {
        let number = sheet::Kind::Number { decimals: 2 };
        sheet::Column::new(head, if numbers.contains(head) { number } else { sheet::Kind::Text }).wide(*width)
    });
    Sheet::new(name, columns.collect())
}

fn quality(quality: Quality) -> Cell {
    text(quality_text(quality, Lang::Vi))
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}
