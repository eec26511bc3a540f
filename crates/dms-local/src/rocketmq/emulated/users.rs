//! Users and their rights.

use dms_api::models::rocketmq::User;
use dms_api::record::Lenient;
use rusqlite::{Connection, OptionalExtension, Row};

use super::number;
use crate::rocketmq::{Found, Page, RocketmqError, StoredUser};

pub(super) fn list(c: &Connection, page: Page) -> Result<Found<User>, RocketmqError> {
    let total = c.query_row("SELECT count(*) FROM users", [], number)?;
    let mut query = c.prepare_cached(
        "SELECT access_key, secret, settings FROM users ORDER BY access_key LIMIT ?1 OFFSET ?2",
    )?;
    let rows = query.query_map((page.limit, i64::try_from(page.offset).unwrap_or(i64::MAX)), read)?;
    let items = rows.map(|row| row.map(|stored| stored.user)).collect::<Result<_, _>>()?;
    Ok(Found { items, total })
}

pub(super) fn one(c: &Connection, name: &str) -> Result<StoredUser, RocketmqError> {
    find(c, name)?.ok_or_else(|| RocketmqError::UserUnknown(name.to_owned()))
}

pub(super) fn find(c: &Connection, name: &str) -> Result<Option<StoredUser>, RocketmqError> {
    let mut query =
        c.prepare_cached("SELECT access_key, secret, settings FROM users WHERE access_key = ?1")?;
    Ok(query.query_row([name], read).optional()?)
}

/// Everybody, by name.
pub(super) fn all(c: &Connection) -> Result<Vec<StoredUser>, RocketmqError> {
    let mut query = c.prepare_cached("SELECT access_key, secret, settings FROM users ORDER BY access_key")?;
    Ok(query.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredUser> {
    let settings: String = row.get(2)?;
    let settings = serde_json::from_str(&settings).unwrap_or_default();
    let user = User { access_key: row.get(0)?, ..User::read(&settings).unwrap_or_default() };
    Ok(StoredUser { user, secret: row.get(1)? })
}

pub(super) fn create(c: &Connection, user: &StoredUser, now: i64) -> Result<(), RocketmqError> {
    let added = c
        .prepare_cached(
            "INSERT INTO users (access_key, secret, settings, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        )?
        .execute((&user.user.access_key, &user.secret, serde_json::to_string(&user.user)?, now))?;
    if added == 0 { Err(RocketmqError::UserExists(user.user.access_key.clone())) } else { Ok(()) }
}

pub(super) fn change(c: &Connection, user: &StoredUser) -> Result<(), RocketmqError> {
    let changed = c
        .prepare_cached("UPDATE users SET secret = ?2, settings = ?3 WHERE access_key = ?1")?
        .execute((&user.user.access_key, &user.secret, serde_json::to_string(&user.user)?))?;
    if changed == 0 { Err(RocketmqError::UserUnknown(user.user.access_key.clone())) } else { Ok(()) }
}

pub(super) fn delete(c: &Connection, name: &str) -> Result<(), RocketmqError> {
    match c.prepare_cached("DELETE FROM users WHERE access_key = ?1")?.execute([name])? {
        0 => Err(RocketmqError::UserUnknown(name.to_owned())),
        _ => Ok(()),
    }
}
