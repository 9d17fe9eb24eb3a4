//! Lists as rows: written with their place, read back by owner in that order.

use std::cell::{Cell, OnceCell};
use std::hash::Hash;

use rusqlite::types::FromSql;
use rusqlite::{Connection, Error, OptionalExtension, Params, Row, Statement};

use crate::domain::ids::IdMap;

/// A row whose columns are asked for by name or by place.
///
/// SQLite is asked for the names once for a list, and only if somebody asks by name: that takes longer than the values.
pub(super) struct Line<'r> {
    row: &'r Row<'r>,
    names: &'r OnceCell<Names>,
}

/// The names of the columns, in their order; empty where a name stood before.
struct Names {
    names: Vec<String>,
    /// Behind the one that was asked for last: columns are mostly read in their order.
    next: Cell<usize>,
}

/// What names a column: its name, or its place.
pub(super) trait Column {
    /// The place in a row.
    fn place(self, line: &Line<'_>) -> rusqlite::Result<usize>;
}

impl Column for &str {
    fn place(self, line: &Line<'_>) -> rusqlite::Result<usize> {
        line.names().place(self).ok_or_else(|| Error::InvalidColumnName(self.to_owned()))
    }
}

impl Column for usize {
    fn place(self, _: &Line<'_>) -> rusqlite::Result<usize> {
        Ok(self)
    }
}

impl Line<'_> {
    /// The value of a column; of two of one name, of the first.
    pub(super) fn get<C: Column, T: FromSql>(&self, column: C) -> rusqlite::Result<T> {
        self.row.get(column.place(self)?)
    }

    /// The text of a column, where it stands.
    pub(super) fn text(&self, column: usize) -> rusqlite::Result<&str> {
        Ok(self.row.get_ref(column)?.as_str()?)
    }

    /// The text of a column that may be empty, where it stands.
    pub(super) fn optional_text(&self, column: usize) -> rusqlite::Result<Option<&str>> {
        Ok(self.row.get_ref(column)?.as_str_or_null()?)
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.row.as_ref()))
    }
}

impl Names {
    fn of(statement: &Statement<'_>) -> Self {
        let mut names: Vec<String> = Vec::new();
        for name in statement.column_names() {
            let known = names.iter().any(|other| other == name);
            names.push(if known { String::new() } else { name.to_owned() });
        }
        Self { names, next: Cell::new(0) }
    }

    fn place(&self, name: &str) -> Option<usize> {
        let (before, behind) = self.names.split_at_checked(self.next.get())?;
        let mut all = (before.len()..).zip(behind).chain((0..).zip(before));
        let (place, _) = all.find(|(_, other)| *other == name)?;
        self.next.set(place + 1);
        Some(place)
    }
}

/// Reads rows as lines of one list.
fn lines<T>(
    mut read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
) -> impl FnMut(&Row<'_>) -> rusqlite::Result<T> {
    let names = OnceCell::new();
    move |row| read(&Line { row, names: &names })
}

/// Reads the first row that `sql` finds, if it finds one.
pub(super) fn one<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    conn.prepare_cached(sql)?.query_row(params, lines(read)).optional()
}

/// Reads the rows that `sql` finds.
pub(super) fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    conn.prepare_cached(sql)?.query_map(params, lines(read))?.collect()
}

/// Rows by the owner that they belong to.
pub(super) type Grouped<K, T> = IdMap<K, Vec<T>>;

/// Reads a child table; the first column of `sql` is the owner, whose rows follow each other in the order of the list.
pub(super) fn grouped<K, T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Grouped<K, T>>
where
    K: FromSql + Eq + Hash + AsRef<str>,
{
    let mut groups: Grouped<K, T> = IdMap::default();
    let mut statement = conn.prepare_cached(sql)?;
    let mut read = lines(read);
    let mut rows = statement.query(params)?;
    let mut group: Option<(K, Vec<T>)> = None;
    while let Some(row) = rows.next()? {
        // The rows of an owner follow each other: it is read once, not with each of them.
        let owner = row.get_ref(0)?.as_str()?;
        if let Some((_, items)) = group.as_mut().filter(|(last, _)| last.as_ref() == owner) {
            items.push(read(row)?);
            continue;
        }
        groups.extend(group.replace((row.get(0)?, vec![read(row)?])));
    }
    groups.extend(group);
    Ok(groups)
}

/// Reads a whole table in the order of `sql`.
pub(super) fn listed<T>(
    conn: &Connection,
    sql: &str,
    read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    all(conn, sql, (), read)
}

/// Runs `sql` once for each item, with the parameters made from its place and itself.
pub(super) fn insert_each<'a, T, P: Params>(
    conn: &Connection,
    sql: &str,
    items: &'a [T],
    params: impl Fn(i64, &'a T) -> P,
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    for (place, item) in (0..).zip(items) {
        statement.execute(params(place, item))?;
    }
    Ok(())
}
