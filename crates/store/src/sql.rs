//! The only file, with those in its folder, that knows there are two databases.
//!
//! One SQL text serves both: `$1` placeholders, `TEXT`/`BIGINT`/`BOOLEAN`, `ON CONFLICT`, `RETURNING`.

pub mod full_text;
mod postgres;
mod sqlite;

use crate::StoreError;
use crate::files::hex;
use postgres::Postgres;
use sqlite::Sqlite;
use std::str::FromStr;

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
pub struct Row(Read);

enum Read {
    Sqlite(sqlite::Row),
    Postgres(postgres::Row),
}

impl Row {
    fn text_of(&self, column: &str) -> Result<Option<&str>, StoreError> {
        match &self.0 {
            Read::Sqlite(row) => row.text(column),
            Read::Postgres(row) => row.text(column),
        }
    }

    fn some_text(&self, column: &str) -> Result<&str, StoreError> {
        self.text_of(column)?.ok_or_else(|| StoreError::impossible(column))
    }

    /// Text.
    pub fn text(&self, column: &str) -> Result<String, StoreError> {
        self.some_text(column).map(str::to_owned)
    }

    /// Text, or none.
    pub fn opt_text(&self, column: &str) -> Result<Option<String>, StoreError> {
        Ok(self.text_of(column)?.map(str::to_owned))
    }

    /// A whole number.
    pub fn int(&self, column: &str) -> Result<i64, StoreError> {
        self.opt_int(column)?.ok_or_else(|| StoreError::impossible(column))
    }

    /// A whole number, or none.
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>, StoreError> {
        match &self.0 {
            Read::Sqlite(row) => row.int(column),
            Read::Postgres(row) => row.int(column),
        }
    }

    /// Yes or no.
    pub fn bool(&self, column: &str) -> Result<bool, StoreError> {
        match &self.0 {
            Read::Sqlite(row) => Ok(row.int(column)? == Some(1)),
            Read::Postgres(row) => row.bool(column),
        }
    }

    /// Bytes.
    pub fn blob(&self, column: &str) -> Result<Vec<u8>, StoreError> {
        match &self.0 {
            Read::Sqlite(row) => row.blob(column),
            Read::Postgres(row) => row.blob(column),
        }
    }

    /// An id, or whatever else is written as text.
    pub fn parse<T: FromStr>(&self, column: &str) -> Result<T, StoreError> {
        self.some_text(column)?.parse().map_err(|_| StoreError::impossible(column))
    }

    /// A document kept as JSON text.
    pub fn json<T: serde::de::DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        serde_json::from_str(self.some_text(column)?).map_err(|e| StoreError::Impossible(format!("{column}: {e}")))
    }

    /// A moment.
    pub fn ts(&self, column: &str) -> Result<domain::Ts, StoreError> {
        self.int(column).map(domain::Ts)
    }

    /// A moment, or none.
    pub fn opt_ts(&self, column: &str) -> Result<Option<domain::Ts>, StoreError> {
        Ok(self.opt_int(column)?.map(domain::Ts))
    }
}

/// A database, open.
#[derive(Clone)]
pub struct Db(Engine);

#[derive(Clone)]
enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// A connection to read with, or a transaction. What is not committed never happened.
pub struct Tx {
    conn: Conn,
    jobs: bool,
}

enum Conn {
    Sqlite(sqlite::Held),
    Postgres(postgres::Held),
}

impl Db {
    /// Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Db, StoreError> {
        let db = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Db(Engine::Postgres(Postgres::open(url).await?))
        } else if let Some(path) = url.strip_prefix("sqlite:") {
            Db(Engine::Sqlite(Sqlite::open(path.strip_prefix("//").unwrap_or(path)).await?))
        } else {
            return Err(StoreError::Address(url.to_owned()));
        };
        db.migrate().await?;
        Ok(db)
    }

    /// Brings the tables up to date, all the way or not at all.
    async fn migrate(&self) -> Result<(), StoreError> {
        let (blob, words) = match self.0 {
            Engine::Sqlite(_) => ("BLOB", full_text::SQLITE_TABLES),
            Engine::Postgres(_) => ("BYTEA", full_text::POSTGRES_TABLES),
        };
        let mut tx = self.begin().await?;
        tx.lock("migration").await?;
        tx.batch("CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)").await?;
        let done = tx.all("SELECT number, sha256 FROM migration ORDER BY number", vec![]).await?;
        let done = done.iter().map(|row| Ok((row.int("number")?, row.text("sha256")?))).collect::<Result<Vec<_>, StoreError>>()?;
        if let Some((number, _)) = done.iter().find(|(number, _)| crate::MIGRATIONS.iter().all(|(known, ..)| known != number)) {
            return Err(StoreError::Migration(format!("number {number} is of a later Tessera")));
        }
        for (number, name, sql) in crate::MIGRATIONS {
            let sha256 = hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, sql.as_bytes()).as_ref());
            match done.iter().find(|(n, _)| n == number) {
                Some((_, ran)) if *ran == sha256 => continue,
                Some(_) => return Err(StoreError::Migration(format!("{name} is not what it was when it ran"))),
                None => tx
                    .batch(&sql.replace("{blob}", blob).replace("{full_text}", words))
                    .await
                    .map_err(|e| StoreError::Migration(format!("{name}: {e}")))?,
            }
            tx.exec("INSERT INTO migration (number, name, sha256) VALUES ($1, $2, $3)", args![*number, *name, sha256]).await?;
        }
        tx.commit().await
    }

    /// A connection to read with, outside any transaction.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        Ok(Tx::on(match &self.0 {
            Engine::Sqlite(db) => Conn::Sqlite(db.read().await?),
            Engine::Postgres(db) => Conn::Postgres(db.read().await?),
        }))
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(Tx::on(match &self.0 {
            Engine::Sqlite(db) => Conn::Sqlite(db.begin().await?),
            Engine::Postgres(db) => Conn::Postgres(db.begin().await?),
        }))
    }

    /// What the database says it is, for people.
    pub async fn describe(&self) -> Result<String, StoreError> {
        let (sql, name) = match self.0 {
            Engine::Sqlite(_) => ("SELECT sqlite_version() AS version", "SQLite "),
            Engine::Postgres(_) => ("SELECT version() AS version", ""),
        };
        let row = self.read().await?.opt(sql, vec![]).await?.ok_or(StoreError::impossible("version"))?;
        Ok(format!("{name}{}", row.text("version")?))
    }

    /// Closes every connection; what was committed is on disk.
    pub async fn close(&self) {
        match &self.0 {
            Engine::Sqlite(db) => db.close().await,
            Engine::Postgres(db) => db.close().await,
        }
    }
}

pub(crate) use postgres::create_database;

impl Tx {
    fn on(conn: Conn) -> Tx {
        Tx { conn, jobs: false }
    }

    /// Whether jobs were written down in it.
    pub fn has_jobs(&self) -> bool {
        self.jobs
    }

    /// Writes down that jobs were.
    pub(crate) fn note_job(&mut self) {
        self.jobs = true;
    }

    /// Every row.
    pub async fn all(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        Ok(match &mut self.conn {
            Conn::Sqlite(c) => c.all(sql, &values)?.into_iter().map(|row| Row(Read::Sqlite(row))).collect(),
            Conn::Postgres(c) => c.all(sql, values).await?.into_iter().map(|row| Row(Read::Postgres(row))).collect(),
        })
    }

    /// The first row, if there is one.
    pub async fn opt(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Option<Row>, StoreError> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }

    /// Runs a statement; how many rows it changed.
    pub async fn exec(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, StoreError> {
        match &mut self.conn {
            Conn::Sqlite(c) => c.exec(sql, &values),
            Conn::Postgres(c) => c.exec(sql, values).await,
        }
    }

    /// Runs statements that take no values.
    async fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        match &mut self.conn {
            Conn::Sqlite(c) => c.batch(sql),
            Conn::Postgres(c) => c.batch(sql.to_owned()).await,
        }
    }

    /// Jobs that are due, leased to the caller. Two nodes never get the same one.
    pub(crate) async fn lease(&mut self, now: i64, until: i64, most: i64) -> Result<Vec<Row>, StoreError> {
        let sql = match self.conn {
            Conn::Sqlite(_) => {
                "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id IN (SELECT id FROM job WHERE run_at <= $1 \
                 AND (leased_until IS NULL OR leased_until < $1) ORDER BY run_at LIMIT $3) RETURNING id, kind, payload, attempts"
            }
            Conn::Postgres(_) => {
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
        if matches!(self.conn, Conn::Postgres(_)) {
            self.exec("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", args![chain]).await?;
        }
        Ok(())
    }

    /// Every row of a statement about offerings that have the words of a search, folded; `values` begins with `$2`.
    pub(crate) async fn all_with_words(
        &mut self,
        sql: &full_text::Worded,
        folded: &str,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let server = matches!(self.conn, Conn::Postgres(_));
        let question = full_text::question(folded, server);
        let text = match (question.is_empty(), server) {
            (true, _) => sql.all,
            (false, true) => sql.postgres,
            (false, false) => sql.sqlite,
        };
        let mut all = vec![Value::from(question)];
        all.extend(values);
        self.all(text, all).await
    }

    /// Puts the folded words of an offering into the index, in place of those that were there.
    pub(crate) async fn index_words(&mut self, place: i64, folded: &str) -> Result<(), StoreError> {
        let words = full_text::indexed(folded);
        let sql = match self.conn {
            Conn::Sqlite(_) => "INSERT OR REPLACE INTO offering_words (rowid, words) VALUES ($1, $2)",
            Conn::Postgres(_) => {
                "INSERT INTO offering_words (place, words) VALUES ($1, array_to_tsvector(array_remove(string_to_array($2, ' '), ''))) \
                 ON CONFLICT (place) DO UPDATE SET words = EXCLUDED.words"
            }
        };
        self.exec(sql, args![place, words]).await.map(drop)
    }

    /// Makes everything since `begin` happen.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.conn {
            Conn::Sqlite(held) => held.commit().await,
            Conn::Postgres(held) => held.commit().await,
        }
    }
}
