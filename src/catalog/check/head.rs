//! The head against the state of the document: only what is numbered, dated and signed binds.

use toml::Spanned;

use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::{Head, Plan};
use crate::domain::plan::DocumentState;

pub(super) fn check(raw: &Plan, faults: &mut Faults) {
    let Some(head) = raw.head.as_ref().map(Spanned::get_ref) else { return };
    match head.state.get_ref() {
        DocumentState::Issued => issued(head, faults),
        DocumentState::Draft => draft(head, faults),
        DocumentState::Secondary => {
            for obligation in &raw.obligations.items {
                faults.at(obligation.get_ref().id.span(), FaultReason::SecondaryObliges);
            }
        }
    }
}

fn issued(head: &Head, faults: &mut Faults) {
    let mut lacks = |missing: bool, field: &str, what: &str| {
        if missing {
            faults.lacks(head.state.span(), field, FaultReason::IssuedWithout { what: what.to_owned() });
        }
    };
    lacks(head.number.is_none(), "number", "số (number)");
    lacks(head.issued_on.is_none(), "issued_on", "ngày ban hành (issued_on)");
    lacks(!head.signer.as_ref().is_some_and(|signer| *signer.signed.get_ref()), "signer", "chữ ký (signer)");
}

fn draft(head: &Head, faults: &mut Faults) {
    if let Some(signer) = head.signer.as_ref().filter(|signer| *signer.signed.get_ref()) {
        faults.at(signer.signed.span(), FaultReason::DraftSigned);
    }
}
