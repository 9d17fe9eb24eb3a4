//! The seal of a sent version: a hash over everything it says and over the version sent before it.
//!
//! Whoever changes a letter of what was sent, or takes a line out of the ledger, breaks every seal after it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Report, Sealed};

/// The SHA-256 of what a version says: texts, entries and figures, whoever sent it and when.
pub fn content_hash(report: &Report) -> String {
    let mut parts = vec![report.obligation.to_string(), report.period.to_string(), report.agency.to_string()];
    parts.extend(report.texts().map(str::to_owned));
    for entry in &report.enclosed.entries {
        let texts = [&entry.result, &entry.obstacle, &entry.proposal, &entry.evidence];
        parts.extend([entry.task.to_string(), entry.as_of.to_string()]);
        parts.extend(texts.map(String::to_owned));
    }
    for figure in &report.enclosed.figures {
        let quality = serde_json::to_string(&figure.quality).unwrap_or_default();
        parts.extend([figure.target.to_string(), figure.as_of.to_string(), quality]);
        let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        parts.extend([figure.value, figure.numerator, figure.denominator].map(number));
    }
    parts.extend(report.enclosed.without.iter().map(|target| format!("- {target}")));
    parts.extend(
        report.enclosed.compiled_of.iter().map(|counted| format!("{}|{}", counted.report, counted.version)),
    );
    if report.enclosed.choice != 0 {
        parts.push(report.enclosed.choice.to_string());
    }
    digest(&parts)
}

/// The seal of a version: over its content, its place and time, the people, its dispatch, the seal before it, and
/// what was asked for.
pub fn seal(report: &Report, sealed: &Sealed) -> String {
    let sent_at = report.sent_at.map(|at| at.to_rfc3339()).unwrap_or_default();
    let issued = report.issued.as_ref().map(|issued| (issued.number.clone(), issued.dated.to_string()));
    let (number, dated) = issued.unwrap_or_default();
    let mut parts = vec![
        content_hash(report),
        sealed.number.to_string(),
        sealed.version.to_string(),
        report.stamp.revision.to_string(),
        number,
        dated,
        sent_at,
        report.author.clone().unwrap_or_default(),
        sealed.by.clone(),
        sealed.approved_by.clone(),
        sealed.previous.clone(),
    ];
    parts.extend(sealed.terms.as_deref().map(|terms| serde_json::to_string(terms).unwrap_or_default()));
    digest(&parts)
}

/// Each part goes in with its length, so that no two lists of parts read the same.
fn digest(parts: &[String]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing into a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests;
