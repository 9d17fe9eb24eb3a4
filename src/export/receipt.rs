//! A receipt as one HTML page that prints on A4: no script, nothing fetched from elsewhere.

use super::markup::escape;
use crate::text::receipt::Receipt;

const STYLE: &str = "@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font-family: 'Times New Roman', serif; font-size: 13pt; max-width: 165mm; margin: 10mm auto }
h1 { font-size: 14pt; text-align: center }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #999; padding: 1mm 2mm; text-align: left; vertical-align: top }
th { width: 42mm; font-weight: normal; color: #333 }
pre { font-size: 8.5pt; border: 1px solid #000; padding: 2mm; white-space: pre-wrap; overflow-wrap: anywhere }
tr, pre { break-inside: avoid }
@media print { body { margin: 0; max-width: none } }
";

/// The page; its lines read the same as those of the text. `mark` stands above all of them.
pub fn html(receipt: &Receipt, mark: Option<&str>) -> String {
    let words = receipt.lang.words();
    let row =
        |label: &str, value: &str| format!("<tr><th>{}</th><td>{}</td></tr>\n", escape(label), escape(value));
    let rows: String =
        receipt.lines.iter().map(|(label, value)| row(receipt.lang.receipt_label(*label), value)).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n{STYLE}\
         </style>\n</head>\n<body>\n{mark}<h1>{title}</h1>\n<table>\n{rows}</table>\n<pre>\n{}</pre>\n<p>{}</p>\n</body>\n\
         </html>\n",
        receipt.lang.pick("vi", "en"),
        escape(&receipt.block()),
        escape(words.receipt_check),
        mark = mark.map(|mark| format!("<h1>{}</h1>\n", escape(mark))).unwrap_or_default(),
        title = escape(words.receipt_title),
    )
}

#[cfg(test)]
mod tests;
