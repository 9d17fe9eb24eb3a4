//! How single values stand in the database: codes, days, instants, periods, JSON.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::value::{Error as CodeError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::domain::agency::{AgencyKind, GroupExtent};
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
        let text = value.as_str()?;
        match text.split_once('T') {
            Some((as_we_write, time)) if time.ends_with("+07:00") => day(as_we_write).map(Self),
            _ => Instant::column_result(value).map(|instant| Self(vn_date_of(&instant.0))),
        }
    }
}

/// Reads `2026-11-21`, and leaves to the library what stands otherwise: that takes longer, and days are many.
fn day(text: &str) -> FromSqlResult<NaiveDate> {
    plain_day(text).map_or_else(|| text.parse().map_err(FromSqlError::other), Ok)
}

fn plain_day(text: &str) -> Option<NaiveDate> {
    let digit = |sum: u32, byte: u8| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'));
    let number = |text: &str| text.bytes().try_fold(0, digit);
    if text.len() != 10 || text.get(4..5)? != "-" || text.get(7..8)? != "-" {
        return None;
    }
    let year = i32::try_from(number(text.get(..4)?)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(text.get(5..7)?)?, number(text.get(8..)?)?)
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
