//! Migrations: taken on, carried out when they are due, remembered.

use dms_api::models::rocketmq::{Migration, MigrationKind, MigrationResult, MigrationStatus};
use dms_api::record::Lenient;
use dms_api::time;
use rusqlite::types::Type;
use rusqlite::{Connection, Row};

use super::Emulated;
use crate::rocketmq::migration::{Plan, Step};
use crate::rocketmq::{NewGroup, RocketmqError, Topic};

impl Emulated {
    /// Takes a migration on.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn add_migration(
        &self,
        migration: &Migration,
        plan: &Plan,
        due_at: i64,
    ) -> Result<(), RocketmqError> {
        let begun_at = time::parse(&migration.start_date).unwrap_or_default();
        let plan = serde_json::to_string(plan)?;
        self.write(|tx| {
            tx.execute(
                "INSERT INTO migrations (id, name, kind, begun_at, due_at, status, plan, results)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '[]')",
                (
                    &migration.id,
                    &migration.name,
                    migration.r#type.as_str(),
                    begun_at,
                    due_at,
                    migration.status.as_str(),
                    plan,
                ),
            )?;
            Ok(())
        })
    }

    /// Migrations, newest first, each with its results.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn migrations(&self, now: i64) -> Result<Vec<Migration>, RocketmqError> {
        self.migrate(now)?;
        self.read(|c| {
            let mut query = c.prepare_cached(
                "SELECT id, name, kind, begun_at, due_at, status, results FROM migrations ORDER BY begun_at DESC, id",
            )?;
            Ok(query.query_map([], |row| read(row, now))?.collect::<Result<_, _>>()?)
        })
    }

    /// Forgets migrations; the answer is those that were there.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn delete_migrations(&self, ids: &[String]) -> Result<Vec<String>, RocketmqError> {
        self.write(|tx| {
            let mut gone = Vec::new();
            for id in ids {
                if tx.execute("DELETE FROM migrations WHERE id = ?1", [id])? > 0 {
                    gone.push(id.clone());
                }
            }
            Ok(gone)
        })
    }

    /// Carries out the migrations that are due, each in one transaction.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn migrate(&self, now: i64) -> Result<(), RocketmqError> {
        let due: Vec<(String, String)> = self.read(|c| {
            let mut query = c.prepare_cached(
                "SELECT id, plan FROM migrations WHERE due_at <= ?1 AND status NOT IN ('finished', 'failed')",
            )?;
            Ok(query.query_map([now], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
        })?;
        for (id, plan) in due {
            let plan: Plan = serde_json::from_str(&plan)?;
            self.write(|tx| {
                let results: Vec<MigrationResult> = plan
                    .steps
                    .iter()
                    .map(|step| carry_out(tx, step, plan.overwrite, now))
                    .collect::<Result<_, _>>()?;
                let failed = results.iter().any(|result| result.error_code.is_some());
                let status = if failed { MigrationStatus::Failed } else { MigrationStatus::Finished };
                tx.execute(
                    "UPDATE migrations SET status = ?2, results = ?3 WHERE id = ?1",
                    (&id, status.as_str(), serde_json::to_string(&results)?),
                )?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

fn read(row: &Row<'_>, now: i64) -> rusqlite::Result<Migration> {
    let (kind, status, results): (String, String, String) = (row.get(2)?, row.get(5)?, row.get(6)?);
    let (begun_at, due_at): (i64, i64) = (row.get(3)?, row.get(4)?);
    let mut status = MigrationStatus::from_word(&status);
    if status.is_transient() && now.saturating_sub(begun_at) * 3 >= due_at - begun_at {
        status = MigrationStatus::Starting;
    }
    let results: serde_json::Value = serde_json::from_str(&results)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(6, Type::Text, error.into()))?;
    Ok(Migration {
        id: row.get(0)?,
        name: row.get(1)?,
        start_date: time::spaced(begun_at),
        status,
        r#type: MigrationKind::from_word(&kind),
        results: Vec::read(&results),
        ..Migration::default()
    })
}

fn carry_out(
    c: &Connection,
    step: &Step,
    overwrite: bool,
    now: i64,
) -> Result<MigrationResult, RocketmqError> {
    let made = match step {
        Step::Topic { topic, .. } => create_topic(c, topic, overwrite, now),
        Step::Group { group, .. } => create_group(c, group, overwrite, now),
        Step::Skip { .. } => Ok(Made::Nothing),
        Step::Refuse { code, why, .. } => Ok(Made::Refused(code.clone(), why.clone())),
    };
    match made {
        Ok(made) => Ok(step.result(made)),
        Err(RocketmqError::TopicExists(name)) => {
            Ok(step.result(Made::Refused("DMS.00400800".to_owned(), format!("Topic {name} exists."))))
        }
        Err(RocketmqError::GroupExists(name)) => {
            Ok(step.result(Made::Refused("DMS.10240018".to_owned(), format!("Group {name} exists."))))
        }
        Err(error) => Err(error),
    }
}

/// What became of one entry.
pub(crate) enum Made {
    New,
    Changed,
    Nothing,
    Refused(String, String),
}

fn create_topic(c: &Connection, topic: &Topic, overwrite: bool, now: i64) -> Result<Made, RocketmqError> {
    if overwrite && super::topics::exists(c, &topic.name)? {
        return super::topics::change(c, topic).map(|()| Made::Changed);
    }
    super::topics::create(c, topic, now, false).map(|()| Made::New)
}

fn create_group(c: &Connection, group: &NewGroup, overwrite: bool, now: i64) -> Result<Made, RocketmqError> {
    match super::groups::create(c, group, now) {
        Err(RocketmqError::GroupExists(_)) if overwrite => {
            super::groups::change(c, group).map(|()| Made::Changed)
        }
        made => made.map(|()| Made::New),
    }
}
