//! Sections: the page with its margins, and the page number from the second page on.

use super::fixed::{DECLARATION, NAMESPACES};
use super::para::tiny;
use super::units::{half_points, twips};
use crate::text::paper::Layout;

/// Page, margins and numbering. On a page that lies on its side the margins turn with the sheet, so that the edge
/// that is bound stays the widest.
pub(super) fn properties(layout: &Layout, landscape: bool) -> String {
    let page = &layout.page;
    let upright = [page.width, page.height, page.top, page.right, page.bottom, page.left];
    let turned = [page.height, page.width, page.left, page.top, page.right, page.bottom];
    let [width, height, top, right, bottom, left] = if landscape { turned } else { upright }.map(twips);
    let orientation = if landscape { " w:orient=\"landscape\"" } else { "" };
    let header = twips(page.number_from_edge);
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:type w:val=\"nextPage\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orientation}/>\
         <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"{header}\" \
         w:footer=\"{header}\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
    )
}

/// The end of a section that others follow.
pub(super) fn end(properties: &str) -> String {
    tiny("", properties)
}

/// The end of the last section, which stands by itself.
pub(super) fn last(properties: &str) -> String {
    format!("{}{properties}", tiny("", ""))
}

/// The header of every page but the first.
pub(super) fn page_number(layout: &Layout) -> String {
    let size = half_points(layout.size.page_number);
    let size = format!("<w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>");
    header(&format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
         <w:r>{size}<w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r>{size}<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r>{size}<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>{size}<w:t>2</w:t></w:r>\
         <w:r>{size}<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    ))
}

/// The header of the first page.
pub(super) fn no_page_number() -> String {
    header("<w:p/>")
}

fn header(content: &str) -> String {
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>")
}
