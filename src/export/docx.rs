//! A document as a .docx file, for Word and LibreOffice.
//!
//! The XML is written by hand over the crate `zip`. The crate `docx-rs` can set most of it too, but brings 62
//! crates and 1 MB for the few small files below, with image decoders that no document here has a use for.
//!
//! The same document gives the same bytes: there is no clock here, and nothing is numbered at random.

use std::io::{Cursor, Write};

use thiserror::Error;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::export::markup::escape;
use crate::text::paper::{Layout, Paper, Parts, parts};

mod blocks;
mod fixed;
mod foot;
mod head;
mod para;
mod section;
mod styles;
mod units;

/// Why a file could not be put together.
#[derive(Debug, Error)]
#[error("không tạo được tệp .docx: {0}")]
pub struct DocxError(#[from] ZipError);

impl From<std::io::Error> for DocxError {
    fn from(error: std::io::Error) -> Self {
        Self(error.into())
    }
}

/// The bytes of a .docx file.
///
/// # Errors
/// Only when the archive itself cannot be written, as for a document of more than 4 GB.
pub fn docx(paper: &Paper, layout: &Layout) -> Result<Vec<u8>, DocxError> {
    let parts = parts(paper, layout);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let files = [
        ("[Content_Types].xml", fixed::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", fixed::PACKAGE_RELATIONS.to_owned()),
        ("docProps/core.xml", properties(&parts)),
        ("word/_rels/document.xml.rels", fixed::DOCUMENT_RELATIONS.to_owned()),
        ("word/document.xml", document(&parts, layout)),
        ("word/header1.xml", section::page_number(layout)),
        ("word/header2.xml", section::no_page_number()),
        ("word/settings.xml", fixed::SETTINGS.to_owned()),
        ("word/styles.xml", styles::styles(layout)),
    ];
    for (name, text) in files {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn properties(parts: &Parts) -> String {
    format!(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:language>vi-VN</dc:language></cp:coreProperties>",
        fixed::DECLARATION,
        escape(&parts.called),
        escape(&parts.issuer),
    )
}

/// The document proper and each annex are a section: their pages are counted by themselves (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I, mục III.1.đ).
fn document(parts: &Parts, layout: &Layout) -> String {
    let width = layout.text_width();
    let mut body = head::head(parts, layout);
    body.push_str(&blocks::blocks(&parts.body, layout, width, true));
    body.push_str(&foot::foot(parts, layout));
    let mut properties = section::properties(layout, false);
    for annex in &parts.annexes {
        body.push_str(&section::end(&properties));
        let width = if annex.landscape { layout.landscape_text_width() } else { width };
        body.push_str(&head::annex(annex, layout));
        body.push_str(&blocks::blocks(&annex.blocks, layout, width, false));
        properties = section::properties(layout, annex.landscape);
    }
    body.push_str(&section::last(&properties));
    format!("{}<w:document {}><w:body>{body}</w:body></w:document>", fixed::DECLARATION, fixed::NAMESPACES)
}

#[cfg(test)]
mod tests;
