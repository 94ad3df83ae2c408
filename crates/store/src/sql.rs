//! The only file that knows there are two databases.
//!
//! One SQL text serves both: `$1` placeholders, `TEXT`/`BIGINT`/`BOOLEAN`, `ON CONFLICT`, `RETURNING`. SQLite gets
//! one writing connection, which begins `IMMEDIATE`: a transaction that starts as a reader and then writes would
//! fail at once under load, whatever the busy time-out.

use crate::StoreError;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgArguments, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{Column, PgPool, Postgres, Row as _, Sqlite, SqlitePool, Transaction, pool::PoolConnection};
use std::borrow::Cow;
use std::str::FromStr;
use std::time::Duration;

/// A value bound to a placeholder.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text, or none.
    Text(Option<String>),
    /// A whole number or a moment, or none.
    Int(Option<i64>),
    /// Yes or no.
    Bool(bool),
    /// Bytes.
    Blob(Vec<u8>),
}

macro_rules! into_value {
    ($($from:ty => |$v:ident| $to:expr;)*) => {$(
        impl From<$from> for Value { fn from($v: $from) -> Value { $to } }
    )*};
}
into_value! {
    &str => |v| Value::Text(Some(v.to_owned()));
    String => |v| Value::Text(Some(v));
    &String => |v| Value::Text(Some(v.clone()));
    Option<String> => |v| Value::Text(v);
    Option<&str> => |v| Value::Text(v.map(str::to_owned));
    i64 => |v| Value::Int(Some(v));
    Option<i64> => |v| Value::Int(v);
    domain::Ts => |v| Value::Int(Some(v.0));
    Option<domain::Ts> => |v| Value::Int(v.map(|t| t.0));
    bool => |v| Value::Bool(v);
    Vec<u8> => |v| Value::Blob(v);
}

/// Binds values in order: `args![id, now, name]`. Ids are written with `to_string`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::sql::Value::from($value)),*] };
}

/// A row of either database.
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident: $kind:ty;)*) => {$(
        $(#[$doc])*
        pub fn $name(&self, column: &str) -> Result<$kind, StoreError> {
            match self {
                Row::Sqlite(row) => row.try_get(column),
                Row::Postgres(row) => row.try_get(column),
            }
            .map_err(StoreError::from_sqlx)
        }
    )*};
}

impl Row {
    getters! {
        /// Text.
        text: String;
        /// Text, or none.
        opt_text: Option<String>;
        /// A whole number.
        int: i64;
        /// A whole number, or none.
        opt_int: Option<i64>;
        /// Yes or no.
        bool: bool;
        /// Bytes.
        blob: Vec<u8>;
    }

    /// An id, or whatever else is written as text.
    pub fn parse<T: FromStr>(&self, column: &str) -> Result<T, StoreError> {
        self.text(column)?.parse().map_err(|_| StoreError::impossible(column))
    }

    /// A document kept as JSON text.
    pub fn json<T: serde::de::DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|e| StoreError::Impossible(format!("{column}: {e}")))
    }

    /// A moment.
    pub fn ts(&self, column: &str) -> Result<domain::Ts, StoreError> {
        self.int(column).map(domain::Ts)
    }

    /// A moment, or none.
    pub fn opt_ts(&self, column: &str) -> Result<Option<domain::Ts>, StoreError> {
        Ok(self.opt_int(column)?.map(domain::Ts))
    }

    /// The column names, in order.
    pub fn columns(&self) -> Vec<String> {
        match self {
            Row::Sqlite(row) => row.columns().iter().map(|c| c.name().to_owned()).collect(),
            Row::Postgres(row) => row.columns().iter().map(|c| c.name().to_owned()).collect(),
        }
    }
}

/// A database, open.
#[derive(Clone)]
pub struct Db(Engine);

#[derive(Clone)]
enum Engine {
    Sqlite { write: SqlitePool, read: SqlitePool },
    Postgres(PgPool),
}

/// A connection to read with, or a transaction. What is not committed never happened.
pub struct Tx(Conn);

enum Conn {
    SqliteRead(PoolConnection<Sqlite>),
    Sqlite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    Postgres(Transaction<'static, Postgres>),
}

const BUSY: Duration = Duration::from_secs(10);
const ACQUIRE: Duration = Duration::from_secs(5);

impl Db {
    /// Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Db, StoreError> {
        let db = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(ACQUIRE).connect(url).await;
            Db(Engine::Postgres(pool.map_err(StoreError::from_sqlx)?))
        } else if url.starts_with("sqlite:") {
            Db(open_sqlite(url).await.map_err(StoreError::from_sqlx)?)
        } else {
            return Err(StoreError::Address(url.to_owned()));
        };
        db.migrate().await?;
        Ok(db)
    }

    async fn migrate(&self) -> Result<(), StoreError> {
        let migrator = migrator(match self.0 {
            Engine::Sqlite { .. } => "BLOB",
            Engine::Postgres(_) => "BYTEA",
        });
        let done = match &self.0 {
            Engine::Sqlite { write, .. } => migrator.run(write).await,
            Engine::Postgres(pool) => migrator.run(pool).await,
        };
        done.map_err(|e| StoreError::Migration(e.to_string()))
    }

    /// A connection to read with, outside any transaction.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        Ok(Tx(match &self.0 {
            Engine::Sqlite { read, .. } => Conn::SqliteRead(read.acquire().await.map_err(StoreError::from_sqlx)?),
            Engine::Postgres(pool) => Conn::PostgresRead(pool.acquire().await.map_err(StoreError::from_sqlx)?),
        }))
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(Tx(match &self.0 {
            Engine::Sqlite { write, .. } => Conn::Sqlite(write.begin_with("BEGIN IMMEDIATE").await.map_err(StoreError::from_sqlx)?),
            Engine::Postgres(pool) => Conn::Postgres(pool.begin().await.map_err(StoreError::from_sqlx)?),
        }))
    }

    /// What the database says it is, for people.
    pub async fn describe(&self) -> Result<String, StoreError> {
        let (sql, name) = match self.0 {
            Engine::Sqlite { .. } => ("SELECT sqlite_version() AS version", "SQLite "),
            Engine::Postgres(_) => ("SELECT version() AS version", ""),
        };
        let row = self.read().await?.opt(sql, vec![]).await?.ok_or(StoreError::impossible("version"))?;
        Ok(format!("{name}{}", row.text("version")?))
    }

    /// Closes every connection; what was committed is on disk.
    pub async fn close(&self) {
        match &self.0 {
            Engine::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

/// A number that no other call in this process gets.
pub(crate) fn serial() -> u32 {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    NEXT.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
}

/// Makes an empty database on a PostgreSQL server; `name` is ours and needs no quoting.
pub(crate) async fn create_postgres_database(server: &str, name: &str) -> Result<(), StoreError> {
    use sqlx::Connection as _;
    let mut connection = sqlx::PgConnection::connect(server).await.map_err(StoreError::from_sqlx)?;
    let sql = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(sql).execute(&mut connection).await.map_err(StoreError::from_sqlx)?;
    connection.close().await.map_err(StoreError::from_sqlx)
}

async fn open_sqlite(url: &str) -> Result<Engine, sqlx::Error> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: an act is acknowledged only after its bytes are on disk, also if the power fails.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(256)
        .pragma("cache_size", "-16384")
        .pragma("temp_store", "memory");
    let write = SqlitePoolOptions::new().max_connections(1).acquire_timeout(BUSY).connect_with(options.clone()).await?;
    if url.contains(":memory:") {
        return Ok(Engine::Sqlite { read: write.clone(), write });
    }
    let read = SqlitePoolOptions::new().max_connections(4).acquire_timeout(ACQUIRE).connect_with(options.read_only(true)).await?;
    Ok(Engine::Sqlite { write, read })
}

fn migrator(blob: &str) -> Migrator {
    let all = crate::MIGRATIONS.iter().map(|(number, name, sql)| {
        let sql = sqlx::AssertSqlSafe(sql.replace("{blob}", blob));
        Migration::new(*number, Cow::Borrowed(name), MigrationType::Simple, sqlx::SqlSafeStr::into_sql_str(sql), false)
    });
    Migrator { migrations: Cow::Owned(all.collect()), ..Migrator::DEFAULT }
}

fn sqlite_args(values: Vec<Value>) -> SqliteArguments {
    use sqlx::Arguments as _;
    let mut args = SqliteArguments::default();
    for value in values {
        match value {
            Value::Text(v) => args.add(v),
            Value::Int(v) => args.add(v),
            Value::Bool(v) => args.add(v),
            Value::Blob(v) => args.add(v),
        }
        .expect("text, numbers and bytes always encode");
    }
    args
}

fn postgres_args(values: Vec<Value>) -> PgArguments {
    use sqlx::Arguments as _;
    let mut args = PgArguments::default();
    for value in values {
        match value {
            Value::Text(v) => args.add(v),
            Value::Int(v) => args.add(v),
            Value::Bool(v) => args.add(v),
            Value::Blob(v) => args.add(v),
        }
        .expect("text, numbers and bytes always encode");
    }
    args
}

impl Tx {
    /// Every row.
    pub async fn all(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        let rows = match &mut self.0 {
            Conn::SqliteRead(c) => sqlx::query_with(sql, sqlite_args(values)).fetch_all(&mut **c).await.map(sqlite_rows),
            Conn::Sqlite(c) => sqlx::query_with(sql, sqlite_args(values)).fetch_all(&mut **c).await.map(sqlite_rows),
            Conn::PostgresRead(c) => sqlx::query_with(sql, postgres_args(values)).fetch_all(&mut **c).await.map(postgres_rows),
            Conn::Postgres(c) => sqlx::query_with(sql, postgres_args(values)).fetch_all(&mut **c).await.map(postgres_rows),
        };
        rows.map_err(StoreError::from_sqlx)
    }

    /// The first row, if there is one.
    pub async fn opt(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Option<Row>, StoreError> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }

    /// Runs a statement; how many rows it changed.
    pub async fn exec(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, StoreError> {
        let done = match &mut self.0 {
            Conn::SqliteRead(c) => sqlx::query_with(sql, sqlite_args(values)).execute(&mut **c).await.map(|d| d.rows_affected()),
            Conn::Sqlite(c) => sqlx::query_with(sql, sqlite_args(values)).execute(&mut **c).await.map(|d| d.rows_affected()),
            Conn::PostgresRead(c) => sqlx::query_with(sql, postgres_args(values)).execute(&mut **c).await.map(|d| d.rows_affected()),
            Conn::Postgres(c) => sqlx::query_with(sql, postgres_args(values)).execute(&mut **c).await.map(|d| d.rows_affected()),
        };
        done.map_err(StoreError::from_sqlx)
    }

    /// Jobs that are due, leased to the caller. Two nodes never get the same one.
    pub(crate) async fn lease(&mut self, now: i64, until: i64, most: i64) -> Result<Vec<Row>, StoreError> {
        let sql = match self.0 {
            Conn::SqliteRead(_) | Conn::Sqlite(_) => {
                "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id IN (SELECT id FROM job WHERE run_at <= $1 \
                 AND (leased_until IS NULL OR leased_until < $1) ORDER BY run_at LIMIT $3) RETURNING id, kind, payload, attempts"
            }
            Conn::PostgresRead(_) | Conn::Postgres(_) => {
                "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id IN (SELECT id FROM job WHERE run_at <= $1 \
                 AND (leased_until IS NULL OR leased_until < $1) ORDER BY run_at LIMIT $3 FOR UPDATE SKIP LOCKED) \
                 RETURNING id, kind, payload, attempts"
            }
        };
        self.all(sql, args![now, until, most]).await
    }

    /// Waits until nobody else is adding to this chain; others wait until this transaction ends. SQLite has one writer
    /// at a time anyway.
    pub(crate) async fn lock(&mut self, chain: &str) -> Result<(), StoreError> {
        if matches!(self.0, Conn::Postgres(_)) {
            self.exec("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", args![chain]).await?;
        }
        Ok(())
    }

    /// Makes everything since `begin` happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Conn::Sqlite(tx) => tx.commit().await.map_err(StoreError::from_sqlx),
            Conn::Postgres(tx) => tx.commit().await.map_err(StoreError::from_sqlx),
            Conn::SqliteRead(_) | Conn::PostgresRead(_) => Ok(()),
        }
    }
}

fn sqlite_rows(rows: Vec<SqliteRow>) -> Vec<Row> {
    rows.into_iter().map(Row::Sqlite).collect()
}

fn postgres_rows(rows: Vec<PgRow>) -> Vec<Row> {
    rows.into_iter().map(Row::Postgres).collect()
}
