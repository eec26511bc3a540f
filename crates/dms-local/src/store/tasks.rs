//! Jobs as the API tells of them: the tasks of K5.7.

use rusqlite::Connection;

use super::{Store, StoreError};

/// A job, running or ended, as the API tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// 32 hex digits.
    pub id: String,
    /// What it does.
    pub name: String,
    /// JSON.
    pub params: String,
    /// [`JobStatus::as_str`].
    pub status: String,
    /// Who began it.
    pub user_id: String,
    /// Milliseconds since 1970.
    pub begun_at: i64,
    /// When something was last done for it, milliseconds since 1970.
    pub updated_at: i64,
}

/// Which tasks of an instance are wanted.
#[derive(Clone, Debug, Default)]
pub struct TaskFilter {
    /// The instance.
    pub instance_id: String,
    /// Begun then or later, milliseconds since 1970.
    pub from: Option<i64>,
    /// Begun then or before, milliseconds since 1970.
    pub to: Option<i64>,
    /// Only this one.
    pub id: Option<String>,
}

const CONDITION: &str = "instance_id = ?1 AND NOT hidden AND begun_at >= ?2 AND begun_at <= ?3
                         AND (?4 IS NULL OR id = ?4)";

impl Store {
    /// A page of an instance's tasks, newest first, and how many there are on all pages.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn tasks(
        &self,
        filter: TaskFilter,
        offset: u64,
        limit: u32,
    ) -> Result<(Vec<TaskRow>, u64), StoreError> {
        self.db.run(move |c| tasks(c, &filter, offset, limit)).await
    }

    /// Takes a task off the lists; what it does goes on. `false` if there is none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn hide_task(&self, instance_id: String, id: String) -> Result<bool, StoreError> {
        self.db
            .run(move |c| {
                let sql = "UPDATE jobs SET hidden = 1 WHERE instance_id = ?1 AND id = ?2 AND NOT hidden";
                Ok(c.execute(sql, [instance_id, id])? > 0)
            })
            .await
    }
}

fn tasks(
    c: &Connection,
    filter: &TaskFilter,
    offset: u64,
    limit: u32,
) -> rusqlite::Result<(Vec<TaskRow>, u64)> {
    let (from, to) = (filter.from.unwrap_or(i64::MIN), filter.to.unwrap_or(i64::MAX));
    let total: i64 = c.query_row(
        &format!("SELECT count(*) FROM jobs WHERE {CONDITION}"),
        (&filter.instance_id, from, to, &filter.id),
        |row| row.get(0),
    )?;
    let sql = format!(
        "SELECT id, name, params, status, user_id, begun_at, updated_at FROM jobs WHERE {CONDITION}
         ORDER BY begun_at DESC, rowid DESC LIMIT ?5 OFFSET ?6"
    );
    let offset = i64::try_from(offset).unwrap_or(i64::MAX);
    let rows = c
        .prepare_cached(&sql)?
        .query_map((&filter.instance_id, from, to, &filter.id, limit, offset), |row| {
            Ok(TaskRow {
                id: row.get(0)?,
                name: row.get(1)?,
                params: row.get(2)?,
                status: row.get(3)?,
                user_id: row.get(4)?,
                begun_at: row.get(5)?,
                updated_at: row.get(6)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok((rows, total.unsigned_abs()))
}
