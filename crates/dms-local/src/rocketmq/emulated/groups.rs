//! Consumer groups.

use dms_api::models::rocketmq::Group;
use dms_api::record::Millis;
use rusqlite::{Connection, OptionalExtension, Row};

use super::{number, retry_topic, topics};
use crate::rocketmq::{Found, NewGroup, Page, RocketmqError};

const COLUMNS: &str = "name, enabled, broadcast, from_beginning, orderly, retry_max, description, brokers, created_at,
    (SELECT count(DISTINCT topic) FROM positions WHERE consumer_group = groups.name AND topic NOT LIKE '\\%RETRY\\%%' ESCAPE '\\')";

pub(super) fn list(c: &Connection, part: &str, page: Page) -> Result<Found<Group>, RocketmqError> {
    // instr, not LIKE: "%" and "_" are usual in names.
    let total = c
        .prepare_cached("SELECT count(*) FROM groups WHERE instr(name, ?1) > 0")?
        .query_row([part], number)?;
    let sql =
        format!("SELECT {COLUMNS} FROM groups WHERE instr(name, ?1) > 0 ORDER BY name LIMIT ?2 OFFSET ?3");
    let mut query = c.prepare_cached(&sql)?;
    let rows = query.query_map((part, page.limit, i64::try_from(page.offset).unwrap_or(i64::MAX)), read)?;
    Ok(Found { items: rows.collect::<Result<_, _>>()?, total })
}

pub(super) fn one(c: &Connection, name: &str) -> Result<Group, RocketmqError> {
    let sql = format!("SELECT {COLUMNS} FROM groups WHERE name = ?1");
    let found = c.prepare_cached(&sql)?.query_row([name], read).optional()?;
    found.ok_or_else(|| RocketmqError::GroupUnknown(name.to_owned()))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Group> {
    let brokers: String = row.get(7)?;
    Ok(Group {
        name: row.get(0)?,
        enabled: row.get(1)?,
        broadcast: row.get(2)?,
        from_beginning: Some(row.get(3)?),
        consume_orderly: Some(row.get(4)?),
        retry_max_time: row.get(5)?,
        group_desc: Some(row.get(6)?),
        brokers: brokers.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        created_at: Some(Millis(row.get(8)?)),
        topic_subscription_count: Some(row.get(9)?),
        permissions: Some(Vec::new()),
        ..Group::default()
    })
}

pub(super) fn create(c: &Connection, group: &NewGroup, now: i64) -> Result<(), RocketmqError> {
    let added = c
        .prepare_cached(
            "INSERT INTO groups
             (name, enabled, broadcast, from_beginning, orderly, retry_max, description, brokers, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
        )?
        .execute((
            &group.name,
            group.enabled,
            group.broadcast,
            group.from_beginning,
            group.orderly,
            group.retry_max,
            &group.description,
            group.brokers.join(","),
            now,
        ))?;
    if added == 0 { Err(RocketmqError::GroupExists(group.name.clone())) } else { Ok(()) }
}

pub(super) fn change(c: &Connection, group: &NewGroup) -> Result<(), RocketmqError> {
    let changed = c
        .prepare_cached(
            "UPDATE groups SET enabled = ?2, broadcast = ?3, from_beginning = ?4, orderly = ?5, retry_max = ?6,
             description = ?7, brokers = ?8 WHERE name = ?1",
        )?
        .execute((
            &group.name,
            group.enabled,
            group.broadcast,
            group.from_beginning,
            group.orderly,
            group.retry_max,
            &group.description,
            group.brokers.join(","),
        ))?;
    if changed == 0 { Err(RocketmqError::GroupUnknown(group.name.clone())) } else { Ok(()) }
}

pub(super) fn delete(c: &Connection, name: &str) -> Result<(), RocketmqError> {
    c.prepare_cached("DELETE FROM groups WHERE name = ?1")?.execute([name])?;
    topics::delete(c, &retry_topic(name))
}
