//! Signs a credential's document. One that is signed already is left as it is.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::issuing;
use domain::CredentialId;
use domain::event::{Event, Happened};
use store::Tx;

pub(super) async fn run(app: &App, tx: &mut Tx, id: CredentialId) -> Outcome<()> {
    let credential = store::awards::credential(tx, id).await?.ok_or(Failure::Missing)?;
    if credential.document.is_some() {
        return Ok(());
    }
    let document = issuing::signed_document(app, tx, &credential).await?;
    store::awards::save_credential(tx, &domain::credential::Credential { document: Some(document), ..credential }).await?;
    let happened = Happened { chain: id.to_string(), actor: None, at: app.now(), event: Event::CredentialSigned { credential: id } };
    Ok(store::events::record(tx, app.id(), &happened).await?)
}
