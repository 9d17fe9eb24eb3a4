//! A paragraph of one kind of type, and the lines drawn under one.

use super::units::{half_points, mm, points, twips};
use crate::export::markup::escape;

/// A paragraph; what is not set is as in the style it has, or in the normal one.
#[derive(Clone, Copy, Default)]
pub(super) struct Para {
    style: &'static str,
    align: &'static str,
    size: f64,
    bold: bool,
    italic: bool,
    before: f64,
    after: f64,
    left: f64,
    right: f64,
    hanging: f64,
    keep_next: bool,
    new_page: bool,
}

impl Para {
    /// Set in `size` points.
    pub(super) fn of_size(size: f64) -> Self {
        Self { size, ..Self::default() }
    }

    /// In a style of the document, with nothing of its own.
    pub(super) fn of_style(style: &'static str) -> Self {
        Self { style, ..Self::default() }
    }

    pub(super) fn centered(self) -> Self {
        Self { align: "center", ..self }
    }

    /// `left`, `center`, `right` or `both`.
    pub(super) fn aligned(self, align: &'static str) -> Self {
        Self { align, ..self }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// Room above and below, pt.
    pub(super) fn spaced(self, before: f64, after: f64) -> Self {
        Self { before, after, ..self }
    }

    /// From the left, mm; the first line stands `hanging` mm before that.
    pub(super) fn indented(self, left: f64, hanging: f64) -> Self {
        Self { left, hanging, ..self }
    }

    /// On the page of what follows.
    pub(super) fn keep_next(self, keep_next: bool) -> Self {
        Self { keep_next, ..self }
    }

    /// At the top of a page.
    pub(super) fn new_page(self, new_page: bool) -> Self {
        Self { new_page, ..self }
    }

    /// The paragraph with this text.
    pub(super) fn xml(self, text: &str) -> String {
        format!("<w:p>{}{}</w:p>", self.properties(), self.run(text))
    }

    /// Elements in the order that the schema asks for; Word is strict about it.
    fn properties(&self) -> String {
        let mut xml = String::new();
        if !self.style.is_empty() {
            xml.push_str(&format!("<w:pStyle w:val=\"{}\"/>", self.style));
        }
        if self.keep_next {
            xml.push_str("<w:keepNext/>");
        }
        if self.new_page {
            xml.push_str("<w:pageBreakBefore/>");
        }
        if self.before > 0.0 || self.after > 0.0 {
            let (before, after) = (points(self.before), points(self.after));
            xml.push_str(&format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>"));
        }
        if self.left > 0.0 || self.right > 0.0 {
            let (left, right, hanging) = (twips(self.left), twips(self.right), twips(self.hanging));
            xml.push_str(&format!("<w:ind w:left=\"{left}\" w:right=\"{right}\" w:hanging=\"{hanging}\"/>"));
        }
        if !self.align.is_empty() {
            xml.push_str(&format!("<w:jc w:val=\"{}\"/>", self.align));
        }
        if xml.is_empty() { xml } else { format!("<w:pPr>{xml}</w:pPr>") }
    }

    fn run(&self, text: &str) -> String {
        let mut xml = String::new();
        if self.bold {
            xml.push_str("<w:b/><w:bCs/>");
        }
        if self.italic {
            xml.push_str("<w:i/><w:iCs/>");
        }
        if self.size > 0.0 {
            let size = half_points(self.size);
            xml.push_str(&format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"));
        }
        let properties = if xml.is_empty() { xml } else { format!("<w:rPr>{xml}</w:rPr>") };
        format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
    }
}

/// A line of `length` points in the middle of `width` mm, right under the paragraph before it.
///
/// An empty paragraph with a border above: a drawn shape would need a picture part and moves when edited.
pub(super) fn rule(length: f64, width: f64) -> String {
    let side = ((width - mm(length)) / 2.0).max(0.0);
    let side = twips(side);
    format!(
        "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"20\" w:after=\"0\" w:line=\"80\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"{side}\" w:right=\"{side}\"/><w:rPr><w:sz w:val=\"4\"/></w:rPr></w:pPr></w:p>"
    )
}

/// An empty paragraph of no height worth mention; `first` and `last` are properties that it has besides.
///
/// The format wants a paragraph behind a table and at the end of a section.
pub(super) fn tiny(first: &str, last: &str) -> String {
    format!(
        "<w:p><w:pPr>{first}<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>\
         <w:rPr><w:sz w:val=\"2\"/></w:rPr>{last}</w:pPr></w:p>"
    )
}

/// An empty paragraph of `height` points.
pub(super) fn gap(height: f64) -> String {
    let line = points(height.max(1.0));
    format!(
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{line}\" w:lineRule=\"exact\"/></w:pPr></w:p>"
    )
}
