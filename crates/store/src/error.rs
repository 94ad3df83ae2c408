/// What can go wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Something unique exists already; the constraint is named as in the migration.
    #[error("{0} exists already")]
    Conflict(String),
    /// Somebody else saved it since it was read.
    #[error("it was changed by somebody else")]
    Stale,
    /// A row that cannot be: the database holds what the domain forbids.
    #[error("impossible row: {0}")]
    Impossible(String),
    /// The address is of no database we know.
    #[error("{0} is neither sqlite:PATH nor postgres://…")]
    Address(String),
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(String),
    /// The database did not answer.
    #[error("the database does not answer: {0}")]
    Gone(String),
    /// Anything else the database said.
    #[error("the database said: {0}")]
    Database(String),
    /// The folder of files could not be read or written.
    #[error("the files could not be read or written: {0}")]
    Files(#[from] std::io::Error),
}

impl StoreError {
    pub(crate) fn impossible(what: &str) -> StoreError {
        StoreError::Impossible(what.to_owned())
    }

    pub(crate) fn from_sqlx(error: sqlx::Error) -> StoreError {
        match &error {
            sqlx::Error::Database(e) if e.is_unique_violation() => {
                // PostgreSQL gives the constraint's name; SQLite gives "… failed: table.column".
                let name = e.constraint().map_or_else(|| e.message().rsplit(": ").next().unwrap_or("").to_owned(), str::to_owned);
                StoreError::Conflict(name)
            }
            // A serialisation failure or a deadlock: somebody else was first.
            sqlx::Error::Database(e) if matches!(e.code().as_deref(), Some("40001" | "40P01")) => StoreError::Stale,
            sqlx::Error::Database(e) if matches!(e.code().as_deref(), Some("57P01" | "57P02" | "57P03" | "14" | "10" | "5")) => {
                StoreError::Gone(error.to_string())
            }
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => {
                StoreError::Gone(error.to_string())
            }
            _ => StoreError::Database(error.to_string()),
        }
    }
}
