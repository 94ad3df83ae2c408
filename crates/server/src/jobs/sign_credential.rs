//! Signs a credential's document. One that is signed already is left as it is.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::issuing;
use domain::CredentialId;
use store::Tx;

pub(super) async fn run(app: &App, tx: &mut Tx, id: CredentialId) -> Outcome<()> {
    let credential = store::awards::credential(tx, id).await?.ok_or(Failure::Missing)?;
    // One whose holder took it from the public has no document, and is to have none.
    if credential.document.is_some() || store::erasure::is_withdrawn(tx, id).await? {
        return Ok(());
    }
    issuing::sign(app, tx, credential).await
}
