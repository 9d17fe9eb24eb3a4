//! The styles of the document, so that who edits it changes a style and not every paragraph.

use super::fixed::DECLARATION;
use super::units::{half_points, points, twips};
use crate::export::markup::escape;
use crate::text::paper::Layout;

/// Name of the style of a paragraph of the body.
pub(super) const BODY: &str = "BodyText";

/// Names of the styles of headings, by rank.
pub(super) const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];

/// The file of styles.
pub(super) fn styles(layout: &Layout) -> String {
    let font = escape(&layout.font);
    let size = half_points(layout.size.body);
    let mut xml = format!(
        "{DECLARATION}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>\
         <w:color w:val=\"000000\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         </w:style>"
    );
    let justified = format!("{}<w:jc w:val=\"both\"/>", spacing(layout));
    xml.push_str(&style(BODY, "Body Text", &justified, ""));
    let headings = [("heading 1", "<w:b/><w:bCs/>"), ("heading 2", "<w:b/><w:bCs/>"), ("heading 3", "")];
    for (rank, (id, (name, type_face))) in HEADINGS.into_iter().zip(headings).enumerate() {
        let outline = format!("<w:keepNext/>{justified}<w:outlineLvl w:val=\"{rank}\"/>");
        xml.push_str(&style(id, name, &outline, type_face));
    }
    xml + "</w:styles>"
}

fn spacing(layout: &Layout) -> String {
    let body = &layout.body;
    // 240 is a single line.
    let line = (body.line * 240.0).round();
    let (after, indent) = (points(body.spacing), twips(body.indent));
    format!(
        "<w:spacing w:before=\"0\" w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"auto\"/>\
         <w:ind w:firstLine=\"{indent}\"/>"
    )
}

fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
}
