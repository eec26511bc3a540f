//! Work that takes time, such as creating an instance. Kept, so that a restarted service carries on.

use rusqlite::{OptionalExtension, Row};

use super::{Store, StoreError};

/// What a job does to its instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    /// Sets up a new instance.
    Create,
    /// Stops and starts the brokers.
    Restart,
    /// Removes the instance and its messages.
    Delete,
}

impl JobKind {
    /// The name in the database and in the tasks of K5.7.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "CREATE",
            Self::Restart => "RESTART",
            Self::Delete => "DELETE",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Create, Self::Restart, Self::Delete].into_iter().find(|kind| kind.as_str() == name)
    }
}

/// How far a job is, named as in the tasks of K5.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// Still running.
    Executing,
    /// Done.
    Success,
    /// Given up.
    Failed,
}

impl JobStatus {
    /// The name in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Executing => "EXECUTING",
            Self::Success => "SUCCESS",
            Self::Failed => "FAILED",
        }
    }
}

/// A running job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// UUID.
    pub id: String,
    /// Whom it works on.
    pub instance_id: String,
    /// What it does.
    pub kind: JobKind,
    /// Milliseconds since 1970.
    pub begun_at: i64,
    /// When it will be done, milliseconds since 1970.
    pub due_at: i64,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Job> {
    let kind: String = row.get(2)?;
    Ok(Job {
        id: row.get(0)?,
        instance_id: row.get(1)?,
        kind: JobKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
        begun_at: row.get(3)?,
        due_at: row.get(4)?,
    })
}

/// Adds a job within a transaction that changes its instance too.
pub(super) fn insert(c: &rusqlite::Connection, job: &Job) -> rusqlite::Result<()> {
    c.execute(
        "INSERT INTO jobs (id, instance_id, kind, status, begun_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            &job.id,
            &job.instance_id,
            job.kind.as_str(),
            JobStatus::Executing.as_str(),
            job.begun_at,
            job.due_at,
        ),
    )?;
    Ok(())
}

impl Store {
    /// The running job that is due first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn next_job(&self) -> Result<Option<Job>, StoreError> {
        self.db
            .run(|c| {
                c.query_row(
                    "SELECT id, instance_id, kind, begun_at, due_at FROM jobs
                     WHERE status = 'EXECUTING' ORDER BY due_at, begun_at LIMIT 1",
                    [],
                    read,
                )
                .optional()
            })
            .await
    }

    /// Marks a job as ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_job(&self, id: String, status: JobStatus, now: i64) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                c.execute(
                    "UPDATE jobs SET status = ?2, ended_at = ?3 WHERE id = ?1",
                    (id, status.as_str(), now),
                )?;
                Ok(())
            })
            .await
    }
}
