//! The card of an agency: whom to turn to, how, and who stands in.

use crate::domain::decision::{Contact, Ruling};
use crate::domain::ids::AgencyId;

use super::deal::Deal;
use super::deal_form::Refusal;
use super::form::{Field, FieldId, Form};
use super::model::Model;

impl Model {
    pub(super) fn contact_fields(&self, agency: &AgencyId) -> Vec<Field> {
        let known = self.catalog.settled().contact(agency);
        let text = |part: fn(&Contact) -> &String| known.map(part).cloned().unwrap_or_default();
        vec![
            Field::line(FieldId::Person, |w| w.field_contact_person, &text(|contact| &contact.person)),
            Field::line(FieldId::Phone, |w| w.field_phone, &text(|contact| &contact.phone)),
            Field::line(FieldId::Email, |w| w.field_email, &text(|contact| &contact.email)),
            Field::line(FieldId::Deputy, |w| w.field_deputy, &text(|contact| &contact.deputy)),
        ]
    }

    /// The card as it is typed; a mail address that no program would take is refused here, not when a letter is due.
    pub(super) fn contact(&self, form: &Form, agency: &AgencyId) -> Result<Ruling, Refusal> {
        let contact = Contact {
            agency: agency.clone(),
            person: form.text(FieldId::Person),
            phone: form.text(FieldId::Phone),
            email: form.text(FieldId::Email),
            deputy: form.text(FieldId::Deputy),
        };
        if !contact.email.is_empty() && contact.address().is_none() {
            return Err((FieldId::Email, self.words().bad_email.to_owned()));
        }
        Ok(Ruling::Contact(contact))
    }

    /// The card of the agency that is selected on the left of view 2; a group has none.
    pub(super) fn owner_contact(&self) -> Option<Deal> {
        let agency = self.selected_agency()?;
        let known = self.catalog.agency(&agency)?;
        known.group.is_none().then_some(Deal::Contact(agency))
    }
}
