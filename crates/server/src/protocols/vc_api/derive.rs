//! Deriving: from a holder's copy with selective disclosure to one that shows only some of it.

use super::problem::Problem;
use super::{Caller, read};
use axum::Json;
use axum::body::Body;
use axum::http::StatusCode;
use serde_json::{Value, json};

/// Most pointers in one request.
const MOST_POINTERS: usize = 512;

/// `POST /vc/credentials/derive {verifiableCredential, options: {selectivePointers}}` → 201 `{verifiableCredential}`.
pub async fn derive(_caller: Caller, body: Body) -> Result<(StatusCode, Json<Value>), Problem> {
    let request = read(body).await?;
    let pointers = match &request["options"]["selectivePointers"] {
        Value::Null => vec![],
        Value::Array(all) if all.len() <= MOST_POINTERS && all.iter().all(Value::is_string) => {
            all.iter().filter_map(Value::as_str).collect()
        }
        _ => return Err(Problem::malformed("options.selectivePointers: not a list of at most 512 texts")),
    };
    let derived = vc::derive(&request["verifiableCredential"], &pointers).map_err(|why| Problem::malformed(why.to_string()))?;
    Ok((StatusCode::CREATED, Json(json!({ "verifiableCredential": derived }))))
}
