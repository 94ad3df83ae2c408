//! SQLite. Statements run on the thread that asks: from memory each takes some microseconds, less than handing it to
//! another thread. What waits does so asleep: a commit for the disk, a writer for the one before it.

mod disk;

use super::Value;
use crate::StoreError;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput, Value as Cell, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use disk::Disk;

const READERS: usize = 4;
/// How long somebody waits for a connection, and a writer for a writer in another process.
const PATIENCE: Duration = Duration::from_secs(10);

/// A database in a file, or in memory.
#[derive(Clone)]
pub struct Sqlite {
    write: Arc<Lane>,
    read: Arc<Lane>,
}

/// Connections of one kind; those that nobody uses stay open.
struct Lane {
    path: PathBuf,
    reads_only: bool,
    idle: Mutex<Vec<Open>>,
    places: Arc<Semaphore>,
    size: u32,
    /// Where what is committed is brought to, if this lane writes to a file.
    disk: Option<Disk>,
}

/// A connection, and what it knows of the statements it has prepared.
struct Open {
    connection: Connection,
    shapes: HashMap<&'static str, Arc<Shape>>,
}

/// What a statement takes and gives.
struct Shape {
    /// Which of the values each parameter is: `$2` is the second, wherever it stands.
    values: Vec<usize>,
    columns: Vec<String>,
}

/// A connection in use; back in its lane when dropped, without whatever was not committed.
pub struct Held {
    open: Option<Open>,
    begun: bool,
    lane: Arc<Lane>,
    _place: OwnedSemaphorePermit,
}

/// A row, read.
pub struct Row {
    shape: Arc<Shape>,
    cells: Vec<Cell>,
}

impl Sqlite {
    /// Opens the file, or makes it. One connection writes; readers are opened when they are needed.
    pub async fn open(path: &str) -> Result<Sqlite, StoreError> {
        let lane = |disk: Option<Disk>, reads_only, size| {
            let places = Arc::new(Semaphore::new(size));
            Arc::new(Lane { path: path.into(), reads_only, idle: Mutex::default(), places, size: size as u32, disk })
        };
        let in_memory = path == ":memory:";
        let disk = if in_memory { None } else { Some(Disk::of(path).map_err(|e| gone(&e.to_string()))?) };
        let write = lane(disk, false, 1);
        // The file is made before anybody reads it.
        drop(write.take().await?);
        let read = if in_memory { write.clone() } else { lane(None, true, READERS) };
        Ok(Sqlite { write, read })
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Held, StoreError> {
        self.read.take().await
    }

    /// The connection that writes, in a transaction. It begins `IMMEDIATE`: one that starts as a reader and then writes
    /// would fail at once under load.
    pub async fn begin(&self) -> Result<Held, StoreError> {
        let mut held = self.write.take().await?;
        let begin = async {
            // Another process may be writing, and a thread is not to wait for it.
            while let Err(e) = held.open().connection.execute_batch("BEGIN IMMEDIATE") {
                if e.sqlite_error_code() != Some(ErrorCode::DatabaseBusy) {
                    return Err(error(e));
                }
                sleep(Duration::from_millis(5)).await;
            }
            Ok(())
        };
        timeout(PATIENCE, begin).await.map_err(|_| gone("another process keeps writing"))??;
        held.begun = true;
        Ok(held)
    }

    /// Closes every connection.
    pub async fn close(&self) {
        for lane in [&self.read, &self.write] {
            let _ = timeout(PATIENCE, lane.places.acquire_many(lane.size)).await;
            lane.places.close();
            lane.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }
}

impl Lane {
    async fn take(self: &Arc<Lane>) -> Result<Held, StoreError> {
        let place = timeout(PATIENCE, self.places.clone().acquire_owned()).await;
        let place = place.map_err(|_| gone("every connection is in use"))?.map_err(|_| gone("it is closed"))?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let open = match idle {
            Some(open) => open,
            None => Open { connection: self.connect().map_err(error)?, shapes: HashMap::new() },
        };
        Ok(Held { open: Some(open), begun: false, lane: self.clone(), _place: place })
    }

    fn connect(&self) -> Result<Connection, rusqlite::Error> {
        let kind = if self.reads_only {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        } else {
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
        };
        let c = Connection::open_with_flags(&self.path, kind | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        c.busy_timeout(PATIENCE)?;
        if !self.reads_only {
            // An act is acknowledged only after its bytes are on disk, also if the power fails. A commit does not see to
            // that itself (FULL) but waits for `Disk`, which does it for all that wait; and its log begins anew when
            // it has grown too large, by which it shrinks.
            let mode: String = c.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
            // Some places can have no such log; there each commit goes to the disk by itself.
            let synchronous = if mode == "wal" { "NORMAL" } else { "FULL" };
            c.pragma_update(None, "synchronous", synchronous)?;
            c.execute_batch("PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 0;")?;
            c.busy_timeout(Duration::ZERO)?;
        }
        c.execute_batch("PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;")?;
        c.set_prepared_statement_cache_capacity(256);
        // Plans that never depend on the values bound: else a statement is planned anew for each use.
        c.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(c)
    }
}

impl Held {
    fn open(&mut self) -> &mut Open {
        self.open.as_mut().expect("taken out only when this is dropped")
    }

    /// Every row.
    pub fn all(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.open().run(sql, values).map_err(error)
    }

    /// Runs a statement; how many rows it changed.
    pub fn exec(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, StoreError> {
        self.all(sql, values)?;
        Ok(self.open().connection.changes())
    }

    /// Runs statements that take no values.
    pub fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.open().connection.execute_batch(sql).map_err(error)
    }

    /// Makes it happen, and waits until it is on disk. The next writer begins before that, so that one wait serves both.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        if !self.begun {
            return Ok(());
        }
        let lane = self.lane.clone();
        let Some(disk) = &lane.disk else { return self.end() };
        if disk.log_is_large() {
            let moved = move || self.end().and_then(|()| self.batch("PRAGMA wal_checkpoint(PASSIVE)"));
            tokio::task::spawn_blocking(moved).await.map_err(|e| gone(&e.to_string()))??;
        } else {
            self.end()?;
            drop(self);
        }
        disk.reached().await
    }

    fn end(&mut self) -> Result<(), StoreError> {
        self.batch("COMMIT")?;
        self.begun = false;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let Some(open) = self.open.take() else { return };
        let sound = !self.begun || open.connection.execute_batch("ROLLBACK").is_ok();
        if sound && !self.lane.places.is_closed() {
            self.lane.idle.lock().unwrap_or_else(PoisonError::into_inner).push(open);
        }
    }
}

impl Open {
    fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, rusqlite::Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let shape = self.shapes.entry(sql).or_insert_with(|| Arc::new(Shape::of(&statement)));
        for (at, value) in shape.values.iter().enumerate() {
            statement.raw_bind_parameter(at + 1, values.get(*value))?;
        }
        let mut all = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let cells = (0..shape.columns.len()).map(|i| row.get(i)).collect::<Result<_, _>>()?;
            all.push(Row { shape: shape.clone(), cells });
        }
        Ok(all)
    }
}

impl Shape {
    fn of(statement: &rusqlite::Statement) -> Shape {
        let place = |i| statement.parameter_name(i).and_then(|name| name[1..].parse::<usize>().ok()).unwrap_or(i);
        let values = (1..=statement.parameter_count()).map(|i| place(i) - 1).collect();
        Shape { values, columns: statement.column_names().map(str::to_owned).collect() }
    }
}

impl Row {
    fn cell(&self, column: &str) -> Result<&Cell, StoreError> {
        let at = self.shape.columns.iter().position(|c| c == column);
        at.and_then(|at| self.cells.get(at)).ok_or_else(|| StoreError::impossible(column))
    }

    /// Text, or none.
    pub fn text(&self, column: &str) -> Result<Option<&str>, StoreError> {
        match self.cell(column)? {
            Cell::Text(text) => Ok(Some(text)),
            Cell::Null => Ok(None),
            _ => Err(StoreError::impossible(column)),
        }
    }

    /// A whole number, or none.
    pub fn int(&self, column: &str) -> Result<Option<i64>, StoreError> {
        match self.cell(column)? {
            Cell::Integer(number) => Ok(Some(*number)),
            Cell::Null => Ok(None),
            _ => Err(StoreError::impossible(column)),
        }
    }

    /// Bytes.
    pub fn blob(&self, column: &str) -> Result<Vec<u8>, StoreError> {
        match self.cell(column)? {
            Cell::Blob(bytes) => Ok(bytes.clone()),
            _ => Err(StoreError::impossible(column)),
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>, rusqlite::Error> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Text(Some(text)) => ValueRef::Text(text.as_bytes()),
            Value::Int(Some(number)) => ValueRef::Integer(*number),
            Value::Bool(yes) => ValueRef::Integer((*yes).into()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
            Value::Text(None) | Value::Int(None) => ValueRef::Null,
        }))
    }
}

fn gone(why: &str) -> StoreError {
    StoreError::Gone(why.to_owned())
}

fn error(e: rusqlite::Error) -> StoreError {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
    match &e {
        // "UNIQUE constraint failed: table.column"
        rusqlite::Error::SqliteFailure(code, said)
            if [SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE].contains(&code.extended_code) =>
        {
            StoreError::Conflict(said.as_deref().and_then(|said| said.rsplit(": ").next()).unwrap_or_default().to_owned())
        }
        rusqlite::Error::SqliteFailure(code, _)
            if matches!(code.code, ErrorCode::DatabaseBusy | ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) =>
        {
            StoreError::Gone(e.to_string())
        }
        _ => StoreError::Database(e.to_string()),
    }
}
