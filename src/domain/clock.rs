//! The time of Việt Nam. Every day that this program judges is a day at +07:00, whatever the host says.
//!
//! Reads no clock: instants come in as arguments.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Utc};

/// +07:00; Việt Nam has no summer time. Worked out by the compiler.
pub const VN_OFFSET: FixedOffset = FixedOffset::east_opt(7 * 3600).expect("+07:00 lies within a day");

/// The instant as the clocks of Việt Nam show it.
pub fn vn_time(utc: DateTime<Utc>) -> DateTime<FixedOffset> {
    utc.with_timezone(&VN_OFFSET)
}

/// The day in Việt Nam at an instant: from 17:00 UTC on it is the next one.
pub fn vn_date(utc: DateTime<Utc>) -> NaiveDate {
    vn_time(utc).date_naive()
}

/// The day in Việt Nam of a stamp at any offset.
pub fn vn_date_of<Z: TimeZone>(stamp: &DateTime<Z>) -> NaiveDate {
    stamp.with_timezone(&VN_OFFSET).date_naive()
}

#[cfg(test)]
mod tests;
