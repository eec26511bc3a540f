//! Instances.

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use rusqlite::types::{ToSql, Type};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::jobs::{self, Job};
use super::{Store, StoreError};
use crate::instance::{Instance, InstanceSpec};

const COLUMNS: &str = "id, project_id, engine, name, status, created_at, spec";

/// What a list of instances is narrowed to. `None` narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct InstanceFilter {
    /// Project; always given.
    pub project_id: String,
    /// Engine.
    pub engine: Option<Engine>,
    /// Part of the name, or all of it with `exact`.
    pub name: Option<String>,
    /// Whether `name` is the whole name.
    pub exact: bool,
    /// Id.
    pub id: Option<String>,
    /// Status as the API spells it.
    pub status: Option<String>,
    /// Whether instances whose creation failed are wanted too.
    pub include_failure: bool,
    /// Enterprise project.
    pub enterprise_project_id: Option<String>,
}

/// One page of instances, newest first.
#[derive(Clone, Debug)]
pub struct InstancePage {
    /// The page.
    pub instances: Vec<Instance>,
    /// How many there are on all pages.
    pub total: u32,
}

/// An instance to add, with its tags and the job that sets it up.
#[derive(Clone, Debug)]
pub struct NewInstance {
    /// The instance.
    pub instance: Instance,
    /// Its tags.
    pub tags: Vec<(String, String)>,
    /// What goes on with it, if anything.
    pub job: Option<Job>,
}

/// Why an instance could not be added or renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Another instance of the project has the name.
    Name,
    /// The project has as many instances as it may.
    Quota,
}

impl Store {
    /// Adds an instance unless its name or the quota of `limit` instances per project forbids it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_instance(&self, new: NewInstance, limit: u32) -> Result<Result<(), Taken>, StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                let i = &new.instance;
                if name_taken(&tx, &i.project_id, &i.name, "")? {
                    return Ok(Err(Taken::Name));
                }
                let count: u32 = tx.query_row(
                    "SELECT count(*) FROM instances WHERE project_id = ?1",
                    [&i.project_id],
                    |r| r.get(0),
                )?;
                if count >= limit {
                    return Ok(Err(Taken::Quota));
                }
                insert(&tx, i)?;
                for (key, value) in &new.tags {
                    tx.execute(
                        "INSERT INTO tags (instance_id, key, value) VALUES (?1, ?2, ?3)",
                        (&i.id, key, value),
                    )?;
                }
                if let Some(job) = &new.job {
                    jobs::insert(&tx, job)?;
                }
                tx.commit().map(Ok)
            })
            .await
    }

    /// The instance with this id, whatever its project.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn instance(&self, id: String) -> Result<Option<Instance>, StoreError> {
        self.db
            .run(move |c| {
                let sql = format!("SELECT {COLUMNS} FROM instances WHERE id = ?1");
                c.prepare_cached(&sql)?.query_row([id], read).optional()
            })
            .await
    }

    /// Every instance of every project.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn all_instances(&self) -> Result<Vec<Instance>, StoreError> {
        self.db
            .run(|c| c.prepare(&format!("SELECT {COLUMNS} FROM instances"))?.query_map([], read)?.collect())
            .await
    }

    /// A page of the instances that fit `filter`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn instances(
        &self,
        filter: InstanceFilter,
        offset: u64,
        limit: u32,
    ) -> Result<InstancePage, StoreError> {
        self.db.run(move |c| list(c, filter, offset, limit)).await
    }

    /// Replaces name and settings; refused if another instance has the name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn update_instance(&self, instance: Instance) -> Result<Result<(), Taken>, StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                if name_taken(&tx, &instance.project_id, &instance.name, &instance.id)? {
                    return Ok(Err(Taken::Name));
                }
                tx.execute(
                    "UPDATE instances SET name = ?2, spec = ?3 WHERE id = ?1",
                    (&instance.id, &instance.name, spec_text(&instance)?),
                )?;
                tx.commit().map(Ok)
            })
            .await
    }

    /// Changes settings in place; an instance that is gone stays gone.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn change_spec(
        &self,
        id: String,
        change: impl FnOnce(&mut InstanceSpec) + Send + 'static,
    ) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                let sql = format!("SELECT {COLUMNS} FROM instances WHERE id = ?1");
                if let Some(mut instance) = tx.query_row(&sql, [&id], read).optional()? {
                    change(&mut instance.spec);
                    tx.execute("UPDATE instances SET spec = ?2 WHERE id = ?1", (&id, spec_text(&instance)?))?;
                }
                tx.commit()
            })
            .await
    }

    /// Moves an instance from a state that `from` accepts to `to` and begins `job`. `false` if it was in another
    /// state (or gone), and then nothing happens: two calls at once cannot both win.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn move_instance(
        &self,
        id: String,
        from: fn(&InstanceStatus) -> bool,
        to: InstanceStatus,
        job: Option<Job>,
    ) -> Result<bool, StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                let status: Option<String> = tx
                    .query_row("SELECT status FROM instances WHERE id = ?1", [&id], |r| r.get(0))
                    .optional()?;
                if !status.is_some_and(|s| from(&InstanceStatus::from_word(&s))) {
                    return Ok(false);
                }
                tx.execute("UPDATE instances SET status = ?2 WHERE id = ?1", (&id, to.as_str()))?;
                if let Some(job) = &job {
                    jobs::insert(&tx, job)?;
                }
                tx.commit()?;
                Ok(true)
            })
            .await
    }

    /// Removes an instance with its tags and topics.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn remove_instance(&self, id: String) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                c.execute("DELETE FROM instances WHERE id = ?1", [id])?;
                Ok(())
            })
            .await
    }
}

fn name_taken(c: &Connection, project_id: &str, name: &str, except: &str) -> rusqlite::Result<bool> {
    c.query_row(
        "SELECT EXISTS (SELECT 1 FROM instances WHERE project_id = ?1 AND name = ?2 AND id <> ?3)",
        [project_id, name, except],
        |row| row.get(0),
    )
}

fn insert(c: &Connection, i: &Instance) -> rusqlite::Result<()> {
    c.execute(
        "INSERT INTO instances (id, project_id, engine, name, status, created_at, spec)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (&i.id, &i.project_id, i.engine.as_str(), &i.name, i.status.as_str(), i.created_at, spec_text(i)?),
    )?;
    Ok(())
}

fn list(c: &Connection, filter: InstanceFilter, offset: u64, limit: u32) -> rusqlite::Result<InstancePage> {
    let mut clauses = vec!["project_id = ?"];
    let mut values: Vec<Box<dyn ToSql>> = vec![Box::new(filter.project_id)];
    let mut narrow = |clause, value: Option<String>| {
        if let Some(value) = value {
            clauses.push(clause);
            values.push(Box::new(value));
        }
    };
    narrow("engine = ?", filter.engine.map(|e| e.as_str().to_owned()));
    // instr, not LIKE: "_" and "%" in a name mean themselves, and case matters as it does in the cloud.
    narrow(if filter.exact { "name = ?" } else { "instr(name, ?) > 0" }, filter.name);
    narrow("id = ?", filter.id);
    narrow("status = ?", filter.status);
    narrow("json_extract(spec, '$.enterprise_project_id') = ?", filter.enterprise_project_id);
    if !filter.include_failure {
        clauses.push("status <> 'CREATEFAILED'");
    }
    let clauses = clauses.join(" AND ");
    let total = c.query_row(
        &format!("SELECT count(*) FROM instances WHERE {clauses}"),
        params_from_iter(&values),
        |row| row.get(0),
    )?;
    values.push(Box::new(limit));
    values.push(Box::new(i64::try_from(offset).unwrap_or(i64::MAX)));
    let sql = format!(
        "SELECT {COLUMNS} FROM instances WHERE {clauses} ORDER BY created_at DESC, id LIMIT ? OFFSET ?"
    );
    let instances = c.prepare(&sql)?.query_map(params_from_iter(&values), read)?.collect::<Result<_, _>>()?;
    Ok(InstancePage { instances, total })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Instance> {
    let (engine, status, spec): (String, String, String) = (row.get(2)?, row.get(4)?, row.get(6)?);
    Ok(Instance {
        id: row.get(0)?,
        project_id: row.get(1)?,
        engine: Engine::parse(&engine).ok_or(rusqlite::Error::InvalidQuery)?,
        name: row.get(3)?,
        status: InstanceStatus::from_word(&status),
        created_at: row.get(5)?,
        spec: serde_json::from_str(&spec)
            .map_err(|e| rusqlite::Error::FromSqlConversionFailure(6, Type::Text, e.into()))?,
    })
}

fn spec_text(instance: &Instance) -> rusqlite::Result<String> {
    serde_json::to_string(&instance.spec).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
}
