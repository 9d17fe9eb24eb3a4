//! A parcel as bytes: each file through the writer of its format. Knows no file system and no clock.

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::eml::{Attachment, Draft};
use super::mark::marked;
use super::{csv, docx, eml, html, ics, xlsx};
use crate::text::paper::{Layout, plain};
use crate::text::parcel::{Body, File, Mail, Parcel};

/// Cells of a line of a document as plain text.
const LINE: usize = 80;

/// Why a file of a parcel cannot be written.
#[derive(Debug, Error)]
#[error("{file}: {reason}")]
pub struct ParcelError {
    /// Name of the file.
    pub file: String,
    /// The reason, in the words of its writer.
    pub reason: String,
}

/// The files of a parcel with their names. The same parcel, layout and stamp give the same bytes.
///
/// Where the data are `made_up`, each file says so.
///
/// # Errors
/// The first file that cannot be written, and why.
pub fn files(
    parcel: &Parcel,
    layout: &Layout,
    made_up: bool,
    stamp: DateTime<Utc>,
) -> Result<Vec<(String, Vec<u8>)>, ParcelError> {
    let mut done: Vec<(String, Vec<u8>)> = Vec::new();
    // A mail carries others of the parcel, so those come first.
    let (mails, rest): (Vec<&File>, Vec<&File>) =
        parcel.files.iter().partition(|file| matches!(file.body, Body::Eml(_)));
    let mark = made_up.then_some(layout.words.made_up.as_str());
    for file in rest.into_iter().chain(mails) {
        let body = mark.map_or_else(|| file.body.clone(), |mark| marked(&file.body, mark));
        let bytes = encode(&body, &done, layout, mark, stamp);
        let bytes = bytes.map_err(|reason| ParcelError { file: file.name.clone(), reason })?;
        done.push((file.name.clone(), bytes));
    }
    Ok(done)
}

fn encode(
    body: &Body,
    done: &[(String, Vec<u8>)],
    layout: &Layout,
    mark: Option<&str>,
    stamp: DateTime<Utc>,
) -> Result<Vec<u8>, String> {
    match body {
        Body::Docx(paper) => docx::docx(paper, layout).map_err(|error| error.to_string()),
        Body::Html(paper) => Ok(html::html(paper, layout).into_bytes()),
        Body::Plain(paper) => Ok(plain(paper, layout, LINE).into_bytes()),
        Body::Xlsx(sheets) => xlsx::xlsx(sheets, stamp).map_err(|error| error.to_string()),
        Body::Csv(sheet) => csv::csv(sheet).map_err(|error| error.to_string()),
        Body::Ics(events) => Ok(ics::calendar(events, stamp).into_bytes()),
        Body::Eml(mail) => eml::eml(&draft(mail, done), stamp).map_err(|error| error.to_string()),
        Body::Text(text) => Ok(text.clone().into_bytes()),
        Body::Receipt(receipt) => Ok(super::receipt::html(receipt, mark).into_bytes()),
    }
}

fn draft(mail: &Mail, done: &[(String, Vec<u8>)]) -> Draft {
    let attached = mail.attached.iter().filter_map(|name| done.iter().find(|(other, _)| other == name));
    let attachments = attached.map(|(name, bytes)| Attachment {
        name: name.clone(),
        mime: mime(name).to_owned(),
        bytes: bytes.clone(),
    });
    Draft {
        key: mail.key.clone(),
        to: mail.to.clone(),
        subject: mail.subject.clone(),
        body: mail.body.clone(),
        attachments: attachments.collect(),
    }
}

fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ics" => "text/calendar",
        "csv" => "text/csv",
        "html" => "text/html",
        "txt" => "text/plain",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
