//! The thread that owns the SQLite connection.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::migrations;

/// Why the store could not answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// SQLite refused.
    #[error("the database refused")]
    Sqlite(#[from] rusqlite::Error),
    /// The database was written by a newer version of this program.
    #[error("the database has format {found}, this version knows up to {known}: use a newer version")]
    TooNew {
        /// Format of the file.
        found: usize,
        /// Newest format known.
        known: usize,
    },
    /// The database's thread could not start or is gone.
    #[error("the database's thread is not running")]
    Stopped,
}

type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// Handle to the connection's thread, which ends when the last handle is dropped.
#[derive(Clone, Debug)]
pub(super) struct Db {
    work: mpsc::Sender<Work>,
}

impl Db {
    pub(super) fn open(file: Option<&Path>) -> Result<Self, StoreError> {
        let (work, todo) = mpsc::channel::<Work>();
        let (opened, ready) = mpsc::sync_channel(1);
        let file = file.map(PathBuf::from);
        let thread = std::thread::Builder::new().name("dms-store".into());
        let spawned = thread.spawn(move || match connect(file.as_deref()) {
            Ok(mut connection) => {
                // The opener may have given up; then there is no work either.
                let _ = opened.send(Ok(()));
                for job in todo {
                    job(&mut connection);
                }
            }
            Err(error) => {
                let _ = opened.send(Err(error));
            }
        });
        spawned.map_err(|_| StoreError::Stopped)?;
        ready.recv().map_err(|_| StoreError::Stopped)??;
        Ok(Self { work })
    }

    /// Runs `work` on the connection. Work runs one at a time in the order asked.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (done, answer) = oneshot::channel();
        let job = Box::new(move |connection: &mut Connection| {
            // The caller may have been cancelled; the work is done all the same.
            let _ = done.send(work(connection));
        });
        self.work.send(job).map_err(|_| StoreError::Stopped)?;
        Ok(answer.await.map_err(|_| StoreError::Stopped)??)
    }
}

fn connect(file: Option<&Path>) -> Result<Connection, StoreError> {
    let mut connection = match file {
        Some(path) => Connection::open(path)?,
        None => Connection::open_in_memory()?,
    };
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // Every commit reaches the disk before it is answered.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    migrations::upgrade(&mut connection)?;
    Ok(connection)
}
