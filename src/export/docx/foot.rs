//! What stands below the body: Nơi nhận and the signature, kept together; and two columns without borders.

use super::para::Para;
use super::units::twips;
use crate::text::paper::{Layout, Parts};

/// Points in a millimetre.
const PT: f64 = 72.0 / 25.4;

/// Nơi nhận at the left, the signature at the right.
pub(super) fn foot(parts: &Parts, layout: &Layout) -> String {
    let width = layout.text_width();
    let columns = (width * 0.47, width * 0.53);
    two_columns(columns, &[(recipients(parts, layout), signature(parts, layout))])
}

fn recipients(parts: &Parts, layout: &Layout) -> String {
    let size = &layout.size;
    let mut xml =
        Para::of_size(size.recipients_label).bold().italic().spaced(12.0, 0.0).xml(&layout.words.recipients);
    let line = Para::of_size(size.recipients).indented(DASH, DASH);
    for recipient in &parts.recipients {
        xml.push_str(&line.xml(recipient));
    }
    xml
}

/// Room of a dash and a space in front of a recipient, mm.
const DASH: f64 = 2.2;

fn signature(parts: &Parts, layout: &Layout) -> String {
    let line = Para::of_size(layout.size.signer).centered().bold();
    let mut xml = String::new();
    for (at, text) in parts.signer.iter().enumerate() {
        xml.push_str(&line.spaced(if at == 0 { 12.0 } else { 0.0 }, 0.0).xml(text));
    }
    xml + &line.spaced(layout.body.signature_room * PT, 0.0).xml(&parts.name)
}

/// A table without borders; no row is parted by the end of a page. Widths in mm, cells as XML.
pub(super) fn two_columns((left, right): (f64, f64), rows: &[(String, String)]) -> String {
    let (left, right) = (twips(left), twips(right));
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr><w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid>",
        left + right
    );
    for row in rows {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (width, content) in [(left, &row.0), (right, &row.1)] {
            xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>"
            ));
        }
        xml.push_str("</w:tr>");
    }
    xml + "</w:tbl>"
}
