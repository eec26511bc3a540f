//! Work that takes time, such as creating an instance, and what was done: the tasks of K5.7. Kept, so that a restarted
//! service carries on.

use dms_api::models::InstanceStatus;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::Value;

use super::{Store, StoreError};
use crate::auth::identity;

/// What a job does to its instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    /// Sets up a new instance.
    Create,
    /// Stops and starts the brokers.
    Restart,
    /// Removes the instance and its messages.
    Delete,
    /// Gives the instance other disks, more brokers or another flavour.
    Extend,
    /// Moves partitions between brokers.
    Reassign,
    /// Takes its time, and that is all.
    Wait,
}

impl JobKind {
    const ALL: [Self; 6] =
        [Self::Create, Self::Restart, Self::Delete, Self::Extend, Self::Reassign, Self::Wait];

    /// The name in the database.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "CREATE",
            Self::Restart => "RESTART",
            Self::Delete => "DELETE",
            Self::Extend => "EXTEND",
            Self::Reassign => "REASSIGN",
            Self::Wait => "WAIT",
        }
    }

    /// The name in the tasks of K5.7, unless a job has one of its own.
    const fn task_name(self) -> &'static str {
        match self {
            Self::Create => "createInstance",
            Self::Restart => "restartInstance",
            Self::Delete => "deleteInstance",
            Self::Extend => "extendInstance",
            Self::Reassign => "reassignPartitions",
            Self::Wait => "",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// How far a job is, named as in the tasks of K5.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// Its time has not come.
    Created,
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
            Self::Created => "CREATED",
            Self::Executing => "EXECUTING",
            Self::Success => "SUCCESS",
            Self::Failed => "FAILED",
        }
    }
}

/// A job that has not ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// 32 hex digits.
    pub id: String,
    /// Whom it works on.
    pub instance_id: String,
    /// What it does.
    pub kind: JobKind,
    /// What the API calls it.
    pub name: String,
    /// What the API tells about it.
    pub params: Value,
    /// What it still has to do, as its kind writes it.
    pub plan: Value,
    /// Id of the user who began it.
    pub user_id: String,
    /// Whether it waits for a set time.
    pub scheduled: bool,
    /// Milliseconds since 1970.
    pub begun_at: i64,
    /// When there is something to do for it, milliseconds since 1970.
    pub due_at: i64,
}

impl Job {
    /// A job that begins at `now` and is due at `due_at`, both milliseconds since 1970.
    pub fn new(instance_id: &str, kind: JobKind, now: i64, due_at: i64) -> Self {
        Self {
            id: uuid::Uuid::new_v4().simple().to_string(),
            instance_id: instance_id.to_owned(),
            kind,
            name: kind.task_name().to_owned(),
            params: Value::Object(serde_json::Map::new()),
            plan: Value::Null,
            user_id: identity::DEMO.id.to_owned(),
            scheduled: false,
            begun_at: now,
            due_at,
        }
    }

    /// The same with what the API tells about it.
    pub fn with(self, params: Value) -> Self {
        Self { params, ..self }
    }

    /// The same with another name in the API.
    pub fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }

    /// The same begun by another user.
    pub fn by(self, user_id: &str) -> Self {
        Self { user_id: user_id.to_owned(), ..self }
    }
}

/// Why a job could not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The instance is not in the state it must be in, or is gone.
    State,
    /// Another job of the instance is running.
    Busy,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Job> {
    let kind: String = row.get(2)?;
    let json = |text: String| serde_json::from_str(&text).unwrap_or_default();
    Ok(Job {
        id: row.get(0)?,
        instance_id: row.get(1)?,
        kind: JobKind::parse(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
        begun_at: row.get(3)?,
        due_at: row.get(4)?,
        name: row.get(5)?,
        params: json(row.get(6)?),
        plan: json(row.get(7)?),
        user_id: row.get(8)?,
        scheduled: row.get::<_, String>(9)? == JobStatus::Created.as_str(),
    })
}

/// Adds a job within a transaction that changes its instance too.
pub(super) fn insert(c: &Connection, job: &Job) -> rusqlite::Result<()> {
    let status = if job.scheduled { JobStatus::Created } else { JobStatus::Executing };
    insert_with(c, job, status, None)
}

fn insert_with(c: &Connection, job: &Job, status: JobStatus, ended_at: Option<i64>) -> rusqlite::Result<()> {
    c.execute(
        "INSERT INTO jobs (id, instance_id, kind, status, begun_at, due_at, ended_at, updated_at, name, params, plan,
                           user_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        (
            &job.id,
            &job.instance_id,
            job.kind.as_str(),
            status.as_str(),
            job.begun_at,
            job.due_at,
            ended_at,
            ended_at.unwrap_or(job.begun_at),
            &job.name,
            job.params.to_string(),
            job.plan.to_string(),
            &job.user_id,
        ),
    )?;
    Ok(())
}

impl Store {
    /// The job that is due first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn next_job(&self) -> Result<Option<Job>, StoreError> {
        self.db
            .run(|c| {
                c.query_row(
                    "SELECT id, instance_id, kind, begun_at, due_at, name, params, plan, user_id, status FROM jobs
                     WHERE ended_at IS NULL ORDER BY due_at, begun_at LIMIT 1",
                    [],
                    read,
                )
                .optional()
            })
            .await
    }

    /// Keeps what a running job has done and when it is due again.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn continue_job(&self, job: Job, now: i64) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                c.execute(
                    "UPDATE jobs SET status = ?2, due_at = ?3, updated_at = ?4, params = ?5, plan = ?6 WHERE id = ?1",
                    (
                        &job.id,
                        JobStatus::Executing.as_str(),
                        job.due_at,
                        now,
                        job.params.to_string(),
                        job.plan.to_string(),
                    ),
                )?;
                Ok(())
            })
            .await
    }

    /// Marks a job as ended. The jobs of an instance that is gone are forgotten.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_job(&self, id: String, status: JobStatus, now: i64) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                c.execute(
                    "UPDATE jobs SET status = ?2, ended_at = ?3, updated_at = ?3 WHERE id = ?1",
                    (id, status.as_str(), now),
                )?;
                c.execute("DELETE FROM jobs WHERE instance_id NOT IN (SELECT id FROM instances)", [])?;
                Ok(())
            })
            .await
    }

    /// Begins a job that works alone on its instance: the instance is in a state that `from` accepts and has no other
    /// job. It goes to state `to`, if there is one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin_alone(
        &self,
        job: Job,
        from: fn(&InstanceStatus) -> bool,
        to: Option<InstanceStatus>,
    ) -> Result<Result<(), Refused>, StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                let status: Option<String> = tx
                    .query_row("SELECT status FROM instances WHERE id = ?1", [&job.instance_id], |r| r.get(0))
                    .optional()?;
                if !status.is_some_and(|s| from(&InstanceStatus::from_word(&s))) {
                    return Ok(Err(Refused::State));
                }
                if pending(&tx, &job.instance_id)? {
                    return Ok(Err(Refused::Busy));
                }
                if let Some(to) = &to {
                    tx.execute(
                        "UPDATE instances SET status = ?2 WHERE id = ?1",
                        (&job.instance_id, to.as_str()),
                    )?;
                }
                insert(&tx, &job)?;
                tx.commit().map(Ok)
            })
            .await
    }

    /// Begins a job beside others.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin_job(&self, job: Job) -> Result<(), StoreError> {
        self.db.run(move |c| insert(c, &job)).await
    }

    /// Keeps something that was done at once, or long ago, as an ended task.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_ended(&self, job: Job, status: JobStatus) -> Result<(), StoreError> {
        let ended = job.due_at;
        self.db.run(move |c| insert_with(c, &job, status, Some(ended))).await
    }
}

fn pending(c: &Connection, instance_id: &str) -> rusqlite::Result<bool> {
    c.query_row(
        "SELECT EXISTS (SELECT 1 FROM jobs WHERE instance_id = ?1 AND ended_at IS NULL AND kind <> 'WAIT')",
        [instance_id],
        |row| row.get(0),
    )
}
