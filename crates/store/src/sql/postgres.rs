//! PostgreSQL.

use super::Value;
use crate::StoreError;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgPoolOptions, PgRow};
use sqlx::{Arguments as _, AssertSqlSafe, Connection as _, PgConnection, PgPool, Row as _, Transaction};
use std::time::Duration;

const ACQUIRE: Duration = Duration::from_secs(5);

/// A database on a server.
#[derive(Clone)]
pub struct Postgres(PgPool);

/// A connection in use; what was not committed never happened.
pub enum Held {
    /// To read with.
    Read(PoolConnection<sqlx::Postgres>),
    /// In a transaction.
    Begun(Transaction<'static, sqlx::Postgres>),
}

/// A row.
pub struct Row(PgRow);

impl Postgres {
    /// Connects.
    pub async fn open(url: &str) -> Result<Postgres, StoreError> {
        PgPoolOptions::new().max_connections(16).acquire_timeout(ACQUIRE).connect(url).await.map(Postgres).map_err(error)
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Held, StoreError> {
        self.0.acquire().await.map(Held::Read).map_err(error)
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Held, StoreError> {
        self.0.begin().await.map(Held::Begun).map_err(error)
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.0.close().await;
    }
}

impl Held {
    fn connection(&mut self) -> &mut PgConnection {
        match self {
            Held::Read(c) => c,
            Held::Begun(c) => c,
        }
    }

    /// Every row.
    pub async fn all(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        let rows = sqlx::query_with(sql, bound(values)).fetch_all(self.connection()).await.map_err(error)?;
        Ok(rows.into_iter().map(Row).collect())
    }

    /// Runs a statement; how many rows it changed.
    pub async fn exec(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, StoreError> {
        sqlx::query_with(sql, bound(values)).execute(self.connection()).await.map(|done| done.rows_affected()).map_err(error)
    }

    /// Runs statements that take no values; the words are ours.
    pub async fn batch(&mut self, sql: String) -> Result<(), StoreError> {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(self.connection()).await.map(drop).map_err(error)
    }

    /// Makes it happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Held::Begun(tx) => tx.commit().await.map_err(error),
            Held::Read(_) => Ok(()),
        }
    }
}

fn bound(values: Vec<Value>) -> PgArguments {
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

impl Row {
    /// Text, or none.
    pub fn text(&self, column: &str) -> Result<Option<&str>, StoreError> {
        self.0.try_get(column).map_err(error)
    }

    /// A whole number, or none.
    pub fn int(&self, column: &str) -> Result<Option<i64>, StoreError> {
        self.0.try_get(column).map_err(error)
    }

    /// Yes or no.
    pub fn bool(&self, column: &str) -> Result<bool, StoreError> {
        self.0.try_get(column).map_err(error)
    }

    /// Bytes.
    pub fn blob(&self, column: &str) -> Result<Vec<u8>, StoreError> {
        self.0.try_get(column).map_err(error)
    }
}

/// Makes an empty database on a server; `name` is ours and needs no quoting.
pub async fn create_database(server: &str, name: &str) -> Result<(), StoreError> {
    let mut connection = PgConnection::connect(server).await.map_err(error)?;
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.map_err(error)?;
    connection.close().await.map_err(error)
}

fn error(error: sqlx::Error) -> StoreError {
    match &error {
        sqlx::Error::Database(e) if e.is_unique_violation() => {
            StoreError::Conflict(e.constraint().unwrap_or_else(|| e.message()).to_owned())
        }
        // A serialisation failure or a deadlock: somebody else was first.
        sqlx::Error::Database(e) if matches!(e.code().as_deref(), Some("40001" | "40P01")) => StoreError::Stale,
        sqlx::Error::Database(e) if matches!(e.code().as_deref(), Some("57P01" | "57P02" | "57P03")) => StoreError::Gone(error.to_string()),
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) => {
            StoreError::Gone(error.to_string())
        }
        _ => StoreError::Database(error.to_string()),
    }
}
