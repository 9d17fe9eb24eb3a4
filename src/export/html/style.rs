//! The style sheet of a page: the numbers of the layout as CSS.

use crate::text::paper::{Align, Layout};

/// The class of a cell.
pub(super) fn class(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// The style sheet.
pub(super) fn style(layout: &Layout) -> String {
    [page(layout), text(layout), head(layout), body(layout), foot(layout)].concat()
}

fn page(layout: &Layout) -> String {
    let page = &layout.page;
    let (width, height) = (page.width, page.height);
    let [top, right, bottom, left] = [page.top, page.right, page.bottom, page.left];
    let size = layout.size.page_number;
    let font = font(layout);
    format!(
        "@page {{ size: {width}mm {height}mm; margin: {top}mm {right}mm {bottom}mm {left}mm;\n\
         \x20 @top-center {{ content: counter(page); font: {size}pt {font}; }} }}\n\
         @page :first {{ @top-center {{ content: none; }} }}\n\
         @page wide {{ size: {height}mm {width}mm; margin: {left}mm {top}mm {right}mm {bottom}mm; }}\n\
         @media screen {{ body {{ width: {}mm; margin: {top}mm auto; }} }}\n",
        layout.text_width()
    )
}

/// The font as CSS. Whoever writes a name with a quote or a tag in it gets the fallback.
fn font(layout: &Layout) -> String {
    let name: String =
        layout.font.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect();
    format!("\"{name}\", \"Liberation Serif\", serif")
}

fn text(layout: &Layout) -> String {
    let (size, line) = (layout.size.body, layout.body.line);
    let font = font(layout);
    format!(
        "body {{ font: {size}pt/{line} {font}; color: #000; background: #fff; margin: 0; }}\n\
         p, h1, h2, h3, h4, ul {{ margin: 0; padding: 0; }}\n\
         ul {{ list-style: none; }}\n\
         table {{ border-collapse: collapse; width: 100%; }}\n\
         .ruled {{ display: inline-block; }}\n\
         .ruled::after {{ content: \"\"; display: block; margin: 2pt auto; border-bottom: 0.75pt solid; width: {}%; }}\n",
        layout.page.line_percent
    )
}

fn head(layout: &Layout) -> String {
    let size = &layout.size;
    let left = layout.page.head_left;
    format!(
        ".head {{ table-layout: fixed; line-height: 1.15; }}\n\
         .head td {{ text-align: center; vertical-align: top; padding: 0 0 6pt; }}\n\
         .head tr:first-child td:first-child {{ width: {left}mm; }}\n\
         .superior {{ font-size: {}pt; }}\n\
         .issuer {{ font-size: {}pt; font-weight: bold; }}\n\
         .national {{ font-size: {}pt; font-weight: bold; white-space: nowrap; }}\n\
         .motto {{ font-size: {}pt; font-weight: bold; }}\n\
         .motto .ruled::after {{ width: 100%; }}\n\
         .number {{ font-size: {}pt; }}\n\
         .about {{ font-size: {}pt; padding-top: 6pt; }}\n\
         .place {{ font-size: {}pt; font-style: italic; }}\n\
         h1 {{ font-size: {}pt; text-align: center; padding-top: 12pt; line-height: 1.15; }}\n\
         .subject {{ font-size: {}pt; font-weight: bold; text-align: center; line-height: 1.15; }}\n",
        size.superior,
        size.issuer,
        size.national_title,
        size.motto,
        size.number,
        size.letter_subject,
        size.place,
        size.title,
        size.subject
    )
}

fn body(layout: &Layout) -> String {
    let (size, body) = (&layout.size, &layout.body);
    format!(
        ".to {{ font-size: {0}pt; text-align: center; margin: 12pt 0; }}\n\
         .several {{ font-size: {0}pt; margin: 12pt 0 12pt {1}mm; }}\n\
         .several p {{ position: relative; left: -4.2em; }}\n\
         .body, h2, h3, h4 {{ font-size: {2}pt; text-align: justify; text-indent: {3}mm; margin: 0 0 {4}pt; }}\n\
         h2, h3, h4 {{ break-after: avoid; }}\n\
         h4 {{ font-weight: normal; }}\n\
         .break {{ break-after: page; }}\n\
         .grid {{ table-layout: fixed; font-size: {5}pt; line-height: 1.15; margin: 0 0 {4}pt; }}\n\
         .grid th, .grid td {{ border: 0.5pt solid; padding: 2pt 1.5mm; overflow-wrap: anywhere; }}\n\
         .grid th {{ text-align: center; }}\n\
         .grid tr {{ break-inside: avoid; }}\n\
         .left {{ text-align: left; }} .center {{ text-align: center; }} .right {{ text-align: right; }}\n",
        size.addressee, body.addressee_indent, size.body, body.indent, body.spacing, size.table
    )
}

fn foot(layout: &Layout) -> String {
    let size = &layout.size;
    format!(
        ".foot {{ break-inside: avoid; break-before: avoid; margin-top: 12pt; line-height: 1.15; }}\n\
         .foot td {{ vertical-align: top; padding: 0; }}\n\
         .copies {{ width: 47%; }}\n\
         .copies p {{ font-size: {}pt; font-weight: bold; font-style: italic; }}\n\
         .copies li {{ font-size: {}pt; }}\n\
         .signer {{ font-size: {}pt; font-weight: bold; text-align: center; }}\n\
         .signer .name {{ padding-top: {}mm; }}\n\
         .annex {{ break-before: page; }} .wide {{ page: wide; }}\n\
         .annex .label {{ font-size: {}pt; font-weight: bold; text-align: center; }}\n\
         .annex .name {{ font-size: {}pt; font-weight: bold; text-align: center; }}\n\
         .annex .note {{ font-size: {}pt; font-style: italic; text-align: center; margin: 0 0 12pt; }}\n",
        size.recipients_label,
        size.recipients,
        size.signer,
        layout.body.signature_room,
        size.annex,
        size.annex_title,
        size.annex_note
    )
}
