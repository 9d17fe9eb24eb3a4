//! A compiled report as text and on paper: its parts, the table of figures, who is missing, the proposals.
//!
//! What nobody rewrote stands under the name of its agency; the source of every paragraph goes along, to be printed or
//! not. Written in Vietnamese whatever the language of the screen.

use chrono::NaiveDate;

use super::date::format_date;
use super::letterhead::letterhead;
use super::number::{format_decimals, format_number};
use super::paper::{Align, Annex, Block, Column, Kind, Level, Paper, Table};
use super::sheet::{self, Cell, Sheet};
use super::words::Lang;
use crate::domain::catalog::Catalog;
use crate::domain::compilation::{
    Compilation, Composed, Gathering, Paragraph, ProvincialFigure, SECTIONS, Section, provincial_figures,
};
use crate::domain::ids::AgencyId;
use crate::domain::record::{Quality, ReportKey};

/// Everything that a compiled report is made of.
pub struct Compiled<'a> {
    /// Plans and agencies.
    pub catalog: &'a Catalog,
    /// Which report.
    pub key: &'a ReportKey,
    /// What was settled about it.
    pub choice: &'a Compilation,
    /// What came in.
    pub gathering: &'a Gathering,
    /// The paragraphs of what came in.
    pub paragraphs: &'a [Paragraph],
    /// The day of the document.
    pub today: NaiveDate,
}

/// The heading of a part on paper.
pub fn section_title(section: Section) -> &'static str {
    match section {
        Section::Results => "Kết quả thực hiện",
        Section::Obstacles => "Khó khăn, vướng mắc",
        Section::Proposals => "Đề xuất, kiến nghị",
    }
}

impl Compiled<'_> {
    /// The text of a part: a line for each paragraph, with the name of its agency where nobody rewrote it.
    pub fn section_text(&self, section: Section) -> String {
        self.lines_of(section).map(|(line, _)| line).collect::<Vec<_>>().join("\n")
    }

    fn lines_of(&self, section: Section) -> impl Iterator<Item = (String, String)> {
        let composed = self.choice.composed(section, self.paragraphs).into_iter();
        composed.map(|piece| (self.line(&piece), self.sources(&piece)))
    }

    fn line(&self, piece: &Composed) -> String {
        match piece.sources.first() {
            Some(source) if !piece.rewritten => {
                format!("{}: {}", self.catalog.short_name(&source.report.agency), piece.text)
            }
            _ => piece.text.clone(),
        }
    }

    fn sources(&self, piece: &Composed) -> String {
        let mut names: Vec<&str> =
            piece.sources.iter().map(|source| self.catalog.short_name(&source.report.agency)).collect();
        names.dedup();
        names.join(", ")
    }

    /// The figures of the province.
    pub fn figures(&self) -> Vec<ProvincialFigure> {
        provincial_figures(self.catalog, self.gathering)
    }

    /// "Tổng hợp từ báo cáo của 31/78 cơ quan".
    pub fn basis(&self) -> String {
        format!("{}/{}", self.gathering.arrived.len(), self.gathering.total())
    }

    /// The whole document, ready to be numbered and signed; `None`: its agency is gone from the register.
    pub fn paper(&self) -> Option<Paper> {
        let period = Lang::Vi.period(self.key.period);
        let plan = self.catalog.obligation(&self.key.obligation);
        let short = plan.map_or("", |(plan, _)| plan.short.as_str());
        let subject = format!("Kết quả thực hiện {short} {period}");
        let kind = Kind::Named { title: "Báo cáo".into(), subject };
        let mut paper = letterhead(self.catalog.agency(&self.key.agency)?, kind, self.today);
        if let Some((_, obligation)) = plan {
            let receivers = std::iter::once(&obligation.recipient).chain(&obligation.also_to);
            paper.addressees = receivers.map(|agency| self.full_name(agency)).collect();
        }
        paper.body = self.body(short, &period);
        paper.annexes = self.annexes();
        Some(paper)
    }

    fn full_name(&self, agency: &AgencyId) -> String {
        self.catalog.agency(agency).map_or(agency.as_str(), |agency| &agency.name).to_owned()
    }

    fn body(&self, short: &str, period: &str) -> Vec<Block> {
        let issuer = self.full_name(&self.key.agency);
        let mut body = vec![Block::text(format!(
            "{issuer} báo cáo kết quả thực hiện {short} {period}, tổng hợp từ báo cáo của {} cơ quan, đơn vị \
             (tính đến ngày {}), như sau:",
            self.basis(),
            format_date(self.today)
        ))];
        for (number, section) in ["I", "II", "III"].into_iter().zip(SECTIONS) {
            body.push(Block::Heading(
                Level::One,
                format!("{number}. {}", section_title(section).to_uppercase()),
            ));
            let before = body.len();
            body.extend(
                self.lines_of(section).map(|(line, source)| Block::Paragraph {
                    text: format!("- {line}"),
                    source: Some(source),
                }),
            );
            if body.len() == before {
                body.push(Block::text("Không có."));
            }
        }
        body.push(Block::text(format!("Trên đây là báo cáo của {issuer}.")));
        body
    }

    fn annexes(&self) -> Vec<Annex> {
        let mut annexes = Vec::new();
        let figures = self.figures();
        if !figures.is_empty() {
            annexes.push(Annex {
                title: "Số liệu các chỉ tiêu của tỉnh".into(),
                blocks: vec![
                    Block::text(format!("Số liệu của {} cơ quan đã gửi báo cáo.", self.basis())),
                    Block::Table(self.figure_table(&figures)),
                ],
                landscape: true,
            });
        }
        annexes.extend(self.proposal_annex());
        if !self.gathering.missing.is_empty() {
            let rows = self.gathering.missing.iter().enumerate();
            let rows = rows.map(|(at, agency)| vec![(at + 1).to_string(), self.full_name(agency)]).collect();
            let columns = vec![column("STT", 1, Align::Center), column("Cơ quan, đơn vị", 9, Align::Left)];
            annexes.push(Annex {
                title: "Cơ quan, đơn vị chưa gửi báo cáo".into(),
                blocks: vec![Block::Table(Table { columns, rows })],
                landscape: false,
            });
        }
        annexes
    }

    /// The proposals with their addressees and answers; `None`: there are none.
    fn proposal_annex(&self) -> Option<Annex> {
        let proposals = self.choice.composed(Section::Proposals, self.paragraphs);
        let rows = proposals.iter().enumerate().map(|(at, piece)| {
            let pursued = piece.sources.iter().find_map(|source| self.catalog.settled().proposal(source));
            let addressee = pursued.map(|pursued| pursued.addressee.clone()).unwrap_or_default();
            let answer = pursued.map(|pursued| pursued.answer.clone()).unwrap_or_default();
            vec![(at + 1).to_string(), self.sources(piece), piece.text.clone(), addressee, answer]
        });
        let columns = vec![
            column("STT", 1, Align::Center),
            column("Cơ quan kiến nghị", 4, Align::Left),
            column("Nội dung", 8, Align::Left),
            column("Gửi đến", 3, Align::Left),
            column("Trả lời", 4, Align::Left),
        ];
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| Annex {
            title: "Đề xuất, kiến nghị của các cơ quan, đơn vị".into(),
            blocks: vec![Block::Table(Table { columns, rows })],
            landscape: true,
        })
    }

    fn figure_table(&self, figures: &[ProvincialFigure]) -> Table {
        let columns = vec![
            column("STT", 1, Align::Center),
            column("Chỉ tiêu", 8, Align::Left),
            column("Đơn vị tính", 2, Align::Left),
            column("Toàn tỉnh", 2, Align::Right),
            column("Tử số / mẫu số", 4, Align::Right),
            column("Số nơi báo cáo", 2, Align::Right),
            column("Loại số", 2, Align::Left),
        ];
        let row = |(at, figure): (usize, &ProvincialFigure)| {
            let target = self.catalog.target(&figure.target).map(|(_, target)| target);
            vec![
                (at + 1).to_string(),
                target.map(|target| target.indicator.clone()).unwrap_or_default(),
                target.map(|target| target.unit.clone()).unwrap_or_default(),
                figure.value.map_or("không cộng được".to_owned(), |value| format_decimals(value, 2)),
                ratio(figure),
                format!("{}/{}", figure.given.len(), self.gathering.total()),
                figure.quality.map(quality).unwrap_or_default().to_owned(),
            ]
        };
        Table { columns, rows: figures.iter().enumerate().map(row).collect() }
    }

    /// The table of figures, who gave what, and who is missing, as sheets of a workbook.
    pub fn sheets(&self) -> Vec<Sheet> {
        vec![self.figure_sheet(), self.contribution_sheet(), self.missing_sheet()]
    }

    fn figure_sheet(&self) -> Sheet {
        let columns =
            [("Chỉ tiêu", 50), ("Đơn vị tính", 14), ("Toàn tỉnh", 12), ("Tử số", 12), ("Mẫu số", 12)];
        let mut sheet = sheet_of("Chi tieu", &columns);
        sheet.columns.push(sheet::Column::new("Số nơi báo cáo", sheet::Kind::Number { decimals: 0 }));
        for figure in self.figures() {
            let target = self.catalog.target(&figure.target).map(|(_, target)| target);
            let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
            sheet.rows.push(vec![
                text(target.map_or("", |target| &target.indicator)),
                text(target.map_or("", |target| &target.unit)),
                number(figure.value),
                number(figure.numerator),
                number(figure.denominator),
                Cell::Number(figure.given.len() as f64),
            ]);
        }
        sheet
    }

    fn contribution_sheet(&self) -> Sheet {
        let columns = [("Chỉ tiêu", 50), ("Cơ quan", 30), ("Giá trị", 12), ("Tử số", 12), ("Mẫu số", 12)];
        let mut sheet = sheet_of("Nguon", &columns);
        sheet.columns.push(sheet::Column::new("Số đến ngày", sheet::Kind::Day));
        for figure in self.figures() {
            let target = self.catalog.target(&figure.target).map_or("", |(_, target)| &target.indicator);
            for given in &figure.given {
                let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
                sheet.rows.push(vec![
                    text(target),
                    text(self.catalog.short_name(&given.agency)),
                    number(given.figure.value),
                    number(given.figure.numerator),
                    number(given.figure.denominator),
                    Cell::Day(given.figure.as_of),
                ]);
            }
        }
        sheet
    }

    fn missing_sheet(&self) -> Sheet {
        let mut sheet = sheet_of("Chua gui", &[("Cơ quan, đơn vị chưa gửi báo cáo", 60)]);
        sheet.rows =
            self.gathering.missing.iter().map(|agency| vec![text(&self.full_name(agency))]).collect();
        sheet
    }
}

/// "= 1.102 / 3.410", or nothing where there is no sum.
fn ratio(figure: &ProvincialFigure) -> String {
    match (figure.numerator, figure.denominator) {
        (Some(numerator), Some(denominator)) => {
            format!("{} / {}", format_number(numerator), format_number(denominator))
        }
        _ => String::new(),
    }
}

fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Estimate => "ước",
        Quality::Provisional => "sơ bộ",
        Quality::Final => "chính thức",
    }
}

fn column(head: &str, share: u16, align: Align) -> Column {
    Column { head: head.to_owned(), share, align }
}

fn sheet_of(name: &str, columns: &[(&str, u16)]) -> Sheet {
    let numbers = ["Toàn tỉnh", "Tử số", "Mẫu số", "Giá trị"];
    let columns = columns.iter().map(|(head, width)| {
        let number = sheet::Kind::Number { decimals: 2 };
        sheet::Column::new(head, if numbers.contains(head) { number } else { sheet::Kind::Text }).wide(*width)
    });
    Sheet::new(name, columns.collect())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}
