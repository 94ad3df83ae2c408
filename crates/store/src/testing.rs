//! For integration tests only: databases to throw away, and damage to find.

use crate::{Result, StoreError, Tx, args};

/// A database of its own on a test server; its address.
pub async fn fresh_postgres(server: &str) -> Result<String> {
    let mut own = [0; 8];
    aws_lc_rs::rand::fill(&mut own).expect("the operating system gives random bytes");
    let name = format!("tessera_{}", crate::files::hex(&own));
    crate::sql::create_database(server, &name).await?;
    let (base, query) = server.split_once('?').map_or((server, ""), |(b, q)| (b, q));
    let cut = base.rfind('/').filter(|i| base[..*i].contains("://") && !base[..*i].ends_with('/')).unwrap_or(base.len());
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    Ok(format!("{}/{name}{query}", &base[..cut]))
}

/// Changes an entry of the record by hand, as nobody should.
pub async fn tamper_with_event(tx: &mut Tx, chain: &str, seq: i64) -> Result<()> {
    let sql = "UPDATE event SET particulars = REPLACE(particulars, '{', '{ ') WHERE chain = $1 AND seq = $2";
    match tx.exec(sql, args![chain, seq]).await? {
        1 => Ok(()),
        _ => Err(StoreError::impossible("no such entry")),
    }
}
