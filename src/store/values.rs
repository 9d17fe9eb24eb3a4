//! How single values stand in the database: codes, days, instants, periods, JSON.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::value::{Error as CodeError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::domain::agency::{AgencyKind, GroupExtent};
use crate::domain::calendar::{DayKind, DayStatus};
use crate::domain::clock::vn_date_of;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::Comparator;
use crate::domain::obligation::ReportKind;
use crate::domain::plan::{DocumentKind, DocumentState, Relation};
use crate::domain::record::{Quality, ReportState, WorkState};
use crate::domain::schedule::Period;
use crate::domain::succession::Share;
use crate::domain::task::{LinkKind, Role, TaskKind};

#[cfg(test)]
mod tests;

/// A day as `2026-11-21`.
pub(super) struct Day(pub NaiveDate);

/// An instant in RFC 3339 at +07:00, whatever offset it came with.
pub(super) struct Instant(pub DateTime<FixedOffset>);

/// The day in Việt Nam of an [`Instant`]: there are many of which nobody asks the hour.
pub(super) struct DayOf(pub NaiveDate);

/// A value as JSON text.
pub(super) struct Json<T>(pub T);

/// Seven hours east: the only zone of the country, the same all year.
const VIETNAM_SECONDS_EAST: i32 = 7 * 3600;

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        day(value.as_str()?).map(Self)
    }
}

impl FromSql for DayOf {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        // As we write it, the day stands first, at our own offset.
        let as_we_write = value.as_bytes()?.split_first_chunk::<10>();
        let ours = as_we_write.filter(|(_, time)| time.starts_with(b"T") && time.ends_with(b"+07:00"));
        match ours.and_then(|(day, _)| plain_day(day)) {
            Some(day) => Ok(Self(day)),
            None => Instant::column_result(value).map(|instant| Self(vn_date_of(&instant.0))),
        }
    }
}

/// Reads `2026-11-21`, and leaves to the library what stands otherwise: that takes longer, and days are many.
fn day(text: &str) -> FromSqlResult<NaiveDate> {
    plain_day(text.as_bytes()).map_or_else(|| text.parse().map_err(FromSqlError::other), Ok)
}

fn plain_day(text: &[u8]) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2].map(|byte| u32::from(byte).wrapping_sub(u32::from(b'0')));
    if digits.iter().any(|digit| *digit > 9) {
        return None;
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits;
    let year = i32::try_from(y1 * 1000 + y2 * 100 + y3 * 10 + y4).ok()?;
    NaiveDate::from_ymd_opt(year, m1 * 10 + m2, d1 * 10 + d2)
}

impl ToSql for Instant {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let at =
            FixedOffset::east_opt(VIETNAM_SECONDS_EAST).map_or(self.0, |zone| self.0.with_timezone(&zone));
        Ok(at.to_rfc3339_opts(SecondsFormat::AutoSi, false).into())
    }
}

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        DateTime::parse_from_rfc3339(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0).map(Into::into).map_err(unwritable)
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

impl ToSql for Period {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Period {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(FromSqlError::other)
    }
}

/// Enums stand under the same codes as in the plan files.
macro_rules! coded {
    ($($name:ty),+ $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                match serde_json::to_value(self).map_err(unwritable)? {
                    serde_json::Value::String(code) => Ok(code.into()),
                    other => Ok(other.to_string().into()),
                }
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let code: StrDeserializer<'_, CodeError> = value.as_str()?.into_deserializer();
                serde::Deserialize::deserialize(code).map_err(FromSqlError::other)
            }
        }
    )+};
}

coded!(
    DayKind,
    DayStatus,
    AgencyKind,
    GroupExtent,
    Comparator,
    ReportKind,
    DocumentKind,
    DocumentState,
    Relation,
    Quality,
    ReportState,
    WorkState,
    LinkKind,
    Role,
    TaskKind,
    Share,
);

macro_rules! text_id {
    ($($name:ty),+) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str().map(Self::new)
            }
        }
    )+};
}

text_id!(AgencyId, PlanId, ItemId);

fn unwritable(error: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}
