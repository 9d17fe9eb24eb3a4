//! From the bytes of a file to text: only UTF-8 is taken, for a guess would change names.

use super::{CsvFault, CsvReason};

/// The text without its byte order mark, its lines ended by line feeds.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, CsvFault> {
    let refuse = |line, reason| Err(CsvFault { line, reason });
    // Text has no zero bytes, UTF-16 of mostly Latin letters has one in every second place.
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || bytes.contains(&0) {
        return refuse(0, CsvReason::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return refuse(0, CsvReason::Workbook);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        // The reader counts a line feed behind a carriage return to the next line.
        Ok(text) => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = good.iter().filter(|&&byte| byte == b'\n').count() as u64 + 1;
            refuse(line, CsvReason::NotUtf8)
        }
    }
}
