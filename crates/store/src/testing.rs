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

/// Where a text in lower case still stands, of the columns that people are named in.
pub async fn mentions(tx: &mut Tx, text: &str) -> Result<Vec<&'static str>> {
    let columns = [
        ("person", "SELECT id FROM person WHERE LOWER(name || email) LIKE '%' || $1 || '%'"),
        (
            "credential",
            "SELECT id FROM credential WHERE LOWER(recipient_name || COALESCE(recipient_email, '') || searched) LIKE '%' || $1 || '%'",
        ),
        ("batch_part", "SELECT batch FROM batch_part WHERE LOWER(rows_doc) LIKE '%' || $1 || '%'"),
        ("document", "SELECT id FROM credential WHERE LOWER(document) LIKE '%' || $1 || '%'"),
        ("message", "SELECT id FROM message WHERE LOWER(address || subject || body) LIKE '%' || $1 || '%'"),
        ("external_credential", "SELECT id FROM external_credential WHERE LOWER(document) LIKE '%' || $1 || '%'"),
        ("event", "SELECT id FROM event WHERE LOWER(particulars) LIKE '%' || $1 || '%'"),
        ("sign_in_attempt", "SELECT email FROM sign_in_attempt WHERE LOWER(email) LIKE '%' || $1 || '%'"),
    ];
    let mut found = Vec::new();
    for (place, sql) in columns {
        if tx.opt(sql, args![text]).await?.is_some() {
            found.push(place);
        }
    }
    Ok(found)
}
