//! The calendar of working days that comes with the program, in its tables.

use rusqlite::Connection;

use super::rows::{Line, insert_each, listed};
use super::values::Day;
use crate::domain::calendar::{Calendar, CalendarDay};

/// Writes a calendar in the place of what stood there.
pub(super) fn write(conn: &Connection, calendar: &Calendar) -> rusqlite::Result<()> {
    conn.execute_batch("DELETE FROM calendar_day; DELETE FROM published_year")?;
    let days: Vec<&CalendarDay> = calendar.days().collect();
    insert_each(
        conn,
        "INSERT INTO calendar_day (place, day, kind, status, name, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &days,
        |place, day| (place, Day(day.date), day.kind, day.status, &day.name, &day.source),
    )?;
    let years: Vec<i32> = calendar.published().collect();
    insert_each(conn, "INSERT INTO published_year (year) VALUES (?1)", &years, |_, year| [year])
}

/// Reads it.
pub(super) fn read(conn: &Connection) -> rusqlite::Result<Calendar> {
    let days = listed(conn, "SELECT day, kind, status, name, source FROM calendar_day ORDER BY place", day)?;
    let years: Vec<i32> = listed(conn, "SELECT year FROM published_year", |row| row.get(0))?;
    Ok(Calendar::new(days).with_published(years))
}

fn day(row: &Line<'_>) -> rusqlite::Result<CalendarDay> {
    Ok(CalendarDay {
        date: row.get::<_, Day>(0)?.0,
        kind: row.get(1)?,
        status: row.get(2)?,
        name: row.get(3)?,
        source: row.get(4)?,
    })
}
