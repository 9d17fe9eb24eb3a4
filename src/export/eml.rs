//! A draft of an e-mail with attachments (.eml), which Outlook and Thunderbird open ready to send.
//!
//! No sender: the program that sends it puts its user there. Knows no file and no clock; sends nothing.

use chrono::{DateTime, Utc};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};
use thiserror::Error;

use crate::text::sanitise::{multi_line, one_line};

/// A mail to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What tells this draft from any other: ASCII letters, digits, `-`, `_` and `.` stay, the rest is left out.
    pub key: String,
    /// Addresses like `vanthu@langson.gov.vn`; may be none.
    pub to: Vec<String>,
    /// One line.
    pub subject: String,
    /// Plain text of many lines.
    pub body: String,
    /// Files in this order.
    pub attachments: Vec<Attachment>,
}

/// A file of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name without a folder.
    pub name: String,
    /// What it is, such as `text/calendar`; what is not written like that counts as `application/octet-stream`.
    pub mime: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a draft is not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DraftError {
    /// A receiver that is no address.
    #[error("“{0}” không phải là địa chỉ thư")]
    Address(String),
}

/// The whole file. `stamp` is its date, until the program that sends it puts its own; the same draft and stamp give
/// the same bytes.
///
/// # Errors
/// The first receiver that is no plain ASCII address.
pub fn eml(draft: &Draft, stamp: DateTime<Utc>) -> Result<Vec<u8>, DraftError> {
    let body = multi_line(&draft.body);
    let mut mail = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .message_id(format!("{}@tiendo.invalid", plain_key(&draft.key)))
        .date(Date::new(stamp.timestamp()))
        .subject(one_line(&draft.subject));
    if !draft.to.is_empty() {
        let to = draft.to.iter().map(|text| address(text)).collect::<Result<Vec<_>, _>>()?;
        mail = mail.to(Address::new_list(to));
    }
    let boundary = boundary(&body, &draft.attachments);
    let text = MimePart::new("text/plain", body);
    let root = if draft.attachments.is_empty() {
        text
    } else {
        let parts = std::iter::once(text).chain(draft.attachments.iter().map(part)).collect::<Vec<_>>();
        MimePart::new(ContentType::new("multipart/mixed").attribute("boundary", boundary), parts)
    };
    let mut bytes = Vec::new();
    mail.body(root).serialize(&mut bytes);
    Ok(bytes)
}

fn plain_key(key: &str) -> String {
    key.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')).collect()
}

/// A receiver, if it is one word with one @ inside and nothing that means something in a list of addresses.
fn address(text: &str) -> Result<Address<'_>, DraftError> {
    let plain = |part: &str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        !part.is_empty() && part.chars().all(allowed)
    };
    match text.trim().split_once('@') {
        Some((name, domain)) if plain(name) && plain(domain) => {
            Ok(Address::new_address(None::<&str>, text.trim()))
        }
        _ => Err(DraftError::Address(one_line(text))),
    }
}

fn part(file: &Attachment) -> MimePart<'_> {
    MimePart::new(content_type(mime(&file.mime)), BodyPart::Binary(file.bytes.as_slice().into()))
        .attachment(file_name(&file.name))
}

/// Without a charset some readers take a text for one of the old ones; a calendar also says what it is sent for.
fn content_type(mime: &str) -> ContentType<'_> {
    let found = ContentType::new(mime);
    match mime {
        "text/calendar" => found.attribute("charset", "utf-8").attribute("method", "PUBLISH"),
        text if text.starts_with("text/") => found.attribute("charset", "utf-8"),
        _ => found,
    }
}

fn mime(text: &str) -> &str {
    let token = |part: &str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$&^_.+-".contains(c);
        !part.is_empty() && part.chars().all(allowed)
    };
    match text.split_once('/') {
        Some((kind, sort)) if token(kind) && token(sort) && kind != "multipart" && kind != "message" => text,
        _ => "application/octet-stream",
    }
}

/// A name that no system takes for a path.
fn file_name(name: &str) -> String {
    let unfit = |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let plain: String = one_line(name).chars().map(|c| if unfit(c) { '-' } else { c }).collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { "tep".to_owned() } else { plain.to_owned() }
}

/// A line that stands in no part: text of ASCII letters is sent as it is.
fn boundary(body: &str, files: &[Attachment]) -> String {
    let in_files = |line: &str| {
        files.iter().any(|file| file.bytes.windows(line.len()).any(|window| window == line.as_bytes()))
    };
    let lines = (0_u32..).map(|number| format!("=_tiendo_{number}"));
    lines.skip_while(|line| body.contains(line) || in_files(line)).take(1).collect()
}

#[cfg(test)]
mod tests;
