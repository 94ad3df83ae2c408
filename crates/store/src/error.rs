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
}
