//! Plan files, the register, the calendar, the layout of documents and a user's settings as types of the program, with
//! file, line and reason for every fault.
//!
//! Knows TOML and the bundled files; knows no database, no screen and no clock.

use crate::domain::agency::Agency;
use crate::domain::plan::Plan;

mod bundle;
mod calendar;
mod check;
mod convert;
mod fault;
mod hash;
mod layout;
mod links;
mod raw;
mod register;
mod register_csv;
mod schedule;
mod settings;
mod source;

pub use bundle::{BUNDLE_HASH, Bundle, bundle, bundled_calendar};
pub use calendar::load_calendar;
pub use fault::{Fault, FaultReason};
pub use hash::fnv1a;
pub use layout::{bundled_layout, load_layout};
pub use links::check_links;
pub use register::{Register, load_agencies, load_register, resolve};
pub use register_csv::{CsvContext, CsvFault, CsvReason, load_register_csv};
pub use settings::load_settings;

/// Reads a plan file against the register.
///
/// Links into other plans are left to [`check_links`].
///
/// # Errors
/// Every fault of the file, in the order of its lines. A text that is no TOML has only syntax faults;
/// of a table with a wrong key or type only the first is told, and the other tables are checked all the same.
pub fn load_plan(file_name: &str, text: &str, agencies: &[Agency]) -> Result<Plan, Vec<Fault>> {
    let mut faults = fault::Faults::default();
    let plan = raw::Plan::read(text, &mut faults).and_then(|raw| {
        check::plan(&raw, agencies, &mut faults);
        convert::plan(&raw)
    });
    match plan {
        Some(plan) if faults.is_empty() => Ok(plan),
        _ => Err(faults.finish(file_name, text)),
    }
}

#[cfg(test)]
mod tests;
