//! Lists as rows: written with their place, read back by owner in that order.

use std::collections::HashMap;
use std::hash::Hash;

use rusqlite::types::FromSql;
use rusqlite::{Connection, Params, Row};

/// Rows by the owner that they belong to.
pub(super) type Grouped<K, T> = HashMap<K, Vec<T>>;

/// Reads a whole child table; the first column of `sql` is the owner, its order is that of the lists.
pub(super) fn grouped<K, T>(
    conn: &Connection,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Grouped<K, T>>
where
    K: FromSql + Eq + Hash,
{
    let mut groups: Grouped<K, T> = HashMap::new();
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        groups.entry(row.get(0)?).or_default().push(read(row)?);
    }
    Ok(groups)
}

/// Reads a whole table in the order of `sql`.
pub(super) fn listed<T>(
    conn: &Connection,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    conn.prepare_cached(sql)?.query_map([], read)?.collect()
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
